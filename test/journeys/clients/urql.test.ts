import { Client, fetchExchange, gql } from '@urql/core'
import { cacheExchange } from '@urql/exchange-graphcache'
import { relayPagination } from '@urql/exchange-graphcache/extras'
import { introspectionFromSchema, print } from 'graphql'
import { contract, type ForeignWorld, faultsIn, foreignWorld } from '../../support/foreign-client.js'
import { type Product, startProduct } from '../../support/product.js'

const partners = gql`query Partners($filter: PartnerFilter!, $first: Int, $after: String, $last: Int, $before: String) {
  partners(filter: $filter, orderBy: [{position: ASC}], first: $first, after: $after, last: $last, before: $before) {
    edges { node { id acronym } }
    pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }`

const byNode = gql`query PartnerByNode($id: ID!) { node(id: $id) { id ... on Partner { acronym version } } }`

const rename = gql`mutation Rename($id: ID!, $version: Int!, $input: UpdatePartnerInput!) {
  updatePartner(id: $id, version: $version, input: $input) { id acronym version } }`

let product: Product
let world: ForeignWorld
let client: Client
/** What the cache complains of. */
let complaints: string[]

beforeAll(async () => {
  product = await startProduct()
  world = await foreignWorld(product.client)
})
beforeEach(() => {
  complaints = []
  const cache = cacheExchange({
    schema: introspectionFromSchema(contract),
    resolvers: { Query: { partners: relayPagination() } },
    logger: (kind, text) => kind !== 'debug' && complaints.push(text),
  })
  client = new Client({ url: world.endpoint, exchanges: [cache, fetchExchange], fetchOptions: { headers: world.headers } })
})
afterEach(() => expect(complaints).toEqual([]))
afterAll(() => product?.stop())

/** Reads pages until there is none, each after or before what is there, and answers the ids in the cache. */
async function pageThrough(backwards: boolean): Promise<string[]> {
  const filter = { project: { id: { eq: world.projectId } } }
  const size = backwards ? { last: 5 } : { first: 5 }
  let { data, error } = await client.query(partners, { filter, ...size }).toPromise()
  for (let pages = 1; !error && (backwards ? data.partners.pageInfo.hasPreviousPage : data.partners.pageInfo.hasNextPage); pages += 1) {
    if (pages > 20) throw new Error('There is no end.')
    const { startCursor, endCursor } = data.partners.pageInfo
    const place = backwards ? { before: startCursor } : { after: endCursor }
    const answer = await client.query(partners, { filter, ...size, ...place }).toPromise()
    data = answer.data
    error = answer.error
  }
  expect(error).toBeUndefined()
  return data.partners.edges.map(({ node }: { readonly node: { readonly id: string } }) => node.id)
}

describe('urql with its cache of records', () => {
  it('asks what the contract knows', () => {
    expect(faultsIn(print(partners), print(byNode), print(rename))).toEqual([])
  })

  it.each([
    ['forwards', false],
    ['backwards', true],
  ])('pages %s through a list and has every row once, in order', async (_, backwards) => {
    expect(await pageThrough(backwards)).toEqual(world.partnerIds)
  })

  it('refetches one record by node, and a write changes it wherever it is shown', async () => {
    const [id = ''] = world.partnerIds
    const list = { filter: { project: { id: { eq: world.projectId } } }, first: 5 }
    await client.query(partners, list).toPromise()
    const found = await client.query(byNode, { id }).toPromise()
    const { version } = found.data.node
    const written = await client.mutation(rename, { id, version, input: { acronym: 'By urql' } }).toPromise()
    expect(written.error).toBeUndefined()
    const shown = await client.query(partners, list, { requestPolicy: 'cache-only' }).toPromise()
    expect(shown.data.partners.edges[0].node.acronym).toBe('By urql')
    const again = await client.query(byNode, { id }, { requestPolicy: 'network-only' }).toPromise()
    expect(again.data.node).toMatchObject({ acronym: 'By urql', version: version + 1 })
  })
})
