import { codeOf, Evaluations } from '../support/evaluation.js'
import { type Client, type Product, startProduct } from '../support/product.js'

const people = ['lead', 'wp-leader', 'partner-a', 'partner-b', 'evaluator', 'evaluator-b', 'controller', 'observer', 'admin'] as const
type Person = (typeof people)[number]

let product: Product
let clients: Readonly<Record<Person, Client>>

beforeAll(async () => {
  product = await startProduct()
  clients = Object.fromEntries(await Promise.all(people.map(async (person) => [person, await product.client.as(person)]))) as Record<Person, Client>
  const evaluations = await Evaluations.of(clients.lead)
  await evaluations.inEachState(clients.evaluator)
  await evaluations.create('Benchmark', { title: 'Drafted', purpose: 'x', compares: 'x' })
})

afterAll(() => product.stop())

const inDemonstration = 'project: {demonstration: {eq: true}}'
const skillsScan = 'pilot: {title: {eq: "Skills scan with employers"}}'

/** A record, how one of it is found, and who may write it; who of the members may not even read it. */
const table: readonly { record: string; filter: string; writers: readonly Person[]; blind?: readonly Person[] }[] = [
  { record: 'project', filter: 'demonstration: {eq: true}', writers: ['lead'] },
  { record: 'partner', filter: `${inDemonstration}, acronym: {eq: "Stillwater"}`, writers: ['lead'] },
  { record: 'contact', filter: 'partner: {acronym: {eq: "Stillwater"}}', writers: ['lead', 'partner-a'] },
  {
    record: 'budgetShare',
    filter: 'partner: {acronym: {eq: "Stillwater"}}',
    writers: ['lead'],
    blind: ['wp-leader', 'partner-b', 'evaluator', 'evaluator-b'],
  },
  { record: 'thematicArea', filter: `${inDemonstration}, number: {eq: 1}`, writers: ['lead'] },
  { record: 'phase', filter: `${inDemonstration}, number: {eq: 1}`, writers: ['lead'] },
  { record: 'workPackage', filter: `${inDemonstration}, number: {eq: 4}`, writers: ['lead'] },
  { record: 'activity', filter: `${inDemonstration}, workPackage: {number: {eq: 4}}`, writers: ['lead', 'wp-leader'] },
  { record: 'deliverable', filter: `${inDemonstration}, workPackage: {number: {eq: 4}}`, writers: ['lead', 'wp-leader'] },
  { record: 'deliverable', filter: `${inDemonstration}, workPackage: {number: {eq: 3}}`, writers: ['lead'] },
  { record: 'milestone', filter: `${inDemonstration}, workPackage: {number: {eq: 4}}`, writers: ['lead', 'wp-leader'] },
  { record: 'pilot', filter: 'title: {eq: "Skills scan with employers"}', writers: ['lead', 'wp-leader', 'partner-b'] },
  { record: 'indicator', filter: skillsScan, writers: ['lead', 'wp-leader', 'partner-b'] },
  { record: 'contributor', filter: `indicator: {${skillsScan}}`, writers: ['lead', 'wp-leader', 'partner-b'] },
  { record: 'risk', filter: skillsScan, writers: ['lead', 'wp-leader', 'partner-b'] },
  {
    record: 'pilot',
    filter: 'audience: {eq: OWN}',
    writers: ['lead', 'wp-leader', 'partner-a'],
    blind: ['partner-b', 'evaluator', 'evaluator-b', 'controller', 'observer'],
  },
  {
    record: 'membership',
    filter: `${inDemonstration}, role: {eq: EVALUATOR}`,
    writers: ['lead'],
    blind: ['wp-leader', 'partner-a', 'partner-b', 'evaluator-b', 'controller', 'observer'],
  },
  { record: 'evaluationPlan', filter: 'title: {eq: "Drafted"}', writers: ['lead'], blind: ['observer'] },
  { record: 'benchmark', filter: 'title: {eq: "Drafted"}', writers: ['lead', 'evaluator', 'evaluator-b'], blind: ['observer'] },
  { record: 'criterion', filter: 'plan: {title: {eq: "Drafted"}}', writers: ['lead'], blind: ['observer'] },
  { record: 'evaluationIndicator', filter: 'plan: {title: {eq: "Drafted"}}', writers: ['lead'], blind: ['observer'] },
  {
    record: 'score',
    filter: 'plan: {title: {eq: "Scored"}}',
    writers: ['evaluator'],
    blind: ['lead', 'wp-leader', 'partner-a', 'partner-b', 'evaluator-b', 'controller', 'observer'],
  },
  ...['consensusNote', 'evaluationEffect', 'finding', 'lesson', 'recommendation'].map((record) => ({
    record,
    filter: 'plan: {title: {eq: "Opened"}}',
    writers: ['lead', 'evaluator'] as const,
  })),
  { record: 'event', filter: 'title: {eq: "Study visit to the firms of Stillwater"}', writers: ['lead', 'wp-leader', 'partner-a'] },
  {
    record: 'event',
    filter: 'audience: {eq: OWN}',
    writers: ['lead', 'wp-leader'],
    blind: ['partner-a', 'partner-b', 'evaluator', 'evaluator-b', 'controller', 'observer'],
  },
  {
    record: 'attendance',
    filter: 'event: {kind: {eq: STUDY_VISIT}}, partner: {acronym: {eq: "Eastvale"}}',
    writers: ['lead', 'wp-leader', 'partner-a'],
  },
  {
    record: 'attendance',
    filter: 'event: {kind: {eq: STUDY_VISIT}}, partner: {acronym: {eq: "Greenfell"}}',
    writers: ['lead', 'wp-leader', 'partner-a', 'partner-b'],
  },
  { record: 'eventDecision', filter: 'partner: {acronym: {eq: "Stillwater"}}', writers: ['lead', 'wp-leader'] },
  { record: 'region', filter: 'code: {eq: "XX08"}', writers: ['admin'] },
]

