import { type Client, type Product, startProduct } from '../support/product.js'

let product: Product
let lead: Client

beforeAll(async () => {
  product = await startProduct()
  lead = await product.client.as('lead')
})

afterAll(() => product.stop())

describe('the order of names', () => {
  it('is that in which people look them up, page by page', async () => {
    const lead = await product.client.as('lead')
    const page = async (after: string | null): Promise<string[]> => {
      const { data } = await lead.ask(
        'query ($after: String) { partners(first: 7, after: $after, orderBy: [{name: ASC}], filter: {project: {acronym: {eq: "ClusterPoliSEE"}}}) { nodes { name } pageInfo { endCursor hasNextPage } } }',
        { after },
      )
      const { nodes, pageInfo } = data.partners
      return [...nodes.map(({ name }: { name: string }) => name), ...(pageInfo.hasNextPage ? await page(pageInfo.endCursor) : [])]
    }
    const names = await page(null)
    expect(names).toEqual([...names].sort(new Intl.Collator('en').compare))
    const [small, accented, plain] = ['ecoplus', 'Únia', 'Univerzitet'].map((start) => names.findIndex((name) => name.startsWith(start)))
    expect(small).toBeLessThan(accented as number)
    expect(accented).toBeLessThan(plain as number)
    expect(small).toBeGreaterThanOrEqual(0)
  })
})

describe('the sample', () => {
  it('holds the real project with its 26 partners and nothing measured', async () => {
    const { data } = await lead.ask(`{ projects(filter: {acronym: {eq: "ClusterPoliSEE"}}) { nodes { totalBudget startsOn startsOnPrecision
      partners(first: 100) { totalCount } thematicAreas { totalCount } phases { totalCount } workPackages { totalCount } sources(first: 1) { totalCount } } }
      measurements(filter: {project: {acronym: {eq: "ClusterPoliSEE"}}}) { totalCount } }`)
    expect(data.projects.nodes[0]).toMatchObject({
      totalBudget: 5186352,
      startsOn: '2012-04-01',
      startsOnPrecision: 'MONTH',
      partners: { totalCount: 26 },
      thematicAreas: { totalCount: 6 },
      phases: { totalCount: 2 },
      workPackages: { totalCount: 7 },
    })
    expect(data.measurements.totalCount).toBe(0)
  })
})

