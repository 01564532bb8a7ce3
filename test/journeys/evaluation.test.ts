import { codeOf, Evaluations } from '../support/evaluation.js'
import { type Client, PASSWORD, type Product, startProduct } from '../support/product.js'

let product: Product
let evaluations: Evaluations
let lead: Client
let a: Client
let b: Client
let c: Client
let owner: Client

beforeAll(async () => {
  product = await startProduct()
  ;[lead, a, b, c, owner] = (await Promise.all(['lead', 'evaluator', 'evaluator-b', 'evaluator-c', 'partner-b'].map((name) => product.client.as(name)))) as [
    Client,
    Client,
    Client,
    Client,
    Client,
  ]
  evaluations = await Evaluations.of(lead)
})

afterAll(() => product.stop())

const pilotState = async (title: string) =>
  (await lead.ask('query ($title: String!) { pilots(filter: {title: {eq: $title}}) { nodes { id version status } } }', { title })).data.pilots.nodes[0]

describe('an evaluation from plan to answers', () => {
  let id: string

  it('is drafted with the six criteria in two languages, and says what it lacks', async () => {
    const bare = (await evaluations.create('EvaluationPlan', { title: 'Vouchers', timing: 'INTERIM', design: 'BEFORE_AFTER' })).data.createEvaluationPlan
    const lacks = await evaluations.move(bare.id, 'START_SCORING')
    expect(codeOf(lacks)).toBe('NO_SUBJECT')
    id = await evaluations.draft({ title: 'Vouchers in the midst', people: ['Eva Luator', 'Bruno Second', 'Clara Third'] })
    const { data } = await lead.ask(
      `query ($id: ID!) { evaluationPlan(id: $id) { weightSum criteria { nodes { code title(language: "it") rubric1(language: "en") rubric5(language: "it") weight } }
        availableTransitions { key allowed reason params by } can { update { allowed } revise { allowed reason } } } }`,
      { id },
    )
    const { criteria, availableTransitions, can } = data.evaluationPlan
    expect(criteria.nodes.map(({ code }: { code: string }) => code)).toEqual([
      'RELEVANCE',
      'COHERENCE',
      'EFFECTIVENESS',
      'EFFICIENCY',
      'IMPACT',
      'SUSTAINABILITY',
    ])
    expect(criteria.nodes[0]).toMatchObject({ title: 'Pertinenza', rubric1: expect.stringMatching(/^Nobody/), rubric5: expect.stringMatching(/bisogno/) })
    expect(availableTransitions).toEqual([{ key: 'START_SCORING', allowed: true, reason: null, params: null, by: 'LEAD_PARTNER' }])
    expect(can).toEqual({ update: { allowed: true }, revise: { allowed: false, reason: 'NOTHING_TO_REVISE' } })
  })

  it('names the sum of weights that do not add up', async () => {
    const [first] = await evaluations.criteria(id)
    const change = 'mutation ($id: ID!, $version: Int!, $weight: Decimal) { updateCriterion(id: $id, version: $version, input: {weight: $weight}) { version } }'
    await lead.ask(change, { ...first, weight: 0.5 })
    const refused = await evaluations.move(id, 'START_SCORING')
    expect(refused.errors?.[0]?.extensions.faults?.[0]).toMatchObject({ code: 'WEIGHTS_SUM', params: { sum: 1.333335 } })
    expect(refused.errors?.[0]?.message).toContain('1.333335')
    const { data } = await lead.ask('query ($id: ID!) { evaluationPlan(id: $id) { availableTransitions { reason params } } }', { id })
    expect(data.evaluationPlan.availableTransitions[0]).toEqual({ reason: 'WEIGHTS_SUM', params: { sum: 1.333335 } })
    await lead.ask(change, { ...first, version: (first?.version ?? 0) + 1, weight: 0.166667 })
  })

  it('is frozen when scoring starts: plan, criteria, pilots and evaluators refuse with the reason', async () => {
    expect((await evaluations.move(id, 'START_SCORING')).data.transitionEvaluationPlan.status).toBe('SCORING')
    const [criterion] = await evaluations.criteria(id)
    const tries = [
      await lead.ask('mutation ($id: ID!, $version: Int!) { updateEvaluationPlan(id: $id, version: $version, input: {title: "x"}) { id } }', {
        id,
        version: await evaluations.version(id),
      }),
      await lead.ask('mutation ($id: ID!, $version: Int!) { updateCriterion(id: $id, version: $version, input: {weight: 1}) { id } }', { ...criterion }),
      await lead.ask('mutation ($id: ID!, $version: Int!) { deleteCriterion(id: $id, version: $version) { deletedId } }', { ...criterion }),
      await evaluations.create('EvaluationSubject', { planId: id, pilotId: await evaluations.idOf('pilots', 'title: {eq: "Energy scans"}') }),
      await evaluations.assign(id, 'Eva Luator'),
      await lead.ask('mutation ($id: ID!) { addDacCriteria(planId: $id) { id } }', { id }),
    ]
    expect(tries.map(codeOf)).toEqual(tries.map(() => 'PLAN_FROZEN'))
    const { data } = await lead.ask('query ($id: ID!) { criterion(id: $id) { can { update { allowed reason by } } } }', { id: criterion?.id })
    expect(data.criterion.can.update).toEqual({ allowed: false, reason: 'PLAN_FROZEN', by: 'LEAD_PARTNER' })
  })

  it('refuses marks that are none, both, off the scale, without reason, or of another plan', async () => {
    const { id: evaluatorId } = await evaluations.seat(a, id)
    const [criterion] = await evaluations.criteria(id)
    const other = await evaluations.draft({ title: 'Another' })
    const [foreign] = await evaluations.criteria(other)
    const input = { planId: id, evaluatorId, criterionId: criterion?.id, mark: 3, reason: 'x' }
    const tried = async (change: Readonly<Record<string, unknown>>) => {
      const { errors } = await evaluations.create('Score', { ...input, ...change }, a)
      return errors?.[0]?.extensions.faults?.map(({ path, code }) => [path[0], code])
    }
    expect(await tried({ mark: 6 })).toEqual([['mark', 'TOO_LARGE']])
    expect(await tried({ mark: 0 })).toEqual([['mark', 'TOO_SMALL']])
    expect(await tried({ abstention: 'TOO_EARLY' })).toEqual([['abstention', 'MARK_AND_ABSTENTION']])
    expect(await tried({ mark: null })).toEqual([['mark', 'NO_MARK']])
    expect(await tried({ reason: '  ' })).toEqual([['reason', 'REQUIRED']])
    expect(await tried({ evidence: 'https://example.org/a Report\nsee page 3' })).toEqual([['evidence', 'NOT_A_LINK']])
    expect(await tried({ criterionId: foreign?.id })).toEqual([['criterionId', 'OTHER_PLAN']])
    const { id: seatOfB } = await evaluations.seat(b, id)
    expect(codeOf(await evaluations.create('Score', { ...input, evaluatorId: seatOfB }, a))).toBe('FORBIDDEN')
    expect(codeOf(await evaluations.create('Score', input, lead))).toBe('FORBIDDEN')
  })

  it('takes marks all at once, naming each criterion that lacks one, and keeps them as they are', async () => {
    await evaluations.score(a, id, [4, 3, 4])
    const early = await evaluations.handIn(a, id)
    expect(
      early.errors?.[0]?.extensions.faults?.map((fault) => [fault.code, (fault as unknown as { params: { criterion: string } }).params.criterion]),
    ).toEqual([
      ['SCORE_MISSING', 'Efficiency'],
      ['SCORE_MISSING', 'Impact'],
      ['SCORE_MISSING', 'Sustainability'],
    ])
    const seat = await evaluations.seat(a, id)
    const criteria = await evaluations.criteria(id)
    for (const [index, value] of [{ mark: 3 }, { abstention: 'TOO_EARLY' }, { mark: 2 }].entries()) {
      await evaluations.create('Score', { planId: id, evaluatorId: seat.id, criterionId: criteria[index + 3]?.id, reason: 'x', ...value }, a)
    }
    expect((await evaluations.handIn(a, id)).data.handInScores).toMatchObject({ awaited: false, handedInAt: expect.any(String) })
    const { data } = await a.ask('query ($id: ID!) { scores(first: 1, filter: {plan: {id: {eq: $id}}}) { nodes { id version } } }', { id })
    const late = await a.ask('mutation ($id: ID!, $version: Int!) { updateScore(id: $id, version: $version, input: {mark: 1}) { id } }', {
      ...data.scores.nodes[0],
    })
    expect(codeOf(late)).toBe('HANDED_IN')
    expect(codeOf(await evaluations.handIn(a, id))).toBe('HANDED_IN')
  })

  it('opens when all have handed in: abstentions out of the means, agreement with its interval', async () => {
    await evaluations.score(b, id, [4, 3, 1, 3, 'TOO_EARLY', 3])
    await evaluations.handIn(b, id)
    const awaited = await evaluations.move(id, 'OPEN')
    expect(awaited.errors?.[0]?.extensions.faults?.[0]).toMatchObject({ code: 'AWAITED', params: { people: 'Clara Third' } })
    await evaluations.score(c, id, [5, 'CANNOT_JUDGE', 4, 3, 'CANNOT_JUDGE', 2])
    await evaluations.handIn(c, id)
    const opened = (await evaluations.move(id, 'OPEN', undefined, b)).data.transitionEvaluationPlan
    expect(opened).toMatchObject({ status: 'OPENED', judgements: 3, awaited: 0, agreementMeasure: 'KRIPPENDORFF_ALPHA', judgedShare: 0.833333 })
    expect(opened.agreementLow).toBeLessThanOrEqual(opened.agreement)
    expect(opened.agreementHigh).toBeGreaterThanOrEqual(opened.agreement)
    expect(opened.agreementSeed).toEqual(expect.any(Number))
    expect(opened.overall).toBeCloseTo((13 / 3 + 3 + 3 + 3 + 7 / 3) / 5, 5)
    const { data } = await owner.ask(
      `query ($id: ID!) { criteria(filter: {plan: {id: {eq: $id}}}) { nodes { code mean spread lowest highest marks cannotJudge tooEarly disagrees } }
        scores(first: 50, filter: {plan: {id: {eq: $id}}}) { totalCount } }`,
      { id },
    )
    expect(data.criteria.nodes[1]).toEqual({
      code: 'COHERENCE',
      mean: 3,
      spread: 0,
      lowest: 3,
      highest: 3,
      marks: 2,
      cannotJudge: 1,
      tooEarly: 0,
      disagrees: false,
    })
    expect(data.criteria.nodes[2]).toMatchObject({ mean: 3, lowest: 1, highest: 4, disagrees: true })
    expect(data.criteria.nodes[4]).toEqual({
      code: 'IMPACT',
      mean: null,
      spread: null,
      lowest: null,
      highest: null,
      marks: 0,
      cannotJudge: 1,
      tooEarly: 2,
      disagrees: false,
    })
    expect(data.scores.totalCount).toBe(18)
  })

  it('asks for a consensus note where the marks are far apart, and for a finding, before it is concluded', async () => {
    const unsettled = await evaluations.move(id, 'CONCLUDE')
    expect(unsettled.errors?.[0]?.extensions.faults?.[0]).toMatchObject({ code: 'NO_CONSENSUS_NOTE', params: { criteria: 'Effectiveness' } })
    const criterionId = (await evaluations.criteria(id))[2]?.id
    expect(codeOf(await evaluations.create('ConsensusNote', { planId: id, criterionId, text: 'Not mine to write' }, owner))).toBe('FORBIDDEN')
    await evaluations.create('ConsensusNote', { planId: id, criterionId, text: 'Seen from two sides', agreedMark: 3 }, a)
    expect(codeOf(await evaluations.move(id, 'CONCLUDE'))).toBe('NO_FINDING')
    await evaluations.create('Finding', { planId: id, criterionId, title: 'Firms come back', strength: 'DOCUMENTED' }, c)
    await evaluations.create('Lesson', { planId: id, title: 'Ask early', forWhom: 'Cluster managers' }, b)
    const partnerId = await evaluations.idOf('partners', 'acronym: {eq: "Greenfell"}')
    await evaluations.create('Recommendation', { planId: id, title: 'Shorten the form', partnerId, dueOn: '2014-05-31' })
    expect((await evaluations.move(id, 'CONCLUDE', undefined, a)).data.transitionEvaluationPlan.status).toBe('CONCLUDED')
    expect(codeOf(await evaluations.create('Finding', { planId: id, title: 'Too late', strength: 'CLAIMED' }, a))).toBe('NOT_OPENED')
  })

  it('lets the partner that is asked answer, and nobody else', async () => {
    const { data } = await owner.ask(
      'query ($id: ID!) { recommendations(filter: {plan: {id: {eq: $id}}}) { nodes { id version overdue can { respond { allowed reason by } update { reason } } } } }',
      {
        id,
      },
    )
    const [recommendation] = data.recommendations.nodes
    expect(recommendation).toMatchObject({
      overdue: false,
      can: { respond: { allowed: true, reason: null, by: 'OWN_PARTNER' }, update: { reason: 'NOT_YOURS' } },
    })
    const respond = (by: Client, answer: Readonly<Record<string, unknown>>) =>
      by.ask(
        `mutation ($id: ID!, $version: Int!, $response: RecommendationResponse!, $text: String, $dueOn: Date, $doneOn: Date) {
          respondToRecommendation(id: $id, version: $version, response: $response, text: $text, dueOn: $dueOn, doneOn: $doneOn) { response responseText responseDueOn doneOn answeredBy { displayName } history { totalCount } } }`,
        { ...recommendation, ...answer },
      )
    expect(codeOf(await respond(lead, { response: 'ACCEPT', dueOn: '2014-06-30' }))).toBe('FORBIDDEN')
    expect((await respond(owner, { response: 'ADAPT' })).errors?.[0]?.extensions.faults?.map(({ path }) => path[0])).toEqual(['text', 'dueOn'])
    expect(codeOf(await respond(owner, { response: 'REFUSE', text: 'No', dueOn: '2014-06-30' }))).toBe('REFUSED_HAS_NO_DAY')
    expect(codeOf(await respond(owner, { response: 'ACCEPT', dueOn: '2014-06-30', doneOn: '2150-01-01' }))).toBe('IN_THE_FUTURE')
    const answered = await respond(owner, { response: 'ADAPT', text: 'One page less', dueOn: '2014-06-30' })
    expect(answered.data.respondToRecommendation).toMatchObject({
      response: 'ADAPT',
      responseDueOn: '2014-06-30',
      answeredBy: { displayName: 'Peter Southern' },
    })
    expect(codeOf(await respond(owner, { response: 'ACCEPT', dueOn: '2014-06-30' }))).toBe('CONFLICT')
  })

  it('is published, keeps its moves, and goes back behind the freeze only as a new revision', async () => {
    expect((await evaluations.move(id, 'REOPEN', 'A finding was missed')).data.transitionEvaluationPlan.status).toBe('OPENED')
    await evaluations.move(id, 'CONCLUDE')
    const published = (await evaluations.move(id, 'PUBLISH')).data.transitionEvaluationPlan
    expect(published).toMatchObject({ status: 'PUBLISHED', publishedAt: expect.any(String) })
    expect((await pilotState('Innovation vouchers')).status).toBe('RUNNING')
    const revised = await lead.ask(
      `mutation ($id: ID!, $version: Int!) { reviseEvaluationPlan(id: $id, version: $version, reason: "A new criterion") { id status revision revisionReason supersedes { id status }
        criteria { totalCount } evaluators { nodes { handedInAt } } subjects { totalCount } scores { totalCount } findings { totalCount } } }`,
      { id, version: published.version },
    )
    expect(revised.data.reviseEvaluationPlan).toMatchObject({
      status: 'DRAFT',
      revision: 2,
      supersedes: { id, status: 'PUBLISHED' },
      criteria: { totalCount: 6 },
      subjects: { totalCount: 1 },
      scores: { totalCount: 0 },
      findings: { totalCount: 0 },
      evaluators: { nodes: [{ handedInAt: null }, { handedInAt: null }, { handedInAt: null }] },
    })
    const { data } = await lead.ask(
      'query ($id: ID!) { evaluationPlan(id: $id) { version can { revise { reason } } transitions(first: 20) { nodes { key reason } } } }',
      { id },
    )
    expect(data.evaluationPlan.can.revise.reason).toBe('ALREADY_REVISED')
    expect(data.evaluationPlan.transitions.nodes.map(({ key }: { key: string }) => key)).toEqual([
      'START_SCORING',
      'OPEN',
      'CONCLUDE',
      'REOPEN',
      'CONCLUDE',
      'PUBLISH',
    ])
  })
})

