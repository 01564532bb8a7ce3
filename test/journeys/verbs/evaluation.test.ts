import { personId, sampleId } from '@clusterpolisee/schema'
import { added, addedLike, type Changes, changed, ME, MOMENT, NEW_ID } from '../../support/verbs/changes.js'
import type { Row } from '../../support/verbs/deeds.js'
import { describeRoom } from '../../support/verbs/describe-room.js'
import { DEMONSTRATION, members, OTHER_PARTNER, PARTNER, type Person, THIRD_PARTNER, userId } from '../../support/verbs/people.js'
import type { RecordRow } from '../../support/verbs/record-rows.js'
import { one, type VerbRow, verb } from '../../support/verbs/verb-rows.js'
import type { World } from '../../support/verbs/world.js'

const THIRD_EVALUATOR = personId('evaluator-c')
const samplePilot = sampleId('demonstration', 'Pilot', 'vouchers')
const sampleIndicator = sampleId('demonstration', 'Indicator', 'vouchers/reached')
const steps = ['leadPartner', 'evaluator'] as const
const states = ['DRAFT', 'SCORING', 'OPENED', 'CONCLUDED', 'PUBLISHED', 'SUPERSEDED'] as const
const logged = { recorded_at: MOMENT, recorded_by_id: ME }

/** A draft is not read by observers. */
const drafted = { blind: ['observer'] } as const
const unlessHandedOut = (status: string) => (status === 'DRAFT' ? drafted : {})

interface Options {
  readonly plan?: Row
  readonly pilot?: Row
  /** Another evaluator has not handed in. */
  readonly awaited?: boolean
  readonly handedIn?: boolean
  /** A third evaluator handed in, and then declared a conflict of interest. */
  readonly keptOut?: boolean
}

/** An evaluation in a state, with all that its next move asks for: two criteria, an evaluator who handed in, a finding. */
async function judged(world: World, status: string, { plan = {}, pilot = {}, awaited = false, handedIn = true, keptOut = false }: Options = {}) {
  const opened = !['DRAFT', 'SCORING'].includes(status)
  const id = await world.put('evaluation_plan', {
    ...{ status, weights_decided_by: 'All', scoring_from: '2014-03-01', scoring_until: '2014-03-31', title: 'Judged' },
    ...(opened ? { opened_at: '2014-04-01T00:00:00Z' } : {}),
    ...plan,
  })
  const ofPlan = { plan_id: id }
  const pilotId = await world.put('pilot', { partner_id: THIRD_PARTNER, status: 'COMPLETED', ...pilot })
  await world.put('evaluation_subject', { ...ofPlan, pilot_id: pilotId })
  const criteria = [await world.put('criterion', ofPlan), await world.put('criterion', ofPlan)]
  const seat = await world.put('evaluator', { ...ofPlan, handed_in_at: handedIn ? '2014-03-20T00:00:00Z' : null })
  const awaitedSeat = awaited ? await world.put('evaluator', { ...ofPlan, user_id: THIRD_EVALUATOR }) : ''
  if (awaitedSeat) await world.put('score', { ...ofPlan, criterion_id: criteria[0], evaluator_id: awaitedSeat, mark: 1 })
  const conflict = { conflict_declared_at: '2014-03-25T00:00:00Z', conflict: 'A cousin' }
  if (keptOut) {
    const seatOf = { user_id: THIRD_EVALUATOR, handed_in_at: '2014-03-20T00:00:00Z', ...conflict }
    await world.put('score', { ...ofPlan, criterion_id: criteria[0], evaluator_id: await world.put('evaluator', { ...ofPlan, ...seatOf }), mark: 1 })
  }
  const scores: string[] = []
  for (const criterion_id of criteria) {
    scores.push(await world.put('score', { ...ofPlan, criterion_id, evaluator_id: seat, opened_at: opened ? '2014-04-01T00:00:00Z' : null }))
  }
  if (opened) await world.put('finding', ofPlan)
  return { id, pilotId, criteria, seat, scores, awaitedSeat }
}

type Judged = Awaited<ReturnType<typeof judged>>

const openedScores = ({ scores }: Judged) => scores.map((score) => changed(score, { opened_at: [null, MOMENT] }))
const openedPlan = { opened_at: [null, MOMENT], agreement_reading: [null, 'ONE_JUDGEMENT'] } as const

interface Move {
  readonly key: string
  readonly from: string
  readonly to: string
  readonly by: readonly Person[]
  readonly options?: Options
  readonly reason?: string
  /** Columns of the plan that it writes beside the state. */
  readonly plan?: Readonly<Record<string, readonly [unknown, unknown]>>
  readonly beside?: (made: Judged) => Changes
}

