import { model } from '../../golden/library.js'
import { Catalogue } from '../catalogue.js'
import { orderKeys, orderText } from './order.js'
import { Statement } from './statement.js'

const catalogue = new Catalogue(model)
const statement = () => new Statement({ shape: '', values: { shelves: ['open'] } })
const keysOf = (record: string, asked: readonly Record<string, unknown>[]) => orderKeys(catalogue, statement(), catalogue.record(record), asked)
const paths = (record: string, asked: readonly Record<string, unknown>[]) => keysOf(record, asked).map(({ path, direction }) => `${path} ${direction}`)

describe('the keys of an order', () => {
  it('end with the record’s own key, in the direction of the last one', () => {
    expect(paths('Book', [{ title: 'DESC' }])).toEqual(['title DESC', 'id DESC'])
    expect(paths('Book', [{ title: 'DESC' }, { pages: 'ASC' }])).toEqual(['title DESC', 'pages ASC', 'id ASC'])
    expect(paths('Book', [{ id: 'DESC' }])).toEqual(['id DESC'])
    expect(paths('Shelf', [{ loans: 'ASC' }])).toEqual(['loans ASC', 'id ASC'])
  })

  it('are those of the record where none is asked', () => {
    expect(paths('Author', [])).toEqual(['name ASC', 'id ASC'])
    expect(paths('Book', [])).toEqual(['id ASC'])
  })

  it('go through relations and by counts, which no index has', () => {
    const keys = keysOf('Loan', [{ book: { author: { booksCount: 'DESC' } } }])
    expect(keys.map(({ path, unindexed, nullable }) => [path, unindexed === true, nullable])).toEqual([
      ['book.author.booksCount', true, true],
      ['id', false, false],
    ])
  })

  it.each([
    ['two fields', { title: 'ASC', pages: 'ASC' }, 'Each key of an order names exactly one field.'],
    ['no field', { title: null }, 'Each key of an order names exactly one field.'],
    ['a field that is not there', { weight: 'ASC' }, 'Book cannot be ordered by weight.'],
  ])('with %s are refused', (_, asked, message) => {
    expect(() => keysOf('Book', [asked])).toThrow(message)
  })
})

test('rows without a value come last, and first when walked backwards', () => {
  const keys = keysOf('Book', [{ pages: 'ASC' }, { title: 'DESC' }])
  const row = statement().row('b')
  expect(orderText(keys, row, false)).toBe('b.pages ASC NULLS LAST, b.title DESC, b.id DESC')
  expect(orderText(keys, row, true)).toBe('b.pages DESC NULLS FIRST, b.title ASC, b.id ASC')
})
