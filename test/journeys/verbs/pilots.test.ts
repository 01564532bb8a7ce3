import { added, type Changes, changed, ME, MOMENT } from '../../support/verbs/changes.js'
import type { Row } from '../../support/verbs/deeds.js'
import { describeRoom } from '../../support/verbs/describe-room.js'
import { AREA, DEMONSTRATION, members, OTHER_AREA, OTHER_PACKAGE, OTHER_PARTNER, PACKAGE, PARTNER, type Person, PHASE } from '../../support/verbs/people.js'
import type { RecordRow } from '../../support/verbs/record-rows.js'
import { one, verb } from '../../support/verbs/verb-rows.js'
import type { World } from '../../support/verbs/world.js'

const runs = ['leadPartner', 'leader', 'ownPartner'] as const
const leads = ['leader', 'leadPartner'] as const
const insiders: readonly Person[] = runs
/** Members who may not read a pilot that is kept to its own. */
const blind = members.filter((person) => !insiders.includes(person))
const recorded = { recorded_at: MOMENT, recorded_by_id: ME }
const outsiders = (answer: string): Partial<Record<Person, string>> => ({ administrator: answer, elsewhere: answer })

/** A pilot that is planned, has a target, and was measured by its own partner and by another one. */
async function measured(world: World, values: Row = {}, indicator: Row = {}) {
  const id = await world.put('pilot', values)
  const planId = await world.put('pilot_plan', { pilot_id: id })
  const indicator_id = await world.put('indicator', { pilot_id: id, ...indicator })
  const targetId = await world.put('target', { indicator_id })
  const seat = await world.put('contributor', { indicator_id })
  const otherSeat = await world.put('contributor', { indicator_id, partner_id: OTHER_PARTNER, since: '2014-01-01', until: '2014-04-01' })
  const figure = indicator.measure === 'RATIO' ? { value: null, numerator: 1, denominator: 2 } : indicator.measure === 'SCALE' ? { value: 3 } : {}
  const measurement = await world.put('measurement', { indicator_id, contributor_id: seat, source: 'Desk', ...figure })
  const otherMeasurement = await world.put('measurement', { indicator_id, contributor_id: otherSeat, ...figure })
  return { id, planId, indicator_id, targetId, seat, otherSeat, measurement, otherMeasurement }
}

type Measured = Awaited<ReturnType<typeof measured>>

const states = ['PLANNED', 'RUNNING', 'SUSPENDED', 'COMPLETED', 'CANCELLED', 'EVALUATED'] as const

/** A move: from which states, to which, by whom, what it asks for, and what it writes beside the state. */
const moves: readonly {
  key: string
  from: readonly string[]
  to: string
  by: readonly Person[]
  asks: Row
  writes?: Record<string, readonly [unknown, unknown]>
  log: Row
}[] = [
  {
    ...{ key: 'START', from: ['PLANNED'], to: 'RUNNING', by: runs, asks: { startedOn: '2014-01-02' } },
    writes: { started_on: [null, '2014-01-02'], started_on_precision: [null, 'DAY'] },
    log: { on_day: '2014-01-02' },
  },
  { key: 'SUSPEND', from: ['RUNNING'], to: 'SUSPENDED', by: runs, asks: { reason: ' Rain ' }, log: { reason: 'Rain' } },
  { key: 'RESUME', from: ['SUSPENDED'], to: 'RUNNING', by: runs, asks: {}, log: {} },
  {
    ...{ key: 'COMPLETE', from: ['RUNNING'], to: 'COMPLETED', by: runs, asks: { endedOn: '2014-04-01' } },
    writes: { ended_on: [null, '2014-04-01'], ended_on_precision: [null, 'DAY'] },
    log: { on_day: '2014-04-01' },
  },
  {
    ...{ key: 'CANCEL', from: ['PLANNED', 'RUNNING', 'SUSPENDED'], to: 'CANCELLED', by: leads, asks: { reason: 'Rain', endedOn: '2014-04-01' } },
    writes: { cancelled_on: [null, '2014-04-01'] },
    log: { reason: 'Rain', on_day: '2014-04-01' },
  },
  { key: 'REOPEN', from: ['COMPLETED', 'CANCELLED'], to: 'RUNNING', by: leads, asks: { reason: 'More' }, log: { reason: 'More' } },
]