const moves: readonly Move[] = [
  { key: 'START_SCORING', from: 'DRAFT', to: 'SCORING', by: ['leadPartner'] },
  { key: 'OPEN', from: 'SCORING', to: 'OPENED', by: steps, options: { keptOut: true }, plan: openedPlan, beside: (made) => ({ score: openedScores(made) }) },
  {
    ...{ key: 'GO_ON', from: 'SCORING', to: 'OPENED', by: ['leadPartner'], options: { awaited: true }, reason: ' Too late ' },
    plan: { ...openedPlan, went_on_because: [null, 'Too late'] },
    beside: (made) => ({
      score: openedScores(made),
      evaluator: [changed(made.awaitedSeat, { left_out_at: [null, MOMENT], left_out_reason: [null, 'Too late'] })],
    }),
  },
  { key: 'CONCLUDE', from: 'OPENED', to: 'CONCLUDED', by: steps },
  { key: 'REOPEN', from: 'CONCLUDED', to: 'OPENED', by: ['leadPartner'], reason: 'A mistake' },
  { key: 'PUBLISH', from: 'CONCLUDED', to: 'PUBLISHED', by: ['leadPartner'], plan: { published_at: [null, MOMENT] } },
]

const transition =
  (key: string, reason?: string) =>
  ({ id }: { id: string }) => ({ id, version: 1, key, input: reason === undefined ? null : { reason } })

const moveRow = ({ key, from, to, by, options = {}, reason, plan = {}, beside }: Move, status: string): VerbRow<Row> =>
  verb({
    verb: 'transitionEvaluationPlan',
    state: `${key} from ${status}`,
    make: (world) => judged(world, status, options),
    with: transition(key, reason),
    by,
    ...(status === from ? {} : { refused: 'WRONG_STATE' }),
    ...unlessHandedOut(status),
    changes: (made) => ({
      evaluation_plan: [changed(made.id, { status: [from, to], ...plan })],
      evaluation_transition: [added({ plan_id: made.id, key, from_status: from, to_status: to, ...(reason ? { reason: reason.trim() } : {}), ...logged })],
      ...beside?.(made),
    }),
    bad: {
      'a move that is none': { with: { key: 'FLY' }, code: 'UNKNOWN_MOVE', at: 'key' },
      ...(reason ? { 'no reason': { with: { input: { reason: ' ' } }, code: 'REQUIRED', at: 'input.reason' } } : {}),
    },
  })

/** A move for which something is missing. */
const lacking = (key: string, code: string, state: string, make: (world: World) => Promise<{ id: string }>): VerbRow<Row> =>
  verb({
    verb: 'transitionEvaluationPlan',
    state: `${key} ${state}`,
    make,
    with: transition(key, 'Because'),
    by: moves.find((move) => move.key === key)?.by ?? [],
    refused: code,
    ...(key === 'START_SCORING' ? drafted : {}),
  })

const without = (status: string, sql: string, options?: Options) => async (world: World) => {
  const made = await judged(world, status, options)
  await world.db.query(sql, [made.id])
  return made
}

const SUBJECTS = 'DELETE FROM evaluation_subject WHERE plan_id = $1'
const SEATS = 'UPDATE evaluator SET conflict_declared_at = now() WHERE plan_id = $1'

const lackingRows = [
  lacking('START_SCORING', 'NO_SUBJECT', 'without a pilot', without('DRAFT', SUBJECTS)),
  lacking('START_SCORING', 'NO_CRITERIA', 'without criteria', async (world) => {
    const id = await world.put('evaluation_plan')
    await world.put('evaluation_subject', { plan_id: id })
    return { id }
  }),
  lacking(
    'START_SCORING',
    'WEIGHTS_SUM',
    'with weights that make no whole',
    without('DRAFT', 'UPDATE criterion SET weight = position / 100.0 WHERE plan_id = $1'),
  ),
  lacking('START_SCORING', 'NO_WEIGHTS_DECIDED', 'without who decided', without('DRAFT', 'UPDATE evaluation_plan SET weights_decided_by = NULL WHERE id = $1')),
  lacking('START_SCORING', 'NO_EVALUATOR', 'without an evaluator', without('DRAFT', SEATS)),
  lacking('START_SCORING', 'NO_PERIOD', 'without a period', without('DRAFT', 'UPDATE evaluation_plan SET scoring_until = NULL WHERE id = $1')),
  lacking('START_SCORING', 'OWN_PILOT', 'with the evaluator’s own pilot', async (world) => {
    const made = await judged(world, 'DRAFT')
    await world.put('membership', { user_id: THIRD_EVALUATOR, role: 'PARTNER', partner_id: THIRD_PARTNER })
    await world.put('evaluator', { plan_id: made.id, user_id: THIRD_EVALUATOR })
    return made
  }),
  lacking('OPEN', 'NOTHING_HANDED_IN', 'with nothing handed in', (world) => judged(world, 'SCORING', { handedIn: false })),
  lacking('OPEN', 'AWAITED', 'with somebody awaited', (world) => judged(world, 'SCORING', { awaited: true })),
  lacking('GO_ON', 'NOBODY_AWAITED', 'with nobody awaited', (world) => judged(world, 'SCORING')),
  lacking('GO_ON', 'SCORING_NOT_OVER', 'before the period is over', (world) =>
    judged(world, 'SCORING', { awaited: true, plan: { scoring_until: '2999-01-01' } }),
  ),
  lacking('CONCLUDE', 'NO_FINDING', 'without a finding', without('OPENED', 'DELETE FROM finding WHERE plan_id = $1')),
  lacking('CONCLUDE', 'NO_CONSENSUS_NOTE', 'with a disagreement', async (world) => {
    const made = await judged(world, 'OPENED')
    const evaluator_id = await world.put('evaluator', { plan_id: made.id, user_id: THIRD_EVALUATOR, handed_in_at: 'now' })
    await world.db.query('UPDATE score SET mark = 1 WHERE plan_id = $1', [made.id])
    await world.put('score', { plan_id: made.id, criterion_id: made.criteria[0], evaluator_id, mark: 5, opened_at: 'now' })
    return made
  }),
  verb({
    verb: 'transitionEvaluationPlan',
    state: 'SUPERSEDE by hand',
    make: (world) => judged(world, 'SCORING'),
    with: transition('SUPERSEDE'),
    by: [...members, 'administrator', 'elsewhere'],
    refused: 'BY_REVISION',
  }),
]

