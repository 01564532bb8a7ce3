import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client'
import { relayStylePagination } from '@apollo/client/utilities'
import { print } from 'graphql'
import { type ForeignWorld, faultsIn, foreignWorld } from '../../support/foreign-client.js'
import { type Product, startProduct } from '../../support/product.js'

interface Partners {
  readonly partners: {
    readonly edges: readonly { readonly node: { readonly id: string; readonly acronym: string } }[]
    readonly pageInfo: {
      readonly startCursor: string | null
      readonly endCursor: string | null
      readonly hasNextPage: boolean
      readonly hasPreviousPage: boolean
    }
  }
}

const partners = gql`query Partners($project: ID!, $first: Int, $after: String, $last: Int, $before: String) {
  partners(filter: {project: {id: {eq: $project}}}, orderBy: [{position: ASC}], first: $first, after: $after, last: $last, before: $before) {
    edges { node { id acronym } }
    pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }`

const byNode = gql`query PartnerByNode($id: ID!) { node(id: $id) { id ... on Partner { acronym version } } }`

const rename = gql`mutation Rename($id: ID!, $version: Int!, $input: UpdatePartnerInput!) {
  updatePartner(id: $id, version: $version, input: $input) { id acronym version } }`

let product: Product
let world: ForeignWorld
let client: ApolloClient

beforeAll(async () => {
  product = await startProduct()
  world = await foreignWorld(product.client)
})
beforeEach(() => {
  client = new ApolloClient({
    link: new HttpLink({ uri: world.endpoint, headers: world.headers, fetch }),
    cache: new InMemoryCache({
      possibleTypes: { Node: ['Partner'] },
      typePolicies: { Query: { fields: { partners: relayStylePagination(['filter', 'orderBy']) } } },
    }),
  })
})
afterAll(() => product?.stop())

/** Reads pages until there is none, each after or before what is there, and answers the ids in the cache. */
async function pageThrough(backwards: boolean): Promise<string[]> {
  const project = world.projectId
  const variables = { project, ...(backwards ? { last: 5 } : { first: 5 }) }
  const watched = client.watchQuery<Partners>({ query: partners, variables })
  const showing = watched.subscribe(() => undefined)
  let info = (await watched.refetch()).data?.partners.pageInfo
  for (let pages = 1; info && (backwards ? info.hasPreviousPage : info.hasNextPage); pages += 1) {
    if (pages > 20) throw new Error('There is no end.')
    const next = backwards ? { last: 5, before: info.startCursor } : { first: 5, after: info.endCursor }
    info = (await watched.fetchMore({ variables: { project, first: undefined, last: undefined, ...next } })).data?.partners.pageInfo
  }
  showing.unsubscribe()
  return client.readQuery<Partners>({ query: partners, variables: { project } })?.partners.edges.map(({ node }) => node.id) ?? []
}

describe('Apollo Client', () => {
  it('asks what the contract knows', () => {
    expect(faultsIn(print(partners), print(byNode), print(rename))).toEqual([])
  })

  it.each([
    ['forwards', false],
    ['backwards', true],
  ])('pages %s through a list and has every row once, in order', async (_, backwards) => {
    expect(world.partnerIds.length).toBeGreaterThan(10)
    expect(await pageThrough(backwards)).toEqual(world.partnerIds)
  })

  it('refetches one record by node, and a write changes it wherever it is shown', async () => {
    const [id = ''] = world.partnerIds
    await client.query({ query: partners, variables: { project: world.projectId, first: 5 } })
    const found = await client.query<{ node: { acronym: string; version: number } }>({ query: byNode, variables: { id } })
    const version = found.data?.node.version
    await client.mutate({ mutation: rename, variables: { id, version, input: { acronym: 'By Apollo Client' } } })
    const shown = client.readQuery<Partners>({ query: partners, variables: { project: world.projectId } })
    expect(shown?.partners.edges[0]?.node.acronym).toBe('By Apollo Client')
    const again = await client.query<{ node: { acronym: string } }>({ query: byNode, variables: { id }, fetchPolicy: 'network-only' })
    expect(again.data?.node).toMatchObject({ acronym: 'By Apollo Client', version: Number(version) + 1 })
  })
})
