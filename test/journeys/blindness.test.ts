import { codeOf, Evaluations } from '../support/evaluation.js'
import { type Client, type Product, startProduct } from '../support/product.js'

const people = ['lead', 'wp-leader', 'partner-a', 'partner-b', 'evaluator', 'evaluator-b', 'evaluator-c', 'controller', 'observer', 'admin'] as const
type Person = (typeof people)[number]

let product: Product
let evaluations: Evaluations
let clients: Readonly<Record<Person, Client>>
let plan: string
/** Handed in by the first evaluator; drafts of the second, who never hands in. */
let handedIn: string[]
let drafts: string[]

const SECRET = 'blind reason 7f3a'

beforeAll(async () => {
  product = await startProduct()
  clients = Object.fromEntries(await Promise.all(people.map(async (person) => [person, await product.client.as(person)]))) as Record<Person, Client>
  evaluations = await Evaluations.of(clients.lead)
  plan = await evaluations.draft({ title: 'Blind', people: ['Eva Luator', 'Bruno Second', 'Clara Third'] })
  await evaluations.move(plan, 'START_SCORING')
  handedIn = await evaluations.score(clients.evaluator, plan, [5, 5, 5, 1, 'TOO_EARLY', 5], SECRET)
  await evaluations.handIn(clients.evaluator, plan)
  drafts = await evaluations.score(clients['evaluator-b'], plan, [2, 2], SECRET)
})

afterAll(() => product.stop())

/** Every path by which a score might be read, or be told from its absence. Answers whatever of it shows. */
async function traces(by: Client, ids: readonly string[], criterionId: string | undefined): Promise<string[]> {
  const read = await by.ask(
    `query ($plan: ID!, $ids: [ID!]!, $texts: [String!]!, $id: ID!, $criterion: ID!) {
      scores(first: 100, filter: {id: {in: $ids}}) { totalCount nodes { id mark reason } edges { cursor } }
      score(id: $id) { id mark can { update { allowed reason } } } node(id: $id) { id } nodes(ids: $ids) { id }
      scoresSummary(filter: {id: {in: $ids}}) { groups { count avg { mark } min { mark } } }
      archived: scores(first: 100, archived: true, filter: {id: {in: $ids}}) { totalCount }
      grouped: scoresSummary(filter: {id: {in: $ids}}, groupBy: [MARK]) { groups { key { mark } count } }
      byPlan: evaluationPlans(filter: {scores: {some: {id: {in: $ids}}}}) { totalCount }
      byMark: evaluationPlans(filter: {id: {eq: $plan}, scores: {some: {mark: {gte: 1}, id: {in: $ids}}}}) { totalCount }
      byEvaluator: evaluators(filter: {plan: {id: {eq: $plan}}, scores: {some: {id: {in: $ids}}}}) { totalCount }
      deep: evaluationPlans(filter: {evaluators: {some: {scores: {some: {id: {in: $ids}, reason: {contains: "blind reason"}}}}}}) { totalCount }
      byPilot: pilots(filter: {evaluations: {some: {plan: {scores: {some: {id: {in: $ids}}}}}}}) { totalCount }
      byCriterion: criteria(filter: {plan: {id: {eq: $plan}}, scores: {some: {id: {in: $ids}}}}) { totalCount }
      noneOf: criteria(filter: {id: {eq: $criterion}, scores: {none: {id: {in: $ids}}}}) { totalCount }
      everyOf: criteria(filter: {id: {eq: $criterion}, scores: {every: {mark: {isNull: true}}}}) { totalCount }
      nested: evaluationPlan(id: $plan) { scores(first: 100, filter: {id: {in: $ids}}) { totalCount nodes { id } } overall judgedShare judgements agreement
        evaluators(first: 20) { nodes { scores(filter: {id: {in: $ids}}) { totalCount } history { nodes { field after } } } }
        criteria(first: 20) { nodes { mean spread lowest highest marks cannotJudge tooEarly disagrees scores(filter: {id: {in: $ids}}) { totalCount } } } history { nodes { field after } } }
      auditTrail(filter: {recordId: {in: $texts}}) { totalCount }
      audited: auditTrail(filter: {recordType: {eq: "Score"}}) { totalCount }
    }`,
    { plan, ids, texts: ids, id: ids[0], criterion: criterionId },
  )
  if (read.errors) throw new Error(JSON.stringify(read.errors))
  const { nested, ...flat } = read.data
  const found = Object.entries({
    list: flat.scores.totalCount + flat.scores.nodes.length + flat.scores.edges.length + flat.archived.totalCount,
    one: flat.score === null ? 0 : 1,
    node: flat.node === null ? 0 : 1,
    nodes: flat.nodes.filter(Boolean).length,
    summary: flat.scoresSummary.groups.filter(
      ({ count, avg, min }: { count: number; avg: { mark: number | null }; min: { mark: number | null } }) =>
        count > 0 || avg.mark !== null || min.mark !== null,
    ).length,
    grouped: flat.grouped.groups.length,
    filters: ['byPlan', 'byMark', 'byEvaluator', 'deep', 'byPilot', 'byCriterion'].reduce((sum, name) => sum + flat[name].totalCount, 0),
    quantifiers: nested === null ? 0 : 2 - flat.noneOf.totalCount - flat.everyOf.totalCount,
    nested: nested?.scores.totalCount ?? 0,
    nestedEvaluators: nested?.evaluators.nodes.reduce((sum: number, node: { scores: { totalCount: number } }) => sum + node.scores.totalCount, 0) ?? 0,
    nestedCriteria: nested?.criteria.nodes.reduce((sum: number, node: { scores: { totalCount: number } }) => sum + node.scores.totalCount, 0) ?? 0,
    means:
      nested?.criteria.nodes.filter((node: { marks: number; tooEarly: number; mean: number | null }) => node.marks + node.tooEarly > 0 || node.mean !== null)
        .length ?? 0,
    overall: nested?.overall === null || nested === null ? 0 : 1,
    audit: flat.auditTrail.totalCount + flat.audited.totalCount,
  })
  const text = JSON.stringify(read.data).includes(SECRET) ? ['text'] : []
  return [...found.filter(([, count]) => count !== 0).map(([name]) => name), ...text]
}