const finalRows = [
  verb({
    verb: 'transitionEvaluationPlan',
    state: 'PUBLISH of a final one, whose pilot is completed',
    make: (world) => judged(world, 'CONCLUDED', { plan: { timing: 'FINAL' } }),
    with: transition('PUBLISH'),
    by: ['leadPartner'],
    changes: ({ id, pilotId }) => ({
      evaluation_plan: [changed(id, { status: ['CONCLUDED', 'PUBLISHED'], published_at: [null, MOMENT] })],
      evaluation_transition: [added({ plan_id: id, key: 'PUBLISH', from_status: 'CONCLUDED', to_status: 'PUBLISHED', ...logged })],
      pilot: [changed(pilotId, { status: ['COMPLETED', 'EVALUATED'] })],
      pilot_transition: [added({ pilot_id: pilotId, key: 'EVALUATE', from_status: 'COMPLETED', to_status: 'EVALUATED', reason: 'Judged', ...logged })],
    }),
  }),
  verb({
    verb: 'transitionEvaluationPlan',
    state: 'PUBLISH of a final one, whose pilot still runs',
    make: (world) => judged(world, 'CONCLUDED', { plan: { timing: 'FINAL' }, pilot: { status: 'RUNNING' } }),
    with: transition('PUBLISH'),
    by: ['leadPartner'],
    changes: ({ id }) => ({
      evaluation_plan: [changed(id, { status: ['CONCLUDED', 'PUBLISHED'], published_at: [null, MOMENT] })],
      evaluation_transition: [added({ plan_id: id, key: 'PUBLISH', from_status: 'CONCLUDED', to_status: 'PUBLISHED', ...logged })],
    }),
  }),
]

const copies = ({ id, pilotId }: Judged): Changes => ({
  evaluation_subject: [added({ plan_id: NEW_ID, pilot_id: pilotId })],
  criterion: [addedLike({ plan_id: NEW_ID, weight: 0.5 }), addedLike({ plan_id: NEW_ID, weight: 0.5 })],
  evaluator: [added({ plan_id: NEW_ID, user_id: userId('evaluator') })],
  evaluation_plan: [
    added({
      ...{ title: 'Judged', timing: 'INTERIM', status: 'DRAFT', design: 'BEFORE_AFTER', weights_decided_by: 'All', disagreement_threshold: 2 },
      ...{ scoring_from: '2014-03-01', scoring_until: '2014-03-31', revision: 2, supersedes_id: id, revision_reason: 'More pilots' },
    }),
  ],
})

const revise = ({ id }: { id: string }) => ({ id, version: 1, reason: ' More pilots ' })
const needsReason = { 'no reason': { with: { reason: ' ' }, code: 'REQUIRED', at: 'reason' } }

const revisionRows = [
  ...(['SCORING', 'OPENED', 'CONCLUDED'] as const).map((status) =>
    verb({
      verb: 'reviseEvaluationPlan',
      state: status,
      make: (world) => judged(world, status),
      with: revise,
      by: ['leadPartner'],
      changes: (made) => ({
        ...copies(made),
        evaluation_plan: [changed(made.id, { status: [status, 'SUPERSEDED'] }), ...(copies(made).evaluation_plan ?? [])],
        evaluation_transition: [added({ plan_id: made.id, key: 'SUPERSEDE', from_status: status, to_status: 'SUPERSEDED', reason: 'More pilots', ...logged })],
      }),
      bad: needsReason,
    }),
  ),
  verb({
    verb: 'reviseEvaluationPlan',
    state: 'PUBLISHED',
    make: (world) => judged(world, 'PUBLISHED'),
    with: revise,
    by: ['leadPartner'],
    changes: copies,
    bad: needsReason,
  }),
  verb({
    verb: 'reviseEvaluationPlan',
    state: 'PUBLISHED with a conflict declared',
    make: (world) => judged(world, 'PUBLISHED', { keptOut: true }),
    with: revise,
    by: ['leadPartner'],
    changes: (made) => ({
      ...copies(made),
      evaluator: [...(copies(made).evaluator ?? []), added({ plan_id: NEW_ID, user_id: THIRD_EVALUATOR, conflict_declared_at: MOMENT, conflict: 'A cousin' })],
    }),
  }),
  ...(['DRAFT', 'SUPERSEDED'] as const).map((status) =>
    verb({
      verb: 'reviseEvaluationPlan',
      state: status,
      make: (world) => judged(world, status),
      with: revise,
      by: ['leadPartner'],
      refused: 'NOTHING_TO_REVISE',
      ...unlessHandedOut(status),
    }),
  ),
  verb({
    verb: 'reviseEvaluationPlan',
    state: 'revised before',
    make: async (world) => {
      const made = await judged(world, 'PUBLISHED')
      await world.put('evaluation_plan', { supersedes_id: made.id })
      return made
    },
    with: revise,
    by: ['leadPartner'],
    refused: 'ALREADY_REVISED',
  }),
]

