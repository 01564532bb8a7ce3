import { MethodError } from './method-error.js'
import { saying } from './saying.js'

/**
 * How a quantile between two observations is found: the nine types of Hyndman & Fan (1996), as in R;
 * or quartiles as medians of the halves, the middle value left out of both (Moore & McCabe) or kept in both (Tukey's hinges).
 */
export const quantileRules = ['type1', 'type2', 'type3', 'type4', 'type5', 'type6', 'type7', 'type8', 'type9', 'halvesWithout', 'halvesWith'] as const
export type QuantileRule = (typeof quantileRules)[number]

/** Reads a rule from its name or from a sentence such as "linear interpolation, type 7" or "median of halves, middle value left out". */
export function quantileRule(text: string | undefined, path = 'method'): QuantileRule {
  if (text === undefined) return 'type7'
  const type = /\btype\s*([1-9])\b/i.exec(text)?.[1]
  if (type !== undefined) return `type${type}` as QuantileRule
  if (quantileRules.includes(text as QuantileRule)) return text as QuantileRule
  return saying(text, path, {
    type7: /^linear( interpolation)?$/i,
    halvesWith: /tukey|hinge|included|kept|in both|inclusive/i,
    halvesWithout: /left out|excluded|moore/i,
  })
}

/** Shifts (a, b) of the continuous types: the quantile stands at position a + p (n + 1 - a - b). */
const shifts: Readonly<Record<number, readonly [number, number]>> = { 4: [0, 1], 5: [0.5, 0.5], 6: [0, 0], 7: [1, 1], 8: [1 / 3, 1 / 3], 9: [3 / 8, 3 / 8] }

/** Guards against a position such as 6.999999999 which is meant to be 7. */
const FUZZ = 4 * Number.EPSILON

/** The quantile `p` (0 to 1) of ascending numbers by one of the nine types. */
export function quantile(sorted: readonly number[], p: number, rule: QuantileRule = 'type7'): number {
  const type = Number(rule.slice(4))
  if (Number.isNaN(type)) throw new MethodError('UNKNOWN_CHOICE', 'method', 'medians of halves give quartiles only')
  const n = sorted.length
  const at = (position: number) => sorted[Math.min(Math.max(position, 1), n) - 1] as number
  if (type <= 3) return discrete(at, n * p, type)
  const [a, b] = shifts[type] as readonly [number, number]
  const position = a + p * (n + 1 - a - b)
  const whole = Math.floor(position + FUZZ * n)
  const rest = Math.abs(position - whole) < FUZZ * n ? 0 : position - whole
  return rest === 0 ? at(whole) : at(whole) + rest * (at(whole + 1) - at(whole))
}

function discrete(at: (position: number) => number, position: number, type: number): number {
  const shifted = type === 3 ? position - 0.5 : position
  const whole = Math.floor(shifted + FUZZ)
  const exact = Math.abs(shifted - whole) <= FUZZ
  if (type === 2) return exact ? (at(whole) + at(whole + 1)) / 2 : at(whole + 1)
  if (type === 3) return exact && whole % 2 === 0 ? at(whole) : at(whole + 1)
  return exact ? at(whole) : at(whole + 1)
}

/** First quartile, median and third quartile of ascending numbers. */
export function quartiles(sorted: readonly number[], rule: QuantileRule): [number, number, number] {
  const middle = quantile(sorted, 0.5)
  if (!rule.startsWith('halves')) return [quantile(sorted, 0.25, rule), middle, quantile(sorted, 0.75, rule)]
  const half = rule === 'halvesWith' ? Math.ceil(sorted.length / 2) : Math.floor(sorted.length / 2)
  if (half === 0) return [middle, middle, middle]
  return [quantile(sorted.slice(0, half), 0.5), middle, quantile(sorted.slice(-half), 0.5)]
}