const triesOf = async (by: Client, id: string | undefined, evaluatorId: string, criterionId: string | undefined) => [
  await by.ask('mutation ($id: ID!) { updateScore(id: $id, version: 99, input: {mark: 1}) { id mark } }', { id }),
  await by.ask('mutation ($id: ID!) { deleteScore(id: $id, version: 99) { deletedId } }', { id }),
  await evaluations.create('Score', { id, planId: plan, evaluatorId, criterionId, mark: 1, reason: 'x' }, by),
  await evaluations.create('Finding', { id, planId: plan, title: 'x', strength: 'CLAIMED' }, by),
]

describe('a score that is handed in, before the scores are opened', () => {
  it.each(people.filter((person) => person !== 'evaluator'))('shows to %s by no path', async (person) => {
    const criterion = (await evaluations.criteria(plan)).at(-1)
    expect(await traces(clients[person], handedIn, criterion?.id)).toEqual([])
  })

  it('shows to nobody without an account, nor through an API token of the lead partner', async () => {
    const criterion = (await evaluations.criteria(plan)).at(-1)
    const made = await clients.lead.ask('mutation ($ids: [ID!]!) { createApiToken(name: "x", projectIds: $ids, withMoney: true) { token } }', {
      ids: [evaluations.project],
    })
    expect(await traces(product.client, handedIn, criterion?.id)).toEqual([])
    expect(await traces(product.client.withToken(made.data.createApiToken.token), handedIn, criterion?.id)).toEqual([])
  })

  it('shows to its evaluator by each of these paths, so that they are paths; only means and the audit trail say nothing', async () => {
    const criterion = (await evaluations.criteria(plan)).at(-1)
    const shown = await traces(clients.evaluator, handedIn, criterion?.id)
    expect(shown).toEqual([
      'list',
      'one',
      'node',
      'nodes',
      'summary',
      'grouped',
      'filters',
      'quantifiers',
      'nested',
      'nestedEvaluators',
      'nestedCriteria',
      'text',
    ])
  })

  it('is not told by errors, conflicts or ids that are taken', async () => {
    const [criterion] = await evaluations.criteria(plan)
    const seat = await evaluations.seat(clients.evaluator, plan)
    for (const person of people.filter((name) => name !== 'evaluator')) {
      const answers = await triesOf(clients[person], handedIn[0], seat.id, criterion?.id)
      expect([person, JSON.stringify(answers).includes(SECRET)]).toEqual([person, false])
      expect([person, answers.slice(0, 2).map(codeOf)]).toEqual([person, ['NOT_FOUND', 'NOT_FOUND']])
      for (const { errors } of answers)
        expect(Object.keys(errors?.[0]?.extensions ?? {}).filter((key) => ['current', 'fields', 'by'].includes(key) && key !== 'by')).toEqual([])
    }
  })

  it('is its evaluator’s to read, with why it cannot be changed', async () => {
    const { data } = await clients.evaluator.ask('query ($id: ID!) { score(id: $id) { mark reason openedAt can { update { allowed reason } } } }', {
      id: handedIn[0],
    })
    expect(data.score).toMatchObject({ mark: 5, reason: SECRET, openedAt: null, can: { update: { allowed: false, reason: 'HANDED_IN' } } })
  })

  it('of the demonstration is as blind', async () => {
    for (const person of people) {
      const { data } = await clients[person].ask(
        '{ scores(first: 100, filter: {openedAt: {isNull: true}}) { nodes { evaluator { user { displayName } } } } viewer { displayName } }',
      )
      const others = data.scores.nodes.filter(
        ({ evaluator }: { evaluator: { user: { displayName: string } } }) => evaluator.user.displayName !== data.viewer.displayName,
      )
      expect([person, others]).toEqual([person, []])
    }
  })
})