const notDrafted = states.filter((status) => status !== 'DRAFT')
const frozen = (name: string, given: (made: Judged) => Row, status: string) =>
  verb({ verb: name, state: status, make: (world) => judged(world, status), with: given, by: ['leadPartner'], refused: 'PLAN_FROZEN' })

const draftRows = [
  verb({
    verb: 'addDacCriteria',
    state: 'DRAFT',
    make: one('evaluation_plan'),
    with: ({ id }) => ({ planId: id }),
    by: ['leadPartner'],
    ...drafted,
    changes: ({ id }) => ({
      criterion: ['RELEVANCE', 'COHERENCE', 'EFFECTIVENESS', 'EFFICIENCY', 'IMPACT', 'SUSTAINABILITY'].map((code, index) =>
        addedLike({
          plan_id: id,
          code,
          position: index + 1,
          weight: 0.166667,
          title: expect.objectContaining({ en: expect.any(String), it: expect.any(String) }),
        }),
      ),
    }),
    bad: { 'a plan of nothing': { with: { planId: PARTNER }, code: 'NOT_FOUND' } },
  }),
  verb({
    verb: 'addDacCriteria',
    state: 'DRAFT with some of them',
    make: async (world) => {
      const id = await world.put('evaluation_plan')
      for (const code of ['RELEVANCE', 'COHERENCE', 'EFFECTIVENESS', 'EFFICIENCY', 'IMPACT']) await world.put('criterion', { plan_id: id, code, position: 7 })
      return { id }
    },
    with: ({ id }) => ({ planId: id }),
    by: ['leadPartner'],
    ...drafted,
    changes: ({ id }) => ({ criterion: [addedLike({ plan_id: id, code: 'SUSTAINABILITY', position: 8 })] }),
  }),
  verb({
    verb: 'assignEvaluator',
    state: 'DRAFT',
    make: one('evaluation_plan'),
    with: ({ id }) => ({ planId: id, userId: userId('otherEvaluator') }),
    by: ['leadPartner'],
    ...drafted,
    changes: ({ id }) => ({ evaluator: [added({ plan_id: id, user_id: userId('otherEvaluator') })] }),
    bad: {
      'who has another role': { with: { userId: userId('observer') }, code: 'NOT_AN_EVALUATOR', at: 'userId' },
      nobody: { with: { userId: 'nobody' }, code: 'NOT_AN_EVALUATOR', at: 'userId' },
    },
  }),
  verb({
    verb: 'assignEvaluator',
    state: 'DRAFT with the same one',
    make: (world) => judged(world, 'DRAFT'),
    with: ({ id }) => ({ planId: id, userId: userId('evaluator') }),
    by: ['leadPartner'],
    ...drafted,
    refused: 'ALREADY_THERE',
  }),
  verb({
    verb: 'assignEvaluator',
    state: 'DRAFT with the person’s own pilot',
    make: async (world) => {
      const user_id = await world.put('app_user')
      await world.put('membership', { user_id, role: 'EVALUATOR' })
      await world.put('membership', { user_id, role: 'PARTNER', partner_id: PARTNER })
      return { user_id, ...(await judged(world, 'DRAFT', { pilot: { partner_id: PARTNER } })) }
    },
    with: ({ id, user_id }) => ({ planId: id, userId: user_id }),
    by: ['leadPartner'],
    ...drafted,
    refused: 'OWN_PARTNERS_PILOT',
  }),
  ...notDrafted.flatMap((status) => [
    frozen('addDacCriteria', ({ id }) => ({ planId: id }), status),
    frozen('assignEvaluator', ({ id }) => ({ planId: id, userId: userId('otherEvaluator') }), status),
  ]),
]

const bySeat = ({ seat }: Judged) => ({ id: seat, version: 1 })
const waiting =
  (status: string, options: Options = {}) =>
  (world: World) =>
    judged(world, status, { handedIn: false, ...options })