/** Gives a person a further role by invitation; answers how it is taken back. */
async function join(account: string, displayName: string, role: string, partner: string): Promise<() => Promise<void>> {
  const invited = await lead.ask(
    `mutation ($projectId: ID!, $email: String!, $displayName: String!, $role: MemberRole!, $partnerId: ID) {
      invite(projectId: $projectId, email: $email, displayName: $displayName, role: $role, partnerId: $partnerId) { link } }`,
    {
      projectId: evaluations.project,
      email: `${account}@example.org`,
      displayName,
      role,
      partnerId: await evaluations.idOf('partners', `acronym: {eq: "${partner}"}`),
    },
  )
  const [, token] = /token=(.*)$/.exec(invited.data.invite.link) ?? []
  await product.client.ask('mutation ($token: String!, $password: String!) { acceptInvitation(token: $token, password: $password) }', {
    token,
    password: PASSWORD,
  })
  return async () => {
    const filter = `{user: {displayName: {eq: "${displayName}"}}, role: {eq: ${role}}}`
    const { data } = await lead.ask(`{ memberships(filter: ${filter}) { nodes { id version } } }`)
    await lead.ask('mutation ($id: ID!, $version: Int!) { archiveMembership(id: $id, version: $version) { id } }', { ...data.memberships.nodes[0] })
  }
}

