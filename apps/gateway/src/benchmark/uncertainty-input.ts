import type { EditionInput as MethodInput, Settings, UncertaintyInput, Vary } from '@clusterpolisee/methods'
import type { EditionSettings, FrozenData } from '@clusterpolisee/schema'
import { directionOf } from '../kernel/direction-of.js'
import { type EditionInput, goalpostsOf, ranked, valueTable } from './edition-input.js'

const normalisation = { MIN_MAX: 'minmax', Z_SCORE: 'zscore', GOALPOST: 'goalpost', RANK: 'rank' } as const
const aggregation = { ARITHMETIC: 'arithmetic', GEOMETRIC: 'geometric' } as const
const missing = { LEAVE_OUT: 'exclude', MEAN: 'mean', MEDIAN: 'median' } as const
const outliers = { NONE: 'none', WINSORISED: 'winsorise' } as const

/**
 * An edition in the words of the methods. Indicators are named by their identity. What varies over the runs: weights (each
 * by the doubt about it), normalisation (between goalposts where every indicator has them), aggregation, and the treatment
 * of missing values where any is missing. Outliers are treated as set.
 */
export function uncertaintyInput({ data, settings, runs, seed }: EditionInput): UncertaintyInput {
  const units = ranked(data)
  return { ...shapeOf(data, settings), units: units.map(({ id }) => id), values: valueTable(data, units), vary: varied(data, settings), runs, seed }
}

function shapeOf(data: FrozenData, settings: EditionSettings): Omit<MethodInput, 'units' | 'values'> {
  const weights = settings.weighting === 'GIVEN' ? { weights: data.indicators.map(({ weight }) => weight) } : {}
  return {
    indicators: data.indicators.map(({ id }) => id),
    directions: data.indicators.map(directionOf),
    goalposts: data.indicators.map(goalpostsOf),
    ...weights,
    base: baseOf(settings),
  }
}

const baseOf = (settings: EditionSettings): Settings => ({
  normalisation: normalisation[settings.normalisation],
  aggregation: aggregation[settings.aggregation],
  missing: missing[settings.missingValues],
  outliers: outliers[settings.outliers],
})

function varied(data: FrozenData, settings: EditionSettings): Vary {
  const used = usedIndicators(data, settings)
  const hasGoalposts = used.every((indicator) => goalpostsOf(indicator) !== null)
  const isMissing = valueTable(data, ranked(data)).some((row) => row.includes(null))
  return {
    ...(settings.weightDoubt > 0 ? { weights: { kind: 'scaled', by: settings.weightDoubt } } : {}),
    normalisation: hasGoalposts ? ['minmax', 'zscore', 'rank', 'goalpost'] : ['minmax', 'zscore', 'rank'],
    aggregation: ['arithmetic', 'geometric'],
    ...(isMissing ? { missing: ['exclude', 'mean', 'median'] } : {}),
  }
}

/** Given a weight of 0 an indicator does not exist for the score. */
export const usedIndicators = ({ indicators }: FrozenData, { weighting }: EditionSettings): FrozenData['indicators'] =>
  indicators.filter(({ weight }) => weighting === 'EQUAL' || weight > 0)
