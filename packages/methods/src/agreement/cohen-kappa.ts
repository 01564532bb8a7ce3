import { sum } from 'simple-statistics'
import { atLeast, confidenceOf, finite, matrix, namesFit, sameLength, unknownForm } from '../shared/checks.js'
import { normalCritical, normalTwoSided } from '../shared/distributions.js'
import { checkInput, type InputShape } from '../shared/input-shape.js'
import { listOf, number, rating, table, text } from '../shared/kinds.js'
import { MethodError } from '../shared/method-error.js'
import { byRater, type Category, categoriesOf, type Rating, type RatingRows, ratingRows, ratings } from './categories.js'
import { costsOf, type Disagreement, disagreements, type KappaWeights } from './kappa-weights.js'
import { type KappaReading, readKappa } from './read-agreement.js'

export interface CohenKappaInput {
  /** Counts or proportions, first rater in rows, second in columns, the same categories in both. */
  readonly table?: readonly (readonly number[])[]
  /** Instead of a table: what either rater said, item by item; an item with null on either side drops out. */
  readonly rater1?: readonly Rating[]
  readonly rater2?: readonly Rating[]
  /** Instead of rater1 and rater2: two rows, one per rater, or a row of two ratings per subject. */
  readonly ratings?: readonly (readonly Rating[])[]
  /** Which of both; needed for two rows of two only. */
  readonly rows?: RatingRows
  /** The categories in their order; without: those found, ascending. */
  readonly categories?: readonly Category[]
  readonly weights?: KappaWeights
  /** For custom weights: what each disagreement costs, 0 on the diagonal. */
  readonly disagreementWeights?: Disagreement
  /** Or what each agreement is worth: most, and the same, on the diagonal. */
  readonly agreementWeights?: Disagreement
  /** Number of items, needed for errors and p when the table holds proportions. */
  readonly n?: number
  /** Of the interval; 0.95 when left out. */
  readonly confidence?: number
}

export interface CohenKappaResult {
  readonly n: number | null
  readonly categories: readonly Category[] | null
  readonly observedAgreement: number
  readonly expectedAgreement: number
  /** Unweighted, at most 1; 0 is the agreement of chance. */
  readonly kappa: number
  /** With the weights asked for; equals `kappa` without weights. */
  readonly weightedKappa: number
  /** Large-sample standard error of the weighted kappa, for its interval. */
  readonly se: number | null
  readonly lower: number | null
  readonly upper: number | null
  /** Standard error if the raters were independent, and the test that they are. */
  readonly seNull: number | null
  readonly z: number | null
  readonly p: number | null
  readonly reading: KappaReading
}

const shape: InputShape<CohenKappaInput> = {
  keys: {
    table,
    rater1: listOf(rating),
    rater2: listOf(rating),
    ratings: listOf(listOf(rating)),
    rows: text,
    categories: listOf(rating),
    weights: text,
    disagreementWeights: table,
    agreementWeights: table,
    n: number,
    confidence: number,
  },
  forms: [{ needs: ['table'], takes: ['n'] }, { needs: ['rater1', 'rater2'] }, { needs: ['ratings'], takes: ['rows'] }],
}

/**
 * Agreement of two raters beyond chance: kappa = 1 - sum(w p) / sum(w e), with p the proportions of the table, e those expected of
 * independent raters and w the weights of disagreement (see `KappaWeights`). With v = 1 - w / max w, their means vi. of row i and v.j of column j
 * over the other rater's margins, po and pe observed and expected agreement: se^2 = (sum p_ij (v_ij - (vi. + v.j)(1 - kappa))^2 -
 * (kappa - pe (1 - kappa))^2) / (n (1 - pe)^2); if raters are independent seNull^2 = (sum e_ij (v_ij - vi. - v.j)^2 - pe^2) / (n (1 - pe)^2).
 *
 * Missing: an item that one of the raters left out is not counted. Errors: no items, unequal lengths, unknown category, a table that is
 * not square, and NO_VARIANCE when both raters used one and the same category only, since chance then agrees always.
 * Source: Cohen (1960) Educational and Psychological Measurement 20; Cohen (1968) Psychological Bulletin 70; standard errors: Fleiss,
 * Cohen & Everitt (1969) Psychological Bulletin 72.
 */
export function cohenKappa(input: CohenKappaInput): CohenKappaResult {
  checkInput(input, shape)
  const { counts, categories } = readTable(input)
  const total = sum(counts.flat())
  const p = counts.map((row) => row.map((count) => count / total))
  const n = sizeOf(input, total)
  const plain = kappaOf(p, disagreements(p.length, 'none'))
  const weights = costsOf(p.length, input)
  const weighted = kappaOf(p, weights)
  return {
    n,
    categories,
    observedAgreement: 1 - plain.observed,
    expectedAgreement: 1 - plain.expected,
    kappa: plain.kappa,
    weightedKappa: weighted.kappa,
    ...inference(p, weights, weighted.kappa, n, confidenceOf(input.confidence)),
    reading: readKappa(weighted.kappa),
  }
}

interface Counted {
  readonly counts: number[][]
  readonly categories: readonly Category[] | null
}

function readTable(input: CohenKappaInput): Counted {
  if (input.table !== undefined) return { counts: squareTable(input.table), categories: namedCategories(input) }
  const [a, b] = twoRaters(input)
  return crossTable(a, b, input.categories, isOrdered(input))
}

/** With any weights but none the order of the categories counts. */
const isOrdered = ({ weights, disagreementWeights, agreementWeights }: CohenKappaInput) =>
  (weights !== undefined && !['none', 'unweighted'].includes(weights)) || disagreementWeights !== undefined || agreementWeights !== undefined

