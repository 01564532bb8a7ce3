import { tally } from '../shared/ranks.js'

/** More values than this are left to the normal approximation. */
const MOST = 40

/**
 * Share of all orderings of the values whose Kendall S is at least as large as the given one (at most as large when it is negative).
 * Counts orderings by inversions: the coefficients of the q-multinomial, built from factors (1 - q^k), in whole numbers.
 */
export function exactShare(values: readonly number[], S: number): number | null {
  const n = values.length
  if (n > MOST) return null
  const ties = [...tally(values).values()]
  const untied = (n * (n - 1) - ties.reduce((total, t) => total + t * (t - 1), 0)) / 2
  const orderings = byInversions(n, ties, untied)
  const extreme = orderings.filter((_, inversions) => untied - 2 * inversions >= Math.abs(S))
  return toShare(total(extreme), total(orderings))
}

const total = (counts: readonly bigint[]) => counts.reduce((sum, count) => sum + count, 0n)

/** To 15 digits, which numbers of this size need whole-number arithmetic for. */
function toShare(part: bigint, whole: bigint): number {
  return Number((part * 10n ** 18n) / whole) / 1e18
}

function byInversions(n: number, ties: readonly number[], degree: number): bigint[] {
  const factors = ties.flatMap((t) => Array.from({ length: t }, (_, index) => index + 1))
  const counts = Array.from({ length: degree + 1 }, (_, index) => (index === 0 ? 1n : 0n))
  for (let k = 1; k <= n; k++) {
    multiply(counts, k)
    divide(counts, factors[k - 1] as number)
  }
  return counts
}

/** By (1 - q^k); powers beyond the degree of the result cancel and are never needed. */
function multiply(counts: bigint[], k: number): void {
  for (let power = counts.length - 1; power >= k; power--) counts[power] = (counts[power] as bigint) - (counts[power - k] as bigint)
}

function divide(counts: bigint[], k: number): void {
  for (let power = k; power < counts.length; power++) counts[power] = (counts[power] as bigint) + (counts[power - k] as bigint)
}