const plurals: Readonly<Record<string, string>> = { activity: 'activities', criterion: 'criteria' }
const plural = (record: string) => plurals[record] ?? `${record}s`
const typeName = (record: string) => record[0]?.toUpperCase() + record.slice(1)

/** Who sees every record of the table. */
const finders: Readonly<Record<string, Person>> = { region: 'admin', score: 'evaluator' }
const finder = (record: string): Person => finders[record] ?? 'lead'

describe.each(table)('$record ($filter)', ({ record, filter, writers, blind = [] }) => {
  it('is written by exactly those of the rights table, and `can` says the same', async () => {
    const found = await clients[finder(record)].ask(`{ ${plural(record)}(first: 1, filter: {${filter}}) { nodes { id } } }`)
    const id = found.data[plural(record)].nodes[0].id as string
    const outcomes: Record<string, string> = {}
    const expected: Record<string, string> = {}
    for (const person of people) {
      const reads = record === 'region' || (person !== 'admin' && !blind.includes(person))
      const said = await clients[person].ask(`query ($id: ID!) { ${record}(id: $id) { version can { update { allowed } } } }`, { id })
      const seen = said.data[record]
      const tried = await clients[person].ask(
        `mutation ($id: ID!, $version: Int!) { update${typeName(record)}(id: $id, version: $version, input: {}) { version } }`,
        { id, version: seen?.version ?? 1 },
      )
      outcomes[person] = `${seen ? `reads, can ${seen.can.update.allowed}` : 'does not read'}: ${tried.errors?.[0]?.extensions.code ?? 'written'}`
      const writes = writers.includes(person)
      expected[person] = reads ? `reads, can ${writes}: ${writes ? 'written' : 'FORBIDDEN'}` : 'does not read: NOT_FOUND'
    }
    expect(outcomes).toEqual(expected)
    const stranger = await product.client.ask(`mutation ($id: ID!) { update${typeName(record)}(id: $id, version: 1, input: {}) { version } }`, { id })
    expect(stranger.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  })
})

/** Who may add to a list somewhere in the demonstration, as the rights of its record say. */
const [planners, pilots, judges] = [
  ['lead', 'wp-leader'],
  ['lead', 'wp-leader', 'partner-a', 'partner-b'],
  ['evaluator', 'evaluator-b'],
] as const
const adders: readonly (readonly [lists: readonly string[], people: readonly Person[]])[] = [
  [['partners', 'fundBudgets', 'budgetShares', 'projectFigures', 'projectNotes', 'sources', 'citations', 'memberships', 'invitations'], ['lead']],
  [['workPackages', 'leaderships', 'thematicAreas', 'phases'], ['lead']],
  [['funds', 'partnerTypes'], ['lead']],
  [['evaluationPlans', 'evaluationSubjects', 'evaluationIndicators', 'criteria', 'evaluators'], ['lead']],
  [['activities', 'activityAreas', 'deliverables', 'milestones'], planners],
  [['pilots', 'pilotAreas', 'pilotPartners', 'indicators', 'contributors', 'risks', 'collaborationActors', 'collaborations'], pilots],
  [['contacts'], ['lead', 'partner-a', 'partner-b']],
  [
    ['events', 'attendances'],
    [...planners, 'partner-a', 'partner-b'],
  ],
  [['eventDecisions'], [...planners, 'partner-a']],
  [
    ['regionalStatistics', 'fileShapes'],
    [...planners, ...judges],
  ],
  [
    ['benchmarks', 'benchmarkPillars', 'benchmarkIndicators', 'benchmarkEntries', 'benchmarkValues'],
    ['lead', ...judges],
  ],
  [
    ['consensusNotes', 'evaluationEffects', 'findings', 'lessons', 'recommendations'],
    ['lead', ...judges],
  ],
  [['scores'], judges],
]

/** To which lists a person may add at the first row of a list that fits. */
async function addsAt(person: Person, list: string, filter: string): Promise<string[]> {
  const { data } = await clients[person].ask(`{ ${list}(first: 1, filter: {${filter}}) { nodes { adds } } }`)
  return data[list].nodes[0]?.adds.sort()
}

describe('adds', () => {
  it.each(people.filter((name) => name !== 'admin'))('tells %s of the lists of a project to which the rights let them add', async (person) => {
    const expected = adders.flatMap(([lists, who]) => (who.includes(person) ? lists : [])).sort()
    expect(await addsAt(person, 'projects', 'demonstration: {eq: true}')).toEqual(expected)
  })

  it('tells at a record what may hang on that very one', async () => {
    const visit = 'title: {eq: "Study visit to the firms of Stillwater"}'
    expect(await addsAt('partner-a', 'events', visit)).toEqual(['attendances', 'eventDecisions'])
    expect(await addsAt('partner-b', 'events', visit)).toEqual(['attendances'])
    expect(await addsAt('observer', 'events', visit)).toEqual([])
    expect(await addsAt('wp-leader', 'workPackages', `${inDemonstration}, number: {eq: 3}`)).toEqual([])
    expect(await addsAt('wp-leader', 'workPackages', `${inDemonstration}, number: {eq: 4}`)).toEqual(['activities', 'deliverables', 'milestones', 'pilots'])
  })

  it.each([
    ['lead', false],
    ['wp-leader', true],
    ['partner-a', false],
  ] as const)('tells %s beside it which fields of a pilot to come they would not see', async (person, isHidden) => {
    const { data } = await clients[person].ask('{ projects(first: 1, filter: {demonstration: {eq: true}}) { nodes { hides } } }')
    expect(data.projects.nodes[0].hides.includes('pilots.budget')).toBe(isHidden)
  })

  it('tells what the state of a record takes', async () => {
    const results = ['consensusNotes', 'evaluationEffects', 'findings', 'lessons', 'recommendations']
    expect(await addsAt('evaluator', 'evaluationPlans', 'title: {eq: "Opened"}')).toEqual(results)
    expect(await addsAt('evaluator', 'evaluationPlans', 'title: {eq: "Scored"}')).toEqual(['evaluationEffects', 'scores'])
    expect(await addsAt('lead', 'evaluationPlans', 'title: {eq: "Drafted"}')).toEqual(['criteria', 'evaluationIndicators', 'evaluationSubjects'])
  })

  it('tells nobody of an archived record, and administrators of what is of no project', async () => {
    const { data } = await clients.lead.ask('mutation ($input: CreateEventInput!) { createEvent(input: $input) { id version } }', {
      input: {
        projectId: (await clients.lead.ask('{ projects(filter: {demonstration: {eq: true}}) { nodes { id } } }')).data.projects.nodes[0].id,
        title: 'Gone',
        kind: 'OTHER',
      },
    })
    const gone = await clients.lead.ask('mutation ($id: ID!, $version: Int!) { archiveEvent(id: $id, version: $version) { adds } }', data.createEvent)
    expect(gone.data.archiveEvent.adds).toEqual([])
    const ofViewer = async (person: Person) => (await clients[person].ask('{ viewer { adds } }')).data.viewer.adds
    expect([await ofViewer('admin'), await ofViewer('lead')]).toEqual([['regions'], []])
  })
})

describe('moves of a pilot', () => {
  const moves = ['START', 'SUSPEND', 'RESUME', 'COMPLETE', 'CANCEL', 'REOPEN']

  it.each([
    ['PLANNED', 'Revolving service fund', 'partner-a'],
    ['RUNNING', 'Skills scan with employers', 'partner-b'],
    ['SUSPENDED', 'Energy scans', null],
    ['COMPLETED', 'Map of research strengths', null],
    ['CANCELLED', 'Shared test bench', null],
  ] as const)('from %s are offered and accepted alike, for every role', async (_, title, owner) => {
    for (const person of people.filter((name) => name !== 'admin')) {
      const { data } = await clients[person].ask(
        'query ($title: String!) { pilots(filter: {title: {eq: $title}}) { nodes { id version availableTransitions { key allowed reason } } } }',
        { title },
      )
      const [{ id, version, availableTransitions }] = data.pilots.nodes
      const offered = new Map<string, { allowed: boolean; reason: string | null }>(
        availableTransitions.map((move: { key: string; allowed: boolean; reason: string | null }) => [move.key, move]),
      )
      for (const key of moves) {
        const tried = await clients[person].ask(
          'mutation ($id: ID!, $version: Int!, $key: String!) { transitionPilot(id: $id, version: $version, key: $key, input: {startedOn: "2014-02-31", endedOn: "2014-02-31", reason: " "}) { version } }',
          { id, version, key },
        )
        const [error] = tried.errors ?? []
        const says = error?.extensions.code === 'BAD_USER_INPUT' ? error.extensions.faults?.[0]?.code : error?.extensions.code
        const move = offered.get(key)
        const mayEver = ['lead', 'wp-leader', owner].includes(person)
        if (key === 'RESUME' && move?.allowed) continue
        if (move?.allowed) expect([person, key, says]).toEqual([person, key, expect.stringMatching(/^(REQUIRED|NOT_A_DAY)$/)])
        else if (move) expect([person, key, says]).toEqual([person, key, move.reason === 'NOT_YOURS' ? 'FORBIDDEN' : move.reason])
        else
          expect([person, key, says]).toEqual([
            person,
            key,
            expect.stringMatching(mayEver ? /^(WRONG_STATE|FORBIDDEN|REQUIRED|NOT_A_DAY)$/ : /^(FORBIDDEN|WRONG_STATE)$/),
          ])
      }
    }
  })
})

describe('moves and verbs of an evaluation', () => {
  const moves = ['START_SCORING', 'OPEN', 'GO_ON', 'CONCLUDE', 'REOPEN', 'PUBLISH', 'SUPERSEDE']

  it.each(['Drafted', 'Scored', 'Opened', 'Revolving service fund: before it begins'])(
    'of "%s" are offered and refused alike, for every role',
    async (title) => {
      for (const person of people.filter((name) => name !== 'admin' && !(name === 'observer' && title === 'Drafted'))) {
        const { data } = await clients[person].ask(
          `query ($title: String!) { evaluationPlans(filter: {title: {eq: $title}}) { nodes { id version can { revise { allowed reason } }
          availableTransitions { key allowed reason by } evaluators { nodes { id version can { handIn { allowed reason } } } } } } }`,
          { title },
        )
        const [{ id, version, can, availableTransitions, evaluators }] = data.evaluationPlans.nodes
        for (const key of moves) {
          const move = availableTransitions.find((offered: { key: string }) => offered.key === key)
          if (move?.allowed) {
            expect([person, key, move.by]).toEqual([
              person,
              key,
              person === 'lead' ? expect.stringContaining('LEAD_PARTNER') : expect.stringContaining('EVALUATOR'),
            ])
            continue
          }
          const mutation = 'mutation ($id: ID!, $version: Int!, $key: String!) { transitionEvaluationPlan(id: $id, version: $version, key: $key) { id } }'
          const refused = codeOf(await clients[person].ask(mutation, { id, version, key }))
          const expected = move ? (move.reason === 'NOT_YOURS' ? 'FORBIDDEN' : move.reason) : expect.stringMatching(/^(FORBIDDEN|WRONG_STATE|BY_REVISION)$/)
          expect([person, key, refused]).toEqual([person, key, expected])
        }
        expect([person, can.revise.allowed]).toEqual([person, person === 'lead' && title !== 'Drafted'])
        if (!can.revise.allowed) {
          const mutation = 'mutation ($id: ID!, $version: Int!) { reviseEvaluationPlan(id: $id, version: $version, reason: "x") { id } }'
          const refused = codeOf(await clients[person].ask(mutation, { id, version }))
          expect([person, refused]).toEqual([person, can.revise.reason === 'NOT_YOURS' ? 'FORBIDDEN' : can.revise.reason])
        }
        const seat = evaluators.nodes.find((node: { can: { handIn: { allowed: boolean } } }) => !node.can.handIn.allowed)
        if (!seat) continue
        const handIn = await clients[person].ask('mutation ($id: ID!, $version: Int!) { handInScores(id: $id, version: $version) { id } }', { ...seat })
        expect([person, codeOf(handIn)]).toEqual([person, seat.can.handIn.reason === 'NOT_YOURS' ? 'FORBIDDEN' : seat.can.handIn.reason])
      }
    },
  )

  it('that plan it are the lead partner’s alone', async () => {
    const { data } = await clients.lead.ask(
      '{ evaluationPlans(filter: {title: {eq: "Drafted"}}) { nodes { id } } users(filter: {displayName: {eq: "Clara Third"}}) { nodes { id } } }',
    )
    const variables = { planId: data.evaluationPlans.nodes[0].id, userId: data.users.nodes[0].id }
    for (const person of people.filter((name) => name !== 'admin' && name !== 'lead')) {
      const answers = [
        await clients[person].ask('mutation ($planId: ID!, $userId: ID!) { assignEvaluator(planId: $planId, userId: $userId) { id } }', variables),
        await clients[person].ask('mutation ($planId: ID!) { addDacCriteria(planId: $planId) { id } }', variables),
      ]
      const refused = person === 'observer' ? 'NOT_FOUND' : 'FORBIDDEN'
      expect([person, answers.map(codeOf)]).toEqual([person, [refused, refused]])
    }
  })
})

describe('an API token', () => {
  it('reads the projects that it names, without money unless made so, and writes nothing', async () => {
    const { data } = await clients.lead.ask('{ projects { nodes { id acronym } } }')
    const [real, demonstration] = ['ClusterPoliSEE', 'Demonstration'].map(
      (acronym) => data.projects.nodes.find((node: { acronym: string }) => node.acronym === acronym).id,
    )
    const make = async (withMoney: boolean) => {
      const made = await clients.lead.ask(
        'mutation ($projectIds: [ID!]!, $withMoney: Boolean!) { createApiToken(name: "Power BI", projectIds: $projectIds, withMoney: $withMoney) { token } }',
        { projectIds: [demonstration], withMoney },
      )
      return product.client.withToken(made.data.createApiToken.token)
    }
    const [plain, rich] = await Promise.all([make(false), make(true)])
    const ask =
      '{ projects { nodes { id } } budgetShares { totalCount } contacts(first: 1) { nodes { email } } programmeProgress { nodes { achieved planned pilots late } } }'
    const [poor, full, session] = await Promise.all([
      plain.ask(ask),
      rich.ask(ask),
      clients.lead.ask(ask.replace('programmeProgress', `programmeProgress(projectIds: ["${demonstration}"])`)),
    ])
    expect(poor.data.projects.nodes).toEqual([{ id: demonstration }])
    expect(poor.data.projects.nodes).not.toContainEqual({ id: real })
    expect(poor.data.budgetShares.totalCount).toBe(0)
    expect(poor.data.contacts.nodes[0].email).toBeNull()
    expect(full.data.budgetShares.totalCount).toBe(12)
    expect(full.data.contacts.nodes[0].email).toMatch(/@/)
    expect(poor.data.programmeProgress).toEqual(session.data.programmeProgress)
    const written = await rich.ask('mutation ($id: ID!) { updateProject(id: $id, version: 1, input: {}) { id } }', { id: demonstration })
    expect(written.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'READ_ONLY' })
  })
})