/** What either rater said, from lists or from a table. */
export function twoRaters(input: CohenKappaInput): readonly [Rating[], Rating[]] {
  const [first, second] = input.ratings === undefined ? [input.rater1, input.rater2] : tableOfTwo(input.ratings, input.rows)
  const [a, b] = [ratings(first, 'rater1'), ratings(second, 'rater2')]
  sameLength(b, a, 'rater2')
  return [a, b]
}

function tableOfTwo(given: readonly (readonly Rating[])[], lies?: RatingRows): Rating[][] {
  const rows = ratingRows(given, 'ratings')
  const fits = { raters: rows.length === 2, subjects: rows[0]?.length === 2 }
  if (lies === undefined && fits.raters === fits.subjects)
    throw unknownForm('ratings', 'two rows, one per rater; a row of two per subject; two of two with `rows`')
  const found = byRater(rows, lies ?? (fits.raters ? 'raters' : 'subjects'))
  if (found.length !== 2) throw unknownForm('ratings', `two raters, not ${found.length}; more are for Fleiss' kappa and Krippendorff's alpha`)
  return found
}

function namedCategories({ table, categories }: CohenKappaInput): readonly Category[] | null {
  namesFit(categories, table ?? [], 'categories')
  return categories ?? null
}

function squareTable(table: unknown): number[][] {
  const counts = matrix(table, 'table', 0)
  sameLength(counts[0] ?? [], counts, 'table[0]')
  atLeast(counts.length, 2, 'table', 'categories')
  if (sum(counts.flat()) === 0) throw new MethodError('EMPTY', 'table', 'the table counts nothing')
  return counts
}

/** Counts what two raters said of the same items. */
export function crossTable(a: readonly Rating[], b: readonly Rating[], given?: readonly Category[], ordered = false): Counted {
  const rated = a.map((entry, item) => [entry, b[item] ?? null] as const).filter(([x, y]) => x !== null && y !== null)
  atLeast(rated.length, 1, 'ratings', 'items rated by both')
  const categories = categoriesOf(rated.flat(), given, ordered)
  const counts = categories.map((x) => categories.map((y) => rated.filter(([u, v]) => u === x && v === y).length))
  return { counts, categories }
}

/** Kappa of a table of proportions, with observed and expected cost of disagreement. */
export function kappaOf(p: readonly (readonly number[])[], weights: Disagreement): { kappa: number; observed: number; expected: number } {
  const [rows, columns] = margins(p)
  const observed = sum(p.flatMap((row, i) => row.map((cell, j) => cell * weight(weights, i, j))))
  const expected = sum(rows.flatMap((row, i) => columns.map((column, j) => row * column * weight(weights, i, j))))
  if (expected <= 0) throw new MethodError('NO_VARIANCE', 'table', 'both raters used one category only: kappa is not defined')
  return { kappa: 1 - observed / expected, observed, expected }
}

const weight = (weights: Disagreement, i: number, j: number) => weights[i]?.[j] as number

function margins(p: readonly (readonly number[])[]): [number[], number[]] {
  return [p.map((row) => sum([...row])), p.map((_, j) => sum(p.map((row) => row[j] as number)))]
}

/** A table that sums to 1 holds proportions (rounded ones, maybe), which do not tell the number of items. */
function sizeOf(input: CohenKappaInput, total: number): number | null {
  if (input.n !== undefined) return finite(input.n, 'n', 1)
  return total > 1.02 ? total : null
}

type Inference = Pick<CohenKappaResult, 'se' | 'lower' | 'upper' | 'seNull' | 'z' | 'p'>

function inference(p: readonly (readonly number[])[], weights: Disagreement, kappa: number, n: number | null, confidence: number): Inference {
  if (n === null) return { se: null, lower: null, upper: null, seNull: null, z: null, p: null }
  const [se, seNull] = standardErrors(p, weights, kappa, n)
  const reach = normalCritical(confidence) * se
  const z = seNull > 0 ? kappa / seNull : null
  return { se, lower: kappa - reach, upper: Math.min(1, kappa + reach), seNull, z, p: z === null ? null : normalTwoSided(z) }
}

/** In terms of agreement weights v = 1 - w / max w, as in the source. */
function standardErrors(p: readonly (readonly number[])[], weights: Disagreement, kappa: number, n: number): [number, number] {
  const [rows, columns] = margins(p)
  const largest = Math.max(...weights.flat())
  const v = weights.map((row) => row.map((entry) => 1 - entry / largest))
  const vRow = v.map((row) => sum(row.map((entry, j) => entry * (columns[j] as number))))
  const vColumn = columns.map((_, j) => sum(v.map((row, i) => (row[j] as number) * (rows[i] as number))))
  const expected = sum(rows.map((row, i) => row * (vRow[i] as number)))
  const spread = (share: (i: number, j: number) => number, factor: number) =>
    sum(v.flatMap((row, i) => row.map((entry, j) => share(i, j) * (entry - ((vRow[i] as number) + (vColumn[j] as number)) * factor) ** 2)))
  const full = spread((i, j) => p[i]?.[j] as number, 1 - kappa) - (kappa - expected * (1 - kappa)) ** 2
  const none = spread((i, j) => (rows[i] as number) * (columns[j] as number), 1) - expected ** 2
  const scale = (1 - expected) * Math.sqrt(n)
  return [Math.sqrt(Math.max(0, full)) / scale, Math.sqrt(Math.max(0, none)) / scale]
}
