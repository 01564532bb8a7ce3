import { sum } from 'simple-statistics'
import { above } from '../shared/ranks.js'

export interface Dominance {
  /** Per pair (row over column) the weight of the indicators on which the row is better, ties by half; 0 on the diagonal. */
  readonly outranking: readonly (readonly number[])[]
  /** Pairs in which one unit is better on every indicator, their number and their share of all pairs. */
  readonly dominated: readonly { readonly better: number; readonly worse: number }[]
  readonly dominatedPairs: number
  readonly dominatedShare: number
  /** Pairs won less pairs lost by the outranking. */
  readonly copeland: readonly number[]
}

/** Compares every pair of units indicator by indicator, which no weight can turn round when one unit is better everywhere. Complete rows only. */
export function dominance(rows: readonly (readonly number[])[], weights: readonly number[]): Dominance {
  const outranking = rows.map((a, i) => rows.map((b, j) => (i === j ? 0 : sum(a.map((value, k) => (weights[k] as number) * win(value, b[k] as number))))))
  const dominated = rows.flatMap((a, better) =>
    rows.flatMap((b, worse) => (better !== worse && a.every((value, k) => above(value, b[k] as number)) ? [{ better, worse }] : [])),
  )
  const pairs = (rows.length * (rows.length - 1)) / 2
  const copeland = outranking.map((row, i) => sum(row.map((share, j) => (i === j ? 0 : Math.sign(Math.round((share - 0.5) * 1e12))))))
  return { outranking, dominated, dominatedPairs: dominated.length, dominatedShare: pairs === 0 ? 0 : dominated.length / pairs, copeland }
}

const win = (a: number, b: number) => (above(a, b) ? 1 : above(b, a) ? 0 : 0.5)
