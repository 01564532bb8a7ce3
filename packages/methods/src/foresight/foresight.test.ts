import fc from 'fast-check'
import { brierScore } from './brier-score.js'
import { cusum } from './cusum.js'
import { delphiConsensus } from './delphi-consensus.js'
import { ewma } from './ewma.js'
import { mannKendallSen } from './mann-kendall-sen.js'

describe('Brier', () => {
  const forecasts = fc.array(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.boolean()), { minLength: 1, maxLength: 40 })

  test('reliability less resolution plus uncertainty is the score', () => {
    fc.assert(
      fc.property(forecasts, (pairs) => {
        const found = brierScore({ forecasts: pairs.map(([tenths]) => tenths / 10), outcomes: pairs.map(([, happened]) => happened) })
        expect((found.reliability ?? 0) - (found.resolution ?? 0) + found.uncertainty).toBeCloseTo(found.brier, 10)
        expect(found.brierOriginal).toBeCloseTo(2 * found.brier, 12)
      }),
    )
  })

  test('several classes: two of them give the original form', () => {
    const two = brierScore({ forecasts: [0.1, 0.9, 0.8, 0.3], outcomes: [0, 1, 1, 0] })
    const rows = [0.1, 0.9, 0.8, 0.3].map((p) => [1 - p, p])
    expect(brierScore({ forecasts: rows, outcomes: [0, 1, 1, 0] }).brier).toBeCloseTo(two.brierOriginal, 12)
    expect(brierScore({ forecasts: rows, outcomes: ['no', 'yes', 'yes', 'no'], classes: ['no', 'yes'] }).brier).toBeCloseTo(two.brierOriginal, 12)
    expect(brierScore({ forecasts: [[0.2, 0.3, 0.5]], outcomes: [[0, 0, 1]] }).brier).toBeCloseTo(0.38, 12)
  })

  test('an open forecast does not count; skill against a reference', () => {
    expect(brierScore({ forecasts: [0.5, null, 0.5], outcomes: [1, 1, null] })).toMatchObject({ n: 1, brier: 0.25, skill: null })
    expect(brierScore({ forecasts: [0.9, 0.1], outcomes: [1, 0], reference: 0.5 }).skillAgainstReference).toBeCloseTo(0.96, 12)
    expect(brierScore({ forecasts: [0.1, 0.2, 0.9], outcomes: [0, 0, 1], bins: [0.5] }).calibration).toHaveLength(2)
  })
})

describe('charts', () => {
  test('limits in multiples of sigma, runs, and a gap that changes nothing', () => {
    const values = [10, 13, null, 13, 13]
    const found = cusum({ values, target: 10, k: 0.5, h: 3, sigma: 2 })
    expect(found.high).toEqual([0, 2, 2, 4, 6])
    expect(found).toMatchObject({ highRun: [0, 1, 2, 3, 4], signals: [], firstSignal: null, low: [0, 0, 0, 0, 0] })
    expect(cusum({ values, target: 10, k: 0.5, h: 3, sigma: 2, headStart: 1.5 })).toMatchObject({
      highWithHeadStart: [2, 4, 4, 6, 8],
      firstSignalWithHeadStart: 5,
    })
  })

  test('without k and h it is the plain sum of deviations, and nothing signals', () => {
    expect(cusum({ values: [11, 9, 13], target: 10 })).toMatchObject({ cusum: [1, 0, 3], high: [1, 0, 3], signals: [] })
  })

  test('limits that widen from the start reach the steady state', () => {
    const input = { values: Array.from({ length: 60 }, () => 10), lambda: 0.1, target: 10, sigma: 1, width: 2.7 }
    const found = ewma(input)
    const [first, last] = [(found.ucl as number[])[0], (found.ucl as number[]).at(-1)]
    expect(first).toBeCloseTo(10.27, 10)
    expect(last).toBeCloseTo(ewma({ ...input, limits: 'steady state' }).ucl as number, 4)
    expect(ewma({ ...input, values: [20, 10] })).toMatchObject({ firstSignal: 1, signals: [1, 2] })
  })
})

describe('Delphi', () => {
  test('consensus is 1 for one answer and 0 between the extremes', () => {
    expect(delphiConsensus({ ratings: [3, 3, 3], scale: [1, 5] }).consensus).toBe(1)
    expect(delphiConsensus({ counts: [4, 0, 0, 0, 4], scale: [1, 5] }).consensus).toBeCloseTo(0, 12)
  })

  test('shares at a level and within a range, and what the panel thinks', () => {
    const ratings = [1, 1, 1, 7, 8, 9, 9, 9, null]
    expect(delphiConsensus({ ratings, scale: [1, 9], level: 7 })).toMatchObject({
      n: 8,
      share: 0.625,
      agreedByShare: false,
      disagreement: true,
      appropriateness: 'UNCERTAIN',
    })
    expect(delphiConsensus({ ratings, range: [1, 3] }).share).toBe(0.375)
  })

  test('quartile rules: types of R, hinges, halves', () => {
    const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
    const quartiles = (method: string, used = values) => {
      const { q1, q3 } = delphiConsensus({ values: used, method })
      return [q1, q3]
    }
    expect(quartiles('type 7')).toEqual([3.5, 8.5])
    expect(quartiles('type 6')).toEqual([3, 9])
    expect(quartiles('Tukey hinges')).toEqual([3.5, 8.5])
    expect(quartiles('median of halves, middle value left out')).toEqual([3, 9])
    expect(quartiles('type 2', [1, 2, 3, 4])).toEqual([1.5, 3.5])
    expect(quartiles('type 1', [1, 2, 3, 4])).toEqual([1, 3])
    expect(quartiles('type 3', [1, 2, 3, 4])).toEqual([1, 3])
  })
})

describe('Mann-Kendall and Sen', () => {
  test('exact p as in the tables of Kendall', () => {
    expect(mannKendallSen({ values: [1, 2, 3, 4] }).pExact).toBeCloseTo(1 / 24, 12)
    expect(mannKendallSen({ values: [1, 2, 4, 3] })).toMatchObject({ S: 4, pExact: expect.closeTo(4 / 24, 12) })
    expect(mannKendallSen({ values: [5, 4, 3, 2, 1] })).toMatchObject({ S: -10, pExact: expect.closeTo(1 / 120, 12) })
    expect(mannKendallSen({ values: [1, 1, 2] })).toMatchObject({ S: 2, pExact: expect.closeTo(1 / 3, 12) })
  })

  test('a line has its slope, gaps or not, and turned round the opposite sign', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 4, max: 30 }), (slope, n) => {
        const values = Array.from({ length: n }, (_, t) => (t === 1 ? null : 3 + slope * t))
        const found = mannKendallSen({ values })
        expect(found.slope).toBeCloseTo(slope, 12)
        expect(found.intercept).toBeCloseTo(3, 9)
        expect(mannKendallSen({ values: values.map((value) => (value === null ? null : -value)) }).z).toBeCloseTo(-found.z, 12)
      }),
    )
  })

  test('seasons: the slope is per cycle and blind to the seasonal swing', () => {
    const values = [10, 0, 11, 1, 12, 2, 13, 3]
    expect(mannKendallSen({ values, period: 2 })).toMatchObject({ S: 12, slope: 1, tau: 1 })
  })
})
