import fc from 'fast-check'
import { aggregation } from './aggregation.js'
import { humanDevelopmentIndex } from './human-development-index.js'
import { normalisation } from './normalisation.js'
import { performanceGroups } from './performance-groups.js'
import { rankRobustness } from './rank-robustness.js'

const table = fc
  .tuple(fc.integer({ min: 3, max: 7 }), fc.integer({ min: 2, max: 4 }))
  .chain(([n, k]) => fc.array(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: k, maxLength: k }), { minLength: n, maxLength: n }))
  .filter((rows) => (rows[0] ?? []).every((_, j) => new Set(rows.map((row) => row[j])).size > 1))

describe('normalisation', () => {
  const of = (method: string, more = {}) => normalisation({ method, values: [2, null, 8, 4, 4], ...more }).normalised

  test('every method, with a gap', () => {
    expect(of('minmax', { scale: [0, 100] })).toEqual([0, null, 100, expect.closeTo(100 / 3, 9), expect.closeTo(100 / 3, 9)])
    expect(of('Min-Max')).toEqual(of('minmax'))
    expect(of('percentile rank')).toEqual(of('percentile'))
    expect(of('rank')).toEqual([4, null, 1, 2, 2])
    expect(of('borda')).toEqual([0, null, 3, 1, 1])
    expect(of('percentile')).toEqual([0, null, 1, expect.closeTo(1 / 3, 9), expect.closeTo(1 / 3, 9)])
    expect(of('distanceToReference', { reference: 4 })).toEqual([0.5, null, 2, 1, 1])
    expect(of('distanceToReference', { reference: 4, difference: true })).toEqual([-0.5, null, 1, 0, 0])
    expect(of('distanceToTarget', { target: 6 })).toEqual([0, null, 1, 0.5, 0.5])
    expect(of('shareOfMaximum')).toEqual([0.25, null, 1, 0.5, 0.5])
    expect(of('goalpost', { goalposts: [4, 6] })).toEqual([0, null, 1, 0, 0])
    expect(of('categories', { thresholds: [3, 8] })).toEqual([0, null, 2, 1, 1])
    expect(of('zscore', { sd: 'population' })?.[0]).toBeCloseTo(-2.5 / Math.sqrt(4.75), 12)
  })

  test('less is better', () => {
    expect(of('minmax', { direction: -1 })?.[0]).toBe(1)
    expect(of('rank', { direction: 'negative' })).toEqual([1, null, 4, 2, 2])
    expect(of('goalpost', { goalposts: [2, 8], direction: -1 })?.[2]).toBe(0)
    expect(of('distanceToReference', { reference: 4, direction: 'lower' })?.[2]).toBe(0.5)
    expect(of('distanceToReference', { units: ['a', 'b', 'c', 'd', 'e'], referenceUnit: 'c' })?.[0]).toBe(0.25)
  })
})

describe('a band', () => {
  test('the two-sided desirabilities of the tire tread compound', () => {
    const desirability = (value: number, target: number, goalposts: [number, number]) =>
      normalisation({ method: 'goalpost', values: [value, target], direction: { band: [target, target] }, goalposts }).normalised?.[0]
    expect(desirability(465.7, 500, [400, 600])).toBeCloseTo(0.656, 2)
    expect(desirability(68, 67.5, [60, 75])).toBeCloseTo(0.932, 2)
  })

  test('within is best, outside the nearer the better, and a gap stays one', () => {
    const of = (method: string, more = {}) => normalisation({ method, values: [30, 45, 60, 65, 80, null], direction: { band: [40, 60] }, ...more }).normalised
    expect(of('minmax')).toEqual([0.5, 1, 1, 0.75, 0, null])
    expect(of('rank')).toEqual([4, 1, 1, 3, 5, null])
    expect(of('goalpost', { goalposts: [0, 70] })).toEqual([0.75, 1, 1, 0.5, 0, null])
  })

  test('neither crossed bounds, nor goalposts within, nor a reference', () => {
    const given = { values: [1, 2], direction: { band: [3, 2] as [number, number] } }
    expect(() => normalisation({ ...given, method: 'minmax' })).toThrow('direction.band: the upper bound is below the lower one')
    expect(() => normalisation({ method: 'goalpost', values: [1, 2], direction: { band: [2, 3] }, goalposts: [2, 5] })).toThrow('goalposts')
    expect(() => normalisation({ method: 'distanceToTarget', values: [1, 2], direction: { band: [2, 3] }, target: 2 })).toThrow('method')
  })
})

