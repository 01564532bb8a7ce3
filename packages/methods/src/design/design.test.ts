import fc from 'fast-check'
import { beforeAfter } from './before-after.js'
import { criteriaScoring } from './criteria-scoring.js'
import { differenceInDifferences } from './difference-in-differences.js'
import { effectSize } from './effect-size.js'
import { marylandScale } from './maryland-scale.js'
import { parallelTrends } from './parallel-trends.js'
import { wilsonInterval } from './wilson-interval.js'

const some = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 3, maxLength: 12 })

describe('Wilson', () => {
  test('Newcombe 1998, 15 of 148 and 1 of 29', () => {
    const found = [wilsonInterval({ successes: 15, n: 148 }), wilsonInterval({ successes: 1, n: 29 })]
    expect(found.map(({ lower, upper }) => [lower, upper].map((bound) => Number(bound.toFixed(4))))).toEqual([
      [0.0624, 0.1605],
      [0.0061, 0.1718],
    ])
  })

  test('bounds stay within 0 and 1, around the share, the corrected ones wider', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.5, max: 0.999, noNaN: true }),
        (n, part, confidence) => {
          const found = wilsonInterval({ successes: Math.round(part * n), n, confidence })
          expect(0).toBeLessThanOrEqual(found.lowerContinuity)
          expect(found.lowerContinuity).toBeLessThanOrEqual(found.lower + 1e-9)
          expect(found.lower).toBeLessThanOrEqual(found.share + 1e-12)
          expect(found.share).toBeLessThanOrEqual(found.upper + 1e-12)
          expect(found.upper).toBeLessThanOrEqual(found.upperContinuity + 1e-9)
          expect(found.upperContinuity).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})

describe('effect size', () => {
  test('Borenstein et al. 2009, pre-post', () => {
    const found = effectSize({ design: 'pre-post', mean1: 103, mean2: 100, sdDifference: 5.5, n: 50, r: 0.7 })
    expect(found.sWithin).toBeCloseTo(7.1005, 4)
    expect(found.d).toBeCloseTo(0.4225, 4)
    expect(found.varD).toBeCloseTo(0.0131, 4)
    expect(found.J).toBeCloseTo(0.9846, 4)
    expect(found.g).toBeCloseTo(0.416, 4)
    expect(found.varG).toBeCloseTo(0.0127, 4)
  })

  test('raw pairs and their summary agree; Glass takes the control group', () => {
    const [before, after] = [
      [1, 2, 3, 5],
      [2, 2, 5, 6],
    ]
    const raw = effectSize({ before, after })
    expect(effectSize({ pre: before, post: after })).toEqual(raw)
    const summary = effectSize({ meanDiff: 1, sdDifference: Math.sqrt(2 / 3), n: 4, r: raw.r ?? 0 })
    expect(summary.d).toBeCloseTo(raw.d, 12)
    expect(raw.dz).toBeCloseTo(1 / Math.sqrt(2 / 3), 12)
    expect(effectSize({ group1: [4, 6], group2: [1, 3] }).glassDelta).toBeCloseTo(3 / Math.SQRT2, 12)
  })
})

describe('difference in differences', () => {
  test('groups that are identical, or move alike, differ by nothing', () => {
    fc.assert(
      fc.property(some, some, fc.double({ min: -9, max: 9, noNaN: true }), (before, after, gap) => {
        const shifted = (values: number[]) => values.map((value) => value + gap)
        expect(differenceInDifferences({ treatedBefore: before, treatedAfter: after, controlBefore: before, controlAfter: after }).did).toBe(0)
        const apart = differenceInDifferences({ treatedBefore: shifted(before), treatedAfter: shifted(after), controlBefore: before, controlAfter: after })
        expect(apart.did).toBeCloseTo(0, 9)
      }),
    )
  })

  test('rows, cells and summaries of the same data give the same; single clusters give the robust error', () => {
    const cells = { treatedBefore: [1, 2, 4], treatedAfter: [5, 7], controlBefore: [2, 3], controlAfter: [2, 5, 5] }
    const raw = differenceInDifferences(cells)
    const rows = Object.entries(cells).flatMap(([name, values]) => values.map((y) => [name.startsWith('treated'), name.endsWith('After'), y]))
    const named = rows.map((row, store) => [...row, `store ${store}`])
    const fit = differenceInDifferences({ columns: ['treated', 'after', 'y', 'store'], rows: [...named, [true, true, null, 'x']], cluster: 'store' })
    expect(fit.n).toBe(10)
    expect(fit.did).toBeCloseTo(raw.did, 12)
    expect(fit.se).toBeCloseTo(raw.se ?? 0, 12)
    expect(fit.seClustered).toBeCloseTo(fit.seRobust ?? 0, 12)
    const summary = differenceInDifferences({
      ...{ treatedBefore: 7 / 3, treatedAfter: 6, controlBefore: 2.5, controlAfter: 4 },
      ...{ sdTreatedBefore: Math.sqrt(7 / 3), sdTreatedAfter: Math.SQRT2, sdControlBefore: Math.SQRT1_2, sdControlAfter: Math.sqrt(3) },
      ...{ nTreatedBefore: 3, nTreatedAfter: 2, nControlBefore: 2, nControlAfter: 3 },
    })
    expect(summary.se).toBeCloseTo(raw.se ?? 0, 12)
    expect(summary.p).toBeCloseTo(raw.p ?? 0, 12)
  })
})