const moveRows = moves.flatMap(({ key, from, to, by, asks, writes, log }) =>
  states.map((status) =>
    verb({
      verb: 'transitionPilot',
      state: `${key} from ${status}`,
      make: (world) => measured(world, { status }),
      with: ({ id }) => ({ id, version: 1, key, input: asks }),
      by,
      ...(from.includes(status) ? {} : { refused: 'WRONG_STATE' }),
      changes: ({ id }) => ({
        pilot: [changed(id, { status: [status, to], ...writes })],
        pilot_transition: [added({ pilot_id: id, key, from_status: status, to_status: to, ...log, ...recorded })],
      }),
      bad: Object.fromEntries([
        ['a move that is none', { with: { key: 'FLY' }, code: 'UNKNOWN_MOVE', at: 'key' }],
        ...Object.keys(asks).map((name) => [`no ${name}`, { with: { input: { ...asks, [name]: null } }, code: 'REQUIRED', at: `input.${name}` }]),
        ...Object.keys(asks)
          .filter((name) => name.endsWith('On'))
          .map((name) => [`a ${name} that is no day`, { with: { input: { ...asks, [name]: '2014-02-30' } }, code: 'NOT_A_DAY', at: `input.${name}` }]),
      ]),
    }),
  ),
)

const start = ({ id }: { id: string }) => ({ id, version: 1, key: 'START', input: { startedOn: '2014-01-02' } })
const complete = ({ id }: { id: string }) => ({ id, version: 1, key: 'COMPLETE', input: { endedOn: '2014-04-01' } })

const conditionRows = [
  verb({ verb: 'transitionPilot', state: 'START without a plan', make: one('pilot'), with: start, by: runs, refused: 'NO_PLAN' }),
  verb({
    verb: 'transitionPilot',
    state: 'START without a target',
    make: async (world) => {
      const id = await world.put('pilot')
      await world.put('pilot_plan', { pilot_id: id })
      return { id }
    },
    with: start,
    by: runs,
    refused: 'NO_TARGET',
  }),
  verb({
    verb: 'transitionPilot',
    state: 'COMPLETE without a measurement',
    make: async (world) => {
      const made = await measured(world, { status: 'RUNNING' })
      await world.db.query('DELETE FROM measurement WHERE indicator_id = $1', [made.indicator_id])
      return made
    },
    with: complete,
    by: runs,
    refused: 'NOT_MEASURED',
  }),
  verb({
    verb: 'transitionPilot',
    state: 'EVALUATE by hand',
    make: one('pilot', { status: 'COMPLETED' }),
    with: ({ id }) => ({ id, version: 1, key: 'EVALUATE' }),
    by: [...members, 'administrator', 'elsewhere'],
    refused: 'BY_FINAL_EVALUATION',
  }),
  verb({
    verb: 'transitionPilot',
    state: 'CANCEL of one that is kept to its own',
    make: (world) => measured(world, { audience: 'OWN' }),
    with: ({ id }) => ({ id, version: 1, key: 'CANCEL', input: { reason: 'Rain', endedOn: '2014-04-01' } }),
    by: leads,
    blind,
    changes: ({ id }) => ({
      pilot: [changed(id, { status: ['PLANNED', 'CANCELLED'], cancelled_on: [null, '2014-04-01'] })],
      pilot_transition: [
        added({ pilot_id: id, key: 'CANCEL', from_status: 'PLANNED', to_status: 'CANCELLED', reason: 'Rain', on_day: '2014-04-01', ...recorded }),
      ],
    }),
  }),
]

const plan = { startsOn: '2014-02-01', endsOn: '2014-11-30', reason: ' Later ' }

const planRows = [
  verb({
    verb: 'replanPilot',
    state: 'planned before',
    make: (world) => measured(world),
    with: ({ id }) => ({ id, version: 1, ...plan }),
    by: runs,
    changes: ({ id, planId }) => ({
      pilot: [changed(id, {})],
      pilot_plan: [
        changed(planId, { superseded_at: [null, MOMENT] }),
        added({ pilot_id: id, starts_on: '2014-02-01', ends_on: '2014-11-30', reason: 'Later', ...recorded }),
      ],
    }),
    bad: {
      'a start that is no day': { with: { startsOn: '2014-02-30' }, code: 'NOT_A_DAY', at: 'startsOn' },
      'an end that is no day': { with: { endsOn: '2014-02-30' }, code: 'NOT_A_DAY', at: 'endsOn' },
      'an end before the start': { with: { endsOn: '2014-01-31' }, code: 'END_BEFORE_START', at: 'endsOn' },
    },
  }),
  verb({
    verb: 'replanPilot',
    state: 'never planned, kept to its own',
    make: one('pilot', { audience: 'OWN' }),
    with: ({ id }) => ({ id, version: 1, startsOn: '2014-02-01', endsOn: null, reason: null }),
    by: runs,
    blind,
    changes: ({ id }) => ({ pilot: [changed(id, {})], pilot_plan: [added({ pilot_id: id, starts_on: '2014-02-01', ...recorded })] }),
  }),
]

