import { finite, type Maybe, sparse } from '../shared/checks.js'
import { checkInput, type InputShape } from '../shared/input-shape.js'
import { number, sparseList } from '../shared/kinds.js'

export interface CusumInput {
  /** Measurements in their order; null where none was taken. */
  readonly values: readonly Maybe<number>[]
  readonly target: number
  /** Half the shift to detect (0 when left out), and the limit (none: no signals): in the unit of the values, or in multiples of `sigma`. */
  readonly k?: number
  readonly h?: number
  readonly sigma?: number
  /** Where the sums start for a fast initial response (often h/2), in the same unit as h. */
  readonly headStart?: number
}

export interface CusumResult {
  /** Upper and lower sum after each value, from 0; with a head start both ways. */
  readonly high: readonly number[]
  readonly low: readonly number[]
  readonly highWithHeadStart: readonly number[] | null
  readonly lowWithHeadStart: readonly number[] | null
  /** Plain sum of the deviations from the target. */
  readonly cusum: readonly number[]
  /** Positions (from 1) at which either sum is above the limit; the first of them, or null. */
  readonly signals: readonly number[]
  readonly signalsHigh: readonly number[]
  readonly signalsLow: readonly number[]
  readonly firstSignal: number | null
  readonly firstSignalWithHeadStart: number | null
  /** For how many values in a row each sum has been above 0: where a shift is likely to have begun. */
  readonly highRun: readonly number[]
  readonly lowRun: readonly number[]
}

const shape: InputShape<CusumInput> = {
  keys: { values: sparseList, target: number, k: number, h: number, sigma: number, headStart: number },
  forms: [{ needs: ['values', 'target'] }],
}

/**
 * Tabular cumulative sums: high = max(0, high + x - target - k), low = max(0, low + target - k - x); a signal when either exceeds h.
 *
 * Missing: null leaves the sums as they are. Errors: no values, negative k, h or sigma.
 * Source: Page (1954) Biometrika 41; Lucas & Crosier (1982) Technometrics 24.
 */
export function cusum(input: CusumInput): CusumResult {
  checkInput(input, shape)
  const values = sparse(input.values, 'values')
  const target = finite(input.target, 'target')
  const sigma = finite(input.sigma ?? 1, 'sigma', Number.MIN_VALUE)
  const k = sigma * finite(input.k ?? 0, 'k', 0)
  const h = input.h === undefined ? Number.POSITIVE_INFINITY : sigma * finite(input.h, 'h', 0)
  const deviations = values.map((value) => (value === null ? null : value - target))
  const sums = (start: number) => [tabular(deviations, start, k), tabular(negated(deviations), start, k)] as const
  const [high, low] = sums(0)
  const early = input.headStart === undefined ? null : sums(sigma * finite(input.headStart, 'headStart', 0))
  const signals = either(high, low, h)
  return {
    high,
    low,
    highWithHeadStart: early?.[0] ?? null,
    lowWithHeadStart: early?.[1] ?? null,
    cusum: running(deviations),
    signals,
    signalsHigh: beyond(high, h),
    signalsLow: beyond(low, h),
    firstSignal: signals[0] ?? null,
    firstSignalWithHeadStart: early === null ? null : (either(early[0], early[1], h)[0] ?? null),
    highRun: runs(high),
    lowRun: runs(low),
  }
}

const negated = (deviations: readonly Maybe<number>[]) => deviations.map((deviation) => (deviation === null ? null : -deviation))

function tabular(deviations: readonly Maybe<number>[], start: number, k: number): number[] {
  let at = start
  return deviations.map((deviation) => {
    if (deviation !== null) at = Math.max(0, at + deviation - k)
    return at
  })
}

function running(deviations: readonly Maybe<number>[]): number[] {
  let at = 0
  return deviations.map((deviation) => {
    at += deviation ?? 0
    return at
  })
}

const beyond = (sums: readonly number[], h: number) => sums.flatMap((at, index) => (at > h ? [index + 1] : []))
const either = (high: readonly number[], low: readonly number[], h: number) =>
  beyond(
    high.map((at, index) => Math.max(at, low[index] as number)),
    h,
  )

function runs(sums: readonly number[]): number[] {
  let length = 0
  return sums.map((at) => {
    length = at > 0 ? length + 1 : 0
    return length
  })
}
