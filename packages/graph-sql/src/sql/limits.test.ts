import { type GraphQLError, parse } from 'graphql'
import { makeLibrary, viewers } from '../../golden/library.js'
import type { Viewer } from '../model.js'

const { engine } = makeLibrary()

/** What a request is refused with; null when it is not. */
function refusal(text: string, variables: Record<string, unknown> = {}): Readonly<Record<string, unknown>> | null {
  try {
    engine.compile({ document: parse(text), variables, viewer: viewers.reader as Viewer })
    return null
  } catch (error) {
    return (error as GraphQLError).extensions
  }
}

const query = (args: string) => `{ books(${args}) { nodes { id } } }`
const byFilter = 'query ($filter: BookFilter) { books(filter: $filter) { nodes { id } } }'

describe('a filter is refused, with its place,', () => {
  it.each([
    ['filters in filters', { filter: JSON.parse(`${'{"not":'.repeat(8)}{}${'}'.repeat(8)}`) }, 'the depth of the filter', ['filter', ...Array(8).fill('not')]],
    ['a long text', { filter: { title: { contains: 'A'.repeat(1001) } } }, 'the length of a text', ['filter', 'title', 'contains']],
    ['a long text in a list', { filter: { title: { in: ['B', 'A'.repeat(1001)] } } }, 'the length of a text', ['filter', 'title', 'in', 1]],
    [
      'many relations',
      { filter: { or: Array.from({ length: 201 }, () => ({ loans: { some: {} } })) } },
      'the number of comparisons',
      ['filter', 'or', 200, 'loans', 'some'],
    ],
  ] as const)('for %s', (_, variables, limit, path) => {
    expect(refusal(byFilter, variables)).toMatchObject({ code: 'TOO_COMPLEX', limit, path })
  })

  it('for the values of each request, whatever the plan was made for', () => {
    const contains = (text: string) => refusal(byFilter, { filter: { title: { contains: text } } })
    expect(contains('A')).toBeNull()
    expect(contains('A'.repeat(1001))).toMatchObject({ limit: 'the length of a text', asked: 1001 })
    expect(refusal('query ($words: String) { books(search: $words) { nodes { id } } }', { words: 'A'.repeat(1001) })).toMatchObject({ path: ['search'] })
  })
})

describe('a page is refused in words', () => {
  it.each([
    ['first: 2, last: 2', 'FIRST_OR_LAST', ['last']],
    ['first: 2, before: "x"', 'BEFORE_WITH_FIRST', ['before']],
    ['last: 2, after: "x"', 'AFTER_WITH_LAST', ['after']],
    ['after: "x", before: "x"', 'AFTER_OR_BEFORE', ['before']],
    ['first: -1', 'TOO_SMALL', ['first']],
  ])('for %s', (args, code, path) => {
    expect(refusal(query(args))).toMatchObject({ code: 'BAD_USER_INPUT', faults: [{ code, path }] })
  })

  it('when all lists together have too many rows', () => {
    const lists = (many: number) => Array.from({ length: many }, (_, at) => `a${at}: books(first: 99) { nodes { loans(first: 100) { nodes { id } } } }`)
    expect(refusal(`{ ${lists(5).join(' ')} }`)).toBeNull()
    expect(refusal(`{ ${lists(6).join(' ')} }`)).toMatchObject({ limit: 'the number of rows in all', allowed: 50_000, asked: 6 * 99 * 101 })
  })

  it('when its size is too large, in each request of one plan', () => {
    const ask = (first: number) => refusal('query ($first: Int) { books(first: $first) { nodes { id } } }', { first })
    expect(ask(500)).toBeNull()
    expect(ask(501)).toMatchObject({ code: 'TOO_COMPLEX', limit: 'the page size', allowed: 500, asked: 501 })
    expect(ask(-1)).toMatchObject({ code: 'BAD_USER_INPUT' })
  })
})

describe('groups of a summary', () => {
  const first = (size: number) => ({
    document: parse('query ($first: Int) { loansSummary(groupBy: [STATE]) { groups(first: $first) { count } } }'),
    variables: { first: size },
    viewer: viewers.reader as Viewer,
  })

  it('have one statement, whatever their number', () => {
    const [one, two] = [engine.compile(first(1)), engine.compile(first(2))]
    expect(one.text).toBe(two.text)
    expect([one.values.includes(1), two.values.includes(2)]).toEqual([true, true])
  })

  it.each([
    [501, { code: 'TOO_COMPLEX', limit: 'the number of groups' }],
    [-1, { code: 'BAD_USER_INPUT' }],
  ])('are refused when they are %d', (size, extensions) => {
    expect(() => engine.compile(first(size))).toThrow(expect.objectContaining({ extensions: expect.objectContaining(extensions) }))
  })
})

describe('a record that is asked for by what is no identity', () => {
  const errorsOf = (text: string, variables: Record<string, unknown> = {}) =>
    engine
      .compile({ document: parse(text), variables, viewer: viewers.reader as Viewer })
      .errors.map(({ path, extensions }) => [path, (extensions.faults as { readonly code: string }[])[0]?.code])
  const known = '01a20f90-480c-73cb-b427-c54e765f9efa'

  it('is told at its place, and is null in the answer', () => {
    expect(errorsOf(`{ a: node(id: "x") { id } b: book(id: "y") { id } c: book(id: "${known}") { id } }`)).toEqual([
      [['a'], 'NOT_AN_ID'],
      [['b'], 'NOT_AN_ID'],
    ])
    expect(errorsOf('query ($id: ID!) { nodes(ids: ["x", $id]) { id } }', { id: known })).toEqual([[['nodes', 0], 'NOT_AN_ID']])
  })

  it('is told in each request of one plan', () => {
    const one = 'query ($id: ID!, $ids: [ID!]!) { node(id: $id) { id } nodes(ids: $ids) { id } }'
    expect(errorsOf(one, { id: known, ids: [known] })).toEqual([])
    expect(errorsOf(one, { id: 'x', ids: [known, 'y'] })).toEqual([
      [['node'], 'NOT_AN_ID'],
      [['nodes', 1], 'NOT_AN_ID'],
    ])
  })
})
