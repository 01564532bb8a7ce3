import {
  bootstrapKappa,
  cohenKappa,
  compositeUncertainty,
  decommitment,
  indicatorAggregation,
  locationQuotient,
  normalisation,
  quotientTable,
  rankRobustness,
  relatedness,
  targetAchievement,
} from './index.js'

/** Diagnosis of MS patients of Winnipeg (Westlund & Kurland 1953), data set MSPatients of R's vcd. */
const patients = [
  [38, 5, 0, 1],
  [33, 11, 3, 0],
  [10, 14, 5, 6],
  [3, 7, 3, 10],
]

describe('agreement weights', () => {
  test('of 1 - |i-j|/3 give the published kappa of linear weights, and any multiple of them the same', () => {
    const worth = (most: number) => [0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => most * (1 - Math.abs(i - j) / 3)))
    const found = cohenKappa({ table: patients, agreementWeights: worth(1) })
    expect(found.weightedKappa).toBeCloseTo(0.3797, 4)
    expect(found.weightedKappa).toBeCloseTo(cohenKappa({ table: patients, weights: 'linear' }).weightedKappa, 12)
    expect(cohenKappa({ table: patients, agreementWeights: worth(60) }).weightedKappa).toBeCloseTo(found.weightedKappa, 12)
    expect(bootstrapKappa({ table: patients, agreementWeights: worth(1) }, { seed: 1, runs: 20 }).estimate).toBe(found.weightedKappa)
  })

  test.each([
    [
      {
        agreementWeights: [
          [1, 2],
          [0, 1],
        ],
      },
      'OUT_OF_RANGE',
      'agreementWeights[0][1]',
    ],
    [
      {
        agreementWeights: [
          [1, 0],
          [0, 2],
        ],
      },
      'OUT_OF_RANGE',
      'agreementWeights[1][1]',
    ],
    [
      {
        agreementWeights: [
          [1, 0],
          [0, 1],
        ],
        disagreementWeights: [
          [0, 1],
          [1, 0],
        ],
      },
      'UNKNOWN_FORM',
      'agreementWeights',
    ],
    [{ agreementWeights: [[1]] }, 'UNEQUAL_LENGTH', 'disagreementWeights'],
  ])('refuses %j as %s', (weights, code, path) => {
    expect(() =>
      cohenKappa({
        table: [
          [5, 1],
          [2, 5],
        ],
        ...weights,
      }),
    ).toThrow(expect.objectContaining({ code, path }))
  })
})

test('single years with another n: 2007-2013 with n+3 up to 2010, as for States with a GDP below 85 % (Regulation 1083/2006, article 93(2))', () => {
  const rule = { 2008: 'n+3', 2009: 'n+3', 2010: 'n+3' }
  // A sixth of 2007's 60 joins each of 2008 to 2013: 110, 130 with n+3 fall due in 2011, 2012; 2011's 90 with n+2 in 2013, beside 2010's 80.
  const found = decommitment({ period: '2007-2013', rule, commitments: { 2007: 60, 2008: 100, 2009: 120, 2010: 70, 2011: 80 } })
  expect(found.cumulativeDue).toMatchObject({ 2011: 110, 2012: 240, 2013: 410 })
  expect(() => decommitment({ rule: { 2014: 'n+3' }, commitments: { 2014: 1, 2015: 1 } })).toThrow(
    expect.objectContaining({ code: 'MISSING', path: 'rule.2015' }),
  )
  expect(() => decommitment({ rule: { 2014: 'later' }, commitments: { 2014: 1 } })).toThrow(
    expect.objectContaining({ code: 'UNKNOWN_CHOICE', path: 'rule.2014' }),
  )
})

