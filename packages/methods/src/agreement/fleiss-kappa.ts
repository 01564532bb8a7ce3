import { mean, sampleVariance, sum } from 'simple-statistics'
import { atLeast, matrix, namesFit, whole } from '../shared/checks.js'
import { normalTwoSided } from '../shared/distributions.js'
import { checkInput, type InputShape } from '../shared/input-shape.js'
import { listOf, number, rating, table, text } from '../shared/kinds.js'
import { MethodError } from '../shared/method-error.js'
import { transpose } from '../shared/transpose.js'
import { byRater, type Category, categoriesOf, type Rating, type RatingRows, ratingRows } from './categories.js'
import { type KappaReading, readKappa } from './read-agreement.js'

export interface FleissKappaInput {
  /** One row per subject: how many raters put it into each category; or, with `raters`, the shares of them. */
  readonly counts?: readonly (readonly number[])[]
  readonly proportions?: readonly (readonly number[])[]
  /** Number of raters per subject, when proportions are given. */
  readonly raters?: number
  /** Instead: one row per subject with a rating of each rater (or a row per rater, if `rows` says so); a subject with a null drops out. */
  readonly ratings?: readonly (readonly Rating[])[]
  readonly rows?: RatingRows
  readonly categories?: readonly Category[]
}

export interface FleissKappaResult {
  readonly subjects: number
  readonly raters: number
  readonly categoryProportions: readonly number[]
  /** Share of agreeing pairs of raters per subject, 0 to 1. */
  readonly subjectAgreement: readonly number[]
  readonly meanAgreement: number
  readonly expectedAgreement: number
  /** At most 1; 0 is the agreement of chance. */
  readonly kappa: number
  /** Null for a category that nobody or everybody used. */
  readonly categoryKappa: readonly (number | null)[]
  readonly categoryZ: readonly (number | null)[]
  /** Standard error if raters answered by chance, and the test that they do. */
  readonly se: number
  readonly z: number
  readonly p: number
  /** With known raters (form `ratings`): expects chance agreement by each rater's own proportions. */
  readonly exactKappa: number | null
  readonly reading: KappaReading
}

const shape: InputShape<FleissKappaInput> = {
  keys: {
    counts: table,
    proportions: table,
    raters: number,
    ratings: listOf(listOf(rating)),
    rows: text,
    categories: listOf(rating),
  },
  forms: [{ needs: ['counts'] }, { needs: ['proportions', 'raters'] }, { needs: ['ratings'], takes: ['rows'] }],
}

/**
 * Agreement of m raters per subject, not necessarily the same people: kappa = (mean agreement - expected) / (1 - expected).
 * With p the shares of the categories, q = 1 - p, N subjects: se = sqrt(2 / (N m (m - 1))) sqrt((sum pq)^2 - sum pq (q - p)) / sum pq.
 *
 * Missing: a subject with a missing rating is left out. Errors: fewer than two raters, rows with different numbers of raters, NO_VARIANCE
 * when only one category was used. Source: Fleiss (1971) Psychological Bulletin 76; standard errors: Fleiss, Nee & Landis (1979)
 * Psychological Bulletin 86; exact form: Conger (1980) Psychological Bulletin 88.
 */
export function fleissKappa(input: FleissKappaInput): FleissKappaResult {
  checkInput(input, shape)
  const counts = readCounts(input)
  if (input.ratings === undefined) namesFit(input.categories, counts[0] ?? [], 'categories')
  const raters = sum(counts[0] ?? [])
  atLeast(raters, 2, 'counts', 'raters')
  const proportions = (counts[0] ?? []).map((_, j) => sum(counts.map((row) => row[j] as number)) / (counts.length * raters))
  const subjectAgreement = counts.map((row) => (sum(row.map((count) => count * count)) - raters) / (raters * (raters - 1)))
  const expectedAgreement = sum(proportions.map((share) => share * share))
  if (expectedAgreement >= 1) throw new MethodError('NO_VARIANCE', 'counts', 'one category was used only: kappa is not defined')
  const meanAgreement = mean(subjectAgreement)
  const kappa = (meanAgreement - expectedAgreement) / (1 - expectedAgreement)
  return {
    subjects: counts.length,
    raters,
    categoryProportions: proportions,
    subjectAgreement,
    meanAgreement,
    expectedAgreement,
    kappa,
    ...byCategory(counts, raters, proportions),
    ...test(counts.length, raters, proportions, kappa),
    exactKappa: input.ratings === undefined ? null : exact(input, meanAgreement),
    reading: readKappa(kappa),
  }
}