const enters = [...runs, 'otherPartner'] as const
const entry = { onDay: '2014-03-15', value: 7, source: 'Desk', note: 'Late' }
const recordIt =
  (change: Row = {}) =>
  ({ otherSeat }: Measured) => ({ input: [{ contributorId: otherSeat, ...entry, ...change }], dryRun: false })
const newMeasurement = ({ indicator_id, otherSeat }: Measured, value = 7): Changes => ({
  measurement: [added({ indicator_id, contributor_id: otherSeat, on_day: '2014-03-15', value, source: 'Desk', note: 'Late', retracted: false, ...recorded })],
})

/** A batch that is refused at one place of its only entry. */
const refusedEntry = (state: string, change: Row, code: string, indicator: Row = {}) =>
  verb({
    verb: 'recordMeasurements',
    state,
    make: (world) => measured(world, {}, indicator),
    with: recordIt(change),
    by: enters,
    answers: outsiders('UNKNOWN_REFERENCE'),
    refused: code,
  })

const ratio = { measure: 'RATIO', combination: 'POOLED' }
const scale = { measure: 'SCALE', scale_max: 5 }

const measurementRows = [
  verb({
    verb: 'recordMeasurements',
    state: 'for the seat of another partner',
    make: (world) => measured(world),
    with: recordIt(),
    by: enters,
    answers: outsiders('UNKNOWN_REFERENCE'),
    changes: (made) => newMeasurement(made),
    after: ({ data }) => expect(data.recordMeasurements).toMatchObject({ recorded: 1, dryRun: false, ids: [expect.any(String)] }),
    bad: {
      nothing: { with: { input: [] }, code: 'BATCH_SIZE', at: 'input' },
      'a seat of nothing': { with: { input: [{ contributorId: OTHER_PARTNER, ...entry }] }, code: 'UNKNOWN_REFERENCE', at: 'input.0.contributorId' },
    },
  }),
  verb({
    verb: 'recordMeasurements',
    state: 'for the seat of its own partner',
    make: (world) => measured(world),
    with: ({ seat }) => ({ input: [{ contributorId: seat, ...entry }], dryRun: false }),
    by: runs,
    answers: outsiders('UNKNOWN_REFERENCE'),
    changes: (made) => newMeasurement({ ...made, otherSeat: made.seat }),
  }),
  verb({
    verb: 'recordMeasurements',
    state: 'of a pilot that is kept to its own',
    make: (world) => measured(world, { audience: 'OWN' }),
    with: recordIt(),
    by: runs,
    answers: Object.fromEntries([...blind, 'administrator', 'elsewhere'].map((person) => [person, 'UNKNOWN_REFERENCE'])),
    changes: (made) => newMeasurement(made),
  }),
  verb({
    verb: 'recordMeasurements',
    state: 'tried only',
    make: (world) => measured(world),
    with: (made) => ({ ...recordIt()(made), dryRun: true }),
    by: enters,
    answers: outsiders('UNKNOWN_REFERENCE'),
    after: ({ data }) => expect(data.recordMeasurements).toMatchObject({ recorded: 1, dryRun: true, ids: [] }),
  }),
  refusedEntry('of no value', { value: null }, 'REQUIRED'),
  refusedEntry('of a value as a ratio', { numerator: 1 }, 'VALUE_HAS_NO_RATIO'),
  refusedEntry('of a value that is too large', { value: 1e14 }, 'TOO_LARGE'),
  refusedEntry('on a day that is none', { onDay: '2014-02-30' }, 'NOT_A_DAY'),
  refusedEntry('on a day that is still to come', { onDay: '2090-01-01' }, 'IN_THE_FUTURE'),
  refusedEntry('before the seat', { onDay: '2013-12-31' }, 'OUTSIDE_SEAT'),
  refusedEntry('from the end of the seat on', { onDay: '2014-04-01' }, 'OUTSIDE_SEAT'),
  refusedEntry('on a day that was measured', { onDay: '2014-03-01' }, 'ALREADY_MEASURED'),
  refusedEntry('with a long note', { note: 'x'.repeat(1001) }, 'TOO_LONG'),
  refusedEntry('of a ratio without its parts', { value: null }, 'REQUIRED', ratio),
  refusedEntry('of a ratio as one value', { value: 7, numerator: 1, denominator: 2 }, 'RATIO_HAS_NO_VALUE', ratio),
  refusedEntry('of a ratio out of nothing', { value: null, numerator: 1, denominator: 0 }, 'TOO_SMALL', ratio),
  ...[1, 5].map((value) =>
    verb({
      verb: 'recordMeasurements',
      state: `of ${value} on a scale from 1 to 5`,
      make: (world) => measured(world, {}, scale),
      with: recordIt({ value }),
      by: enters,
      answers: outsiders('UNKNOWN_REFERENCE'),
      changes: (made) => newMeasurement(made, value),
    }),
  ),
  refusedEntry('off a scale that goes to 5 where nothing is said', { value: 6 }, 'OFF_THE_SCALE', { measure: 'SCALE' }),
  refusedEntry('off the scale', { value: 6 }, 'OFF_THE_SCALE', scale),
  refusedEntry('below the scale', { value: 0 }, 'OFF_THE_SCALE', scale),
]

