import { model } from '../../golden/library.js'
import { Catalogue } from '../catalogue.js'
import { FilterCompiler, namesOne } from './filter.js'
import { Statement } from './statement.js'

const catalogue = new Catalogue(model)
const id = '018bcfe5-6850-7001-8000-000000000050'

/** The condition of a filter of books, values in place of their placeholders. */
function condition(filter: Record<string, unknown>, librarian = true): string | boolean {
  const statement = new Statement({ shape: '', values: { shelves: ['open'], librarian } })
  const text = new FilterCompiler(catalogue, statement).compile(catalogue.record('Book'), statement.row('b'), filter, ['filter'])
  const values = statement.recipes.map((recipe) => JSON.stringify(recipe({}, statement.viewer)))
  return typeof text === 'string' ? text.replace(/\$(\d+)::[\w[\]]+/g, (_, place: string) => values[Number(place) - 1] ?? '') : text
}

describe('a filter', () => {
  it.each([
    [{}, true],
    [{ title: {} }, true],
    [{ title: undefined }, true],
    [{ and: [] }, true],
    [{ or: [] }, false],
    [{ title: { eq: 'x' } }, 'b.title = "x"'],
    [{ title: { ne: 'x' } }, 'b.title IS DISTINCT FROM "x"'],
    [{ title: { eq: null } }, 'b.title IS NULL'],
    [{ title: { ne: null } }, 'b.title IS NOT NULL'],
    [{ pages: { lt: 1, lte: 2, gt: 3, gte: 4 } }, '(b.pages < 1 AND b.pages <= 2 AND b.pages > 3 AND b.pages >= 4)'],
    [{ title: { in: ['x', 'y'] } }, 'b.title = ANY (["x","y"])'],
    [{ title: { notIn: ['x'] } }, 'coalesce(b.title <> ALL (["x"]), true)'],
    [{ pages: { isNull: true } }, 'b.pages IS NULL'],
    [{ pages: { isNull: false } }, 'b.pages IS NOT NULL'],
    [{ title: { contains: '50 %_\\' } }, '(b.title)::text ILIKE "%50 \\\\%\\\\_\\\\\\\\%"'],
    [{ title: { startsWith: 'x' } }, '(b.title)::text ILIKE "x%"'],
    [{ not: { title: { eq: 'x' } } }, 'NOT coalesce(b.title = "x", false)'],
    [{ not: {} }, 'NOT coalesce(true, false)'],
    [{ or: [{ title: { eq: 'x' } }, { pages: { gt: 1 } }] }, '(b.title = "x" OR b.pages > 1)'],
    [{ or: [{ title: { eq: 'x' } }, {}] }, true],
    [{ and: [{ title: { eq: 'x' } }, { pages: { gt: 1 } }] }, '(b.title = "x" AND b.pages > 1)'],
  ])('%j', (filter, expected) => {
    expect(condition(filter)).toBe(expected)
  })

  it.each([
    [{ title: null }, 'title: null is no filter. Use isNull, or leave it out.'],
    [{ title: { lt: null } }, 'lt: null cannot be compared. Use isNull.'],
    [{ weight: { eq: 1 } }, 'Book has no field weight.'],
    [{ title: { like: 'x' } }, 'There is no comparison like.'],
    [{ id: { eq: 'x' } }, '"x" is not the identity of a record.'],
    [{ published: { gt: '2014-02-31' } }, '"2014-02-31" is not a day of the calendar.'],
  ])('%j is refused', (filter, message) => {
    expect(() => condition(filter)).toThrow(message)
  })
})

describe('a filter of related rows', () => {
  const lost = { state: { eq: 'LOST' } }
  const among = 'EXISTS (SELECT 1 FROM loan loan_1 WHERE (loan_1.book_id = b.id'

  it('asks for some, none, or every one, of those that the viewer may see', () => {
    expect(condition({ loans: { some: lost } })).toBe(`${among} AND loan_1.state = "LOST"))`)
    expect(condition({ loans: { none: lost } })).toBe(`NOT ${among} AND loan_1.state = "LOST"))`)
    expect(condition({ loans: { every: lost } })).toBe(`NOT ${among} AND NOT coalesce(loan_1.state = "LOST", false)))`)
  })

  it('leaves archived rows out unless it speaks of them', () => {
    const of = (filter: object) => String(condition({ author: { books: { some: filter } } }))
    expect(of({})).toContain('book_2.withdrawn_at IS NULL')
    expect(of({ withdrawnAt: { isNull: false } })).not.toContain('book_2.withdrawn_at IS NULL')
    expect(String(condition({ author: { books: { every: { withdrawnAt: { eq: null } } } } }))).toContain('NOT coalesce(book_2.withdrawn_at IS NULL, false)')
  })

  it('compares the row itself where it names one by its id, and asks once whether that may be seen', () => {
    const named = String(condition({ author: { id: { eq: id } } }))
    expect(named).toContain(`(b.author_id = "${id}" AND EXISTS (SELECT 1 FROM author author_1 WHERE (author_1.id = "${id}" AND EXISTS (`)
    expect(() => condition({ author: { id: { eq: 'x' } } })).toThrow('is not the identity')
  })

  it('tells whether it names one', () => {
    const book = catalogue.record('Book')
    expect(namesOne(book, { author: { id: { eq: id } } })).toBe(true)
    for (const filter of [null, {}, { author: {} }, { author: { id: { in: [id] } } }, { author: { id: { eq: id }, name: { eq: 'x' } } }, { title: { eq: id } }])
      expect(namesOne(book, filter)).toBe(false)
  })
})
