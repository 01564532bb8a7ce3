import { mean, median } from 'simple-statistics'
import { finite, type Maybe, sameLength } from '../../shared/checks.js'
import { MethodError } from '../../shared/method-error.js'
import { settles, winsorEnds } from '../uncertainty/winsorise.js'

/** What a step did to one value. */
export interface Change {
  readonly step: 'denominate' | 'impute' | 'winsorise' | 'log'
  readonly indicator: string
  /** Place of the unit. */
  readonly unit: number
  readonly from: Maybe<number>
  readonly to: Maybe<number>
}

type Column = readonly Maybe<number>[]

/**
 * Figures per unit of something else, as firms per inhabitant: y_i = x_i / d_i, so that large regions compare with small ones.
 *
 * Missing: a value without a denominator is missing. Refuses lists of unequal lengths and a denominator that is not above 0. Source:
 * OECD and JRC, Handbook on Constructing Composite Indicators (2008), step 3.
 */
export function denominated(values: Column, denominator: Column, path: string): Maybe<number>[] {
  sameLength(denominator, values, path)
  return values.map((value, unit) => {
    const by = denominator[unit] ?? null
    return value === null || by === null ? null : value / finite(by, `${path}[${unit}]`, Number.MIN_VALUE)
  })
}

/** Gaps filled with the mean or median of the indicator, or of the unit's group; a group without any value is refused. */
export function imputed(values: Column, by: 'mean' | 'median', groups: readonly string[] | undefined, path: string): Maybe<number>[] {
  const middle = by === 'mean' ? mean : median
  return values.map((value, unit) => {
    if (value !== null) return value
    const known = values.filter((other, place): other is number => other !== null && (groups === undefined || groups[place] === groups[unit]))
    if (known.length === 0) throw new MethodError('EMPTY', `${path}[${unit}]`, 'the group of this unit has no value to fill the gap with')
    return middle(known)
  })
}

/**
 * Outliers: up to five values brought to the next one (see `winsorEnds`); where that does not settle the indicator, the logarithm
 * ln(x - min + (max - min) / 100) of all, turned round for one that is skewed to the left.
 */
export function treated(values: Column): { readonly values: Maybe<number>[]; readonly step: 'winsorise' | 'log' } {
  const present = values.filter((value) => value !== null)
  const [low, high] = winsorEnds(present)
  const winsorised = values.map((value) => (value === null ? null : Math.min(Math.max(value, low), high)))
  if (settles(winsorised.filter((value) => value !== null))) return { values: winsorised, step: 'winsorise' }
  const [least, most] = [Math.min(...present), Math.max(...present)]
  const margin = (most - least) / 100
  const isLeft = low > least
  const log = (value: number) => (isLeft ? -Math.log(most - value + margin) : Math.log(value - least + margin))
  return { values: values.map((value) => (value === null ? null : log(value))), step: 'log' }
}

/** What a step changed. */
export function changesOf(step: Change['step'], indicator: string, before: Column, after: Column): Change[] {
  return before.flatMap((from, unit) => (from === after[unit] ? [] : [{ step, indicator, unit, from, to: after[unit] ?? null }]))
}
