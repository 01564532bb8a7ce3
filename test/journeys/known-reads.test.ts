import { type Client, type Product, startProduct } from '../support/product.js'

let product: Product
let lead: Client

beforeAll(async () => {
  product = await startProduct()
  lead = await product.client.as('lead')
})

afterAll(() => product.stop())

/** Status, headers but the moment and the name of the request, and body of an answer. */
async function answer(
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ readonly status: number; readonly headers: object; readonly body: string }> {
  const response = await fetch(`${product.client.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...lead.cookie(), ...headers },
    body: JSON.stringify(body),
  })
  const told: Record<string, string> = {}
  response.headers.forEach((value, name) => {
    if (name !== 'date' && name !== 'x-request-id') told[name] = value
  })
  return { status: response.status, headers: told, body: await response.text() }
}

describe('a document that is asked again', () => {
  const query = 'query Pilots($first: Int) { pilots(first: $first) { totalCount nodes { id title } } }'

  it('is answered as it was the first time, to the byte', async () => {
    const first = await answer({ query, variables: { first: 3 } })
    expect(await answer({ query, variables: { first: 3 } })).toEqual(first)
    expect(await answer({ query, variables: { first: 3 }, operationName: 'Pilots' })).toEqual(first)
    expect(first).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } })
  })

  it.each([
    [200, 'a variable of a wrong type', { query, variables: { first: 'three' } }, {}],
    [400, 'a page that is too large', { query, variables: { first: 100_000 } }, {}],
    [200, 'an operation that is not there', { query, operationName: 'Partners' }, {}],
    [400, 'variables that are no object', { query, variables: [3] }, {}],
    [401, 'a token that is unknown', { query }, { authorization: 'Bearer nothing' }],
    [415, 'what a foreign form can send', { query }, { 'content-type': 'text/plain' }],
    [406, 'an answer in a form that is not offered', { query }, { accept: 'text/csv' }],
  ] as const)('is refused with %i as it would be the first time: %s', async (status, _, body, headers) => {
    const unknown = { ...body, query: `${query} # ${_}` }
    const first = await answer(unknown, headers)
    await answer({ query, variables: { first: 3 } })
    expect(await answer(body, headers)).toEqual(first)
    expect([first.status, JSON.parse(first.body).data]).toEqual([status, undefined])
  })

  const long = 'query Long($first: Int) { pilots(first: $first) { nodes { id title version createdAt updatedAt project { id acronym title } } } }'

  it.each([
    ['br, gzip', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0', null],
  ])('is packed for who takes %s', async (taken, packed) => {
    const plain = await answer({ query: long, variables: { first: 50 } }, { 'accept-encoding': 'identity' })
    const told = await answer({ query: long, variables: { first: 50 } }, { 'accept-encoding': taken })
    expect(told.body).toBe(plain.body)
    expect(told.headers).toMatchObject({ vary: 'accept-encoding', ...(packed ? { 'content-encoding': packed } : {}) })
    expect('content-encoding' in told.headers).toBe(packed !== null)
  })

  it('is sent as it is where it is small or was asked by GET', async () => {
    const packing = { 'accept-encoding': 'br, gzip' }
    const small = await answer({ query: long, variables: { first: 1 } }, packing)
    const url = `${product.client.url}/graphql?${new URLSearchParams({ query: long, variables: '{"first":50}' })}`
    const got = await fetch(url, { headers: { ...packing, ...lead.cookie() } })
    expect(['content-encoding' in small.headers, got.headers.has('content-encoding')]).toEqual([false, false])
    expect((await got.text()).length).toBeGreaterThan(1400)
  })

  it('is answered to each person by their own rights', async () => {
    const titles = async (client: Client) => (await client.ask('{ pilots(search: "levy") { totalCount } }')).data.pilots.totalCount
    const [owner, other] = await Promise.all([product.client.as('partner-a'), product.client.as('partner-b')])
    expect([await titles(owner), await titles(other), await titles(product.client), await titles(owner)]).toEqual([1, 0, 0, 1])
  })
})
