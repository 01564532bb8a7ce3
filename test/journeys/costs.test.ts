import { createHash } from 'node:crypto'
import { getIntrospectionQuery } from 'graphql'
import { dashboardDocuments } from '../support/dashboard-documents.js'
import { type Answer, type Product, startProduct } from '../support/product.js'

let product: Product

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product?.stop())

const json = { 'content-type': 'application/json' }

async function post(body: unknown): Promise<{ readonly status: number; readonly answer: Answer }> {
  const response = await fetch(`${product.client.url}/graphql`, { method: 'POST', headers: json, body: JSON.stringify(body) })
  return { status: response.status, answer: (await response.json()) as Answer }
}

async function get(parameters: Record<string, string>): Promise<{ readonly status: number; readonly answer: Answer }> {
  const response = await fetch(`${product.client.url}/graphql?${new URLSearchParams(parameters)}`, { headers: json })
  return { status: response.status, answer: (await response.json()) as Answer }
}

const persisted = (query: string) => ({ persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') } })
const aliased = (many: number, field: string) => Array.from({ length: many }, (_, index) => `a${index}: ${field}`).join(' ')
const refusalOf = ({ answer: { errors = [] } }: { readonly answer: Answer }) => [errors[0]?.extensions.code, errors[0]?.extensions.limit]

const place = 'placeProspective(editionId: "01a20f90-480c-73cb-b427-c54e765f9efa", values: []) { rank }'

describe('an operation that costs too much is refused before it runs', () => {
  it.each([
    ['the schema, asked for many times', `{ ${aliased(90, '__schema { types { name } }')} }`, 'the number of times the schema is asked for'],
    ['a query that is written by hand', `{ ${aliased(6, place)} }`, 'the cost'],
    ['plain writes', `mutation { ${aliased(100, 'createPilot(input: {}) { id }')} }`, 'the cost'],
    [
      'verbs that hash a password',
      `mutation { ${aliased(2, 'signIn(email: "a", password: "b") { id }')} }`,
      'the number of fields that hash a password or send a mail',
    ],
    ['plain reads beside all of it', `{ ${aliased(95, 'installation { mailEnabled }')} ${aliased(6, place)} __typename }`, 'the number of aliases'],
    ['more levels than a parser can go down', `{ ${'partner {'.repeat(3000)} id ${'}'.repeat(3000)} }`, 'the depth'],
  ])('%s', async (_, query, limit) => {
    const refused = await post({ query })
    expect(refusalOf(refused)).toEqual(['TOO_COMPLEX', limit])
    expect(refused.status).toBe(400)
    expect(refused.answer.errors?.[0]?.extensions).toMatchObject({ allowed: expect.any(Number), asked: expect.any(Number), hint: expect.any(String) })
  })

  it('whichever way it comes', async () => {
    const query = `{ ${aliased(101, 'installation { mailEnabled }')} }`
    const ways = [post({ query }), get({ query }), post({ query, extensions: persisted(query) }), get({ query, extensions: JSON.stringify(persisted(query)) })]
    for (const refused of await Promise.all(ways)) expect(refusalOf(refused)).toEqual(['TOO_COMPLEX', 'the number of aliases'])
    expect(refusalOf(await post({ extensions: persisted(query) }))[0]).toBe('PERSISTED_QUERY_NOT_FOUND')
  })

  it('for its variables, be the document known or not', async () => {
    const query = 'query ($filter: ProjectFilter) { projects(filter: $filter) { totalCount } }'
    const deep = JSON.parse(`${'{"and":['.repeat(40)}${']}'.repeat(40)}`)
    const ask = () => post({ query, variables: { filter: deep } })
    expect(refusalOf(await ask())).toEqual(['TOO_COMPLEX', 'the depth of the variables'])
    expect((await post({ query })).answer.errors).toBeUndefined()
    expect(refusalOf(await ask())).toEqual(['TOO_COMPLEX', 'the depth of the variables'])
    expect(refusalOf(await get({ query, variables: JSON.stringify({ filter: deep }) }))).toEqual(['TOO_COMPLEX', 'the depth of the variables'])
  })

  it('and a subscription is refused in words', async () => {
    const refused = await post({ query: 'subscription { x }' })
    expect([refused.status, refusalOf(refused)[0], refused.answer.errors?.map(({ message }) => message)]).toEqual([
      400,
      'BAD_REQUEST',
      ['There are no subscriptions here. GET /changes tells of changes as they are written.'],
    ])
  })
})

describe('the schema', () => {
  const query = getIntrospectionQuery()

  it('is answered whole to anybody, by one working out for all who ask the same', async () => {
    const ask = async (many: number) => Promise.all(Array.from({ length: many }, () => post({ query })))
    const [first, ...others] = [...(await ask(5)), ...(await ask(12))]
    expect(first?.answer.data.__schema.types.length).toBeGreaterThan(500)
    expect(others.map(({ answer }) => JSON.stringify(answer) === JSON.stringify(first?.answer))).toEqual(Array(16).fill(true))
  })

  it('is answered to many at once, one after the other, until too many wait', async () => {
    const asked = Array.from({ length: 14 }, (_, index) => post({ query: `{ __type(name: "Pilot") { a${index}: name } }` }))
    const answers = await Promise.all(asked)
    const told = answers.map((one) => refusalOf(one)[0] ?? Object.values(one.answer.data.__type)[0])
    expect(new Set(told)).toEqual(new Set(['Pilot', 'RATE_LIMITED']))
  })

  it('is answered by the values of variables, and with what is wrong with them', async () => {
    const named = 'query ($name: String!) { __type(name: $name) { name } }'
    const ask = async (variables: unknown) => (await post({ query: named, variables })).answer
    expect((await ask({ name: 'Pilot' })).data).toEqual({ __type: { name: 'Pilot' } })
    expect((await ask({ name: 'Partner' })).data).toEqual({ __type: { name: 'Partner' } })
    expect((await ask({ name: 'Nothing' })).data).toEqual({ __type: null })
    expect((await ask({})).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  })
})

describe('what the dashboard asks', () => {
  /** The document with its operation four times over, each under a name of its own. */
  const fourfold = (document: string): string => {
    const at = document.indexOf('\nfragment ')
    const operation = at < 0 ? document : document.slice(0, at)
    const copies = [1, 2, 3, 4].map((copy) => operation.replace(/^(query|mutation) (\w+)/, `$1 $2${copy}`))
    return [...copies, at < 0 ? '' : document.slice(at)].join('\n')
  }

  it('costs less than a quarter of what a document may', async () => {
    const documents = await dashboardDocuments()
    expect(documents.length).toBeGreaterThan(300)
    const told: (readonly [string, Awaited<ReturnType<typeof post>>])[] = []
    // One after the other: as many connections at once as there are documents are no one's.
    for (const document of documents) told.push([document, await post({ query: fourfold(document), operationName: 'None' })])
    const once = 'the number of fields that hash a password or send a mail'
    const dear = told.filter(([, refused]) => refusalOf(refused)[0] === 'TOO_COMPLEX' && refusalOf(refused)[1] !== once)
    expect(dear.map(([document, { answer }]) => [document, answer.errors?.[0]?.message])).toEqual([])
  })
})