describe('aggregation of reports', () => {
  test('a unique count is the sum less what was counted twice', () => {
    expect(indicatorAggregation({ values: [40, 25, null, 10], doubleCounted: 12 })).toMatchObject({ result: 63, sum: 75 })
    const table = {
      values: [
        [10, 5],
        [null, 7],
      ],
      rule: 'unique' as const,
    }
    expect(indicatorAggregation({ ...table, doubleCounted: 3 }).result).toBe(19)
    expect(indicatorAggregation({ ...table, doubleCounted: [3, 0] })).toMatchObject({ resultByArea: [12, 7], result: 19 })
    expect(() => indicatorAggregation({ values: [40, 25], doubleCounted: 26 })).toThrow(
      expect.objectContaining({ code: 'OUT_OF_RANGE', path: 'doubleCounted' }),
    )
    expect(() => indicatorAggregation({ values: [1], rule: 'sum', doubleCounted: 1 })).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_FORM', path: 'doubleCounted' }),
    )
  })

  test('quarters and months make years, by the rule', () => {
    const periods = ['2023-Q4', 'Q1 2024', '2024Q2', '2024-11', '2025']
    expect(indicatorAggregation({ values: [1, 2, null, 4, null], periods }).resultByYear).toEqual({ 2023: 1, 2024: 6, 2025: null })
    expect(indicatorAggregation({ values: [1, 2, null, 4, null], periods, rule: 'latest' }).resultByYear).toEqual({ 2023: 1, 2024: 4, 2025: null })
    expect(indicatorAggregation({ values: [1, 2, 3, 4, 5], periods, weights: [1, 1, 2, 1, 1] }).resultByYear).toEqual({ 2023: 1, 2024: 3, 2025: 5 })
    const table = indicatorAggregation({
      values: [
        [1, 2, 3],
        [4, null, 6],
      ],
      periods: ['2024-Q3', '2024-Q4', '2025-Q1'],
      rule: 'cumulative',
    })
    expect(table.resultByYear).toEqual({ 2024: 6, 2025: 9 })
    expect(indicatorAggregation({ values: [1, 2], periods: ['Q1', 'Q2'] })).not.toHaveProperty('resultByYear')
  })
})

test('shares of draws in the first k, and how often each rank came up', () => {
  // Worked out by hand: A = (1, 0), B = (0, 1), C = (0.6, 0.6): A leads for w > 0.6, C from 0.4 to 0.6, B below; C is never last.
  const input = {
    values: [
      [1, 0],
      [0, 1],
      [0.6, 0.6],
    ],
    weights: 'uniform',
    runs: 4000,
    seed: 3,
  }
  const found = rankRobustness({ ...input, top: [1, 2] })
  expect(found.shareTop?.[1]).toEqual(found.shareFirst)
  expect(found.shareTop?.[2]?.[2]).toBe(1)
  expect(found.shareTop?.[2]?.[0] as number).toBeCloseTo(0.5, 1)
  expect(found.rankCounts?.map((row) => row.reduce((sum, times) => sum + times))).toEqual([4000, 4000, 4000])
  expect(found.rankCounts?.map((row) => (row[0] as number) / 4000)).toEqual(found.shareFirst)
  expect(rankRobustness({ ...input, top: 3 }).shareTop).toEqual({ 3: [1, 1, 1] })
  const edition = compositeUncertainty({ units: ['a', 'b', 'c'], values: input.values, seed: 1, runs: 50, vary: { weights: { kind: 'simplex' } } })
  for (const { rankCounts, meanRank } of edition.units)
    expect(rankCounts.reduce((sum, times, place) => sum + times * (place + 1), 0) / 50).toBeCloseTo(meanRank, 12)
})

test('overall achievement of items by weights, each at most the cap', () => {
  // 150, 50 and 20 per cent: 2 x 100 + 50 + 20 over 4 with the cap, 300 + 70 over 4 without.
  const items = [
    { target: 2, actual: 3 },
    { target: 2, actual: 1 },
    { baseline: 10, target: 0, actual: 8 },
    { target: 1, actual: null },
  ]
  expect(targetAchievement({ items, weights: [2, 1, 1, 9], cap: 100 })).toEqual({ percent: [150, 50, 20, null], overall: expect.closeTo(67.5, 12) })
  expect(targetAchievement({ items, weights: [2, 1, 1, 9] }).overall).toBeCloseTo(92.5, 12)
  expect(targetAchievement({ items: items.slice(3) }).overall).toBeNull()
  expect(() => targetAchievement({ items, weights: [1] })).toThrow(expect.objectContaining({ code: 'UNEQUAL_LENGTH', path: 'weights' }))
})

