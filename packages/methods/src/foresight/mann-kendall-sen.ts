import { median, sum } from 'simple-statistics'
import { atLeast, finite, type Maybe, numbers, sameLength, sparse, whole } from '../shared/checks.js'
import { normalTwoSided } from '../shared/distributions.js'
import { checkInput, type InputShape } from '../shared/input-shape.js'
import { number, numberList, sparseList } from '../shared/kinds.js'
import { tally } from '../shared/ranks.js'
import { exactShare } from './exact-kendall.js'

export interface MannKendallSenInput {
  /** Measurements in their order; null where none was taken. */
  readonly values: readonly Maybe<number>[]
  /** When they were taken; 0, 1, 2 ... when left out. */
  readonly times?: readonly number[]
  /** Seasons per cycle (12 for months of years): only values of the same season are compared, and the slope is per cycle. */
  readonly period?: number
  /** Level of the reading; 0.05 when left out. */
  readonly alpha?: number
}

export interface MannKendallSenResult {
  readonly n: number
  /** Later-larger pairs less later-smaller ones, and its variance. */
  readonly S: number
  readonly varS: number
  readonly z: number
  /** Two-sided. */
  readonly p: number
  /** S over the number of pairs, -1 to 1. */
  readonly tau: number
  /** Median slope of all pairs, per unit of time. */
  readonly slope: number
  readonly intercept: number
  /** One-sided, in the direction of S, exact over all orderings; null for more than 40 values or with seasons. */
  readonly pExact: number | null
  readonly trend: 'INCREASING' | 'DECREASING' | 'NONE'
}

const shape: InputShape<MannKendallSenInput> = {
  keys: { values: sparseList, times: numberList, period: number, alpha: number },
  forms: [{ needs: ['values'] }],
}

/**
 * Whether a series rises or falls, whatever the form of the trend, and how steeply.
 * Var S = (n(n-1)(2n+5) - sum t(t-1)(2t+5)) / 18 over ties of size t; z = (S -+ 1) / sd; intercept = median(x) - median(time) slope.
 *
 * Missing: null is skipped, its place in time kept. Errors: fewer than two values (in any season), unequal lengths; z is 0 when all values
 * are equal. Source: Mann (1945) Econometrica 13; Kendall (1975); Sen (1968) JASA 63; Hirsch, Slack & Smith (1982) for seasons.
 */
export function mannKendallSen(input: MannKendallSenInput): MannKendallSenResult {
  checkInput(input, shape)
  const points = readPoints(input)
  const seasons = bySeason(points, input.period)
  const S = sum(seasons.map(scoreOf))
  const varS = sum(seasons.map(varianceOf))
  const z = S === 0 || varS === 0 ? 0 : (S - Math.sign(S)) / Math.sqrt(varS)
  const p = normalTwoSided(z)
  const cycle = input.period ?? 1
  const slope = median(seasons.flatMap(slopesOf)) * cycle
  const rises = p < finite(input.alpha ?? 0.05, 'alpha', 0, 1)
  return {
    n: points.length,
    S,
    varS,
    z,
    p,
    tau: S / sum(seasons.map(({ length }) => (length * (length - 1)) / 2)),
    slope,
    intercept: median(points.map(({ value }) => value)) - (median(points.map(({ time }) => time)) / cycle) * slope,
    pExact:
      input.period === undefined
        ? exactShare(
            points.map(({ value }) => value),
            S,
          )
        : null,
    trend: !rises ? 'NONE' : S > 0 ? 'INCREASING' : 'DECREASING',
  }
}

interface Point {
  readonly time: number
  readonly value: number
  readonly place: number
}

function readPoints(input: MannKendallSenInput): Point[] {
  const values = sparse(input.values, 'values')
  const times = input.times === undefined ? values.map((_, place) => place) : numbers(input.times, 'times')
  sameLength(times, values, 'times')
  const points = values.flatMap((value, place) => (value === null ? [] : [{ time: times[place] as number, value, place }]))
  return points.sort((a, b) => a.time - b.time)
}

function bySeason(points: Point[], period?: number): Point[][] {
  const count = period === undefined ? 1 : whole(period, 'period', 2)
  const seasons = Array.from({ length: count }, (_, season) => points.filter(({ place }) => place % count === season))
  for (const season of seasons) atLeast(season.length, 2, 'values', count === 1 ? 'values' : 'values in a season')
  return seasons
}

function pairs<T>(points: Point[], read: (earlier: Point, later: Point) => T): T[] {
  return points.flatMap((earlier, index) => points.slice(index + 1).map((later) => read(earlier, later)))
}

const scoreOf = (points: Point[]) => sum(pairs(points, (earlier, later) => Math.sign(later.value - earlier.value)))
const slopesOf = (points: Point[]) => pairs(points, (earlier, later) => (later.value - earlier.value) / (later.time - earlier.time)).filter(Number.isFinite)

function varianceOf(points: Point[]): number {
  const size = (n: number) => n * (n - 1) * (2 * n + 5)
  const ties = sum([...tally(points.map(({ value }) => value)).values()].map(size))
  return (size(points.length) - ties) / 18
}