const seatRows = [
  verb({
    verb: 'handInScores',
    state: 'SCORING',
    make: waiting('SCORING'),
    with: bySeat,
    by: ['evaluator'],
    changes: ({ seat }) => ({ evaluator: [changed(seat, { handed_in_at: [null, MOMENT] })] }),
  }),
  verb({
    verb: 'handInScores',
    state: 'SCORING with a mark missing',
    make: async (world) => {
      const made = await waiting('SCORING')(world)
      await world.db.query('DELETE FROM score WHERE id = $1', [made.scores[0]])
      return made
    },
    with: bySeat,
    by: ['evaluator'],
    refused: 'SCORE_MISSING',
  }),
  verb({ verb: 'handInScores', state: 'handed in', make: (world) => judged(world, 'SCORING'), with: bySeat, by: ['evaluator'], refused: 'HANDED_IN' }),
  ...states
    .filter((status) => status !== 'SCORING')
    .map((status) =>
      verb({ verb: 'handInScores', state: status, make: waiting(status), with: bySeat, by: ['evaluator'], refused: 'NOT_SCORING', ...unlessHandedOut(status) }),
    ),
  ...(['DRAFT', 'SCORING'] as const).map((status) =>
    verb({
      verb: 'declareConflict',
      state: status,
      make: waiting(status),
      with: (made) => ({ ...bySeat(made), text: ' A cousin ' }),
      by: ['evaluator'],
      changes: ({ seat }) => ({ evaluator: [changed(seat, { conflict_declared_at: [null, MOMENT], conflict: [null, 'A cousin'] })] }),
      bad: { 'no words': { with: { text: ' ' }, code: 'REQUIRED', at: 'text' } },
      ...unlessHandedOut(status),
    }),
  ),
  ...(['handInScores', 'declareConflict'] as const).map((name) =>
    verb({
      verb: name,
      state: 'with a conflict declared',
      make: async (world) => {
        const made = await waiting('SCORING')(world)
        await world.set('evaluator', made.seat, { conflict_declared_at: '2014-03-02T00:00:00Z' })
        return made
      },
      with: (made) => ({ ...bySeat(made), text: 'Again' }),
      by: ['evaluator'],
      refused: 'CONFLICT_OF_INTEREST',
    }),
  ),
  ...(['OPENED', 'CONCLUDED', 'PUBLISHED', 'SUPERSEDED'] as const).map((status) =>
    verb({
      verb: 'declareConflict',
      state: status,
      make: waiting(status),
      with: (made) => ({ ...bySeat(made), text: 'Late' }),
      by: ['evaluator'],
      refused: 'SCORES_ARE_OPEN',
    }),
  ),
]

const recommended =
  (status: string, values: Row = {}) =>
  async (world: World) => {
    const { id } = await judged(world, status)
    return { id: await world.put('recommendation', { plan_id: id, ...values }) }
  }
const answered = { answered_at: [null, MOMENT], answered_by_id: [null, ME] } as const

const answerRows = [
  ...(['CONCLUDED', 'PUBLISHED'] as const).map((status) =>
    verb({
      verb: 'respondToRecommendation',
      state: status,
      make: recommended(status),
      with: ({ id }) => ({ id, version: 1, response: 'ADAPT', text: ' Half of it ', dueOn: '2014-09-01', doneOn: null }),
      by: ['ownPartner'],
      changes: ({ id }) => ({
        recommendation: [changed(id, { response: [null, 'ADAPT'], response_text: [null, 'Half of it'], response_due_on: [null, '2014-09-01'], ...answered })],
      }),
      bad: {
        'changes without words': { with: { text: ' ' }, code: 'REQUIRED', at: 'text' },
        'no day': { with: { dueOn: null }, code: 'REQUIRED', at: 'dueOn' },
        'a day that is none': { with: { dueOn: '2014-02-30' }, code: 'NOT_A_DAY', at: 'dueOn' },
        'done on a day to come': { with: { doneOn: '2090-01-01' }, code: 'IN_THE_FUTURE', at: 'doneOn' },
        'a refusal with a day': { with: { response: 'REFUSE' }, code: 'REFUSED_HAS_NO_DAY', at: 'dueOn' },
        'long words': { with: { text: 'x'.repeat(2001) }, code: 'TOO_LONG', at: 'text' },
      },
    }),
  ),
  verb({
    verb: 'respondToRecommendation',
    state: 'accepted before, refused now, of another partner',
    make: recommended('PUBLISHED', { partner_id: OTHER_PARTNER, response: 'ACCEPT', response_due_on: '2014-09-01' }),
    with: ({ id }) => ({ id, version: 1, response: 'REFUSE', text: 'No money', dueOn: null, doneOn: null }),
    by: ['otherPartner'],
    changes: ({ id }) => ({
      recommendation: [changed(id, { response: ['ACCEPT', 'REFUSE'], response_text: [null, 'No money'], response_due_on: ['2014-09-01', null], ...answered })],
    }),
  }),
  ...(['OPENED', 'SUPERSEDED'] as const).map((status) =>
    verb({
      verb: 'respondToRecommendation',
      state: status,
      make: recommended(status),
      with: ({ id }) => ({ id, version: 1, response: 'ACCEPT', dueOn: '2014-09-01' }),
      by: ['ownPartner'],
      refused: 'NOT_CONCLUDED',
    }),
  ),
]

