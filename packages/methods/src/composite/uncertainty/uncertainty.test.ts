import { randomStream } from '../../shared/random.js'
import { baseChanges } from './base-changes.js'
import { compositeUncertainty } from './composite-uncertainty.js'
import { placeProspective } from './place-prospective.js'
import { rankGroups } from './rank-groups.js'
import { winsorEnds } from './winsorise.js'

/** The same numbers on every machine. */
function edition(n: number, k: number, gaps = 0) {
  const random = Array.from({ length: n * k }, randomStream(42))
  const values = Array.from({ length: n }, (_, unit) =>
    Array.from({ length: k }, (_, j) => (unit > 1 && (unit + 7 * j) % 11 < gaps ? null : (random[unit * k + j] as number) * 10)),
  )
  return { units: values.map((_, unit) => `unit ${unit}`), values, goalposts: Array.from({ length: k }, () => [0, 10] as [number, number]) }
}

const everything = {
  weights: { kind: 'scaled', by: 0.25 },
  normalisation: ['minmax', 'zscore', 'goalpost', 'rank'],
  aggregation: ['arithmetic', 'geometric'],
  missing: ['exclude', 'mean', 'median', 'lowest'],
  outliers: ['none', 'winsorise'],
} as const

describe('an edition', () => {
  test('the same input and seed give the same bytes, another seed others', () => {
    const input = { ...edition(12, 5, 1), vary: everything, runs: 600 }
    const bytes = (seed: number) => JSON.stringify(compositeUncertainty({ ...input, seed }))
    expect(bytes(1)).toBe(bytes(1))
    expect(bytes(1)).not.toBe(bytes(2))
  })

  test('contributions sum to the score, for either mean and with gaps', () => {
    for (const aggregation of ['arithmetic', 'geometric'] as const) {
      const { units } = compositeUncertainty({ ...edition(8, 4, 2), base: { aggregation }, seed: 1, runs: 2 })
      for (const { score, contributions } of units) expect(Object.values(contributions).reduce((total, part) => total + part, 0)).toBeCloseTo(score, 9)
    }
  })

  test('what nothing varies has its base rank in every run', () => {
    const { units, sensitivity, meanRankShift } = compositeUncertainty({ ...edition(9, 3), seed: 1, runs: 50 })
    expect(sensitivity).toEqual([])
    expect(meanRankShift).toBe(0)
    for (const { rank, medianRank, p05, p95, meanRank, topThird } of units) {
      expect([medianRank, p05, p95]).toEqual([rank, rank, rank])
      expect(meanRank).toBeCloseTo(rank, 12)
      expect(topThird).toBe(rank <= 3 ? 1 : 0)
    }
  })

  test('an indicator with a band is the same as its distance to the band, less being better', () => {
    const { units, values } = edition(10, 3)
    const settings = { vary: { weights: { kind: 'simplex' }, normalisation: ['minmax', 'zscore', 'rank'] }, runs: 300, seed: 5 } as const
    const distance = (value: number) => Math.max(4 - value, value - 6, 0)
    const turned = values.map(([first, ...others]) => [distance(first as number), ...others])
    const [banded, plain] = [
      compositeUncertainty({ units, values, directions: [{ band: [4, 6] }, 1, 1], ...settings }),
      compositeUncertainty({ units, values: turned, directions: [-1, 1, 1], ...settings }),
    ]
    expect(banded.units).toEqual(plain.units)
  })

  test('a weight of 0 leaves the indicator out, draws included', () => {
    const { units, values } = edition(8, 4)
    const settings = { vary: { weights: { kind: 'simplex' }, normalisation: ['minmax', 'rank'] }, runs: 300, seed: 3 } as const
    const zero = compositeUncertainty({ units, values: values.map((row) => [...row, 5]), weights: [1, 2, 3, 4, 0], ...settings })
    const without = compositeUncertainty({ units, values, weights: [1, 2, 3, 4], ...settings })
    expect(zero.units.map(({ contributions, ...unit }) => unit)).toEqual(without.units.map(({ contributions, ...unit }) => unit))
    expect(zero.units[0]?.contributions['4']).toBe(0)
  })

  test('the order of units changes nothing for any of them', () => {
    const { units, values } = edition(10, 4, 1)
    const settings = { vary: { weights: { kind: 'simplex' }, missing: ['exclude', 'mean'] }, runs: 300, seed: 3 } as const
    const forward = compositeUncertainty({ units, values, ...settings })
    const backward = compositeUncertainty({ units: [...units].reverse(), values: [...values].reverse(), ...settings })
    expect(backward.units.map(({ unit, p05, p95, medianRank }) => [unit, p05, p95, medianRank]).reverse()).toEqual(
      forward.units.map(({ unit, p05, p95, medianRank }) => [unit, p05, p95, medianRank]),
    )
  })

  test('the exact shares of three options under all weights', () => {
    const input = {
      units: ['A', 'B', 'C'],
      values: [
        [1, 0],
        [0, 1],
        [0.6, 0.6],
      ],
      goalposts: [
        [0, 1],
        [0, 1],
      ] as [number, number][],
    }
    const { units } = compositeUncertainty({ ...input, base: { normalisation: 'goalpost' }, vary: { weights: { kind: 'simplex' } }, runs: 20_000, seed: 9 })
    expect(units.map(({ topThird }) => topThird)).toEqual([expect.closeTo(0.4, 1), expect.closeTo(0.4, 1), expect.closeTo(0.2, 1)])
    expect(units.map(({ meanRank }) => Math.abs(meanRank - 2) < 0.22)).toEqual([true, true, true])
  })

  test('a choice alone explains all the variance; one without effect none', () => {
    const alone = compositeUncertainty({ ...edition(15, 4), vary: { aggregation: ['arithmetic', 'geometric'] }, runs: 4000, seed: 2 })
    expect(alone.sensitivity).toEqual([{ choice: 'aggregation', firstOrder: 1, total: expect.closeTo(1, 1) }])
    const idle = compositeUncertainty({
      ...edition(15, 4),
      vary: { aggregation: ['arithmetic', 'geometric'], missing: ['mean', 'median'] },
      runs: 4000,
      seed: 2,
    })
    expect(idle.sensitivity.find(({ choice }) => choice === 'missing')?.total).toBe(0)
  })

  test('it tells its progress and stops when asked', () => {
    const told: number[] = []
    compositeUncertainty({ ...edition(5, 3), vary: { weights: { kind: 'simplex' } }, runs: 1000, seed: 1, onProgress: (share) => told.push(share) })
    expect(told.at(-1)).toBe(1)
    expect(told.length).toBeGreaterThan(4)
    expect(() => compositeUncertainty({ ...edition(5, 3), runs: 1000, seed: 1, shouldStop: () => true })).toThrow(expect.objectContaining({ code: 'STOPPED' }))
  })

  test.each([
    [
      {
        values: [
          [1, 2],
          [1, 3],
        ],
      },
      'NO_VARIANCE',
    ],
    [
      {
        values: [
          [null, null],
          [1, 3],
        ],
      },
      'TOO_FEW',
    ],
    [
      {
        values: [
          [1, 2],
          [2, 3],
        ],
        base: { normalisation: 'goalpost' },
      },
      'MISSING',
    ],
    [
      {
        values: [
          [1, 2],
          [2, 3],
        ],
        weights: [1, -1],
      },
      'NEGATIVE_WEIGHT',
    ],
    [
      {
        values: [
          [1, 2],
          [2, 3],
        ],
        base: { missing: 'guess' },
      },
      'UNKNOWN_CHOICE',
    ],
    [
      {
        values: [
          [1, 2],
          [2, 3],
        ],
        vary: { weights: { kind: 'scaled', by: 1 } },
      },
      'OUT_OF_RANGE',
    ],
    [
      {
        values: [
          [1, 2],
          [2, 3],
        ],
        units: ['a'],
      },
      'UNEQUAL_LENGTH',
    ],
  ])('refuses %j as %s', (input, code) => {
    expect(() => compositeUncertainty({ units: ['a', 'b'], seed: 1, ...input } as never)).toThrow(expect.objectContaining({ code }))
  })
})