describe('conflicts of interest', () => {
  it('keep out whoever belongs to the partner of a pilot, at assignment, at the freeze and at scoring', async () => {
    const own = await evaluations.draft({ title: 'Own pilot', pilots: ['Skills scan with employers'], people: ['Eva Luator'] })
    expect(codeOf(await evaluations.assign(own, 'Peter Southern'))).toBe('NOT_AN_EVALUATOR')
    await join('partner-b', 'Peter Southern', 'EVALUATOR', 'Greenfell')
    expect(codeOf(await evaluations.assign(own, 'Peter Southern'))).toBe('OWN_PARTNERS_PILOT')
    const leave = await join('evaluator', 'Eva Luator', 'PARTNER', 'Greenfell')
    const frozen = await evaluations.move(own, 'START_SCORING')
    expect(frozen.errors?.[0]?.extensions.faults?.[0]).toMatchObject({ code: 'OWN_PILOT', params: { people: 'Eva Luator' } })
    await leave()
    await evaluations.move(own, 'START_SCORING')
    await evaluations.score(a, own, [3, 3, 3, 3, 3])
    const leaveAgain = await join('evaluator', 'Eva Luator', 'PARTNER', 'Greenfell')
    const { id: evaluatorId } = await evaluations.seat(a, own)
    const last = (await evaluations.criteria(own))[5]?.id
    expect(codeOf(await evaluations.create('Score', { planId: own, evaluatorId, criterionId: last, mark: 3, reason: 'x' }, a))).toBe('OWN_PARTNERS_PILOT')
    expect(codeOf(await evaluations.handIn(a, own))).toBe('OWN_PARTNERS_PILOT')
    await leaveAgain()
  })

  it('that are declared take the evaluator out of what is awaited, and the marks out of what is opened', async () => {
    const id = await evaluations.draft({ title: 'With a conflict', people: ['Eva Luator', 'Bruno Second'] })
    await evaluations.move(id, 'START_SCORING')
    await evaluations.score(a, id, [3, 3, 3, 3, 3, 3])
    await evaluations.handIn(a, id)
    await evaluations.score(b, id, [1, 1, 1, 1, 1, 1], 'Never to be opened')
    await evaluations.handIn(b, id)
    const { id: other, version } = await evaluations.seat(b, id)
    const forged = await a.ask('mutation ($id: ID!, $version: Int!) { declareConflict(id: $id, version: $version, text: "x") { id } }', { id: other, version })
    expect(codeOf(forged)).toBe('FORBIDDEN')
    expect(codeOf(await evaluations.conflict(b, id, ' '))).toBe('REQUIRED')
    expect((await evaluations.conflict(b, id, 'My brother runs one of the firms')).data.declareConflict).toMatchObject({ awaited: false })
    expect(codeOf(await evaluations.conflict(b, id, 'Again'))).toBe('CONFLICT_OF_INTEREST')
    const opened = (await evaluations.move(id, 'OPEN')).data.transitionEvaluationPlan
    expect(opened).toMatchObject({ status: 'OPENED', judgements: 1, overall: 3, agreement: null, agreementReading: 'ONE_JUDGEMENT' })
    expect(
      (await lead.ask('query ($id: ID!) { scores(first: 50, filter: {plan: {id: {eq: $id}}}) { nodes { reason } } }', { id })).data.scores.nodes,
    ).toHaveLength(6)
    expect(codeOf(await evaluations.conflict(a, id, 'Too late'))).toBe('SCORES_ARE_OPEN')
    expect(codeOf(await evaluations.create('Finding', { planId: id, title: 'Not b', strength: 'CLAIMED' }, b))).toBe('FORBIDDEN')
  })

  it('of a pilot that only its own partner sees: it is not evaluated', async () => {
    const id = await evaluations.draft({ title: 'Hidden' })
    const hidden = await evaluations.create('EvaluationSubject', { planId: id, pilotId: await evaluations.idOf('pilots', 'audience: {eq: OWN}') })
    expect(codeOf(hidden)).toBe('SEEN_BY_OWN')
  })
})