const superseding = (name: 'correctMeasurement' | 'retractMeasurement', by: readonly Person[], own: boolean, values: Row = {}) => {
  const former = (made: Measured) => (own ? made.measurement : made.otherMeasurement)
  const corrects = name === 'correctMeasurement'
  return verb({
    verb: name,
    state: `of ${own ? 'its own' : 'another'} partner${values.audience ? ', kept to its own' : ''}`,
    make: (world) => measured(world, values),
    with: (made) => ({ id: former(made), reason: ' Counted twice ', ...(corrects ? { value: 4 } : {}) }),
    by,
    ...(values.audience ? { blind } : {}),
    changes: (made) => ({
      measurement: [
        changed(former(made), { superseded_at: [null, MOMENT] }),
        added({
          ...{ indicator_id: made.indicator_id, contributor_id: own ? made.seat : made.otherSeat, on_day: '2014-03-01' },
          ...{ value: corrects ? 4 : 5, corrects_id: former(made), reason: 'Counted twice', retracted: !corrects },
          ...(own ? { source: 'Desk' } : {}),
          ...recorded,
        }),
      ],
    }),
    bad: {
      'no reason': { with: { reason: ' ' }, code: 'REQUIRED', at: 'reason' },
      ...(corrects ? { 'no value': { with: { value: null }, code: 'REQUIRED', at: 'value' } } : {}),
    },
  })
}

const correctionRows = (['correctMeasurement', 'retractMeasurement'] as const).flatMap((name) => [
  superseding(name, enters, false),
  superseding(name, runs, true),
  superseding(name, runs, true, { audience: 'OWN' }),
  verb({
    verb: name,
    state: 'that was corrected before',
    make: async (world) => {
      const made = await measured(world)
      await world.set('measurement', made.measurement, { superseded_at: '2014-04-01T00:00:00Z' })
      return made
    },
    with: ({ measurement }) => ({ id: measurement, reason: 'Again', value: 4 }),
    by: runs,
    refused: 'CONFLICT',
  }),
])

const target =
  (value: number | null, dueOn = '2014-03-31') =>
  ({ indicator_id }: { indicator_id: string }) => ({ indicatorId: indicator_id, dueOn, value, reason: 'Agreed' })

