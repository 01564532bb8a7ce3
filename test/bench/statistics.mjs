/** The value below which this share (0..1) of sorted values lies; NaN for none. */
export function percentile(sorted, share) {
  return sorted.length === 0 ? Number.NaN : sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}

/** Median, least and greatest of values (NaN for none). */
export function spread(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const median = sorted.length % 2 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2
  return { median: median ?? Number.NaN, least: sorted[0] ?? Number.NaN, greatest: sorted.at(-1) ?? Number.NaN }
}

/** Ratios of two series inside each round: the machine drifts between rounds, so that only these mean anything. */
export function pairedRatios(ours, theirs) {
  return ours.flatMap((value, round) => (theirs[round] > 0 && value >= 0 ? [value / theirs[round]] : []))
}

/** The same values in an order by chance. */
export function shuffled(values) {
  const rest = [...values]
  return values.map(() => rest.splice(Math.floor(Math.random() * rest.length), 1)[0])
}
