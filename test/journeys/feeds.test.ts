import { type Client, type Product, startProduct } from '../support/product.js'

let product: Product
let lead: Client
let token: string
let demonstration: string

beforeAll(async () => {
  product = await startProduct()
  lead = await product.client.as('lead')
  demonstration = (await lead.ask('{ projects(filter: {demonstration: {eq: true}}) { nodes { id } } }')).data.projects.nodes[0].id
  const made = await lead.ask('mutation ($ids: [ID!]!) { createApiToken(name: "Excel", projectIds: $ids) { token } }', { ids: [demonstration] })
  token = made.data.createApiToken.token
})

afterAll(() => product.stop())

const feed = (path: string, headers: Record<string, string> = { authorization: `Bearer ${token}` }) => fetch(`${product.client.url}/feeds${path}`, { headers })
const rows = async (path: string, headers?: Record<string, string>) => (await feed(path, headers)).json()
const lines = async (path: string) => (await (await feed(path)).text()).trimEnd().split('\r\n')

describe('a feed', () => {
  it('has every row of the list in the scope of the token, as CSV and as JSON', async () => {
    const { data } = await lead.ask('query ($id: ID!) { measurements(filter: {project: {id: {eq: $id}}}) { totalCount } }', {
      id: demonstration,
    })
    const [header, ...body] = await lines('/measurements.csv')
    expect(header).toContain('id,version,')
    expect(header).toContain('indicatorId')
    expect(body).toHaveLength(data.measurements.totalCount)
    const json = await rows('/measurements.json')
    expect(json).toHaveLength(data.measurements.totalCount)
    expect(json[0]).toMatchObject({ id: expect.any(String), indicatorId: expect.any(String), onDay: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) })
  })

  it('takes the token as the password of HTTP Basic, which is what Excel can store', async () => {
    const basic = `Basic ${Buffer.from(`anything:${token}`).toString('base64')}`
    expect(await rows('/pilots.json', { authorization: basic })).not.toHaveLength(0)
    const unknown = await feed('/pilots.json', {})
    expect(unknown.status).toBe(401)
    expect(unknown.headers.get('www-authenticate')).toMatch(/^Basic /)
  })

  it('shows no other project than the token names, and a stranger only what is published', async () => {
    const projects = await rows('/projects.json')
    expect(projects.map(({ id }: { id: string }) => id)).toEqual([demonstration])
    expect(await rows('/projects.json?public=true', {})).toEqual([])
    expect(await rows('/contacts.json')).toEqual(expect.arrayContaining([expect.objectContaining({ email: null })]))
  })

  it('keeps a spreadsheet from taking a text for a formula, and leaves numbers numbers', async () => {
    const { data } = await lead.ask('query ($id: ID!) { partners(first: 1, filter: {project: {id: {eq: $id}}}) { nodes { id version } } }', {
      id: demonstration,
    })
    const [{ id, version }] = data.partners.nodes
    await lead.ask('mutation ($id: ID!, $version: Int!, $input: UpdatePartnerInput!) { updatePartner(id: $id, version: $version, input: $input) { id } }', {
      id,
      version,
      input: { englishName: '=HYPERLINK("x"), "quoted"' },
    })
    const line = (await lines('/partners.csv')).find((text) => text.includes('HYPERLINK'))
    expect(line).toContain('"\'=HYPERLINK(""x""), ""quoted"""')
    expect((await lines('/measurements.csv'))[1]).toMatch(/,-?\d+(\.\d+)?,/)
  })

  it('speaks of a day and of what was known at a moment', async () => {
    const all = await rows('/measurements.json')
    const early = await rows('/measurements.json?asOf=2013-12-31')
    expect(early.length).toBeGreaterThan(0)
    expect(early.length).toBeLessThan(all.length)
    expect(early.every(({ onDay }: { onDay: string }) => onDay <= '2013-12-31')).toBe(true)
    expect(await rows('/measurements.json?knownAt=2000-01-01T00:00:00Z')).toEqual([])
    const progress = await rows(`/programmeProgress.json?by=PROJECT&asOf=2014-01-31&projectId=${demonstration}`)
    const { data } = await lead.ask(
      'query ($id: ID!) { programmeProgress(projectIds: [$id], asOf: "2014-01-31", by: [PROJECT]) { nodes { achieved planned } } }',
      {
        id: demonstration,
      },
    )
    expect(progress[0]).toMatchObject(data.programmeProgress.nodes[0])
  })

  it('names what is wrong with an address, each fault at its parameter', async () => {
    const wrong = await feed('/partners.csv?asOf=2014-02-31&colour=red&constructor=1&projectId=1')
    expect(wrong.status).toBe(400)
    const { faults } = await wrong.json()
    expect(faults.map(({ path, code }: { path: string[]; code: string }) => [path[0], code])).toEqual([
      ['asOf', 'UNKNOWN_FIELD'],
      ['colour', 'UNKNOWN_FIELD'],
      ['constructor', 'UNKNOWN_FIELD'],
      ['projectId', 'NOT_AN_ID'],
    ])
    for (const [asOf, code] of Object.entries({ '0025-01-15': 'DAY_TOO_EARLY', '9999-12-31': 'DAY_TOO_LATE', '15.1.2025': 'NOT_A_DAY' })) {
      expect((await (await feed(`/measurements.json?asOf=${asOf}`)).json()).faults).toMatchObject([{ path: ['asOf'], code }])
    }
    expect((await feed('/nothing.csv')).status).toBe(404)
    expect((await feed('/programmeProgress.json?by=COLOUR')).status).toBe(400)
  })

  it('is listed with its columns and parameters', async () => {
    const index = await rows('')
    const measurements = index.find(({ name }: { name: string }) => name === 'measurements')
    expect(measurements.columns.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['id', 'onDay', 'value', 'indicatorId', 'contributorId']),
    )
    expect(Object.keys(measurements.parameters)).toEqual(expect.arrayContaining(['projectId', 'asOf', 'knownAt', 'history']))
  })
})