function readCounts(input: FleissKappaInput): number[][] {
  if (input.ratings !== undefined) return countRatings(input)
  if (input.proportions !== undefined) return countProportions(input)
  const counts = matrix(input.counts, 'counts', 0)
  counts.forEach((row, index) => {
    if (sum(row) === sum(counts[0] ?? [])) return
    throw new MethodError('UNEQUAL_RATERS', `counts[${index}]`, 'every subject needs the same number of raters')
  })
  return counts
}

function countProportions(input: FleissKappaInput): number[][] {
  const raters = whole(input.raters, 'raters', 2)
  return matrix(input.proportions, 'proportions', 0, 1).map((row, index) => {
    if (Math.abs(sum(row) - 1) > 0.01) throw new MethodError('OUT_OF_RANGE', `proportions[${index}]`, 'the shares do not sum to 1')
    return row.map((share) => Math.round(share * raters))
  })
}

/** Complete rows of ratings, one per subject. */
function subjectRows(input: FleissKappaInput): Category[][] {
  const given = ratingRows(input.ratings, 'ratings')
  const rows = transpose(byRater(given, input.rows ?? 'subjects'))
  const complete = rows.filter((row): row is Category[] => row.every((entry) => entry !== null))
  atLeast(complete.length, 1, 'ratings', 'subjects rated by all')
  return complete
}

function countRatings(input: FleissKappaInput): number[][] {
  const rows = subjectRows(input)
  const categories = categoriesOf(rows.flat(), input.categories)
  return rows.map((row) => categories.map((category) => row.filter((entry) => entry === category).length))
}

function byCategory(counts: number[][], m: number, proportions: number[]): Pick<FleissKappaResult, 'categoryKappa' | 'categoryZ'> {
  const pairs = counts.length * m * (m - 1)
  const categoryKappa = proportions.map((p, j) =>
    p === 0 || p === 1 ? null : 1 - sum(counts.map((row) => (row[j] as number) * (m - (row[j] as number)))) / (pairs * p * (1 - p)),
  )
  const se = Math.sqrt(2 / pairs)
  return { categoryKappa, categoryZ: categoryKappa.map((kappa) => (kappa === null ? null : kappa / se)) }
}

function test(n: number, m: number, proportions: number[], kappa: number): Pick<FleissKappaResult, 'se' | 'z' | 'p'> {
  const pq = sum(proportions.map((p) => p * (1 - p)))
  const skew = sum(proportions.map((p) => p * (1 - p) * (1 - 2 * p)))
  const se = (Math.sqrt(2 / (n * m * (m - 1))) * Math.sqrt(Math.max(0, pq * pq - skew))) / pq
  const z = kappa / se
  return { se, z, p: normalTwoSided(z) }
}

/** Conger: the expected agreement loses the variance between the raters' proportions, divided by their number. */
function exact(input: FleissKappaInput, meanAgreement: number): number {
  const rows = subjectRows(input)
  const raters = rows[0] ?? []
  const expected = sum(
    categoriesOf(rows.flat(), input.categories).map((category) => {
      const own = raters.map((_, rater) => rows.filter((row) => row[rater] === category).length / rows.length)
      return mean(own) ** 2 - sampleVariance(own) / raters.length
    }),
  )
  return (meanAgreement - expected) / (1 - expected)
}
