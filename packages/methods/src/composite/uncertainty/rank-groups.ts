/** What of a unit decides its group: its place in the order and its rank interval. */
export interface Interval {
  readonly medianRank: number
  readonly meanRank: number
  readonly p05: number
  readonly p95: number
}

/**
 * Groups of units that cannot be told apart from the best of their group, numbered from 1. Units are taken by median (then mean) rank;
 * the first opens a group, and each next one belongs to it as long as its interval overlaps that of the one who opened it (its 5th percentile is not
 * below the opener's 95th); else it opens the next group.
 */
export function rankGroups(intervals: readonly Interval[]): number[] {
  const order = intervals.map((_, unit) => unit).sort((a, b) => compare(intervals[a] as Interval, intervals[b] as Interval) || a - b)
  const groups = intervals.map(() => 0)
  let [group, reach] = [0, Number.NEGATIVE_INFINITY]
  for (const unit of order) {
    const { p05, p95 } = intervals[unit] as Interval
    if (p05 > reach) {
      group++
      reach = p95
    }
    groups[unit] = group
  }
  return groups
}

const compare = (a: Interval, b: Interval) => a.medianRank - b.medianRank || a.meanRank - b.meanRank
