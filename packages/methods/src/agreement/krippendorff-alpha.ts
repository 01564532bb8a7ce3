import { sum } from 'simple-statistics'
import { atLeast, choice, matrix, namesFit } from '../shared/checks.js'
import { checkInput, type InputShape } from '../shared/input-shape.js'
import { listOf, rating, table, text } from '../shared/kinds.js'
import { MethodError } from '../shared/method-error.js'
import { byRater, type Category, categoriesOf, type Rating, type RatingRows, ratingRows } from './categories.js'
import { type AlphaReading, readAlpha } from './read-agreement.js'

export const measurementLevels = ['nominal', 'ordinal', 'interval', 'ratio'] as const
export type MeasurementLevel = (typeof measurementLevels)[number]

export interface KrippendorffAlphaInput {
  /** One row per coder, one column per unit; or a row per unit, if `rows` says "subjects". Null where a coder gave no value. */
  readonly ratings?: readonly (readonly Rating[])[]
  readonly rows?: RatingRows
  /** Instead: one row per unit with the number of coders who gave each of the `categories` (without these: 1, 2, 3 ...). */
  readonly counts?: readonly (readonly number[])[]
  readonly level?: MeasurementLevel
  /** The values in their order; needed for ordinal words, else those found, ascending. */
  readonly categories?: readonly Category[]
}

export interface KrippendorffAlphaResult {
  readonly alpha: number
  /** Values in units with at least two of them, and the number of such units. */
  readonly pairableValues: number
  readonly units: number
  readonly values: readonly Category[]
  readonly coincidences: readonly (readonly number[])[]
  readonly observedDisagreement: number
  readonly expectedDisagreement: number
  readonly reading: AlphaReading
}

const shape: InputShape<KrippendorffAlphaInput> = {
  keys: { ratings: listOf(listOf(rating)), rows: text, counts: table, level: text, categories: listOf(rating) },
  forms: [{ needs: ['ratings'], takes: ['rows'] }, { needs: ['counts'] }],
}

/**
 * Agreement of any number of coders, with missing values, at any level of measurement:
 * alpha = 1 - observed / expected disagreement = 1 - (n-1) sum(o_ck d_ck) / sum(n_c n_k d_ck); at most 1.
 * Squared difference d: nominal 0 or 1; interval (c-k)^2; ratio ((c-k)/(c+k))^2; ordinal (sum of n_g for g from c to k, less
 * (n_c+n_k)/2)^2. Level nominal when left out.
 *
 * Missing: null is skipped, a unit with fewer than two values drops out. Errors: no unit left, unknown level, words at a level that
 * counts, NO_VARIANCE when all values are the same. Source: Krippendorff (2011) Computing Krippendorff's Alpha-Reliability.
 */
export function krippendorffAlpha(input: KrippendorffAlphaInput): KrippendorffAlphaResult {
  checkInput(input, shape)
  const { counts, values } = unitCounts(input)
  return alphaOfUnits(counts, values, choice(input.level ?? 'nominal', 'level', measurementLevels))
}

/** Rows of units: how often each value stands in the unit; only units with two values or more. */
export function unitCounts(input: KrippendorffAlphaInput): { counts: number[][]; values: Category[] } {
  const { rows, values } = input.counts === undefined ? countRatings(input) : givenCounts(input)
  const counts = rows.filter((row) => sum(row) >= 2)
  atLeast(counts.length, 1, input.counts === undefined ? 'ratings' : 'counts', 'units with two values')
  return { counts, values }
}

function countRatings(input: KrippendorffAlphaInput): { rows: number[][]; values: Category[] } {
  const ratings = byRater(ratingRows(input.ratings, 'ratings'), input.rows ?? 'raters')
  const values = categoriesOf(ratings.flat(), input.categories, input.level === 'ordinal')
  atLeast(values.length, 1, 'ratings', 'values')
  const rows = (ratings[0] ?? []).map((_, unit) => values.map((value) => ratings.filter((row) => row[unit] === value).length))
  return { rows, values }
}

function givenCounts(input: KrippendorffAlphaInput): { rows: number[][]; values: Category[] } {
  const rows = matrix(input.counts, 'counts', 0)
  namesFit(input.categories, rows[0] ?? [], 'categories')
  return { rows, values: [...(input.categories ?? (rows[0] ?? []).map((_, index) => index + 1))] }
}

/** Alpha of units whose values are counted already. */
export function alphaOfUnits(counts: number[][], values: Category[], level: MeasurementLevel): KrippendorffAlphaResult {
  const coincidences = coincidenceTable(counts, values.length)
  const totals = coincidences.map((row) => sum(row))
  const n = sum(totals)
  const difference = squaredDifference(level, values, totals)
  const cells = totals.flatMap((_, c) => totals.map((_, k) => [c, k] as const))
  const observedDisagreement = sum(cells.map(([c, k]) => (coincidences[c]?.[k] as number) * difference(c, k))) / n
  const expectedDisagreement = sum(cells.map(([c, k]) => (totals[c] as number) * (totals[k] as number) * difference(c, k))) / (n * (n - 1))
  if (expectedDisagreement <= 0) throw new MethodError('NO_VARIANCE', 'ratings', 'all values are the same: alpha is not defined')
  const alpha = 1 - observedDisagreement / expectedDisagreement
  const pairableValues = sum(counts.flat())
  return { alpha, pairableValues, units: counts.length, values, coincidences, observedDisagreement, expectedDisagreement, reading: readAlpha(alpha) }
}

function coincidenceTable(counts: number[][], size: number): number[][] {
  const table = Array.from({ length: size }, () => Array.from({ length: size }, () => 0))
  for (const row of counts) {
    const pairs = sum(row) - 1
    row.forEach((c, i) => {
      row.forEach((k, j) => {
        const line = table[i] as number[]
        line[j] = (line[j] as number) + (c * (i === j ? k - 1 : k)) / pairs
      })
    })
  }
  return table
}

function squaredDifference(level: MeasurementLevel, values: Category[], totals: number[]): (c: number, k: number) => number {
  if (level === 'nominal') return (c, k) => (c === k ? 0 : 1)
  if (level === 'ordinal') return (c, k) => (c === k ? 0 : ordinalDistance(totals, Math.min(c, k), Math.max(c, k)) ** 2)
  const scale = values.map((value, index) => {
    if (typeof value === 'number' && (level === 'interval' || value >= 0)) return value
    if (typeof value === 'number') throw new MethodError('OUT_OF_RANGE', `categories[${index}]`, `a ratio is of values from 0 on, not ${value}`)
    throw new MethodError('NOT_A_NUMBER', `categories[${index}]`, `the level ${level} needs numbers, not ${JSON.stringify(value)}`)
  })
  const distance = (c: number, k: number) => (scale[c] as number) - (scale[k] as number)
  if (level === 'interval') return (c, k) => distance(c, k) ** 2
  return (c, k) => (c === k ? 0 : (distance(c, k) / ((scale[c] as number) + (scale[k] as number))) ** 2)
}

function ordinalDistance(totals: number[], from: number, to: number): number {
  return sum(totals.slice(from, to + 1)) - ((totals[from] as number) + (totals[to] as number)) / 2
}
