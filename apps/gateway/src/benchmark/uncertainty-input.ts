import type { EditionInput as MethodInput, Settings, UncertaintyInput, Vary } from '@clusterpolisee/methods'
import type { EditionSettings, FrozenData } from '@clusterpolisee/schema'
import { directionOf } from '../kernel/direction-of.js'
import { type EditionInput, goalpostsOf, ranked, valueTable } from './edition-input.js'
import { levelsOf, usedIndicators } from './edition-levels.js'

const normalisation = { MIN_MAX: 'minmax', Z_SCORE: 'zscore', GOALPOST: 'goalpost', RANK: 'rank' } as const
const aggregation = { ARITHMETIC: 'arithmetic', GEOMETRIC: 'geometric' } as const
const missing = { LEAVE_OUT: 'exclude', MEAN: 'mean', MEDIAN: 'median' } as const
const outliers = { NONE: 'none', WINSORISED: 'winsorise' } as const

/**
 * An edition in the words of the methods. Indicators and pillars are named by their identity. What varies over the runs, as far
 * as there is doubt about it: weights (each, at every level), normalisation (between goalposts where every indicator has
 * them), aggregation, and the treatment of missing values where any is missing. Outliers are treated as set.
 */
export function uncertaintyInput({ data, settings, runs, seed }: EditionInput): UncertaintyInput {
  const units = ranked(data)
  return { ...shapeOf(data, settings), units: units.map(({ id }) => id), values: valueTable(data, units), vary: varied(data, settings), runs, seed }
}

function shapeOf(data: FrozenData, settings: EditionSettings): Omit<MethodInput, 'units' | 'values'> {
  return {
    indicators: data.indicators.map(({ id }) => id),
    directions: data.indicators.map(directionOf),
    goalposts: data.indicators.map(goalpostsOf),
    ...levelsOf(data, settings),
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
  const isMissing = valueTable(data, ranked(data)).some((row) => row.includes(null))
  return {
    ...(settings.weightDoubt > 0 ? { weights: { kind: 'scaled', by: settings.weightDoubt } } : {}),
    ...normalisationsOf(data, settings),
    ...(settings.aggregationDoubt === false ? {} : { aggregation: ['arithmetic', 'geometric'] }),
    ...(isMissing && settings.missingDoubt !== false ? { missing: ['exclude', 'mean', 'median'] } : {}),
  }
}

/** Between which normalisations runs choose; an edition from before that was asked chooses between all. */
function normalisationsOf(data: FrozenData, settings: EditionSettings): Pick<Vary, 'normalisation'> {
  if (settings.normalisationDoubt === 'NONE') return {}
  if (settings.normalisationDoubt === 'MIN_MAX_OR_DISTANCE') return { normalisation: ['minmax', 'standard'] }
  const hasGoalposts = usedIndicators(data, settings).every((indicator) => goalpostsOf(indicator) !== null)
  return { normalisation: hasGoalposts ? ['minmax', 'zscore', 'rank', 'goalpost'] : ['minmax', 'zscore', 'rank'] }
}