describe('going on without one evaluator', () => {
  it('waits for the last day, asks for a reason, and leaves both to be seen', async () => {
    const later = await evaluations.draft({ title: 'Still open', values: { scoringUntil: '2150-12-31' } })
    const id = await evaluations.draft({ title: 'Without one' })
    for (const plan of [later, id]) {
      await evaluations.move(plan, 'START_SCORING')
      expect(codeOf(await evaluations.move(plan, 'GO_ON', 'Ill'))).toBe('NOTHING_HANDED_IN')
      await evaluations.score(a, plan, [3, 3, 3, 3, 3, 3])
      await evaluations.handIn(a, plan)
    }
    const early = await evaluations.move(later, 'GO_ON', 'Ill')
    expect(early.errors?.[0]?.extensions.faults?.[0]).toMatchObject({ code: 'SCORING_NOT_OVER', params: { until: '2150-12-31' } })
    expect(codeOf(await evaluations.move(id, 'GO_ON', ' '))).toBe('REQUIRED')
    expect(codeOf(await evaluations.move(id, 'GO_ON', 'Mine to say', a))).toBe('FORBIDDEN')
    await evaluations.score(b, id, [5, 5])
    const gone = (await evaluations.move(id, 'GO_ON', 'Bruno is ill')).data.transitionEvaluationPlan
    expect(gone).toMatchObject({ status: 'OPENED', wentOnBecause: 'Bruno is ill', judgements: 1, awaited: 0 })
    const { data } = await a.ask(
      'query ($id: ID!) { evaluators(filter: {plan: {id: {eq: $id}}}) { nodes { leftOutReason } } scores(filter: {plan: {id: {eq: $id}}}) { totalCount } }',
      { id },
    )
    expect(data.evaluators.nodes.map(({ leftOutReason }: { leftOutReason: string }) => leftOutReason)).toEqual([null, 'Bruno is ill'])
    expect(data.scores.totalCount).toBe(6)
    expect((await b.ask('query ($id: ID!) { scores(filter: {plan: {id: {eq: $id}}}) { totalCount } }', { id })).data.scores.totalCount).toBe(8)
  })
})

