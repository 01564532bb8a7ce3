/** Round steps of an axis that holds all values; from 0 unless the values are far from it. */
export function axisOf(values: readonly number[]): { readonly low: number; readonly high: number; readonly ticks: readonly number[] } {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const from = least >= 0 && least < (most - least) * 2 ? 0 : least
  const step = 10 ** Math.floor(Math.log10((most - from || Math.abs(most) || 1) / 2))
  const unit = [1, 2, 2.5, 5, 10].map((factor) => factor * step).find((candidate) => (most - from) / candidate <= 3) ?? step * 10
  const low = Math.floor(from / unit) * unit
  const high = Math.max(Math.ceil(most / unit) * unit, low + unit)
  return { low, high, ticks: Array.from({ length: Math.round((high - low) / unit) + 1 }, (_, index) => low + index * unit) }
}