describe('the demonstration', () => {
  it('is removed whole by its lead partner, and nothing else ever is', async () => {
    const { data } = await clients.lead.ask('{ projects { nodes { id version demonstration } } }')
    const remove = (client: Client, id: string, version: number) =>
      client.ask('mutation ($id: ID!, $version: Int!) { deleteDemonstration(id: $id, version: $version) { rows } }', { id, version })
    const real = data.projects.nodes.find((node: { demonstration: boolean }) => !node.demonstration)
    const demonstration = data.projects.nodes.find((node: { demonstration: boolean }) => node.demonstration)
    expect((await remove(clients.lead, real.id, real.version)).errors?.[0]?.extensions.faults?.[0]?.code).toBe('NOT_THE_DEMONSTRATION')
    expect((await remove(clients.observer, demonstration.id, demonstration.version)).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    const removed = await remove(clients.lead, demonstration.id, demonstration.version)
    expect(removed.data.deleteDemonstration.rows).toBeGreaterThan(400)
    const left =
      await clients.lead.ask(`{ projects { totalCount } partners { totalCount } pilots { totalCount } measurements { totalCount } auditTrail { totalCount }
      regions(filter: {country: {eq: "XX"}}) { totalCount } }`)
    expect(left.data).toMatchObject({ projects: { totalCount: 1 }, partners: { totalCount: 26 }, measurements: { totalCount: 0 }, regions: { totalCount: 0 } })
  })
})
