import { type Client, type Product, startProduct } from '../support/product.js'

const people = ['lead', 'wp-leader', 'partner-a', 'partner-b', 'evaluator', 'controller', 'observer', 'admin'] as const
type Person = (typeof people)[number]

let product: Product
let clients: Readonly<Record<Person, Client>>

beforeAll(async () => {
  product = await startProduct()
  clients = Object.fromEntries(await Promise.all(people.map(async (person) => [person, await product.client.as(person)]))) as Record<Person, Client>
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
    blind: ['wp-leader', 'partner-b', 'evaluator'],
  },
  { record: 'thematicArea', filter: `${inDemonstration}, number: {eq: 1}`, writers: ['lead'] },
  { record: 'phase', filter: `${inDemonstration}, number: {eq: 1}`, writers: ['lead'] },
  { record: 'workPackage', filter: `${inDemonstration}, number: {eq: 4}`, writers: ['lead'] },
  { record: 'activity', filter: `${inDemonstration}, workPackage: {number: {eq: 4}}`, writers: ['lead', 'wp-leader'] },
  { record: 'deliverable', filter: `${inDemonstration}, workPackage: {number: {eq: 4}}`, writers: ['lead', 'wp-leader'] },
  { record: 'deliverable', filter: `${inDemonstration}, workPackage: {number: {eq: 3}}`, writers: ['lead'] },
  { record: 'milestone', filter: `${inDemonstration}, workPackage: {number: {eq: 4}}`, writers: ['lead', 'wp-leader'] },
  { record: 'pilot', filter: 'title: {eq: "Skills scan with employers"}', writers: ['wp-leader', 'partner-b'] },
  { record: 'indicator', filter: skillsScan, writers: ['wp-leader', 'partner-b'] },
  { record: 'contributor', filter: `indicator: {${skillsScan}}`, writers: ['wp-leader', 'partner-b'] },
  { record: 'risk', filter: skillsScan, writers: ['wp-leader', 'partner-b'] },
  {
    record: 'pilot',
    filter: 'audience: {eq: OWN}',
    writers: ['wp-leader', 'partner-a'],
    blind: ['partner-b', 'evaluator', 'controller', 'observer'],
  },
  {
    record: 'membership',
    filter: `${inDemonstration}, role: {eq: EVALUATOR}`,
    writers: ['lead'],
    blind: ['wp-leader', 'partner-a', 'partner-b', 'controller', 'observer'],
  },
  { record: 'region', filter: 'code: {eq: "XX08"}', writers: ['admin'] },
]

const plural = (record: string) => (record === 'activity' ? 'activities' : `${record}s`)
const typeName = (record: string) => record[0]?.toUpperCase() + record.slice(1)

/** Who sees every record of the table. */
const finder = (record: string): Person => (record === 'region' ? 'admin' : 'lead')

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
        const mayEver = person === 'wp-leader' || person === owner || (person === 'lead' && ['CANCEL', 'REOPEN'].includes(key))
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