describe('a prospective unit', () => {
  const input = { ...edition(10, 4, 1), vary: everything, runs: 400, seed: 4 }

  test('with the values of a unit of the edition it lands beside that unit', () => {
    const { units } = compositeUncertainty(input)
    const placed = placeProspective({ ...input, prospective: input.values[3] as number[] })
    expect(placed.score).toBe(units[3]?.score)
    expect(placed.rank).toBe(units[3]?.rank)
    expect([placed.p05, placed.medianRank, placed.p95]).toEqual([units[3]?.p05, units[3]?.medianRank, units[3]?.p95])
    expect(placed.outsideRange).toEqual([])
  })

  test('beyond everything it is first, below everything last, and says that it is outside', () => {
    const placed = (value: number) => placeProspective({ ...input, prospective: [value, value, value, value] })
    expect(placed(20)).toMatchObject({ rank: 1, p95: 1, outsideRange: ['0', '1', '2', '3'] })
    expect(placed(-5).rank).toBe(11)
  })
})

test('groups open where an interval no longer overlaps the one that opened the group', () => {
  const interval = (medianRank: number, p05: number, p95: number) => ({ medianRank, meanRank: medianRank, p05, p95 })
  expect(rankGroups([interval(4, 3, 6), interval(1, 1, 2), interval(2, 2, 4), interval(5, 5, 6)])).toEqual([2, 1, 1, 2])
})