describe('only a final evaluation of a completed pilot', () => {
  const evaluate = async (title: string, timing: string, pilots: readonly string[]) => {
    const id = await evaluations.draft({ title, timing, pilots, people: ['Eva Luator'] })
    await evaluations.move(id, 'START_SCORING')
    await evaluations.score(a, id, [3, 3, 3, 3, 3, 3])
    await evaluations.handIn(a, id)
    await evaluations.move(id, 'OPEN')
    await evaluations.create('Finding', { planId: id, title: 'Found', strength: 'CLAIMED' }, a)
    await evaluations.move(id, 'CONCLUDE')
    return evaluations.move(id, 'PUBLISH')
  }

  it('moves it to evaluated; no hand does, no other timing, and no pilot that still runs', async () => {
    const leader = await product.client.as('wp-leader')
    const by = await pilotState('Map of research strengths')
    const offered = await leader.ask('query ($id: ID!) { pilot(id: $id) { availableTransitions { key allowed reason } } }', { id: by.id })
    expect(offered.data.pilot.availableTransitions).toContainEqual({ key: 'EVALUATE', allowed: false, reason: 'BY_FINAL_EVALUATION' })
    const hand = await leader.ask('mutation ($id: ID!, $version: Int!) { transitionPilot(id: $id, version: $version, key: "EVALUATE") { id } }', { ...by })
    expect(codeOf(hand)).toBe('BY_FINAL_EVALUATION')
    await evaluate('Interim of a completed one', 'INTERIM', ['Map of research strengths'])
    expect((await pilotState('Map of research strengths')).status).toBe('COMPLETED')
    expect((await evaluate('Final of two', 'FINAL', ['Map of research strengths', 'Partner search desk'])).errors).toBeUndefined()
    expect((await pilotState('Map of research strengths')).status).toBe('EVALUATED')
    expect((await pilotState('Partner search desk')).status).toBe('RUNNING')
    const { data } = await leader.ask(
      'query ($id: ID!) { pilot(id: $id) { transitions { nodes { key fromStatus toStatus reason } } evaluations { totalCount } } }',
      { id: by.id },
    )
    expect(data.pilot.transitions.nodes).toEqual([{ key: 'EVALUATE', fromStatus: 'COMPLETED', toStatus: 'EVALUATED', reason: 'Final of two' }])
    expect(data.pilot.evaluations.totalCount).toBe(2)
  })
})

