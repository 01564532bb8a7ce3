import { buildSchema, GraphQLError, getIntrospectionQuery } from 'graphql'
import { CostGate } from './cost-gate.js'

const schema = buildSchema(`
  type Query { pilot: Pilot, placed: Float, pilots(filter: Filter): [Pilot!]! }
  type Mutation { renamePilot: Pilot, signIn: Pilot, invite: Pilot }
  type Pilot { id: ID, title: String, partner: Pilot, before: Pilot, after: Pilot, partners: [Pilot!]! }
  input Filter { and: [Filter!], title: String }
`)
const prices = { placed: { cost: 1000 }, signIn: { cost: 500, alone: true }, invite: { cost: 500, alone: true } }
for (const [name, price] of Object.entries(prices)) {
  const field = schema.getQueryType()?.getFields()[name] ?? schema.getMutationType()?.getFields()[name]
  if (field) field.extensions = { price }
}

/** What is found to be too much, and how much was asked; null for what is let through. */
function refused(query: string, variables: unknown = {}): readonly [limit: unknown, asked: unknown] | null {
  try {
    new CostGate(schema).check({ query, variables })
    return null
  } catch (error) {
    if (!(error instanceof GraphQLError) || error.extensions.code !== 'TOO_COMPLEX') throw error
    return [error.extensions.limit, error.extensions.asked]
  }
}

const times = (many: number, text: (index: number) => string) => Array.from({ length: many }, (_, index) => text(index)).join(' ')
const nested = (open: string, many: number, inner: string, close: string) => `${open.repeat(many)}${inner}${close.repeat(many)}`

describe('a document is refused', () => {
  it.each<readonly [limit: string, asked: number, query: string]>([
    ['the number of tokens', 10_001, `{ pilot { ${times(10_000, () => 'id')} } }`],
    ['the depth', 65, nested('{ partner ', 3000, '{ id }', '}')],
    ['the depth', 65, `{ pilots(filter: ${nested('{and: [', 40, '', ']}')}) { id } }`],
    [
      'the depth',
      65,
      `{ pilot { ...F0 } } ${times(40, (at) => `fragment F${at} on Pilot { partner { partner { ...F${at + 1} } } }`)} fragment F40 on Pilot { id }`,
    ],
    ['the number of operations', 21, times(21, (at) => `query Q${at} { pilot { id } }`)],
    ['the number of fragments', 101, `{ pilot { id } } ${times(101, (at) => `fragment F${at} on Pilot { id }`)}`],
    ['the number of aliases', 1000, `{ ${times(1000, (at) => `a${at}: __typename`)} }`],
    ['the number of directives', 500, `{ pilot { ${times(500, () => 'id @include(if: true)')} } }`],
    ['the cost', 5002, `{ pilot { ${times(5001, () => '__typename')} } }`],
    ['the cost', 6006, `{ ${times(6, () => 'placed')} }`],
    ['the cost', 5049, `mutation { ${times(99, (at) => `a${at}: renamePilot`)} }`],
    ['the cost', 5001, `query A { pilot { ${times(2500, () => 'id')} } } query B { pilot { ${times(2499, () => 'id')} } }`],
    ['the number of fields that hash a password or send a mail', 2, 'mutation { signIn { id } invite { id } }'],
    [
      'the number of fields that hash a password or send a mail',
      2,
      'mutation A { signIn { id } } mutation B { ...M } fragment M on Mutation { signIn { id } }',
    ],
    ['the number of times the schema is asked for', 2, '{ a: __schema { types { name } } b: __type(name: "Pilot") { name } }'],
  ])('for %s', (limit, asked, query) => {
    expect(refused(query)).toEqual([limit, asked])
  })

  it('when fragments multiply what it asks for, which is counted without spreading them', () => {
    const bomb = times(90, (at) => `fragment F${at} on Pilot { ${at % 2 ? 'partner' : 'id partner'} { ...F${at + 1} } other: partner { ...F${at + 1} } }`)
    const started = performance.now()
    expect(refused(`{ pilot { ...F70 } } ${bomb} fragment F90 on Pilot { id }`)?.[0]).toBe('the cost')
    expect(performance.now() - started).toBeLessThan(1000)
  })

  it('when it asks for a subscription', () => {
    expect(() => refused('subscription { pilot { id } }')).toThrow('There are no subscriptions here.')
  })
})

describe('what is asked of the schema', () => {
  const types = 'types { fields { type { fields { name } } args { name } } }'

  it('is counted by what the answer would hold', () => {
    const all = (name: string) => `{ __schema { ${times(100, () => 'types { name }')} } ${name} }`
    expect(refused(all(''))).toBeNull()
    expect(refused(all('placed'))).toEqual(['the size of what is asked of the schema beside other fields', expect.any(Number)])
  })

  it('may be the whole, as tools ask for it', () => {
    expect(refused(getIntrospectionQuery())).toBeNull()
    expect(refused(`{ __schema { ${types} } }`)).toBeNull()
  })

  it('is refused when the answer would be larger than any tool needs', () => {
    const deep = nested('type { fields { ', 12, 'name', '} }')
    expect(refused(`{ __schema { types { fields { ${deep} } } } }`)?.[0]).toBe('the size of what is asked of the schema')
    expect(refused(`query ($name: String!) { __type(name: $name) { fields { ${deep} } } }`)?.[0]).toBe('the size of what is asked of the schema')
  })

  it('of one type costs only that type', () => {
    expect(refused('{ placed __type(name: "Pilot") { name fields { name } } }')).toBeNull()
  })
})

describe('variables are refused', () => {
  it('when they are nested too deep', () => {
    const deep = JSON.parse(nested('{"and":[', 100_000, '', ']}'))
    expect(refused('{ pilot { id } }', deep)).toEqual(['the depth of the variables', 33])
  })

  it('when they hold too much', () => {
    expect(refused('{ pilot { id } }', { ids: Array.from({ length: 50_000 }, () => 1) })).toEqual(['the number of values in the variables', 50_001])
  })
})

describe('a document is let through', () => {
  it.each([
    [
      'that spreads the same fragments again and again at one level',
      `{ pilot { ...F0 } } ${times(60, (at) => `fragment F${at} on Pilot { ...F${at + 1} ...F${at + 1} }`)} fragment F60 on Pilot { id }`,
    ],
    ['that is no document, for whoever would run it to say so', '{ pilot { id '],
    ['whose fragments go in a ring, likewise', '{ pilot { ...A } } fragment A on Pilot { partner { ...B } } fragment B on Pilot { partner { ...A } }'],
    ['that signs in once', 'mutation { signIn { id } renamePilot { id } }'],
  ])('%s', (_, query) => {
    expect(refused(query)).toBeNull()
  })
})