describe('lists', () => {
  it('walk forwards by cursor over every row once', async () => {
    const seen: string[] = []
    let after: string | null = null
    do {
      const { data } = await lead.ask(
        'query ($after: String) { partners(first: 7, after: $after, orderBy: [{englishName: DESC}]) { nodes { id } pageInfo { hasNextPage endCursor } } }',
        { after },
      )
      seen.push(...data.partners.nodes.map((node: { id: string }) => node.id))
      after = data.partners.pageInfo.hasNextPage ? data.partners.pageInfo.endCursor : null
    } while (after)
    expect(new Set(seen).size).toBe(38)
    expect(seen).toHaveLength(38)
  })

  it('find a node whose type the document does not name', async () => {
    const partner = (await lead.ask('{ partners(first: 1) { nodes { id name } } }')).data.partners.nodes[0]
    const document = (inner: string) => `query ($id: ID!) { node(id: $id) { ${inner} } partners(first: 1) { nodes { name } } }`
    const asked = async (inner: string) => (await lead.ask(document(inner), { id: partner.id })).data
    const partners = { nodes: [{ name: partner.name }] }
    expect(await asked('__typename ... on Pilot { title }')).toEqual({ node: { __typename: 'Partner' }, partners })
    expect(await asked('... on Pilot { title } ... on Partner { name }')).toEqual({ node: { name: partner.name }, partners })
    expect(await asked('... on Node { id ... on Pilot { title } }')).toEqual({ node: { id: partner.id }, partners })
    expect((await lead.ask(document('... on Pilot { title }'), { id: crypto.randomUUID() })).data.node).toBeNull()
  })

  it('go on at the same place after rows before and behind the cursor have changed', async () => {
    const names = (answer: { data: { partners: { nodes: { id: string }[] } } }) => answer.data.partners.nodes.map(({ id }) => id)
    const page = 'nodes { id version } pageInfo { endCursor }'
    const filter = 'filter: {project: {demonstration: {eq: true}}}, orderBy: [{englishName: ASC}]'
    const first = await lead.ask(`{ partners(${filter}, first: 4) { ${page} } }`)
    const after = first.data.partners.pageInfo.endCursor
    const rest = names(await lead.ask(`query ($after: String) { partners(${filter}, first: 50, after: $after) { ${page} } }`, { after }))
    const [{ id, version }] = first.data.partners.nodes
    const rename = 'mutation ($id: ID!, $version: Int!, $name: String!) { updatePartner(id: $id, version: $version, input: {englishName: $name}) { version } }'
    const renamed = await lead.ask(rename, { id, version, name: 'Zzz, last of all' })
    const moved = names(await lead.ask(`query ($after: String) { partners(${filter}, first: 50, after: $after) { ${page} } }`, { after }))
    expect(moved).toEqual([...rest, id])
    const { data } = await lead.ask('query ($id: ID!) { partner(id: $id) { history { nodes { field before } } } }', { id })
    const before = data.partner.history.nodes.find(({ field }: { field: string }) => field === 'englishName').before
    await lead.ask(rename, { id, version: renamed.data.updatePartner.version, name: before })
  })

  it('are ordered through a relation where that is declared, both ways alike', async () => {
    const page = 'nodes { id partner { position } } pageInfo { endCursor startCursor }'
    const filter = '{project: {demonstration: {eq: true}}}'
    const { data } = await lead.ask(`{ all: pilots(first: 50, filter: ${filter}, orderBy: [{partner: {position: DESC}}]) { ${page} } }`)
    const places = data.all.nodes.map((node: { partner: { position: number } }) => node.partner.position)
    expect(places).toEqual([...places].sort((a, b) => b - a))
    const back = await lead.ask(
      `query ($before: String) { pilots(last: 50, before: $before, filter: ${filter}, orderBy: [{partner: {position: DESC}}]) { nodes { id } } }`,
      { before: data.all.pageInfo.endCursor },
    )
    expect(back.data.pilots.nodes.map((node: { id: string }) => node.id)).toEqual(data.all.nodes.slice(0, -1).map((node: { id: string }) => node.id))
  })

  it('stand beside verbs and introspection in one document, through fragments too', async () => {
    const { data, errors } = await lead.ask(`query { ...Whole kind: __typename installation { mailEnabled } __type(name: "Partner") { name } }
      fragment Whole on Query { projects(filter: {demonstration: {eq: true}}) { total: totalCount nodes { __typename name: acronym partners(first: 1) { nodes { id } } } } }`)
    expect(errors).toBeUndefined()
    expect(data).toMatchObject({
      projects: { total: 1, nodes: [{ __typename: 'Project', name: 'Demonstration', partners: { nodes: [{ id: expect.any(String) }] } }] },
      kind: 'Query',
      installation: { mailEnabled: false },
      __type: { name: 'Partner' },
    })
  })

  it('find words without regard to accents and case', async () => {
    const { data } = await lead.ask('{ partners(search: "SOFIA") { nodes { acronym } } }')
    expect(data.partners.nodes).toEqual([{ acronym: 'BSMEPA' }])
  })

  it('find words that a hyphen joins by a space, and the other way round', async () => {
    const { data } = await lead.ask(
      '{ hyphen: milestones(search: "mid term") { nodes { title } } space: milestones(search: "all-pilots") { nodes { title } } }',
    )
    expect([data.hyphen.nodes, data.space.nodes]).toEqual([[{ title: 'Mid-term meeting' }], [{ title: 'All pilots chosen' }]])
  })

  it('refuse a forged cursor and a page that is too large', async () => {
    const forged = await lead.ask('{ partners(after: "WzEsMl0=") { totalCount nodes { id } } }')
    expect(forged.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
    const large = await lead.ask('{ partners(first: 501) { nodes { id } } }')
    expect(large.errors?.[0]?.extensions.code).toBe('TOO_COMPLEX')
  })

  it('refuse a day that is not in the calendar without naming SQL', async () => {
    const { errors } = await lead.ask('{ pilots(filter: {startedOn: {gt: "2014-02-31"}}) { nodes { id } } }')
    expect(errors?.[0]?.extensions.faults?.[0]).toMatchObject({ code: 'NOT_A_DAY' })
    expect(JSON.stringify(errors)).not.toMatch(/select|postgres|syntax/i)
  })
})

describe('who may see what', () => {
  const narrow = `{ contacts(first: 100) { nodes { email } } byMail: contacts(filter: {email: {contains: "office"}}) { totalCount }
    budgetShares { totalCount } pilots(first: 100) { nodes { title budget } } summary: pilotsSummary { groups { sum { budget } } } search: pilots(search: "levy") { totalCount } }`

  it("lets a partner see its own contact, budget and quiet pilot, and nobody else's", async () => {
    const partner = await product.client.as('partner-b')
    const { data } = await partner.ask(narrow)
    expect(data.contacts.nodes.filter((node: { email: string | null }) => node.email)).toEqual(
      [{ email: 'office@longridge.example.org' }].map(() => ({ email: expect.any(String) })),
    )
    expect(data.byMail.totalCount).toBe(1)
    expect(data.budgetShares.totalCount).toBe(1)
    expect(data.pilots.nodes.filter((node: { budget: number | null }) => node.budget !== null)).toHaveLength(1)
    expect(data.search.totalCount).toBe(0)
    const owner = await product.client.as('partner-a')
    expect((await owner.ask('{ pilots(search: "levy") { totalCount } }')).data.pilots.totalCount).toBe(1)
  })

  it('shows a stranger nothing until the lead partner publishes, and nothing once it is withdrawn', async () => {
    const count = async () =>
      (await product.client.ask('{ partners(first: 100) { totalCount } contacts { totalCount } programmeProgress { nodes { key } } }')).data
    expect(await count()).toEqual({ partners: { totalCount: 0 }, contacts: { totalCount: 0 }, programmeProgress: { nodes: [] } })
    const { data } = await lead.ask('{ projects(filter: {demonstration: {eq: false}}) { nodes { id version } } }')
    const [project] = data.projects.nodes
    const publish = (version: number, published: boolean) =>
      lead.ask(
        'mutation ($id: ID!, $version: Int!, $published: Boolean) { updateProject(id: $id, version: $version, input: {published: $published}) { version } }',
        { id: project.id, version, published },
      )
    const first = await publish(project.version, true)
    expect((await count()).partners.totalCount).toBe(26)
    await publish(first.data.updateProject.version, false)
    expect((await count()).partners.totalCount).toBe(0)
  })

  it("finds a pilot of audience OWN by no path of another's", async () => {
    const owner = await product.client.as('partner-a')
    const [{ id, indicators }] = (await owner.ask('{ pilots(search: "levy") { nodes { id indicators { nodes { id } } } } }')).data.pilots.nodes
    const other = await product.client.as('partner-b')
    const { data } = await other.ask(
      `query ($id: ID!, $indicator: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } pilot(id: $id) { id history { totalCount } } indicator(id: $indicator) { id }
        byStatus: pilots(filter: {id: {eq: $id}}) { totalCount } partners(filter: {pilots: {some: {title: {contains: "levy"}}}}) { totalCount }
        measurements(filter: {indicator: {id: {eq: $indicator}}}) { totalCount } risks(filter: {pilot: {id: {eq: $id}}}) { totalCount }
        programmeProgress(by: [PILOT], first: 100) { nodes { pilotId } } lateItems(first: 200) { nodes { pilotId } } auditTrail(filter: {recordId: {eq: $id}}) { totalCount }
        pilotsSummary(groupBy: [AUDIENCE]) { groups { key { audience } count } } }`.replaceAll('recordId: {eq: $id}', `recordId: {eq: "${id}"}`),
      { id, indicator: indicators.nodes[0].id },
    )
    expect(data).toMatchObject({
      node: null,
      nodes: [null],
      pilot: null,
      indicator: null,
      byStatus: { totalCount: 0 },
      partners: { totalCount: 0 },
      measurements: { totalCount: 0 },
      risks: { totalCount: 0 },
      auditTrail: { totalCount: 0 },
      pilotsSummary: { groups: [{ key: { audience: 'PROJECT' } }, { key: { audience: 'PUBLIC' } }] },
    })
    expect(JSON.stringify(data)).not.toContain(id)
    const refused = await other.ask('mutation ($id: ID!) { updatePilot(id: $id, version: 1, input: {title: "x"}) { id } }', { id })
    expect(refused.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  })

  it('gives the administrator no project content', async () => {
    const admin = await product.client.as('admin')
    expect((await admin.ask('{ projects { totalCount } partners { totalCount } pilots { totalCount } }')).data).toEqual({
      projects: { totalCount: 0 },
      partners: { totalCount: 0 },
      pilots: { totalCount: 0 },
    })
  })

  it('lets a token read the projects that it names, without money, and write nothing', async () => {
    const { data } = await lead.ask('{ projects(filter: {demonstration: {eq: true}}) { nodes { id } } }')
    const made = await lead.ask('mutation ($ids: [ID!]!) { createApiToken(name: "Report", projectIds: $ids) { token } }', { ids: [data.projects.nodes[0].id] })
    const tool = product.client.withToken(made.data.createApiToken.token)
    const read = await tool.ask('{ projects { totalCount } budgetShares { totalCount } programmeProgress(by: [AREA]) { nodes { achieved } } }')
    expect(read.data).toMatchObject({ projects: { totalCount: 1 }, budgetShares: { totalCount: 0 } })
    expect(read.data.programmeProgress.nodes).toHaveLength(6)
    expect((await tool.ask('mutation { createApiToken(name: "x", projectIds: []) { token } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    expect((await tool.ask('mutation { signOut }')).errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'READ_ONLY' })
  })

  it('gives every member the same progress', async () => {
    const question = '{ programmeProgress(by: [AREA, PHASE]) { nodes { key achieved planned coverage standing pilots late } } }'
    const ids = (await lead.ask('{ projects(filter: {demonstration: {eq: true}}) { nodes { id } } }')).data.projects.nodes.map(
      (node: { id: string }) => node.id,
    )
    const asked = question.replace('by:', `projectIds: ${JSON.stringify(ids)}, by:`)
    const expected = await lead.ask(asked)
    for (const person of ['partner-a', 'partner-b', 'evaluator', 'controller', 'observer', 'wp-leader']) {
      expect((await (await product.client.as(person)).ask(asked)).data).toEqual(expected.data)
    }
  })
})