describe('a revision before the scores are opened', () => {
  it('supersedes the plan, whose blind marks are never opened', async () => {
    const id = await evaluations.draft({ title: 'Revised early', people: ['Eva Luator'] })
    await evaluations.move(id, 'START_SCORING')
    await evaluations.score(a, id, [3, 3, 3, 3, 3, 3])
    await evaluations.handIn(a, id)
    expect(codeOf(await evaluations.move(id, 'SUPERSEDE'))).toBe('BY_REVISION')
    const revise = async (reason: string, by = lead) =>
      by.ask(
        `mutation ($id: ID!, $version: Int!, $reason: String!) { reviseEvaluationPlan(id: $id, version: $version, reason: $reason) { id revision supersedes { status } } }`,
        {
          id,
          version: await evaluations.version(id),
          reason,
        },
      )
    expect(codeOf(await revise(''))).toBe('REQUIRED')
    expect(codeOf(await revise('Mine', a))).toBe('FORBIDDEN')
    expect((await revise('Other weights')).data.reviseEvaluationPlan).toMatchObject({ revision: 2, supersedes: { status: 'SUPERSEDED' } })
    expect(codeOf(await evaluations.move(id, 'OPEN'))).toBe('WRONG_STATE')
    expect((await lead.ask('query ($id: ID!) { scores(filter: {plan: {id: {eq: $id}}}) { totalCount } }', { id })).data.scores.totalCount).toBe(0)
  })
})

