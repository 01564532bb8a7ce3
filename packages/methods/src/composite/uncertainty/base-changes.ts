import { sampleKurtosis, sampleSkewness } from 'simple-statistics'
import type { Maybe } from '../../shared/checks.js'
import { checkInput, type InputShape } from '../../shared/input-shape.js'
import { isBand } from '../orientation.js'
import { type Indicator, readEdition, type Settings } from './edition.js'
import { simulationKeys, simulationNeeds, type UncertaintyInput } from './simulation.js'
import { keptWithin, middles } from './variant.js'

/** What the base settings of an edition did to one value. */
export interface BaseChange {
  readonly step: 'winsorise' | 'impute'
  readonly indicator: string
  /** Place of the unit. */
  readonly unit: number
  /** In the unit of the indicator; of a band the distance to it, see `ofDistance`. Null was missing. */
  readonly from: Maybe<number>
  readonly to: number
  readonly ofDistance: boolean
  /** Of the indicator's values before: why some were drawn in. */
  readonly skewness: Maybe<number>
  readonly kurtosis: Maybe<number>
}

const shape: InputShape<UncertaintyInput> = { keys: simulationKeys, forms: [{ needs: simulationNeeds }] }

/**
 * Which values the base settings of `compositeUncertainty` change before they are put on a scale: extreme ones brought to the next (see
 * `winsorEnds`), gaps filled. By indicator, then by unit. Rule: an extreme value becomes the next one that stays, a gap the mean or median of the
 * values that are there after that. Runs that choose another treatment of gaps fill them otherwise; what is brought in is so in all runs,
 * unless outliers vary.
 *
 * Missing: a gap that is left out, or counts as the lowest value on the scale, is no change. Errors: those of `compositeUncertainty`.
 * Source: OECD/JRC (2008) Handbook on Constructing Composite Indicators, steps 3 and 5; COINr (Becker et al. 2022).
 */
export function baseChanges(input: UncertaintyInput): BaseChange[] {
  checkInput(input, shape)
  const { indicators, base } = readEdition(input)
  return indicators.flatMap((indicator) => changesOf(indicator, base, input.directions?.[indicator.column]))
}

function changesOf({ name, values }: Indicator, { outliers, missing }: Settings, direction: unknown): BaseChange[] {
  const raw = values.filter((value) => value !== null)
  const keep = keptWithin(raw, outliers)
  const fill = missing === 'mean' || missing === 'median' ? middles[missing](raw.map(keep)) : null
  const ofDistance = isBand(direction)
  const back = (turned: number) => (ofDistance || direction === -1 ? 0 - turned : turned)
  const isSkewed = raw.some((value) => keep(value) !== value)
  const why = { skewness: isSkewed ? Math.sign(back(1)) * sampleSkewness(raw) : null, kurtosis: isSkewed ? sampleKurtosis(raw) : null }
  return values.flatMap((value, unit): BaseChange[] => {
    const of = { indicator: name, unit, ofDistance }
    if (value === null) return fill === null ? [] : [{ ...of, step: 'impute', from: null, to: back(fill), skewness: null, kurtosis: null }]
    return keep(value) === value ? [] : [{ ...of, step: 'winsorise', from: back(value), to: back(keep(value)), ...why }]
  })
}