const targetRows = [
  verb({
    verb: 'setTarget',
    state: 'for a day that has one',
    make: (world) => measured(world),
    with: target(40),
    by: runs,
    changes: ({ indicator_id, targetId }) => ({
      target: [changed(targetId, { superseded_at: [null, MOMENT] }), added({ indicator_id, due_on: '2014-03-31', value: 40, reason: 'Agreed', ...recorded })],
    }),
  }),
  verb({
    verb: 'setTarget',
    state: 'for another day',
    make: (world) => measured(world),
    with: target(40, '2014-06-30'),
    by: runs,
    changes: ({ indicator_id }) => ({ target: [added({ indicator_id, due_on: '2014-06-30', value: 40, reason: 'Agreed', ...recorded })] }),
  }),
  verb({
    verb: 'setTarget',
    state: 'given up',
    make: (world) => measured(world, { audience: 'OWN' }),
    with: target(null),
    by: runs,
    blind,
    changes: ({ indicator_id, targetId }) => ({
      target: [changed(targetId, { superseded_at: [null, MOMENT] }), added({ indicator_id, due_on: '2014-03-31', reason: 'Agreed', ...recorded })],
    }),
  }),
  verb({
    verb: 'setTarget',
    state: 'on the wrong side',
    make: (world) => measured(world, {}, { direction: 'LESS', baseline: 30 }),
    with: target(31),
    by: runs,
    refused: 'WRONG_SIDE',
  }),
  verb({ verb: 'setTarget', state: 'off the scale', make: (world) => measured(world, {}, scale), with: target(6), by: runs, refused: 'OFF_THE_SCALE' }),
]

const losing = [
  verb({
    verb: 'updatePilot',
    state: 'given to another partner',
    make: one('pilot'),
    with: ({ id }) => ({ id, version: 1, input: { partnerId: OTHER_PARTNER } }),
    by: ['leadPartner', 'leader'],
    answers: { ownPartner: 'WOULD_LOSE_IT' },
    changes: ({ id }) => ({ pilot: [changed(id, { partner_id: [PARTNER, OTHER_PARTNER] })] }),
  }),
  verb({
    verb: 'updatePilot',
    state: 'moved to another work package',
    make: one('pilot'),
    with: ({ id }) => ({ id, version: 1, input: { workPackageId: OTHER_PACKAGE } }),
    by: ['leadPartner', 'ownPartner'],
    answers: { leader: 'WOULD_LOSE_IT' },
    changes: ({ id }) => ({ pilot: [changed(id, { work_package_id: [PACKAGE, OTHER_PACKAGE] })] }),
  }),
  verb({
    verb: 'updateIndicator',
    state: 'measured, in what is fixed',
    make: (world) => measured(world),
    with: ({ indicator_id }) => ({ id: indicator_id, version: 1, input: { aggregation: 'LATEST' } }),
    by: runs,
    refused: 'FROZEN',
  }),
  verb({
    verb: 'updateIndicator',
    state: 'measured, in what is not fixed',
    make: (world) => measured(world),
    with: ({ indicator_id }) => ({ id: indicator_id, version: 1, input: { unit: 'firms', weight: 2 } }),
    by: runs,
    changes: ({ indicator_id }) => ({ indicator: [changed(indicator_id, { unit: [null, 'firms'], weight: [1, 2] })] }),
  }),
  verb({
    verb: 'updatePilot',
    state: 'kept to its own',
    make: one('pilot', { audience: 'OWN' }),
    with: ({ id }) => ({ id, version: 1, input: { audience: 'PROJECT' } }),
    by: runs,
    blind,
    changes: ({ id }) => ({ pilot: [changed(id, { audience: ['OWN', 'PROJECT'] })] }),
  }),
]

const all = 'create update archive delete'
const inProject = { projectId: DEMONSTRATION }
const shape = { measure: 'NUMBER', aggregation: 'SUM', combination: 'SUM', direction: 'MORE' }
const ofPilot = async (world: World) => ({ pilot_id: await world.put('pilot') })