describe('handing in while a mark is taken away', () => {
  it('ends with all marks handed in, or with none', async () => {
    for (const round of [1, 2, 3, 4]) {
      const id = await evaluations.draft({ title: `Race ${round}`, people: ['Eva Luator'] })
      await evaluations.move(id, 'START_SCORING')
      const [score] = await evaluations.score(a, id, [3, 3, 3, 3, 3, 3])
      await Promise.all([
        evaluations.handIn(a, id),
        a.ask('mutation ($id: ID!) { deleteScore(id: $id, version: 1) { deletedId } }', { id: score }),
        a.ask('mutation ($id: ID!) { deleteScore(id: $id, version: 1) { deletedId } }', { id: score }),
      ])
      const { data } = await a.ask('query ($id: ID!) { evaluationPlan(id: $id) { awaited scores { totalCount } } }', { id })
      expect([round, data.evaluationPlan]).toEqual([
        round,
        data.evaluationPlan.awaited === 0 ? { awaited: 0, scores: { totalCount: 6 } } : { awaited: 1, scores: { totalCount: 5 } },
      ])
    }
  })
})

describe('effects', () => {
  it('say no more than the design carries, and what cannot be said', async () => {
    const id = await evaluations.draft({ title: 'With effects', people: ['Eva Luator'] })
    await evaluations.move(id, 'START_SCORING')
    const indicatorId = await evaluations.idOf('indicators', 'title: {eq: "Days from request to answer"}, pilot: {title: {eq: "Innovation vouchers"}}')
    const input = { planId: id, title: 'Days', indicatorId, design: 'BEFORE_AFTER', robustness: 2, wording: 'WENT_ALONG', assumptions: 'Nothing else changed' }
    const periods = { beforeUntil: '2013-12-31', afterFrom: '2014-01-01', afterUntil: '2014-03-31' }
    expect(codeOf(await evaluations.create('EvaluationEffect', { ...input, robustness: 3 }, a))).toBe('STRONGER_THAN_DESIGN')
    expect(codeOf(await evaluations.create('EvaluationEffect', { ...input, wording: 'CONTRIBUTED' }, a))).toBe('WORDS_TOO_STRONG')
    expect(codeOf(await evaluations.create('EvaluationEffect', { ...input, design: 'COMPARISON_GROUP' }, a))).toBe('COMPARISON_NEEDED')
    const made = (await evaluations.create('EvaluationEffect', { ...input, ...periods }, a)).data.createEvaluationEffect
    const computed = await a.ask(
      'mutation ($id: ID!, $version: Int!) { computeEffect(id: $id, version: $version) { effect effectLow cannotSay pointsBefore pointsAfter methodVersion computedAt } }',
      { ...made },
    )
    expect(computed.data.computeEffect).toMatchObject({
      effect: -9,
      effectLow: null,
      cannotSay: 'NO_INTERVAL',
      pointsBefore: 1,
      pointsAfter: 1,
      methodVersion: '0.2.0',
    })
  })
})

