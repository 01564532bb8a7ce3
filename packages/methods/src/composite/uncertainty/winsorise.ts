import { sampleKurtosis, sampleSkewness } from 'simple-statistics'

/** At most so many values are capped. */
const MOST = 5

/** Whether values have no outliers: |skewness| <= 2 or excess kurtosis <= 3.5; fewer than four, or all the same, have none. */
export function settles(values: readonly number[]): boolean {
  if (values.length < 4 || values.every((value) => value === values[0])) return true
  return Math.abs(sampleSkewness([...values])) <= 2 || sampleKurtosis([...values]) <= 3.5
}

/**
 * The ends between which an indicator is kept: its highest (or lowest, if it is skewed that way) values are brought to the next one, one
 * after another, until |skewness| <= 2 or excess kurtosis <= 3.5, five at most. Source: the practice of the Joint Research Centre, as in COINr.
 */
export function winsorEnds(values: readonly number[]): readonly [number, number] {
  const sorted = [...values].sort((a, b) => a - b)
  let [low, high] = [0, sorted.length - 1]
  for (let capped = 0; capped < MOST && high - low > 2; capped++) {
    const kept = sorted.map((value) => Math.min(Math.max(value, sorted[low] as number), sorted[high] as number))
    if (settles(kept)) break
    if (sampleSkewness(kept) > 0) high--
    else low++
  }
  return [sorted[low] as number, sorted[high] as number]
}
