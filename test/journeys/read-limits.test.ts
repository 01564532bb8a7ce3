import { connectEmbedded } from '../support/embedded-database.js'
import { type Client, type Product, startProduct } from '../support/product.js'

let product: Product
let lead: Client

beforeAll(async () => {
  product = await startProduct({ STATEMENT_TIMEOUT: '4', METRICS: 'true' })
  lead = await product.client.as('lead')
})

afterAll(() => product.stop())

const refusal = async (query: string, variables: Record<string, unknown> = {}) => {
  const { errors } = await lead.ask(query, variables)
  const extensions = errors?.[0]?.extensions
  return { code: extensions?.code, limit: extensions?.limit }
}

describe('a document that asks for too much', () => {
  it.each<[string, string, Record<string, unknown>?]>([
    ['the depth', `{ projects { nodes { ${'partners(first: 1) { nodes { project { '.repeat(6)} id ${'} } }'.repeat(6)} } } }`],
    ['the number of aliases', `{ ${Array.from({ length: 101 }, (_, index) => `a${index}: projects(first: 1) { totalCount }`).join(' ')} }`],
    [
      'the number of fragments',
      `{ ...F0 } ${Array.from({ length: 101 }, (_, index) => `fragment F${index} on Query { ${index < 100 ? `...F${index + 1}` : '__typename'} }`).join(' ')}`,
    ],
    ['the page size', '{ partners(first: 501) { nodes { id } } }'],
    ['the number of rows', '{ partners(first: 500) { nodes { pilots(first: 100) { nodes { id } } } } }'],
    [
      'the length of a list',
      'query ($ids: [ID!]!) { partners(filter: {id: {in: $ids}}) { totalCount } }',
      { ids: Array.from({ length: 1001 }, () => '01a20f90-480c-73cb-b427-c54e765f9efa') },
    ],
    ['the number of comparisons', `{ partners(filter: {or: [${'{name: {eq: "x"}},'.repeat(201)}]}) { totalCount } }`],
    [
      'the number of fields',
      `{ projects { nodes { ...A ${[...'bcdefg'].map((a) => `${a}: partners(first: 1) { nodes { ...P } }`).join(' ')} } } }
       fragment A on Project { id } fragment P on Partner { ${[...'hijklm'].map((a) => `${a}: pilots(first: 1) { nodes { ...L } }`).join(' ')} }
       fragment L on Pilot { ${[...'nopqrs'].map((a) => `${a}: indicators(first: 1) { nodes { ...I } }`).join(' ')} }
       fragment I on Indicator { id title unit definition measure aggregation combination direction baseline weight every }`,
    ],
  ])('is refused for %s before any SQL runs', async (limit, query, variables = {}) => {
    expect(await refusal(query, variables)).toEqual({ code: 'TOO_COMPLEX', limit })
  })

  it('does not double its work by spreading fragments in fragments', async () => {
    const nested = Array.from({ length: 60 }, (_, index) => `fragment F${index} on Project { ...F${index + 1} ...F${index + 1} }`).join(' ')
    const { data, errors } = await lead.ask(`{ projects(first: 1) { nodes { ...F0 } } } ${nested} fragment F60 on Project { id }`)
    expect(errors).toBeUndefined()
    expect(data.projects.nodes[0].id).toEqual(expect.any(String))
  })

  it('is stopped when an order without an index would sort more than 10,000 rows', async () => {
    const database = await connectEmbedded(product.folder)
    const [{ id: projectId }] = (await database.query('SELECT id FROM project WHERE demonstration')).rows
    await database.query('SET session_replication_role = replica')
    const columns = `SELECT gen_random_uuid() AS id, 1 AS version, now() AS created_at, now() AS updated_at, p.project_id, 'Pilot ' || n AS title, 'PLANNED' AS status, 1 AS weight, p.id AS partner_id, 'PROJECT' AS audience`
    await database.query(
      `INSERT INTO pilot (id, version, created_at, updated_at, project_id, title, status, weight, partner_id, audience)
       ${columns} FROM (SELECT * FROM partner WHERE project_id = $1 LIMIT 1) p, generate_series(1, 10001) n`,
      [projectId],
    )
    await database.end()
    for (const order of ['{partner: {name: ASC}}', '{indicatorsCount: DESC}']) {
      expect(await refusal(`{ pilots(orderBy: [${order}], first: 5) { nodes { id } } }`)).toEqual({ code: 'TOO_COMPLEX', limit: 'the number of rows to order' })
      const narrowed = await lead.ask(`{ pilots(filter: {status: {eq: RUNNING}}, orderBy: [${order}], first: 5) { nodes { id } } }`)
      expect(narrowed.errors).toBeUndefined()
    }
  })
})

describe('a statement', () => {
  const slow = `{ ${Array.from({ length: 100 }, (_, index) => `a${index}: programmeProgress(by: [PILOT, MONTH], knownAt: "2014-04-${10 + (index % 20)}T00:00:00Z", first: 1) { totalCount nodes { late } }`).join(' ')} }`
  const running = async () => {
    const database = await connectEmbedded(product.folder)
    const { rows } = await database.query(`SELECT count(*)::int AS running FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'SELECT ''{%'`)
    await database.end()
    return rows[0].running as number
  }

  it('that takes longer than the time allowed is stopped and told as TOO_COMPLEX', async () => {
    expect(await refusal(slow)).toEqual({ code: 'TOO_COMPLEX', limit: 'time' })
  })

  it('stops when whoever asked has gone', async () => {
    const giving = new AbortController()
    const asking = fetch(`${product.client.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...lead.cookie() },
      body: JSON.stringify({ query: slow }),
      signal: giving.signal,
    }).catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(await running()).toBe(1)
    giving.abort()
    await asking
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(await running()).toBe(0)
  })

  it('of one heavy viewer leaves room for the others', async () => {
    const observer = await product.client.as('observer')
    const heavy = Array.from({ length: 20 }, () => lead.ask(slow))
    await new Promise((resolve) => setTimeout(resolve, 200))
    const started = Date.now()
    const { errors } = await observer.ask('{ projects { totalCount } }')
    expect(errors).toBeUndefined()
    expect(Date.now() - started).toBeLessThan(3500)
    await Promise.all(heavy)
  }, 60_000)
})

describe('figures of the process', () => {
  it('are at /metrics when they are switched on', async () => {
    const text = await (await fetch(`${product.client.url}/metrics`)).text()
    expect(text).toMatch(/clusterpolisee_operation_seconds_count\{kind="read",outcome="OK"\} \d+/)
    expect(text).toMatch(/clusterpolisee_plan_cache_hits \d+/)
    expect(text).toMatch(/clusterpolisee_pool_connections \d+/)
  })
})