const records: readonly RecordRow[] = [
  {
    record: 'Pilot',
    table: 'pilot',
    verbs: all,
    by: runs,
    create: () => ({ ...inProject, title: 'New pilot', partnerId: PARTNER, workPackageId: PACKAGE, phaseId: PHASE }),
    created: () => ({
      title: 'New pilot',
      partner_id: PARTNER,
      work_package_id: PACKAGE,
      phase_id: PHASE,
      status: 'PLANNED',
      weight: 1,
      audience: 'PROJECT',
      in_public_benchmarks: false,
    }),
    update: { summary: 'Short', weight: 2.5, thematicAreaId: OTHER_AREA },
    updated: { summary: [null, 'Short'], weight: [1, 2.5], thematic_area_id: [AREA, OTHER_AREA] },
    bad: {
      'a weight below 0': { with: { weight: -1 }, code: 'TOO_SMALL', at: 'weight' },
      'no title': { with: { title: null }, code: 'REQUIRED', at: 'title' },
      'an area of another project': { of: 'update', with: { thematicAreaId: PARTNER }, code: 'UNKNOWN_REFERENCE', at: 'thematicAreaId' },
    },
  },
  {
    record: 'PilotPartner',
    table: 'pilot_partner',
    verbs: 'create delete',
    by: runs,
    within: ofPilot,
    create: ({ pilot_id }) => ({ ...inProject, pilotId: pilot_id, partnerId: PARTNER }),
    created: ({ pilot_id }) => ({ pilot_id, partner_id: PARTNER }),
    bad: { 'no pilot': { with: { pilotId: null }, code: 'REQUIRED', at: 'pilotId' } },
  },
  {
    record: 'PilotArea',
    table: 'pilot_area',
    verbs: 'create delete',
    by: runs,
    within: ofPilot,
    create: ({ pilot_id }) => ({ ...inProject, pilotId: pilot_id, thematicAreaId: OTHER_AREA }),
    created: ({ pilot_id }) => ({ pilot_id, thematic_area_id: OTHER_AREA }),
    bad: { 'no pilot': { with: { pilotId: null }, code: 'REQUIRED', at: 'pilotId' } },
  },
  {
    record: 'Indicator',
    table: 'indicator',
    verbs: all,
    by: runs,
    within: ofPilot,
    create: ({ pilot_id }) => ({ ...inProject, pilotId: pilot_id, title: 'Firms', ...shape }),
    created: ({ pilot_id }) => ({ pilot_id, position: 1, title: 'Firms', weight: 1, ...shape }),
    update: { every: 'MONTH', baseline: 3 },
    updated: { every: [null, 'MONTH'], baseline: [null, 3] },
    bad: {
      'a ratio that is added up': { of: 'update', with: { measure: 'RATIO' }, code: 'RATIO_IS_POOLED', at: 'combination' },
      'a ratio that is averaged': { of: 'update', with: { ...ratio, aggregation: 'AVERAGE' }, code: 'RATIO_NOT_AVERAGED', at: 'aggregation' },
      'less without the level before': { of: 'update', with: { direction: 'LESS' }, code: 'BASELINE_NEEDED', at: 'baseline' },
      'a scale without its top': { of: 'update', with: { measure: 'SCALE' }, code: 'SCALE_TOP', at: 'scaleMax' },
      'a bound without a band': { of: 'update', with: { bandLow: 1 }, code: 'BAND_BOUNDS', at: 'bandLow' },
      'a band that is crossed': { of: 'update', with: { direction: 'BAND', bandLow: 2, bandHigh: 1, baseline: 0 }, code: 'BAND_CROSSED', at: 'bandHigh' },
    },
  },
  {
    record: 'Contributor',
    table: 'contributor',
    verbs: all,
    by: runs,
    within: async (world) => ({ indicator_id: await world.put('indicator') }),
    create: ({ indicator_id }) => ({ ...inProject, indicatorId: indicator_id, partnerId: OTHER_PARTNER, since: '2014-01-01' }),
    created: ({ indicator_id }) => ({ indicator_id, partner_id: OTHER_PARTNER, since: '2014-01-01' }),
    update: { until: '2014-05-01' },
    updated: { until: [null, '2014-05-01'] },
    bad: { 'a day that is none': { of: 'update', with: { until: '2014-02-30' }, code: 'NOT_A_DAY', at: 'until' } },
  },
  {
    record: 'Risk',
    table: 'risk',
    verbs: all,
    by: runs,
    within: ofPilot,
    create: ({ pilot_id }) => ({ ...inProject, pilotId: pilot_id, title: 'Rain', likelihood: 5, impact: 1 }),
    created: ({ pilot_id }) => ({ pilot_id, title: 'Rain', likelihood: 5, impact: 1 }),
    update: { mitigation: 'Umbrella', ownerId: PARTNER },
    updated: { mitigation: [null, 'Umbrella'], owner_id: [null, PARTNER] },
    bad: { 'an impact above 5': { of: 'update', with: { impact: 6 }, code: 'TOO_LARGE', at: 'impact' } },
  },
]

describeRoom('pilots', [...moveRows, ...conditionRows, ...planRows, ...measurementRows, ...correctionRows, ...targetRows, ...losing], records)