/** An effect of which one seat was measured before and after. */
const withEffect = (status: string) => async (world: World) => {
  const { id: plan_id } = await judged(world, status)
  const indicator_id = await world.put('indicator')
  const contributor_id = await world.put('contributor', { indicator_id })
  await world.put('measurement', { indicator_id, contributor_id, on_day: '2013-06-01', value: 10 })
  await world.put('measurement', { indicator_id, contributor_id, on_day: '2014-02-01', value: 13 })
  const periods = { before_from: '2013-01-01', before_until: '2013-12-31', after_from: '2014-01-01', after_until: '2014-03-31' }
  return { id: await world.put('evaluation_effect', { plan_id, indicator_id, ...periods }) }
}

const effectRows = states.map((status) =>
  verb({
    verb: 'computeEffect',
    state: status,
    make: withEffect(status),
    with: ({ id }) => ({ id, version: 1 }),
    by: steps,
    ...(status === 'SCORING' || status === 'OPENED' ? {} : { refused: 'NOT_JUDGED' }),
    ...unlessHandedOut(status),
    changes: ({ id }) => ({
      evaluation_effect: [
        changed(id, {
          ...{ effect: [null, 3], cannot_say: [null, 'NO_INTERVAL'], points_before: [null, 1], points_after: [null, 1] },
          ...{ method_version: [null, expect.any(String)], computed_at: [null, MOMENT] },
        }),
      ],
    }),
  }),
)

const inProject = { projectId: DEMONSTRATION }
const planIn = (status: string) => async (world: World) => {
  const { id, criteria, seat } = await judged(world, status, { handedIn: status !== 'SCORING' })
  return { plan_id: id, criterion_id: criteria[0], evaluator_id: seat }
}

/** A record in the state in which it is written, and refused in each of the others. */
function inEachState(record: RecordRow, during: readonly string[], code: string, make?: (world: World, within: Row) => Promise<string>): RecordRow[] {
  const others = states.filter((status) => !during.includes(status))
  const made = make ? { make } : {}
  const readers = (status: string) => (status === 'DRAFT' ? { blind: [...drafted.blind, ...(record.blind ?? [])], unseen: drafted.blind } : {})
  return [
    ...during.map((status, index) => ({ ...record, ...made, ...readers(status), ...(index > 0 ? { state: status } : {}), within: planIn(status) })),
    ...others.map((status) => ({ ...record, ...made, ...readers(status), state: status, within: planIn(status), refused: code })),
  ]
}

const some = 'create update delete'
const words = { en: 'Word' }
const rubrics = { rubric1: words, rubric2: words, rubric3: words, rubric4: words, rubric5: words }
const put =
  (table: string) =>
  (world: World, { plan_id }: Row) =>
    world.put(table, { plan_id })

