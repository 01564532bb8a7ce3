import fc from 'fast-check'
import { type DocumentNode, parse, validate } from 'graphql'
import { makeLibrary, model } from '../golden/library.js'
import { Engine } from './engine.js'
import type { Viewer } from './model.js'
import { PlanCache } from './plan-cache.js'

const { schema } = makeLibrary()
const engine = new Engine(model, schema)

const viewers: readonly Viewer[] = [
  { shape: '', values: { shelves: [] } },
  { shape: 'a', values: { shelves: ['open'], librarian: true } },
  { shape: 'wide', values: { shelves: ['open', 'closed'] }, wide: true },
]

const text = `query ($filter: BookFilter, $orderBy: [BookOrder!], $first: Int, $after: String, $search: String, $ids: [ID!]!, $one: ID!, $since: Date, $language: String, $with: Boolean!, $archived: Boolean) {
  books(filter: $filter, orderBy: $orderBy, first: $first, after: $after, search: $search, archived: $archived) { totalCount nodes { id title author @include(if: $with) { name } } pageInfo { endCursor } }
  some: authors(filter: {or: [{id: {in: $ids}}, {books: {some: $filter}}, {id: {eq: $one}}]}) { nodes { id } }
  nodes(ids: $ids) { id } shelves(since: $since) { nodes { key } }
  book(id: $one) { titleIn(language: $language) }
}`

const id = fc.uuid()
const word = fc.constantFrom('', ' ', 'Skills', '50 %', "it's", 'ò_')
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const filter = fc.letrec((tie) => ({
  filter: fc.record(
    {
      title: fc.record({ contains: word, ne: fc.option(word, { nil: null }) }, { requiredKeys: [] }),
      loans: fc.record({ some: fc.record({ state: fc.record({ in: fc.array(fc.constantFrom('LENT', 'LOST'), { maxLength: 2 }) }) }) }, { requiredKeys: [] }),
      pages: fc.record({ gt: fc.integer({ min: 0, max: 9 }), isNull: fc.boolean() }, { requiredKeys: [] }),
      published: fc.record({ lte: fc.constantFrom('2014-01-01', '2013-12-31') }),
      author: fc.record({ id: fc.record({ eq: id }) }),
      id: fc.record({ in: fc.array(id, { maxLength: 3 }) }),
      and: fc.array(tie('filter') as fc.Arbitrary<Record<string, unknown>>, { maxLength: 2 }),
    },
    { requiredKeys: [] },
  ),
})).filter

const cursor = (value: string | null, of: string) =>
  Buffer.from(JSON.stringify([`2:Book:${of} ASC,id ASC`, value, '00000000-0000-7000-8000-000000000001'])).toString('base64')

const variables = fc.record(
  {
    filter: fc.option(filter, { nil: null }),
    orderBy: fc.constantFrom([{ title: 'ASC' }], [{ published: 'ASC' }], []),
    first: fc.constantFrom(0, 5, 25, null),
    after: fc.constantFrom(null, cursor('Energy', 'title'), cursor('A', 'title'), cursor('2013-01-01', 'published'), cursor(null, 'published'), 'forged'),
    search: optional(word),
    ids: fc.array(id, { maxLength: 3 }),
    one: id,
    since: fc.constantFrom('2014-01-01', '2014-02-31', null),
    language: fc.constantFrom('en', 'it', null),
    with: fc.boolean(),
    archived: fc.constantFrom(true, false, null),
  },
  { requiredKeys: ['ids', 'one', 'with'] },
)

const outcome = (engine: Engine, document: DocumentNode, given: Record<string, unknown>, who: Viewer): unknown => {
  try {
    return engine.compile({ document, variables: given, viewer: who })
  } catch (error) {
    return String((error as Error).message)
  }
}

/** Other values of the same shape. */
function revalued(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revalued)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, structural.has(name) ? inner : revalued(inner)]))
  if (typeof value === 'number') return value + 1
  if (typeof value !== 'string' || value.trim() === '') return value
  if (/^[0-9a-f-]{36}$/.test(value)) return value.replace(/^./, value.startsWith('a') ? 'b' : 'a')
  return /^\d{4}-/.test(value) ? '2014-03-31' : `${value} too`
}

const structural = new Set(['orderBy', 'first', 'after', 'state', 'language', 'with', 'archived'])

describe('a kept plan', () => {
  it('gives the statement, the values and the refusals of one that is made anew', () => {
    const document = parse(text)
    expect(validate(schema, document)).toEqual([])
    fc.assert(
      fc.property(variables, fc.constantFrom(...viewers), (given, who) => {
        for (const asked of [given, revalued(given)] as Record<string, unknown>[]) {
          const anew = new Engine(model, schema)
          expect(outcome(engine, document, asked, who)).toEqual(outcome(anew, document, asked, who))
        }
      }),
      { numRuns: 400 },
    )
    expect(engine.plans.hits).toBeGreaterThan(100)
  })

  it('is found again for other values of the same shape, and not for another shape', () => {
    const document = parse('query ($filter: BookFilter, $first: Int) { books(filter: $filter, first: $first) { nodes { id } } }')
    const misses = () => engine.plans.misses
    const ask = (given: Record<string, unknown>) => outcome(engine, document, given, viewers[1] as Viewer)
    const before = misses()
    ask({ filter: { title: { contains: 'a' }, pages: { gt: 1 } }, first: 5 })
    ask({ filter: { title: { contains: 'something else' }, pages: { gt: 7 } }, first: 5 })
    expect(misses() - before).toBe(1)
    ask({ filter: { title: { eq: null }, pages: { gt: 7 } }, first: 5 })
    ask({ filter: { title: { contains: 'a' }, pages: { gt: 1 } }, first: 6 })
    expect(misses() - before).toBe(2)
  })

  it('is one for all pages of up to 100 rows, each with the rows it asks for', () => {
    const document = parse('query ($first: Int!, $last: Int!) { books(first: $first) { nodes { id loans(last: $last) { nodes { id } } } } }')
    const before = engine.plans.misses
    const sizes = Array.from({ length: 100 }, (_, index) => index + 1)
    const compiled = sizes.map((size) => engine.compile({ document, variables: { first: size, last: 101 - size }, viewer: viewers[1] as Viewer }))
    expect(engine.plans.misses - before).toBe(1)
    expect(new Set(compiled.map(({ text }) => text)).size).toBe(1)
    expect(compiled.map(({ values }) => values.filter((value) => typeof value === 'number'))).toEqual(sizes.map((size) => [101 - size, size]))
  })

  it('goes when together they take too much', () => {
    const plans = new PlanCache(3000)
    const documents = [1, 2, 3].map(() => parse('{ books { nodes { id } } }'))
    const ask = (document: DocumentNode) => plans.get(document, '', () => ({ name: '', text: 'x'.repeat(1400), recipes: [], checks: [], doubts: [] }))
    documents.forEach(ask)
    documents.slice(1).forEach(ask)
    expect([plans.hits, plans.misses]).toEqual([2, 3])
    documents.slice(0, 1).forEach(ask)
    expect([plans.hits, plans.misses]).toEqual([2, 4])
  })
})