describe('once the scores are opened', () => {
  it('what was handed in is read by all members, and drafts by nobody but their author', async () => {
    const opened = await evaluations.move(plan, 'GO_ON', 'Two did not hand in')
    expect(opened.errors).toBeUndefined()
    const [criterion] = await evaluations.criteria(plan)
    for (const person of people.filter((name) => name !== 'admin')) {
      const { data } = await clients[person].ask('query ($ids: [ID!]!) { scores(filter: {id: {in: $ids}}) { totalCount } }', { ids: handedIn })
      expect([person, data.scores.totalCount]).toEqual([person, 6])
    }
    for (const person of people.filter((name) => name !== 'evaluator-b')) {
      const { data } = await clients[person].ask(
        'query ($ids: [ID!]!, $plan: ID!) { scores(filter: {id: {in: $ids}}) { totalCount } nodes(ids: $ids) { id } evaluationPlans(filter: {id: {eq: $plan}, scores: {some: {id: {in: $ids}}}}) { totalCount } }',
        { ids: drafts, plan },
      )
      expect([person, data]).toEqual([person, { scores: { totalCount: 0 }, nodes: [null, null], evaluationPlans: { totalCount: 0 } }])
    }
    expect((await clients.lead.ask('query ($id: ID!) { criterion(id: $id) { marks mean } }', { id: criterion?.id })).data.criterion).toEqual({
      marks: 1,
      mean: 5,
    })
    expect((await clients.admin.ask('{ scores { totalCount } evaluationPlans { totalCount } }')).data).toEqual({
      scores: { totalCount: 0 },
      evaluationPlans: { totalCount: 0 },
    })
  })

  it('the audit trail still tells no mark', async () => {
    const { data } = await clients.lead.ask('{ auditTrail(filter: {recordType: {eq: "Score"}}) { totalCount } }')
    expect(data.auditTrail.totalCount).toBe(0)
  })
})

describe('a published evaluation', () => {
  it('is read by anyone while the project page is public and all its pilots are', async () => {
    const ask = '{ evaluationPlans { nodes { title } } findings { totalCount } scores { totalCount } evaluators { nodes { conflict user { id } } } }'
    const publish = (published: boolean) =>
      clients.lead.ask(`{ projects(filter: {demonstration: {eq: true}}) { nodes { id version } } }`).then(({ data }) =>
        clients.lead.ask(
          'mutation ($id: ID!, $version: Int!, $published: Boolean) { updateProject(id: $id, version: $version, input: {published: $published}) { id } }',
          {
            ...data.projects.nodes[0],
            published,
          },
        ),
      )
    expect((await product.client.ask(ask)).data.evaluationPlans.nodes).toEqual([])
    await publish(true)
    const { data } = await product.client.ask(ask)
    expect(data.evaluationPlans.nodes).toEqual([{ title: 'First-buyer scheme: what it brought' }])
    expect(data).toMatchObject({ findings: { totalCount: 3 }, scores: { totalCount: 18 } })
    expect(data.evaluators.nodes.every(({ user }: { user: unknown }) => user === null)).toBe(true)
    await publish(false)
    expect((await product.client.ask(ask)).data.evaluationPlans.nodes).toEqual([])
  })
})