describe('laws of an index', () => {
  const ranks = (values: number[][], weights?: number[]) => {
    const scaled = normalisation({ method: 'minmax', values }).normalised as number[][]
    return aggregation({ values: scaled, ...(weights && { weights }) }).ranks
  }

  test('an affine change of an indicator changes no rank under min-max', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 64 }), fc.integer({ min: -9, max: 9 }), (rows, factor, shift) =>
        expect(ranks(rows.map((row) => row.map((x, j) => (j === 0 ? factor * x + shift : x))))).toEqual(ranks(rows)),
      ),
    )
  })

  test('a weight of 0 leaves the indicator out', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const k = (rows[0] ?? []).length
        const weights = Array.from({ length: k }, (_, j) => (j === k - 1 ? 0 : j + 1))
        const scored = (values: number[][], used: number[]) => aggregation({ values, weights: used }).scores
        scored(rows, weights)?.forEach((score, unit) => {
          expect(score).toBeCloseTo(
            scored(
              rows.map((row) => row.slice(0, -1)),
              weights.slice(0, -1),
            )?.[unit] as number,
            12,
          )
        })
      }),
    )
  })

  test('the order of units does not matter, and means are ordered', () => {
    fc.assert(
      fc.property(table, (rows) => {
        expect([...(ranks([...rows].reverse()) ?? [])].reverse()).toEqual(ranks(rows))
        const { arithmetic, geometric, harmonic } = aggregation({ values: (rows[0] ?? []).map((x) => x + 1) }) as Record<string, number>
        expect(harmonic).toBeLessThanOrEqual((geometric as number) + 1e-9)
        expect(geometric).toBeLessThanOrEqual((arithmetic as number) + 1e-9)
      }),
    )
  })
})

test('levels with weights of their own, missing values, dominated pairs', () => {
  const input = { units: ['x', 'y'], indicators: ['a', 'b', 'c'], structure: { One: ['a', 'b'], Two: ['c'] } }
  const found = aggregation({
    ...input,
    values: [
      [2, 4, 6],
      [1, 1, 1],
    ],
    weights: { a: 3, b: 1, One: 1, Two: 3 },
  })
  expect(found).toMatchObject({ one: [2.5, 1], two: [6, 1], index: [5.125, 1], ranks: [1, 2], dominatedPairs: 1 })
  expect(
    aggregation({
      values: [
        [null, 4],
        [2, 2],
      ],
    }).scores,
  ).toEqual([4, 2])
  expect(
    aggregation({
      values: [
        [null, 4],
        [2, 2],
      ],
      missing: 'counted as 0',
    }).scores,
  ).toEqual([2, 2])
  expect(aggregation({ values: [1, 2, 9], weights: [1, 1, 2], aggregation: 'median' }).score).toBe(5.5)
  expect(aggregation({ values: [0, 2], aggregation: 'geometric' }).score).toBe(0)
})

test('human development of one country from its indicators; capped above', () => {
  const found = humanDevelopmentIndex({ lifeExpectancy: 85, expectedYears: 20, meanYears: 15, gniPerCapita: 90000 })
  expect(found).toEqual({ healthIndex: 1, educationIndex: 1, incomeIndex: 1, hdi: 1 })
})

test('groups: a bound belongs to its upper group, except the first; thirds by rank', () => {
  const found = performanceGroups({ euIndex: 0.54, indices: [0.675, 0.54, 0.378, 0.3, 0.2, 0.1] })
  expect(found.group).toEqual(['strong', 'strong', 'moderate', 'emerging', 'emerging', 'emerging'])
  expect(found.subgroup).toEqual(['strong +', 'strong -', 'moderate', 'emerging +', 'emerging', 'emerging -'])
})

test('leaving an indicator out moves ranks; fixed weights draw nothing', () => {
  const values = [
    [1, 0],
    [0, 1],
    [0.6, 0.6],
  ]
  expect(rankRobustness({ values, weights: [3, 1] })).toEqual({ baseRanks: [1, 3, 2], leaveOneOut: [expect.closeTo(4 / 3, 9), 0] })
  const drawn = rankRobustness({ values: values.map((row) => row.map((x) => x + 1)), weights: 'uniform', aggregation: 'geometric', runs: 2000, seed: 3 })
  expect(drawn.meanRank?.reduce((total, rank) => total + rank, 0)).toBeCloseTo(6, 9)
})
