/** Weighted mean of the row that begins at `start`; what is missing (NaN) passes its weight on to the others. */
export function weighRow(values: Float64Array, start: number, weights: Float64Array, complete: boolean): number {
  let total = 0
  if (complete) {
    for (let j = 0; j < weights.length; j++) total += (values[start + j] as number) * (weights[j] as number)
    return total
  }
  let present = 0
  for (let j = 0; j < weights.length; j++) {
    const value = values[start + j] as number
    if (Number.isNaN(value)) continue
    total += value * (weights[j] as number)
    present += weights[j] as number
  }
  return total / present
}

/** The score as people read it, and what each indicator adds to it: the parts sum to the score (a geometric one is shared out by logarithms). */
export function explain(row: Float64Array, weights: Float64Array, geometric: boolean): { score: number; parts: number[] } {
  const mean = weighRow(row, 0, weights, false)
  const present = weights.reduce((total, weight, j) => total + (Number.isNaN(row[j]) ? 0 : weight), 0)
  const shares = Array.from(row, (value, j) => (Number.isNaN(value) ? 0 : (value * (weights[j] as number)) / present))
  if (!geometric) return { score: mean, parts: shares }
  const score = Math.exp(mean)
  return { score, parts: shares.map((share, j) => (mean === 0 ? score * (weights[j] as number) : (score * share) / mean)) }
}
