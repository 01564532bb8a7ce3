import type { ChoiceName } from './draws.js'

export interface Sensitivity {
  readonly choice: ChoiceName
  /** Share of the variance of the output that this choice explains alone, and with all its interactions; estimates may fall slightly below 0. Null when nothing varies. */
  readonly firstOrder: number | null
  readonly total: number | null
}

/**
 * Variance-based sensitivity of the mean absolute rank shift to each choice. Design of Saltelli: sample A is the first half of the runs, B the
 * second; for each choice A is run again with that choice taken from B. Estimators of Jansen: first order 1 - mean((f(B) - f(A_B))^2) / (2 V),
 * total mean((f(A) - f(A_B))^2) / (2 V), V the variance of f over A and B. The weights of all indicators are one choice.
 * Source: Saltelli et al. (2010) Computer Physics Communications 181; Jansen (1999) Computer Physics Communications 117.
 */
export function sobolIndices(choices: readonly ChoiceName[], shifts: Float64Array, mixed: readonly Float64Array[]): Sensitivity[] {
  const half = Math.floor(shifts.length / 2)
  const variance = varianceOf(shifts.subarray(0, 2 * half))
  return choices.map((choice, place) => {
    const own = mixed[place] as Float64Array
    let [first, total] = [0, 0]
    for (let i = 0; i < half; i++) {
      first += ((shifts[half + i] as number) - (own[i] as number)) ** 2
      total += ((shifts[i] as number) - (own[i] as number)) ** 2
    }
    if (variance === 0) return { choice, firstOrder: null, total: null }
    return { choice, firstOrder: 1 - first / (2 * half * variance), total: total / (2 * half * variance) }
  })
}

function varianceOf(values: Float64Array): number {
  const mean = values.reduce((total, value) => total + value, 0) / values.length
  return values.reduce((total, value) => total + (value - mean) ** 2, 0) / (values.length - 1)
}
