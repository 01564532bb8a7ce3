import { median, sum } from 'simple-statistics'
import { choice, type Maybe } from './checks.js'
import { MethodError } from './method-error.js'

export const aggregations = ['arithmetic', 'geometric', 'harmonic', 'median'] as const
export type Aggregation = (typeof aggregations)[number]

/** The aggregation of a name; "linear" is the arithmetic mean. */
export function aggregationOf(name: unknown, path = 'aggregation'): Aggregation {
  if (name === undefined || name === 'linear' || name === 'additive') return 'arithmetic'
  return choice(name, path, aggregations)
}

/**
 * Weighted mean of the values that there are, weights rescaled over them; null when there is none.
 * The geometric mean takes values from 0 on (0 when one is 0 and weighs anything), the harmonic one above 0; others are refused
 * (NOT_POSITIVE). The median is the weighted one: the mean of both middle values when half the weight lies on either side.
 */
export function weightedMean(values: readonly Maybe<number>[], weights: readonly number[], aggregation: Aggregation, path: string): Maybe<number> {
  const there = values.map((_, index) => index).filter((index) => values[index] !== null && (weights[index] as number) > 0)
  if (there.length === 0) return null
  const x = there.map((index) => values[index] as number)
  const w = there.map((index) => weights[index] as number)
  if (aggregation === 'geometric' || aggregation === 'harmonic') refuseNegative(x, aggregation, path)
  return means[aggregation](x, w)
}

function refuseNegative(x: readonly number[], aggregation: Aggregation, path: string): void {
  const bad = x.find((value) => value < 0 || (value === 0 && aggregation === 'harmonic'))
  if (bad !== undefined) throw new MethodError('NOT_POSITIVE', path, `a ${aggregation} mean takes positive values, not ${bad}`)
}

const dot = (x: readonly number[], w: readonly number[]) => sum(x.map((value, index) => value * (w[index] as number)))

const means: Readonly<Record<Aggregation, (x: number[], w: number[]) => number>> = {
  arithmetic: (x, w) => dot(x, w) / sum(w),
  geometric: (x, w) => (x.includes(0) ? 0 : Math.exp(dot(x.map(Math.log), w) / sum(w))),
  harmonic: (x, w) =>
    sum(w) /
    dot(
      x.map((value) => 1 / value),
      w,
    ),
  median: weightedMedian,
}

function weightedMedian(x: number[], w: number[]): number {
  if (w.every((weight) => weight === w[0])) return median(x)
  const order = x.map((_, index) => index).sort((a, b) => (x[a] as number) - (x[b] as number))
  const half = sum(w) / 2
  let passed = 0
  for (const [place, index] of order.entries()) {
    passed += w[index] as number
    if (Math.abs(passed - half) < 1e-12 * half) return ((x[index] as number) + (x[order[place + 1] ?? index] as number)) / 2
    if (passed > half) return x[index] as number
  }
  return x[order.at(-1) as number] as number
}
