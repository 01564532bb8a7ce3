import { serverAudits } from 'graphql-http'
import { type Product, startProduct } from '../../support/product.js'

let product: Product

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product?.stop())

describe('GraphQL over HTTP', () => {
  it('is spoken as the audit of its working group asks', async () => {
    const audits = serverAudits({ url: `${product.client.url}/graphql`, fetchFn: fetch })
    const found: string[] = []
    for (const audit of audits) {
      const result = await audit.fn()
      if (result.status !== 'ok') found.push(`${result.status} ${audit.id} ${audit.name}: ${result.reason}`)
    }
    expect(found).toEqual([])
    expect(audits).toHaveLength(61)
  })

  it.each([
    ['a text that is no document', { query: '{' }],
    ['a field that is not there', { query: '{ nothing }' }],
    ['a variable of another kind', { query: 'query ($id: ID!) { partner(id: $id) { id } }', variables: { id: [] } }],
    ['an operation that is not there', { query: 'query Mine { viewer { id } }', operationName: 'Yours' }],
  ])('tells of %s with 200 in plain JSON, known or not, and with 400 in its own type', async (_, asked) => {
    const post = async (accept: string) => {
      const headers = { 'content-type': 'application/json', accept }
      const answer = await fetch(`${product.client.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(asked) })
      return [answer.status, Object.keys(await answer.json())]
    }
    expect(await post('application/json')).toEqual([200, ['errors']])
    expect(await post('application/json')).toEqual([200, ['errors']])
    expect(await post('application/graphql-response+json')).toEqual([400, ['errors']])
  })

  it('tells of the variables of a question that it knows as of those of one that it does not know', async () => {
    const query = 'query ($id: ID!) { partner(id: $id) { id } }'
    const post = async (id: unknown) => {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(`${product.client.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables: { id } }) })
      return [answer.status, (await answer.json()).errors?.[0].extensions.code]
    }
    expect(await post([])).toEqual([200, 'BAD_USER_INPUT'])
    expect(await post('01890000-0000-7000-8000-000000000000')).toEqual([200, undefined])
    expect(await post([])).toEqual([200, 'BAD_USER_INPUT'])
  })
})
