import { mean } from 'simple-statistics'
import { atLeast, confidenceOf, type Maybe, numbers, sameLength, sparse } from '../shared/checks.js'
import { studentCritical, studentTwoSided } from '../shared/distributions.js'
import { checkInput, type InputShape } from '../shared/input-shape.js'
import { number, numberList, sparseList } from '../shared/kinds.js'
import { regress } from './regression.js'

export interface ParallelTrendsInput {
  /** Mean outcome of either group at the dates before the measure began; null where nothing was measured. */
  readonly treated: readonly Maybe<number>[]
  readonly control: readonly Maybe<number>[]
  /** The dates as numbers (years, say); 0, 1, 2 ... when left out. */
  readonly times?: readonly number[]
  /** 0.95 when left out. */
  readonly confidence?: number
}

export interface ParallelTrendsResult {
  /** Change per unit of time. */
  readonly treatedSlope: number
  readonly controlSlope: number
  /** Treated less control, with error, interval and test; null when two dates a group leave no freedom or the fit is perfect. */
  readonly difference: number
  readonly se: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly t: number | null
  readonly p: number | null
  readonly df: number
  /** DIVERGING: the slopes differ (p below 1 - confidence). NOT_REJECTED: no difference found, which is no proof. UNTESTABLE: no test. */
  readonly reading: 'DIVERGING' | 'NOT_REJECTED' | 'UNTESTABLE'
}

const shape: InputShape<ParallelTrendsInput> = {
  keys: { treated: sparseList, control: sparseList, times: numberList, confidence: number },
  forms: [{ needs: ['treated', 'control'] }],
}

/**
 * Whether treated and control moved alike before the measure, as difference-in-differences takes for granted: difference of the two
 * pre-period slopes in one regression y = a + b group + c time + d group x time, d with its Student's t.
 *
 * Missing: a date with a null drops out of its group. Errors: fewer than two dates a group, unequal lengths. Source: Angrist & Pischke (2009) Mostly Harmless Econometrics, section 5.2.
 */
export function parallelTrends(input: ParallelTrendsInput): ParallelTrendsResult {
  checkInput(input, shape)
  const confidence = confidenceOf(input.confidence)
  const rows = [...series(input, 'control', 0), ...series(input, 'treated', 1)]
  const fit = regress(
    rows.map(({ group, time }) => [1, group, time, group * time]),
    rows.map(({ value }) => value),
  )
  const least = noise(rows)
  const [controlSlope, difference] = fit.coefficients.slice(2).map((slope) => (Math.abs(slope) < least ? 0 : slope)) as [number, number]
  const error = fit.se[3] ?? null
  const perfect = error !== null && error < 1e-9 * Math.max(1, Math.abs(controlSlope), Math.abs(difference))
  const se = perfect ? null : error
  const slopes = { treatedSlope: controlSlope + difference, controlSlope, difference, df: fit.df }
  if (se === null) return { ...slopes, se, lower: null, upper: null, t: null, p: null, reading: 'UNTESTABLE' }
  const [t, reach] = [difference / se, se * studentCritical(confidence, fit.df)]
  const p = studentTwoSided(t, fit.df)
  return { ...slopes, se, lower: difference - reach, upper: difference + reach, t, p, reading: p < 1 - confidence ? 'DIVERGING' : 'NOT_REJECTED' }
}

/** A slope below this is what is left of reckoning with numbers of 16 digits. */
function noise(rows: readonly Point[]): number {
  const times = rows.map(({ time }) => time)
  return (1e-12 * Math.max(...rows.map(({ value }) => Math.abs(value)))) / (Math.max(...times) - Math.min(...times))
}

/** Times are counted from their mean, which changes no slope and keeps the numbers small. */
interface Point {
  readonly group: 0 | 1
  readonly time: number
  readonly value: number
}

function series(input: ParallelTrendsInput, name: 'treated' | 'control', group: 0 | 1): Point[] {
  const values = sparse(input[name], name)
  const given = input.times === undefined ? values.map((_, index) => index) : numbers(input.times, 'times')
  const times = given.map((time) => time - mean(given))
  sameLength(values, times, name)
  const points = values.flatMap((value, index) => (value === null ? [] : [{ group, time: times[index] as number, value }]))
  atLeast(points.length, 2, name, 'dates with a value')
  return points
}