const records: readonly RecordRow[] = [
  {
    record: 'EvaluationPlan',
    table: 'evaluation_plan',
    verbs: 'create update archive delete',
    by: ['leadPartner'],
    ...drafted,
    answersToCreate: { observer: 'NOT_YOURS' },
    create: () => ({ ...inProject, title: 'Midway', timing: 'INTERIM', design: 'BEFORE_AFTER' }),
    created: () => ({ title: 'Midway', timing: 'INTERIM', design: 'BEFORE_AFTER', status: 'DRAFT', disagreement_threshold: 2, revision: 1 }),
    update: { questions: 'What came of it?', scoringFrom: '2014-03-01', scoringUntil: '2014-03-31' },
    updated: { questions: [null, 'What came of it?'], scoring_from: [null, '2014-03-01'], scoring_until: [null, '2014-03-31'] },
    bad: { 'an end before the start': { with: { scoringFrom: '2014-03-01', scoringUntil: '2014-02-01' }, code: 'END_BEFORE_START', at: 'scoringUntil' } },
  },
  ...notDrafted.map((status) => ({
    ...{ record: 'EvaluationPlan', table: 'evaluation_plan', verbs: 'update archive delete', by: ['leadPartner'] as const, state: status },
    ...{ make: async (world: World) => (await judged(world, status)).id, update: { questions: 'Late' }, refused: 'PLAN_FROZEN' },
  })),
  ...inEachState(
    {
      record: 'EvaluationSubject',
      table: 'evaluation_subject',
      verbs: 'create delete',
      by: ['leadPartner'],
      create: ({ plan_id }) => ({ ...inProject, planId: plan_id, pilotId: samplePilot }),
      created: ({ plan_id }) => ({ plan_id, pilot_id: samplePilot }),
    },
    ['DRAFT'],
    'PLAN_FROZEN',
    put('evaluation_subject'),
  ),
  ...inEachState(
    {
      record: 'EvaluationIndicator',
      table: 'evaluation_indicator',
      verbs: some,
      by: ['leadPartner'],
      create: ({ plan_id }) => ({ ...inProject, planId: plan_id, indicatorId: sampleIndicator }),
      created: ({ plan_id }) => ({ plan_id, indicator_id: sampleIndicator }),
      update: { comparison: 'Last year' },
      updated: { comparison: [null, 'Last year'] },
    },
    ['DRAFT'],
    'PLAN_FROZEN',
    put('evaluation_indicator'),
  ),
  ...inEachState(
    {
      record: 'Criterion',
      table: 'criterion',
      verbs: some,
      by: ['leadPartner'],
      create: ({ plan_id }) => ({ ...inProject, planId: plan_id, title: words, question: words, weight: 0.2, ...rubrics }),
      created: ({ plan_id }) => ({ plan_id, position: 1, code: 'OWN', title: words, question: words, weight: 0.2, ...rubrics }),
      update: { weight: 0.3 },
      updated: { weight: [0.5, 0.3] },
      bad: { 'a weight above 1': { of: 'update', with: { weight: 1.1 }, code: 'TOO_LARGE', at: 'weight' } },
    },
    ['DRAFT'],
    'PLAN_FROZEN',
    put('criterion'),
  ),
  ...inEachState({ record: 'Evaluator', table: 'evaluator', verbs: 'delete', by: ['leadPartner'] }, ['DRAFT'], 'PLAN_FROZEN', (world, { plan_id }) =>
    world.put('evaluator', { plan_id, user_id: userId('otherEvaluator') }),
  ),
  ...inEachState(
    {
      record: 'Score',
      table: 'score',
      verbs: some,
      by: ['evaluator'],
      blind: members.filter((person) => person !== 'evaluator'),
      answersToCreate: Object.fromEntries(members.filter((person) => person !== 'evaluator').map((person) => [person, 'NOT_YOURS'])),
      create: ({ plan_id, evaluator_id, fresh }) => ({
        ...inProject,
        planId: plan_id,
        evaluatorId: evaluator_id,
        criterionId: fresh,
        mark: 4,
        reason: 'Seen so',
      }),
      created: ({ plan_id, evaluator_id, fresh }) => ({ plan_id, evaluator_id, criterion_id: fresh, mark: 4, reason: 'Seen so' }),
      update: { mark: null, abstention: 'TOO_EARLY' },
      updated: { mark: [3, null], abstention: [null, 'TOO_EARLY'] },
      bad: {
        'neither mark nor abstention': { of: 'update', with: { mark: null }, code: 'NO_MARK', at: 'mark' },
        'mark and abstention': { of: 'update', with: { abstention: 'TOO_EARLY' }, code: 'MARK_AND_ABSTENTION', at: 'abstention' },
        'evidence that is no address': { of: 'update', with: { evidence: 'Report' }, code: 'NOT_A_LINK', at: 'evidence' },
      },
    },
    ['SCORING'],
    'NOT_SCORING',
    (world, { plan_id, evaluator_id, fresh }) => world.put('score', { plan_id, evaluator_id, criterion_id: fresh }),
  ).map(
    (record): RecordRow => ({
      ...record,
      within: async (world) => {
        const around = (await record.within?.(world)) ?? {}
        return { ...around, fresh: await world.put('criterion', { plan_id: around.plan_id }) }
      },
    }),
  ),
  ...inEachState(
    {
      record: 'ConsensusNote',
      table: 'consensus_note',
      verbs: some,
      by: steps,
      create: ({ plan_id, criterion_id }) => ({ ...inProject, planId: plan_id, criterionId: criterion_id, text: 'Agreed', agreedMark: 3 }),
      created: ({ plan_id, criterion_id }) => ({ plan_id, criterion_id, text: 'Agreed', agreed_mark: 3 }),
      update: { agreedMark: 4 },
      updated: { agreed_mark: [null, 4] },
      bad: { 'a mark above 5': { of: 'update', with: { agreedMark: 6 }, code: 'TOO_LARGE', at: 'agreedMark' } },
    },
    ['OPENED'],
    'NOT_OPENED',
    (world, { plan_id, criterion_id }) => world.put('consensus_note', { plan_id, criterion_id }),
  ),
  ...inEachState(
    {
      record: 'Finding',
      table: 'finding',
      verbs: 'create update archive delete',
      by: steps,
      create: ({ plan_id, criterion_id }) => ({ ...inProject, planId: plan_id, criterionId: criterion_id, title: 'It helps', strength: 'TESTED' }),
      created: ({ plan_id, criterion_id }) => ({ plan_id, criterion_id, title: 'It helps', strength: 'TESTED' }),
      update: { strength: 'DOCUMENTED' },
      updated: { strength: ['CLAIMED', 'DOCUMENTED'] },
      bad: { 'no strength': { of: 'update', with: { strength: null }, code: 'REQUIRED', at: 'strength' } },
    },
    ['OPENED'],
    'NOT_OPENED',
    put('finding'),
  ),
  ...inEachState(
    {
      record: 'Lesson',
      table: 'lesson',
      verbs: 'create update archive delete',
      by: steps,
      create: ({ plan_id }) => ({ ...inProject, planId: plan_id, title: 'Ask early', forWhom: 'Managers' }),
      created: ({ plan_id }) => ({ plan_id, title: 'Ask early', for_whom: 'Managers' }),
      update: { text: 'More' },
      updated: { text: [null, 'More'] },
      bad: { 'for nobody': { of: 'update', with: { forWhom: '' }, code: 'REQUIRED', at: 'forWhom' } },
    },
    ['OPENED'],
    'NOT_OPENED',
    put('lesson'),
  ),
  ...inEachState(
    {
      record: 'Recommendation',
      table: 'recommendation',
      verbs: 'create update archive delete',
      by: steps,
      create: ({ plan_id }) => ({ ...inProject, planId: plan_id, title: 'Go on', partnerId: PARTNER, dueOn: '2014-06-01' }),
      created: ({ plan_id }) => ({ plan_id, title: 'Go on', partner_id: PARTNER, due_on: '2014-06-01' }),
      update: { partnerId: OTHER_PARTNER },
      updated: { partner_id: [PARTNER, OTHER_PARTNER] },
      bad: { 'no day': { of: 'update', with: { dueOn: null }, code: 'REQUIRED', at: 'dueOn' } },
    },
    ['OPENED'],
    'NOT_OPENED',
    put('recommendation'),
  ),
  ...inEachState(
    {
      record: 'EvaluationEffect',
      table: 'evaluation_effect',
      verbs: some,
      by: steps,
      create: ({ plan_id }) => ({
        ...{ ...inProject, planId: plan_id, title: 'More firms', indicatorId: sampleIndicator, design: 'CONTRIBUTION_STORY' },
        ...{ robustness: 1, wording: 'CHANGED', assumptions: 'None' },
      }),
      created: ({ plan_id }) => ({
        ...{ plan_id, title: 'More firms', indicator_id: sampleIndicator, design: 'CONTRIBUTION_STORY' },
        ...{ robustness: 1, wording: 'CHANGED', assumptions: 'None' },
      }),
      update: { robustness: 2, wording: 'WENT_ALONG' },
      updated: { robustness: [1, 2], wording: ['CHANGED', 'WENT_ALONG'] },
      bad: {
        'more than the design carries': { of: 'update', with: { robustness: 3 }, code: 'STRONGER_THAN_DESIGN', at: 'robustness' },
        'words that say more': { of: 'update', with: { wording: 'CONTRIBUTED' }, code: 'WORDS_TOO_STRONG', at: 'wording' },
        'a comparison without one': { of: 'update', with: { design: 'COMPARISON_GROUP' }, code: 'COMPARISON_NEEDED', at: 'comparisonIndicatorId' },
        'a comparison with itself': {
          of: 'update',
          with: { indicatorId: sampleIndicator, comparisonIndicatorId: sampleIndicator },
          code: 'SAME_INDICATOR',
          at: 'comparisonIndicatorId',
        },
        'an end before the start': { of: 'update', with: { afterFrom: '2014-02-01', afterUntil: '2014-01-01' }, code: 'END_BEFORE_START', at: 'afterUntil' },
      },
    },
    ['SCORING', 'OPENED'],
    'NOT_JUDGED',
    put('evaluation_effect'),
  ),
]

