import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type ConcreteRequest,
  commitMutation,
  createOperationDescriptor,
  Environment,
  fetchQuery,
  type GraphQLResponse,
  getRequest,
  Network,
  RecordSource,
  type RequestParameters,
  Store,
  type Variables,
} from 'relay-runtime'
import { compiled, compileRelay } from '../../support/compile-relay.js'
import { type ForeignWorld, foreignWorld } from '../../support/foreign-client.js'
import { type Product, startProduct } from '../../support/product.js'

/** What leans on Relay's conventions: connections with edges both ways, records that are found again by node, deletions that name what is gone. */
const source = `
graphql\`query partnersQuery($filter: PartnerFilter, $first: Int, $after: String, $last: Int, $before: String) {
  partners(filter: $filter, orderBy: [{position: ASC}], first: $first, after: $after, last: $last, before: $before)
    @connection(key: "list_partners", filters: []) { edges { node { id acronym } } } }\`
graphql\`fragment partners_facts on Partner @refetchable(queryName: "partnersFactsQuery") { acronym version }\`
graphql\`query partnersOneQuery($id: ID!) { partner(id: $id) { ...partners_facts acronym version } }\`
graphql\`mutation partnersRenameMutation($id: ID!, $version: Int!, $input: UpdatePartnerInput!) {
  updatePartner(id: $id, version: $version, input: $input) { id acronym version } }\`
graphql\`mutation partnersCiteMutation($input: CreateCitationInput!) { createCitation(input: $input) { id version } }\`
graphql\`mutation partnersUnciteMutation($id: ID!, $version: Int!) { deleteCitation(id: $id, version: $version) { deletedId @deleteRecord } }\`
`

interface List {
  readonly partners: {
    readonly edges: readonly { readonly node: { readonly id: string; readonly acronym: string } }[]
    readonly pageInfo: { readonly startCursor: string; readonly endCursor: string; readonly hasNextPage: boolean; readonly hasPreviousPage: boolean }
  }
}

interface Versioned {
  readonly id: string
  readonly version: number
}

let product: Product
let world: ForeignWorld
let folder: string
let environment: Environment

beforeAll(async () => {
  product = await startProduct()
  world = await foreignWorld(product.client)
  folder = mkdtempSync(join(tmpdir(), 'clusterpolisee-relay-'))
  compileRelay(folder, 'partners', source)
})
beforeEach(() => {
  environment = new Environment({ network: Network.create(send), store: new Store(new RecordSource()) })
})
afterAll(() => {
  if (folder) rmSync(folder, { recursive: true, force: true })
  return product?.stop()
})

async function send({ text }: RequestParameters, variables: Variables): Promise<GraphQLResponse> {
  const headers = { ...world.headers, 'content-type': 'application/json' }
  const answer = await fetch(world.endpoint, { method: 'POST', headers, body: JSON.stringify({ query: text, variables }) })
  return answer.json()
}

/** Asks, and answers what the store then shows. */
async function read<T>(query: ConcreteRequest, variables: Variables): Promise<T> {
  await fetchQuery(environment, query, variables, { fetchPolicy: 'network-only' }).toPromise()
  return shown(query, variables)
}

const shown = <T>(query: ConcreteRequest, variables: Variables): T =>
  environment.lookup(createOperationDescriptor(getRequest(query), variables).fragment).data as T

/** Writes, and answers the payload. */
const write = <T>(mutation: ConcreteRequest, variables: Variables): Promise<T> =>
  new Promise((resolve, reject) => {
    const onCompleted = (answer: unknown, errors: unknown) => (errors ? reject(errors) : resolve(answer as T))
    commitMutation(environment, { mutation, variables, onCompleted, onError: reject })
  })

/** Reads pages until there is none, each after or before what is there, and answers the ids in the store. */
async function pageThrough(backwards: boolean): Promise<string[]> {
  const query = await compiled(folder, 'partnersQuery')
  const filter = { project: { id: { eq: world.projectId } } }
  const size = backwards ? { last: 5 } : { first: 5 }
  let { partners } = await read<List>(query, { filter, ...size })
  for (let pages = 1; backwards ? partners.pageInfo.hasPreviousPage : partners.pageInfo.hasNextPage; pages += 1) {
    if (pages > 20) throw new Error('There is no end.')
    const place = backwards ? { before: partners.pageInfo.startCursor } : { after: partners.pageInfo.endCursor }
    partners = (await read<List>(query, { filter, ...size, ...place })).partners
  }
  return partners.edges.map(({ node }) => node.id)
}

describe('Relay', () => {
  it.each([
    ['forwards', false],
    ['backwards', true],
  ])('pages %s through a connection and has every row once, in order', async (_, backwards) => {
    expect(await pageThrough(backwards)).toEqual(world.partnerIds)
  })

  it('finds a record again by node, and a write changes it wherever it is shown', async () => {
    const [id = ''] = world.partnerIds
    const one = await compiled(folder, 'partnersOneQuery')
    const { partner } = await read<{ readonly partner: Versioned }>(one, { id })
    const rename = await compiled(folder, 'partnersRenameMutation')
    await write(rename, { id, version: partner.version, input: { acronym: 'By Relay' } })
    expect(shown(one, { id })).toMatchObject({ partner: { acronym: 'By Relay', version: partner.version + 1 } })
    const again = await compiled(folder, 'partnersFactsQuery')
    expect(again.params.text).toContain('node(id: $id)')
    await read(again, { id })
    expect(shown(one, { id })).toMatchObject({ partner: { acronym: 'By Relay', version: partner.version + 1 } })
  })

  it('drops from its store what a deletion says is gone', async () => {
    const [recordId = ''] = world.partnerIds
    const input = { projectId: world.projectId, recordType: 'Partner', recordId, basis: 'EDITORIAL' }
    const { createCitation: made } = await write<{ readonly createCitation: Versioned }>(await compiled(folder, 'partnersCiteMutation'), { input })
    expect(environment.getStore().getSource().get(made.id)).toMatchObject({ id: made.id })
    await write(await compiled(folder, 'partnersUnciteMutation'), { id: made.id, version: made.version })
    expect(environment.getStore().getSource().get(made.id)).toBeNull()
  })
})
