import { difference, normalised, withoutMade } from './compare.mjs'
import { pairedRatios, percentile, shuffled, spread } from './statistics.mjs'
import { between } from './write-report.mjs'

describe('statistics of the bench', () => {
  test('percentiles of sorted values', () => {
    const values = Array.from({ length: 100 }, (_, index) => index + 1)
    expect([percentile(values, 0.5), percentile(values, 0.99), percentile([7], 0.99)]).toEqual([51, 100, 7])
    expect(percentile([], 0.5)).toBeNaN()
  })

  test('median, least and greatest', () => {
    expect(spread([3, 1, 2])).toEqual({ median: 2, least: 1, greatest: 3 })
    expect(spread([4, 1, 2, 3]).median).toBe(2.5)
    expect(spread([]).median).toBeNaN()
  })

  test('ratios are taken inside a round; a round without the other server gives none', () => {
    expect(pairedRatios([10, 20, 5], [20, 10, Number.NaN])).toEqual([0.5, 2])
    expect(pairedRatios([0], [10])).toEqual([0])
  })

  test('an order by chance keeps every value', () => {
    expect(shuffled([1, 2, 3]).sort()).toEqual([1, 2, 3])
  })
})

describe('comparison of answers', () => {
  const ours = { list: { nodes: [{ id: 'a', value: 1.5, partner: null }], pageInfo: { hasNextPage: true, endCursor: 'x' } } }
  const theirs = { list: { pageInfo: { endCursor: 'other', hasNextPage: true }, nodes: [{ value: '1.500000', partner: null, rowId: 'a' }] } }

  test('identities, figures, cursors and the order of members do not count', () => {
    expect(difference(normalised(ours), normalised(theirs))).toBeNull()
  })

  test('anything else does, and the place is named', () => {
    expect(difference(normalised(ours), normalised({ list: { ...theirs.list, nodes: [] } }))).toContain('$.list.nodes[0]')
    expect(difference({ a: { b: 1 } }, { a: { b: 2 } })).toBe('$.a.b: 1 is not 2')
    expect(difference({ a: null }, { a: 0 })).toBe('$.a: null is not 0')
    expect(difference({ a: [1] }, { a: { 0: 1 } })).not.toBeNull()
  })

  test('a recording is compared by what it did, not by the identity that it made', () => {
    const recorded = (id: string) => ({ recordMeasurements: { recorded: 1, ids: [id], changes: [] } })
    expect(withoutMade(recorded('a'))).toEqual(withoutMade(recorded('b')))
  })
})

test('only what stands between the markers is written anew', () => {
  expect(between('a\n<!-- bench -->old<!-- /bench -->\nb', 'new')).toBe('a\n<!-- bench -->\n\nnew\n\n<!-- /bench -->\nb')
  expect(between('no markers', 'new')).toBe('no markers')
})
