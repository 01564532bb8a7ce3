import { createHash } from 'node:crypto'
import { type Client, type Product, startProduct } from '../support/product.js'

let product: Product
let lead: Client
const query = '{ projects { nodes { acronym published } } }'
const persisted = JSON.stringify({ persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') } })

beforeAll(async () => {
  product = await startProduct()
  lead = await product.client.as('lead')
})

afterAll(() => product.stop())

const get = (parameters: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${product.client.url}/graphql?${new URLSearchParams(parameters)}`, { headers: { 'apollo-require-preflight': 'true', ...headers } })

describe('a persisted document', () => {
  it('is known by its hash once it was sent whole', async () => {
    const unknown = await (await get({ extensions: persisted })).json()
    expect(unknown.errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND')
    await get({ query, extensions: persisted })
    const known = await (await get({ extensions: persisted })).json()
    expect(known.data.projects.nodes).toEqual([])
  })
})

describe('published data by GET', () => {
  it('may be kept by a proxy for a minute, and is not sent again while it is the same', async () => {
    const { data } = await lead.ask('{ projects(filter: {acronym: {eq: "ClusterPoliSEE"}}) { nodes { id version } } }')
    const [{ id, version }] = data.projects.nodes
    await lead.ask('mutation ($id: ID!, $version: Int!) { updateProject(id: $id, version: $version, input: {published: true}) { id } }', { id, version })
    const first = await get({ query })
    expect(first.headers.get('cache-control')).toMatch(/^public, max-age=60/)
    expect(first.headers.get('vary')).toBe('authorization, cookie')
    expect((await first.json()).data.projects.nodes).toEqual([{ acronym: 'ClusterPoliSEE', published: true }])
    const again = await get({ query }, { 'if-none-match': String(first.headers.get('etag')) })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
  })

  it('is kept by nobody when a person asks', async () => {
    const mine = await get({ query }, lead.cookie())
    expect(mine.headers.get('cache-control')).toBe('no-store')
  })
})
