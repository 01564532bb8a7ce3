import fc from 'fast-check'
import { bootstrapAlpha, bootstrapKappa } from './bootstrap-agreement.js'
import { cohenKappa } from './cohen-kappa.js'
import { fleissKappa } from './fleiss-kappa.js'
import { kendallW } from './kendall-w.js'
import { krippendorffAlpha } from './krippendorff-alpha.js'
import { readAlpha, readKappa } from './read-agreement.js'

/** Krippendorff (2011), sections B and C. */
const sectionB = ['aabbdcccedda', 'babbbccceddd'].map((row) => [...row])
const sectionC = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
  [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
]
/** Data set anxiety of R package irr, first two raters. */
const anxiety = {
  rater1: [3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3],
  rater2: [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4],
}
const patients = [
  [38, 5, 0, 1],
  [33, 11, 3, 0],
  [10, 14, 5, 6],
  [3, 7, 3, 10],
]

describe('published figures in further forms', () => {
  test('kappa of raw ratings, unweighted and with squared weights, as irr prints them', () => {
    expect(cohenKappa(anxiety).kappa).toBeCloseTo(0.119, 3)
    expect(cohenKappa(anxiety).z).toBeCloseTo(1.16, 2)
    const squared = cohenKappa({ ratings: [anxiety.rater1, anxiety.rater2], weights: 'squared' })
    expect(squared.weightedKappa).toBeCloseTo(0.297, 3)
    expect(squared.z).toBeCloseTo(1.34, 2)
    expect(squared.p).toBeCloseTo(0.18, 2)
  })

  test('standard errors of the MS patients, as vcd prints them', () => {
    expect(cohenKappa({ table: patients }).se).toBeCloseTo(0.05046, 4)
    expect(cohenKappa({ table: patients, weights: 'linear' }).se).toBeCloseTo(0.05168, 4)
  })

  test('alpha of words, and of numbers at interval and ratio level', () => {
    expect(krippendorffAlpha({ ratings: sectionB }).alpha).toBeCloseTo(0.692, 3)
    expect(krippendorffAlpha({ ratings: sectionC, level: 'interval' }).alpha).toBeCloseTo(0.849, 3)
    expect(krippendorffAlpha({ ratings: sectionC, level: 'ratio' }).alpha).toBeCloseTo(0.797, 3)
  })

  test('alpha of counts by unit equals alpha of the ratings', () => {
    const counts = sectionC[0]?.map((_, unit) => [1, 2, 3, 4, 5].map((value) => sectionC.filter((row) => row[unit] === value).length)) ?? []
    expect(krippendorffAlpha({ counts, level: 'ordinal' }).alpha).toBeCloseTo(krippendorffAlpha({ ratings: sectionC, level: 'ordinal' }).alpha, 12)
  })

  test('Fleiss from ratings by subject, by rater and from proportions is the same', () => {
    const byRater = sectionC.map((row) => row.slice(1, 9)) as number[][]
    const bySubject = (byRater[0] ?? []).map((_, subject) => byRater.map((row) => row[subject] as number))
    const found = fleissKappa({ ratings: bySubject })
    expect(fleissKappa({ ratings: byRater, rows: 'raters' })).toEqual(found)
    const proportions = bySubject.map((row) => [1, 2, 3, 4].map((value) => row.filter((entry) => entry === value).length / row.length))
    expect(fleissKappa({ proportions, raters: 4 }).kappa).toBeCloseTo(found.kappa, 12)
  })

  test('a missing rating takes its item out', () => {
    const whole = cohenKappa(anxiety)
    expect(cohenKappa({ rater1: [...anxiety.rater1, 3, null], rater2: [...anxiety.rater2, null, 4] })).toEqual(whole)
  })

  test('proportions have no error unless the number of items is told', () => {
    const table = patients.map((row) => row.map((count) => count / 149))
    expect(cohenKappa({ table }).se).toBeNull()
    expect(cohenKappa({ table, n: 149 }).se).toBeCloseTo(0.05046, 4)
  })
})

describe('laws', () => {
  const varied = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 3, maxLength: 20 }).filter((values) => new Set(values).size > 1)

  test('raters who say the same agree fully', () => {
    fc.assert(
      fc.property(varied, fc.constantFrom('none' as const, 'linear' as const, 'quadratic' as const), (ratings, weights) => {
        expect(cohenKappa({ rater1: ratings, rater2: ratings, weights }).weightedKappa).toBe(1)
        for (const level of ['nominal', 'ordinal', 'interval', 'ratio'] as const)
          expect(krippendorffAlpha({ ratings: [ratings, ratings, ratings], level }).alpha).toBe(1)
        expect(fleissKappa({ ratings: [ratings, ratings], rows: 'raters' }).kappa).toBeCloseTo(1, 12)
        expect(kendallW({ scores: [ratings, ratings] }).Wt).toBeCloseTo(1, 12)
      }),
    )
  })

  test('neither the order of items nor which rater is first matters', () => {
    fc.assert(
      fc.property(varied, varied, fc.integer(), (a, b, shift) => {
        const n = Math.min(a.length, b.length)
        const turn = (values: number[]) => values.slice(0, n).map((_, index, all) => all[(index + (Math.abs(shift) % n)) % n] as number)
        const [x, y] = [a.slice(0, n), b.slice(0, n)]
        fc.pre(new Set([...x, ...y]).size > 1)
        const kappa = cohenKappa({ rater1: x, rater2: y, weights: 'linear' }).weightedKappa
        expect(cohenKappa({ rater1: turn(a), rater2: turn(b), weights: 'linear' }).weightedKappa).toBeCloseTo(kappa, 10)
        expect(cohenKappa({ rater1: y, rater2: x, weights: 'linear' }).weightedKappa).toBeCloseTo(kappa, 10)
        expect(kappa).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('intervals and readings', () => {
  test('a bootstrap is settled by its seed and holds the estimate', () => {
    const input = { table: patients, weights: 'linear' as const }
    const found = bootstrapKappa(input, { seed: 5, runs: 500 })
    expect(bootstrapKappa(input, { seed: 5, runs: 500 })).toEqual(found)
    expect(bootstrapKappa(input, { seed: 6, runs: 500 })).not.toEqual(found)
    expect(found.lower).toBeLessThan(found.estimate)
    expect(found.upper).toBeGreaterThan(found.estimate)
    const { lower, upper } = cohenKappa(input)
    expect(Math.abs(found.lower - (lower as number))).toBeLessThan(0.03)
    expect(Math.abs(found.upper - (upper as number))).toBeLessThan(0.03)
  })

  test('the bootstrap of alpha draws units', () => {
    const { estimate, lower, upper } = bootstrapAlpha({ ratings: sectionC, level: 'ordinal' }, { seed: 1, runs: 400 })
    expect(estimate).toBeCloseTo(0.815, 3)
    expect(lower).toBeLessThan(estimate)
    expect(upper).toBeLessThanOrEqual(1)
  })

  test('the words of Landis & Koch and of Krippendorff', () => {
    expect([-0.1, 0, 0.2, 0.21, 0.5, 0.7, 0.81].map(readKappa)).toEqual(['NONE', 'SLIGHT', 'SLIGHT', 'FAIR', 'MODERATE', 'SUBSTANTIAL', 'ALMOST_PERFECT'])
    expect([0.8, 0.7, 0.66].map(readAlpha)).toEqual(['RELIABLE', 'TENTATIVE', 'UNRELIABLE'])
  })
})
