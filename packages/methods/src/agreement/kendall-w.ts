import { mean, sum } from 'simple-statistics'
import { atLeast, type Maybe, sparseMatrix } from '../shared/checks.js'
import { chiSquareTail } from '../shared/distributions.js'
import { checkInput, type InputShape } from '../shared/input-shape.js'
import { sparseTable, text } from '../shared/kinds.js'
import { MethodError } from '../shared/method-error.js'
import { midRanks, tally } from '../shared/ranks.js'
import { byRater, type RatingRows } from './categories.js'

export interface KendallWInput {
  /** One row per rater, one column per item: ranks, or scores that are ranked here (ties share the mean rank). */
  readonly ranks?: readonly (readonly Maybe<number>[])[]
  readonly scores?: readonly (readonly Maybe<number>[])[]
  readonly ratings?: readonly (readonly Maybe<number>[])[]
  /** "subjects" for a row per item in place of one per rater. */
  readonly rows?: RatingRows
}

export interface KendallWResult {
  readonly raters: number
  readonly items: number
  readonly rankSums: readonly number[]
  /** Sum of squared deviations of the rank sums from their mean. */
  readonly S: number
  /** Concordance, 0 to 1, without and with correction for ties. */
  readonly W: number
  readonly Wt: number
  readonly chi2: number
  readonly chi2t: number
  readonly df: number
  readonly p: number
  readonly pt: number
  /** Mean Spearman correlation of all pairs of raters, -1/(m-1) to 1. */
  readonly meanSpearman: number
}

const shape: InputShape<KendallWInput> = {
  keys: { ranks: sparseTable, scores: sparseTable, ratings: sparseTable, rows: text },
  forms: [{ needs: ['ranks'] }, { needs: ['scores'] }, { needs: ['ratings'] }],
}

/**
 * Concordance of m raters who rank n items: W = 12 S / (m^2 (n^3 - n)); with ties the denominator loses m sum(t^3 - t).
 * Test: chi2 = m (n - 1) W with n - 1 degrees of freedom; keys in t are corrected for ties.
 *
 * Missing: an item that a rater left out (null) drops out for all. Errors: fewer than two raters or items, NO_VARIANCE when every rater
 * ties every item. Source: Kendall & Babington Smith (1939) Annals of Mathematical Statistics 10.
 */
export function kendallW(input: KendallWInput): KendallWResult {
  checkInput(input, shape)
  const ranks = completeItems(input).map((row) => midRanks(row))
  const [m, n] = [ranks.length, (ranks[0] ?? []).length]
  const rankSums = (ranks[0] ?? []).map((_, item) => sum(ranks.map((row) => row[item] as number)))
  const S = sum(rankSums.map((total) => (total - mean(rankSums)) ** 2))
  const ties = sum(ranks.flatMap((row) => [...tally(row).values()].map((t) => t ** 3 - t)))
  const full = m * m * (n ** 3 - n)
  if (full === m * ties) throw new MethodError('NO_VARIANCE', 'scores', 'every rater ties every item: concordance is not defined')
  const [W, Wt] = [(12 * S) / full, (12 * S) / (full - m * ties)]
  const [chi2, chi2t, df] = [m * (n - 1) * W, m * (n - 1) * Wt, n - 1]
  const meanSpearman = (m * Wt - 1) / (m - 1)
  return { raters: m, items: n, rankSums, S, W, Wt, chi2, chi2t, df, p: chiSquareTail(chi2, df), pt: chiSquareTail(chi2t, df), meanSpearman }
}

function completeItems(input: KendallWInput): number[][] {
  const given = input.ranks ?? input.scores ?? input.ratings
  const path = input.ranks ? 'ranks' : input.scores ? 'scores' : 'ratings'
  const rows = byRater(sparseMatrix(given, path), input.rows ?? 'raters')
  atLeast(rows.length, 2, path, 'raters')
  const items = (rows[0] ?? []).map((_, item) => item).filter((item) => rows.every((row) => row[item] !== null))
  atLeast(items.length, 2, path, 'items rated by all')
  return rows.map((row) => items.map((item) => row[item] as number))
}