describe('criteria', () => {
  const adb = {
    scale: '0 to 3',
    weights: { relevance: 0.2, effectiveness: 0.3, efficiency: 0.3, sustainability: 0.2 },
    thresholds: { 'highly successful': 2.7, successful: 1.6, 'partly successful': 0.8, unsuccessful: 0 },
  }

  test('thresholds give words, the bound belonging to the better one', () => {
    expect(criteriaScoring({ ...adb, ratings: { relevance: 3, effectiveness: 2, efficiency: 1, sustainability: 2 } })).toMatchObject({
      label: 'successful',
      weightedMean: expect.closeTo(1.9, 9),
    })
    expect(criteriaScoring({ ...adb, ratings: { relevance: 1, effectiveness: 2, efficiency: 2, sustainability: 1 } }).label).toBe('successful')
    const listed = { thresholds: [2.7, 1.6, 0.8], labels: ['a', 'b', 'c', 'd'] }
    expect(criteriaScoring({ ...adb, ...listed, ratings: { relevance: 0, effectiveness: 1, efficiency: 0, sustainability: 0 } }).label).toBe('d')
  })

  test('a missing criterion drops out and the weights are rescaled; halves round up', () => {
    const found = criteriaScoring({ ...adb, ratings: { relevance: 3, effectiveness: 2, efficiency: null, sustainability: null } })
    expect(found).toMatchObject({
      missing: ['efficiency', 'sustainability'],
      weights: { relevance: expect.closeTo(0.4, 12), effectiveness: expect.closeTo(0.6, 12) },
    })
    expect(criteriaScoring({ ratings: { a: 2, b: 3 } })).toMatchObject({ weightedMean: 2.5, grade: 3, successful: null, label: null })
  })
})

describe('before, after and the strength of a design', () => {
  test('Student 1908: hours of sleep gained with two drugs', () => {
    const before = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]
    const after = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
    const found = beforeAfter({ before: [...before, null], after: [...after, 1] })
    expect(found).toMatchObject({ n: 10, dropped: 1, meanChange: expect.closeTo(1.58, 9), t: expect.closeTo(4.0621, 4), p: expect.closeTo(0.002833, 6) })
    expect([found.lower, found.upper]).toEqual([expect.closeTo(0.7001142, 6), expect.closeTo(2.4598858, 6)])
  })

  test('five levels of evidence', () => {
    const levels = [
      { measuredBefore: false, comparison: 'none' },
      { measuredBefore: true, comparison: 'none' },
      { measuredBefore: false, comparison: 'matched' },
      { measuredBefore: true, comparison: 'unmatched' },
      { measuredBefore: true, comparison: 'unmatched', controlsOthers: true },
      { measuredBefore: true, comparison: 'randomised' },
    ] as const
    expect(levels.map((design) => marylandScale(design).level)).toEqual([1, 2, 2, 3, 4, 5])
  })

  test('slopes before the measure', () => {
    expect(parallelTrends({ treated: [1, 2, 3], control: [5, 6, 7] })).toMatchObject({ difference: expect.closeTo(0, 9), reading: 'UNTESTABLE' })
    // By plain reckoning the first are 1.8e-15 apart.
    expect(parallelTrends({ treated: [60, 54, 44, 38], control: [62, 56, 46, 40] }).difference).toBe(0)
    expect(parallelTrends({ treated: [2e-9, 3e-9, 4e-9], control: [1e-9, 3e-9, 5e-9] }).difference).toBeCloseTo(-1e-9, 20)
    expect(parallelTrends({ treated: [1, 2.1, 2.9, 4], control: [5, 5.9, 7.1, 8] }).reading).toBe('NOT_REJECTED')
    const apart = parallelTrends({ treated: [1, 3.1, 4.9, 7], control: [5, 5.9, 7.1, null], times: [2001, 2002, 2003, 2004] })
    expect(apart).toMatchObject({ treatedSlope: expect.closeTo(1.98, 6), controlSlope: expect.closeTo(1.05, 6), reading: 'DIVERGING' })
  })
})
