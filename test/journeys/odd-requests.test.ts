import { type Product, startProduct } from '../support/product.js'

let product: Product

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product?.stop())

describe('a feed', () => {
  it.each([
    ['knownAt=yesterday', 'NOT_A_MOMENT'],
    ['archived=true&archived=false', 'ONE_VALUE'],
  ])('with %s is refused as %s', async (parameters, code) => {
    const lead = await product.client.as('lead')
    const response = await fetch(`${product.gateway.url}/feeds/measurements.csv?${parameters}`, { headers: lead.cookie() })
    expect(response.status).toBe(400)
    expect((await response.json()).faults).toMatchObject([{ code }])
  })
})

describe('a document', () => {
  it('of which an operation is asked that is not in it is refused', async () => {
    const asked = { query: 'query Mine { viewer { id } }', operationName: 'Yours' }
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${product.gateway.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(asked) })
    expect((await response.json()).errors[0].extensions.code).toBe('OPERATION_RESOLUTION_FAILURE')
  })

  it('that asks for a record by what is no identity is answered but for that record, the first time and again', async () => {
    const query = '{ node(id: "x") { id } nodes(ids: ["y"]) { id } projects { totalCount } }'
    for (const _ of [1, 2]) {
      const { data, errors } = await product.client.ask(query)
      expect(data).toEqual({ node: null, nodes: [null], projects: { totalCount: expect.any(Number) } })
      expect(errors?.map((error) => [(error as { path?: unknown }).path, error.extensions.faults?.[0]?.code])).toEqual([
        [['node'], 'NOT_AN_ID'],
        [['nodes', 0], 'NOT_AN_ID'],
      ])
    }
    const mixed = await product.client.ask('{ node(id: "x") { id } installation { mailEnabled } }')
    expect(mixed.data).toEqual({ node: null, installation: { mailEnabled: expect.any(Boolean) } })
    expect(mixed.errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT'])
  })
})