describe('the demonstration', () => {
  it('has three evaluations with disagreement, a note, and answers; the real project has none', async () => {
    const { data } = await lead.ask(`{ real: evaluationPlans(filter: {project: {demonstration: {eq: false}}}) { totalCount }
      evaluationPlans(first: 50, filter: {weightsDecidedBy: {startsWith: "Steering group"}}, orderBy: [{scoringUntil: ASC}]) { nodes { timing status judgements agreementMeasure agreementReading overall
        consensusNotes { totalCount } findings { totalCount } lessons { totalCount } recommendations { nodes { response overdue } } effects { nodes { effect cannotSay } } evaluators { totalCount } } } }`)
    expect(data.real.totalCount).toBe(0)
    const [before, after, midst] = data.evaluationPlans.nodes
    expect(before).toMatchObject({
      timing: 'EX_ANTE',
      status: 'CONCLUDED',
      judgements: 2,
      agreementMeasure: 'WEIGHTED_KAPPA',
      consensusNotes: { totalCount: 1 },
    })
    expect(after).toMatchObject({
      timing: 'FINAL',
      status: 'PUBLISHED',
      judgements: 3,
      agreementMeasure: 'KRIPPENDORFF_ALPHA',
      consensusNotes: { totalCount: 1 },
    })
    expect(midst).toMatchObject({ timing: 'INTERIM', status: 'SCORING', judgements: 0, overall: null, evaluators: { totalCount: 3 } })
    expect(after.recommendations.nodes.map(({ response }: { response: string }) => response).sort()).toEqual(['ACCEPT', 'ACCEPT', 'REFUSE', null])
    expect(after.recommendations.nodes.filter(({ overdue }: { overdue: boolean }) => overdue)).toHaveLength(1)
    expect(
      after.effects.nodes.every(({ effect, cannotSay }: { effect: number; cannotSay: string }) => typeof effect === 'number' && cannotSay === 'NO_INTERVAL'),
    ).toBe(true)
    expect((await pilotState('First-buyer scheme')).status).toBe('EVALUATED')
  })
})
