import { finite, type Maybe, sparse } from '../shared/checks.js'
import { checkInput, type InputShape } from '../shared/input-shape.js'
import { number, sparseList, text } from '../shared/kinds.js'
import { MethodError } from '../shared/method-error.js'
import { saying } from '../shared/saying.js'

export interface EwmaInput {
  /** Measurements in their order; null where none was taken. */
  readonly values: readonly Maybe<number>[]
  /** Weight of the newest value, above 0 to 1. */
  readonly lambda: number
  /** Where the average starts, mostly the target (also: `target`). */
  readonly start?: number
  readonly target?: number
  /** Standard deviation of a value; without it there are no limits. */
  readonly sigma?: number
  /** Limits at so many standard deviations; 3 when left out. */
  readonly width?: number
  /** "steady state" for constant limits, "time-varying" (also: exact) for those that widen from the start; the latter when left out. */
  readonly limits?: string
}

export interface EwmaResult {
  readonly ewma: readonly number[]
  /** Limits in the unit of the values: numbers in the steady state, else one per value; null without sigma. */
  readonly ucl: number | readonly number[] | null
  readonly lcl: number | readonly number[] | null
  /** Positions (from 1) outside the limits; null without sigma. */
  readonly signals: readonly number[] | null
  readonly firstSignal: number | null
}

const shape: InputShape<EwmaInput> = {
  keys: { values: sparseList, lambda: number, start: number, target: number, sigma: number, width: number, limits: text },
  forms: [{ needs: ['values', 'lambda', 'start'], takes: ['target'] }, { needs: ['values', 'lambda', 'target'] }],
}

/**
 * Exponentially weighted moving average z_t = lambda x_t + (1 - lambda) z_(t-1), with limits
 * target +- width sigma sqrt(lambda / (2 - lambda) (1 - (1 - lambda)^(2t))); the steady state drops the last bracket.
 *
 * Missing: null leaves the average as it is. Errors: no values, lambda not above 0 or above 1, no start, unknown kind of limits.
 * Source: Roberts (1959) Technometrics 1; Lucas & Saccucci (1990) Technometrics 32.
 */
export function ewma(input: EwmaInput): EwmaResult {
  checkInput(input, shape)
  const values = sparse(input.values, 'values')
  const lambda = finite(input.lambda, 'lambda', 0, 1)
  if (lambda === 0) throw new MethodError('OUT_OF_RANGE', 'lambda', 'is above 0')
  const start = finite(input.start ?? input.target, 'start')
  let at = start
  const averages = values.map((value) => {
    if (value !== null) at = lambda * value + (1 - lambda) * at
    return at
  })
  if (input.sigma === undefined) return { ewma: averages, ucl: null, lcl: null, signals: null, firstSignal: null }
  return { ewma: averages, ...limitsOf(input, averages, lambda, finite(input.target ?? start, 'target')) }
}

function limitsOf(input: EwmaInput, averages: readonly number[], lambda: number, target: number): Omit<EwmaResult, 'ewma'> {
  const steady = isSteady(input.limits)
  const reach = finite(input.width ?? 3, 'width', 0) * finite(input.sigma, 'sigma', 0) * Math.sqrt(lambda / (2 - lambda))
  const widths = averages.map((_, index) => (steady ? reach : reach * Math.sqrt(1 - (1 - lambda) ** (2 * (index + 1)))))
  const signals = averages.flatMap((at, index) => (Math.abs(at - target) > (widths[index] as number) ? [index + 1] : []))
  const bounds = (sign: 1 | -1) => (steady ? target + sign * reach : widths.map((width) => target + sign * width))
  return { ucl: bounds(1), lcl: bounds(-1), signals, firstSignal: signals[0] ?? null }
}

function isSteady(limits: string | undefined): boolean {
  return limits !== undefined && saying(limits, 'limits', { 'steady state': /steady|constant|asymptot/i, 'time-varying': /vary|exact/i }) === 'steady state'
}
