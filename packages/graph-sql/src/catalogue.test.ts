import { model } from '../golden/library.js'
import { Catalogue, defaultLimits, groupKeysOf, isFilterable, isGroupable, keyOf } from './catalogue.js'
import type { FieldModel } from './model.js'

const catalogue = new Catalogue(model)
const field = (more: Partial<FieldModel>): FieldModel => ({
  name: 'x',
  description: 'X.',
  type: 'String',
  nullable: true,
  sqlType: 'text',
  column: 'x',
  ...more,
})

describe('the root fields of a model', () => {
  it.each([
    ['books', 'list'],
    ['book', 'byId'],
    ['booksSummary', 'summary'],
    ['newestBook', 'single'],
    ['node', 'node'],
    ['nodes', 'nodes'],
    ['shelves', 'list'],
    // Nothing by which one could be asked for, and no summary, as its record says.
    ['shelf', undefined],
    ['shelvesSummary', undefined],
  ])('%s: %s', (name, kind) => {
    expect(catalogue.root(name)?.kind).toBe(kind)
  })

  it('are none for a record that is reached through relations only', () => {
    const hidden = new Catalogue({ ...model, records: model.records.map((record) => (record.name === 'Loan' ? { ...record, root: false } : record)) })
    expect(['loans', 'loan', 'loansSummary'].map((name) => hidden.root(name))).toEqual([undefined, undefined, undefined])
  })

  it('find nodes among records with an id', () => {
    expect(catalogue.nodeRecords().map(({ name }) => name)).toEqual(['Author', 'Book', 'Loan', 'Price'])
  })
})

test('a record that the model does not have is a fault of the model', () => {
  expect(() => catalogue.record('Shop')).toThrow('The model has no record Shop')
})

test('limits of the model stand over the usual ones', () => {
  expect(new Catalogue({ ...model, limits: { maxDepth: 3 } }).limits).toEqual({ ...defaultLimits, maxDepth: 3 })
})

test('the key is the id unless the record says otherwise', () => {
  expect(keyOf(catalogue.record('Book'))).toEqual({ column: 'id', sqlType: 'uuid' })
  expect(keyOf(catalogue.record('Shelf'))).toEqual({ column: 'shelf', sqlType: 'text' })
})

test('columns may stand in filters unless they say otherwise; texts of JSON, lists and ids make no groups', () => {
  const columnless = { ...field({}), column: undefined } as unknown as FieldModel
  expect([field({}), field({ filterable: false }), field({ type: 'JSON' }), columnless].map(isFilterable)).toEqual([true, false, false, false])
  expect([field({}), field({ list: true }), field({ name: 'id' }), field({ args: [] })].map(isGroupable)).toEqual([true, false, false, false])
})

test('moments make groups by five periods, days by four, to-one relations by their id', () => {
  expect(groupKeysOf(catalogue.record('Loan')).map(({ name }) => name)).toEqual([
    ...['reader', 'state', 'lentAt', 'lentAtYear', 'lentAtQuarter', 'lentAtMonth', 'lentAtWeek', 'lentAtDay', 'fee', 'lost', 'bookId'],
  ])
  expect(groupKeysOf(catalogue.record('Book')).map(({ name }) => name)).not.toContain('publishedDay')
})