describe('location quotients with totals of one’s own', () => {
  test('a region by some of its industries: the published single quotient', () => {
    // Farhauer & Kröll (2013), as REAT's locq carries it: 1,714 of 79,006 against 879,213 of 15,593,224.
    const single = locationQuotient({ regionIndustry: 1714, regionTotal: 79006, nationIndustry: 879213, nationTotal: 15593224 }).lq
    const found = locationQuotient({ region: [1714, 100], reference: [879213, 100], totals: { region: 79006, reference: 15593224 } })
    expect((found.lq as number[])[0]).toBe(single)
  })

  test('a table of some industries and regions', () => {
    const matrix = [
      [10, 5],
      [20, 5],
    ]
    const found = locationQuotient({ matrix, totals: { regions: [50, 100], industries: [60, 30], all: 400 } }).lq as number[][]
    // (10/50)/(60/400) and so on.
    expect(found.flat()).toEqual([expect.closeTo(4 / 3, 12), expect.closeTo(4 / 3, 12), expect.closeTo(4 / 3, 12), expect.closeTo(2 / 3, 12)])
    expect(locationQuotient({ matrix, totals: {} }).lq).toEqual(quotientTable(matrix))
  })

  test.each([
    [{ region: [5, 5], reference: [9, 9], totals: { region: 9 } }, 'OUT_OF_RANGE', 'totals.region'],
    [{ region: [5, 5], reference: [9, 9], totals: { all: 99 } }, 'UNKNOWN_FORM', 'totals'],
    [{ matrix: [[5, 5]], totals: { regions: [20, 30] } }, 'UNEQUAL_LENGTH', 'totals.regions'],
    [{ matrix: [[5, 5]], totals: { region: 20 } }, 'UNKNOWN_FORM', 'totals'],
  ])('refuses %j as %s', (input, code, path) => {
    expect(() => locationQuotient(input)).toThrow(expect.objectContaining({ code, path }))
  })
})

test('normalisation inside groups puts every group on its own scale', () => {
  const groups = ['x', 'y', 'x', 'y', 'x']
  const of = (method: string, more = {}) => normalisation({ method, values: [1, 10, 3, 30, null], groups, ...more }).normalised
  expect(of('minmax')).toEqual([0, 0, 1, 1, null])
  expect(of('rank', { direction: -1 })).toEqual([1, 1, 2, 2, null])
  expect(of('distanceToReference', { units: ['a', 'b', 'c', 'd', 'e'], referenceUnit: 'b' })).toEqual([0.1, 1, 0.3, 3, null])
  expect(
    normalisation({
      method: 'minmax',
      values: [
        [1, 5],
        [2, 6],
        [3, 1],
        [4, 2],
      ],
      groups: ['x', 'x', 'y', 'y'],
    }).normalised,
  ).toEqual([
    [0, 0],
    [1, 1],
    [0, 0],
    [1, 1],
  ])
  expect(() => of('minmax', { groups: ['x', 'y', 'x', 'y', 'z'] })).toThrow(expect.objectContaining({ code: 'TOO_FEW', path: 'values' }))
  expect(() => of('minmax', { groups: ['x'] })).toThrow(expect.objectContaining({ code: 'UNEQUAL_LENGTH', path: 'groups' }))
})

test('relatedness tells the presence that it worked with', () => {
  // Quotients of the table: 4/3 and 0 in the first row, 2/3 and 2 in the second.
  expect(
    relatedness({
      matrix: [
        [10, 0],
        [5, 5],
      ],
    }).presence,
  ).toEqual([
    [1, 0],
    [0, 1],
  ])
})
