/** Two scores closer than this, relative to their size, count as the same: rounding noise makes no ranks. */
const NOISE = 1e-12

/** True when a is above b by more than rounding noise. */
export function above(a: number, b: number): boolean {
  return a - b > NOISE * Math.max(1, Math.abs(a), Math.abs(b))
}

/** Rank 1 for the highest score; ties share the best rank (1, 2, 2, 4). */
export function ranksFromBest(scores: readonly number[]): number[] {
  return scores.map((score) => 1 + scores.filter((other) => above(other, score)).length)
}

/** Rank 1 for the lowest score; ties share the mean of their ranks (1, 2.5, 2.5, 4). */
export function midRanks(scores: readonly number[]): number[] {
  return scores.map((score) => {
    const below = scores.filter((other) => above(score, other)).length
    const equal = scores.filter((other) => !above(score, other) && !above(other, score)).length
    return below + (equal + 1) / 2
  })
}

/** How often each distinct value stands in a list, in order of first appearance. */
export function tally<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
