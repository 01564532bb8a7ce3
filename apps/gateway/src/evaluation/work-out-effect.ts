import { beforeAfter, differenceInDifferences, effectSize, MethodError, parallelTrends } from '@clusterpolisee/methods'
import type { SeatValue } from './seat-values.js'

/** The values of an indicator and of its comparison, before and after; seats are the units. */
export interface EffectData {
  readonly design: string
  readonly before: readonly SeatValue[]
  readonly after: readonly SeatValue[]
  readonly comparisonBefore: readonly SeatValue[]
  readonly comparisonAfter: readonly SeatValue[]
  /** Day → mean, before the change, of both groups. */
  readonly trend: ReadonlyMap<string, number>
  readonly comparisonTrend: ReadonlyMap<string, number>
}

/** What an effect keeps: figures in the indicator's unit, or null where the data do not carry them, with the reason. */
export interface EffectFigures {
  readonly effect: number | null
  readonly effectLow: number | null
  readonly effectHigh: number | null
  readonly effectSize: number | null
  readonly trendDifference: number | null
  readonly cannotSay: string | null
}

const nothing: EffectFigures = { effect: null, effectLow: null, effectHigh: null, effectSize: null, trendDifference: null, cannotSay: null }

/**
 * The effect by its design: before and after the mean change of the seats measured in both periods; with a comparison
 * group the difference after; difference-in-differences the change less the comparison's change, with the difference of
 * the trends before. Intervals of 95 %. Nothing is said where the data cannot say it.
 */
export function workOutEffect(data: EffectData): EffectFigures {
  const byDesign = designs[data.design]
  if (!byDesign) return { ...nothing, cannotSay: 'NOTHING_TO_COMPUTE' }
  const found = byDesign(data)
  if (found.effect === null) return { ...nothing, cannotSay: 'NO_MEASUREMENTS' }
  const figures = { ...nothing, ...found }
  if (figures.effectLow === null) return { ...figures, cannotSay: 'NO_INTERVAL' }
  return data.design === 'DIFFERENCE_IN_DIFFERENCES' && figures.trendDifference === null ? { ...figures, cannotSay: 'NO_TRENDS' } : figures
}

type Found = Pick<EffectFigures, 'effect'> & Partial<EffectFigures>

const designs: Readonly<Record<string, (data: EffectData) => Found>> = {
  BEFORE_AFTER: ({ before, after }) => {
    const pairs = before.flatMap(({ seat, value }) => after.filter((later) => later.seat === seat).map((later) => [value, later.value] as const))
    const [first, second] = [pairs.map(([value]) => value), pairs.map(([, value]) => value)]
    const change = attempt(() => beforeAfter({ before: first, after: second }))
    const size = attempt(() => effectSize({ design: 'pre-post', before: first, after: second }))
    return { effect: difference(second, first), effectLow: change?.lower ?? null, effectHigh: change?.upper ?? null, effectSize: size?.g ?? null }
  },
  COMPARISON_GROUP: ({ after, comparisonAfter }) => {
    const [group1, group2] = [values(after), values(comparisonAfter)]
    const size = attempt(() => effectSize({ group1, group2 }))
    const spread = size?.sPooled ?? 0
    const interval = size ? { effectLow: size.lowerD * spread, effectHigh: size.upperD * spread, effectSize: size.g } : {}
    return { effect: difference(group1, group2), ...interval }
  },
  DIFFERENCE_IN_DIFFERENCES: (data) => {
    const cells = [data.before, data.after, data.comparisonBefore, data.comparisonAfter].map(values) as [number[], number[], number[], number[]]
    const [treatedBefore, treatedAfter, controlBefore, controlAfter] = cells
    if (cells.some((cell) => cell.length === 0)) return { effect: null }
    const effect = (difference(treatedAfter, treatedBefore) ?? 0) - (difference(controlAfter, controlBefore) ?? 0)
    const interval =
      cells.every((cell) => cell.length > 1) && attempt(() => differenceInDifferences({ treatedBefore, treatedAfter, controlBefore, controlAfter }))
    const trendDifference = trendsBefore(data)
    return interval ? { effect, effectLow: interval.lower, effectHigh: interval.upper, trendDifference } : { effect, trendDifference }
  },
}

/** Slope of the pilot less slope of the comparison before the change, per 30 days; null where a group has fewer than two days. */
function trendsBefore({ trend, comparisonTrend }: EffectData): number | null {
  const days = [...new Set([...trend.keys(), ...comparisonTrend.keys()])].sort()
  const times = days.map((day) => (Date.parse(day) - Date.parse(days[0] ?? day)) / (30 * 86_400_000))
  const series = (of: ReadonlyMap<string, number>) => days.map((day) => of.get(day) ?? null)
  return attempt(() => parallelTrends({ treated: series(trend), control: series(comparisonTrend), times }))?.difference ?? null
}

const values = (seats: readonly SeatValue[]): number[] => seats.map(({ value }) => value)

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0) / numbers.length

const difference = (later: readonly number[], earlier: readonly number[]): number | null =>
  later.length > 0 && earlier.length > 0 ? mean(later) - mean(earlier) : null

/** What a method answers, or null where the data do not carry it. */
function attempt<T>(method: () => T): T | null {
  try {
    return method()
  } catch (error) {
    if (error instanceof MethodError) return null
    throw error
  }
}