const otherRows = [
  verb({
    verb: 'createEvaluationSubject',
    state: 'of a pilot that only its own partner sees',
    make: async (world) => ({ plan_id: await world.put('evaluation_plan'), pilot_id: await world.put('pilot', { audience: 'OWN' }) }),
    with: ({ plan_id, pilot_id }) => ({ input: { ...inProject, planId: plan_id, pilotId: pilot_id } }),
    by: ['leadPartner', 'leader', 'ownPartner'],
    answers: Object.fromEntries([...members, 'administrator', 'elsewhere'].map((person) => [person, 'UNKNOWN_REFERENCE'])),
    refused: 'SEEN_BY_OWN',
  }),
  verb({
    verb: 'createFinding',
    state: 'on a criterion of another evaluation',
    make: async (world) => ({ plan_id: (await judged(world, 'OPENED')).id, criterion_id: (await judged(world, 'OPENED')).criteria[0] }),
    with: ({ plan_id, criterion_id }) => ({ input: { ...inProject, planId: plan_id, criterionId: criterion_id, title: 'x', strength: 'CLAIMED' } }),
    by: members,
    answers: { administrator: 'UNKNOWN_REFERENCE', elsewhere: 'UNKNOWN_REFERENCE' },
    refused: 'OTHER_PLAN',
  }),
  verb({
    verb: 'updateScore',
    state: 'handed in',
    make: async (world) => ({ id: (await judged(world, 'SCORING')).scores[0] }),
    with: ({ id }) => ({ id, version: 1, input: { mark: 5 } }),
    by: ['evaluator'],
    blind: members,
    refused: 'HANDED_IN',
  }),
]

const all = [
  ...moves.flatMap((move) => states.map((status) => moveRow(move, status))),
  ...lackingRows,
  ...finalRows,
  ...revisionRows,
  ...draftRows,
  ...seatRows,
  ...answerRows,
  ...effectRows,
  ...otherRows,
]

describeRoom('evaluation', all, records)