test('one wild value is brought to the next, a calm indicator left alone', () => {
  expect(winsorEnds([1, 2, 3, 4, 5, 6, 7, 8, 9, 1000])).toEqual([1, 9])
  expect(winsorEnds([1, 2, 3, 4, 5, 6])).toEqual([1, 6])
})

describe('what the base settings did to which value', () => {
  // The package's own test of its treatment: 1 to 10 and 100, of which the last becomes 10 (COINr, tests/testthat/test-treat.R).
  const column = [...Array.from({ length: 10 }, (_, i) => i + 1), 100]
  const edition = (direction: 1 | -1 | { band: [number, number] }, base: object, more: (number | null)[] = []) => {
    const values = [...column, ...more].map((value, i) => [value, i])
    return { units: values.map((_, i) => `u${i}`), indicators: ['a', 'b'], values, directions: [direction, 1 as const], base, seed: 1 }
  }

  test('an extreme value is brought to the next one, for either direction, and says why', () => {
    for (const direction of [1, -1] as const) {
      const [change, ...others] = baseChanges(edition(direction, { outliers: 'winsorise' }))
      expect(others).toEqual([])
      expect(change).toMatchObject({ step: 'winsorise', indicator: 'a', unit: 10, from: 100, to: 10, ofDistance: false })
      expect(change?.skewness).toBeGreaterThan(2)
      expect(change?.kurtosis).toBeGreaterThan(3.5)
    }
    expect(baseChanges(edition({ band: [0, 2] }, { outliers: 'winsorise' }))).toMatchObject([{ from: 98, to: 8, ofDistance: true }])
  })

  test('a gap is filled with the mean or median of what is there then; left out, nothing is done', () => {
    const filled = (base: object) => baseChanges(edition(-1, base, [null]))
    expect(filled({ missing: 'median' })).toEqual([
      { step: 'impute', indicator: 'a', unit: 11, from: null, to: 6, ofDistance: false, skewness: null, kurtosis: null },
    ])
    expect(filled({ missing: 'mean', outliers: 'winsorise' })).toMatchObject([{ unit: 10 }, { unit: 11, to: 65 / 11 }])
    expect(filled({})).toEqual([])
  })
})
