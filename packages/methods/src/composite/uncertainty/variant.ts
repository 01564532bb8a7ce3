import { mean, median, sampleStandardDeviation } from 'simple-statistics'
import type { Maybe } from '../../shared/checks.js'
import { MethodError } from '../../shared/method-error.js'
import type { Edition, Indicator, Settings } from './edition.js'
import { winsorEnds } from './winsorise.js'

/** An edition under one set of choices, ready to be weighed. */
export interface Variant {
  /** Units by indicators, row by row; logarithms for the geometric mean; NaN where a missing value stays out. */
  readonly values: Float64Array
  readonly geometric: boolean
  readonly complete: boolean
  /** Puts a unit outside the edition on its scales, which stay as they are. Takes values turned so that more is better. */
  readonly place: (row: readonly Maybe<number>[]) => Float64Array
}

/** Normalises every indicator once, whatever the weights will be. Refuses a constant indicator and missing goalposts. */
export function buildVariant(edition: Edition, settings: Settings): Variant {
  const scales = edition.indicators.map((indicator) => fitScale(indicator, settings))
  const place = (row: readonly Maybe<number>[]) => Float64Array.from(scales, (scale, index) => scale(row[index] ?? null))
  const values = new Float64Array(edition.units.length * scales.length)
  edition.units.forEach((_, unit) => {
    values.set(place(edition.indicators.map(({ values: column }) => column[unit] ?? null)), unit * scales.length)
  })
  return { values, geometric: settings.aggregation === 'geometric', complete: !values.some(Number.isNaN), place }
}

type Scale = (value: Maybe<number>) => number

function fitScale(indicator: Indicator, settings: Settings): Scale {
  const raw = indicator.values.filter((value) => value !== null)
  const keep = keptWithin(raw, settings.outliers)
  const present = raw.map(keep)
  const { change, worst, best } = normalisers[settings.normalisation](indicator, present)
  const positive = settings.normalisation === 'standard' ? (x: number) => x : (x: number) => 1 + (99 * (x - worst)) / (best - worst)
  const finish = settings.aggregation === 'geometric' ? (x: number) => Math.log(Math.max(1, positive(x))) : (x: number) => x
  const absent = finish(absentValue(settings.missing, present, change, worst))
  return (value) => (value === null ? absent : finish(change(keep(value))))
}

/** A value as the treatment of outliers leaves it, among all that are there. */
export function keptWithin(raw: readonly number[], outliers: Settings['outliers']): (value: number) => number {
  if (outliers === 'none') return (value) => value
  const [low, high] = winsorEnds(raw)
  return (value) => Math.min(Math.max(value, low), high)
}

/** What a gap is filled with. */
export const middles = {
  mean: (present: readonly number[]): number => mean([...present]),
  median: (present: readonly number[]): number => median([...present]),
} as const

function absentValue(missing: Settings['missing'], present: readonly number[], change: (value: number) => number, worst: number): number {
  if (missing === 'exclude') return Number.NaN
  if (missing === 'lowest') return worst
  return change(middles[missing](present))
}

interface Normaliser {
  readonly change: (value: number) => number
  /** The ends of the scale, between which the geometric mean puts 1 and 100. */
  readonly worst: number
  readonly best: number
}

const normalisers: Readonly<Record<Settings['normalisation'], (indicator: Indicator, present: readonly number[]) => Normaliser>> = {
  minmax: (indicator, present) => {
    const [low, high] = spread(indicator, present)
    return { change: (value) => (100 * (value - low)) / (high - low), worst: 0, best: 100 }
  },
  zscore: (indicator, present) => standardised(indicator, present, (z) => z),
  standard: (indicator, present) => standardised(indicator, present, (z) => 10 + 2 * z),
  goalpost: ({ goalposts, name, column }) => {
    if (goalposts === null) throw new MethodError('MISSING', `goalposts[${column}]`, `"${name}" has no goalposts`)
    const [low, high] = goalposts
    return { change: (value) => Math.min(100, Math.max(0, (100 * (value - low)) / (high - low))), worst: 0, best: 100 }
  },
  rank: (indicator, present) => {
    spread(indicator, present)
    const below = (value: number) => present.reduce((count, other) => count + (other < value ? 1 : 0), 0)
    return { change: (value) => Math.min(100, (100 * below(value)) / (present.length - 1)), worst: 0, best: 100 }
  },
}

function standardised(indicator: Indicator, present: readonly number[], scaled: (z: number) => number): Normaliser {
  const [low, high] = spread(indicator, present)
  const [centre, sd] = [mean([...present]), sampleStandardDeviation([...present])]
  const change = (value: number) => scaled((value - centre) / sd)
  return { change, worst: change(low), best: change(high) }
}

function spread({ name, column }: Indicator, present: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...present), Math.max(...present)]
  if (low === high) throw new MethodError('NO_VARIANCE', `values[*][${column}]`, `"${name}" is the same for all units`)
  return [low, high]
}
