import { orientation } from '@clusterpolisee/methods'
import type { EditionSettings, Fault, FrozenData, FrozenIndicator } from '@clusterpolisee/schema'
import { directionOf } from '../kernel/direction-of.js'
import { planned, ranked, valueTable } from './edition-input.js'
import { usedIndicators } from './uncertainty-input.js'

const CLOSE = 1e-6

/** Everything for which a benchmark cannot be computed, each at its place: index and field of the indicator or entry, with its title. */
export function editionFaults(data: FrozenData, settings: EditionSettings): Fault[] {
  const units = ranked(data)
  const used = usedIndicators(data, settings)
  if (data.indicators.length === 0) return [{ path: ['indicators'], code: 'NO_INDICATORS', message: 'The benchmark has no indicator yet. Add at least one.' }]
  if (units.length < 2) {
    return [{ path: ['entries'], code: 'ONE_UNIT_ONLY', message: 'There is nothing to compare with: add at least two initiatives or regions that have begun.' }]
  }
  return [
    ...weightFaults(data, settings),
    ...data.indicators.flatMap((indicator, index) =>
      used.includes(indicator) ? [...goalpostFaults(indicator, index, settings), ...columnFaults(data, indicator, index)] : [],
    ),
    ...[...units, ...planned(data)].flatMap(({ id, title }) => {
      const [row] = valueTable(
        data,
        data.entries.filter((entry) => entry.id === id),
      )
      if (row?.some((value, index) => value !== null && used.includes(data.indicators[index] as FrozenIndicator))) return []
      return [
        {
          path: ['entries', data.entries.findIndex((entry) => entry.id === id)],
          code: 'ENTRY_WITHOUT_VALUES',
          params: { entry: title },
          message: `${title} has no value for any indicator.`,
        },
      ]
    }),
    ...aggregationFaults(settings),
  ]
}

function weightFaults({ indicators }: FrozenData, { weighting }: EditionSettings): Fault[] {
  if (weighting !== 'GIVEN') return []
  const sum = indicators.reduce((total, { weight }) => total + weight, 0)
  if (Math.abs(sum - 1) <= CLOSE) return []
  return [
    {
      path: ['indicators', 'weight'],
      code: 'WEIGHTS_SUM',
      params: { sum: Number(sum.toFixed(6)) },
      message: `The weights make ${Number(sum.toFixed(6))} together, and not 1.`,
    },
  ]
}

function goalpostFaults({ title, goalpostLow, goalpostHigh }: FrozenIndicator, index: number, { normalisation }: EditionSettings): Fault[] {
  const at = (field: string, code: string, message: string): Fault[] => [
    { path: ['indicators', index, field], code, params: { indicator: title }, message: `${title}: ${message}` },
  ]
  if (normalisation !== 'GOALPOST') return []
  if (goalpostLow === null) return at('goalpostLow', 'GOALPOST_NEEDED', 'this normalisation needs both goalposts.')
  if (goalpostHigh === null) return at('goalpostHigh', 'GOALPOST_NEEDED', 'this normalisation needs both goalposts.')
  return goalpostLow < goalpostHigh ? [] : at('goalpostHigh', 'GOALPOSTS_CROSSED', 'the high goalpost is not above the low one.')
}

function columnFaults(data: FrozenData, indicator: FrozenIndicator, index: number): Fault[] {
  const { title } = indicator
  const at = (code: string, message: string): Fault[] => [{ path: ['indicators', index], code, params: { indicator: title }, message: `${title}: ${message}` }]
  const known = valueTable(data, ranked(data)).flatMap((row) => row[index] ?? [])
  if (known.some((value) => !Number.isFinite(value))) return at('NOT_A_NUMBER', 'a value is not a number.')
  if (known.length === 0) return at('INDICATOR_WITHOUT_VALUES', 'nobody has a value. Enter some, or leave the indicator out.')
  const { turn } = orientation(directionOf(indicator), null)
  return new Set(known.map(turn)).size === 1 ? at('NO_VARIANCE', 'all values are the same, so it tells nobody apart. Leave the indicator out.') : []
}

/** A geometric mean is of positive figures, and distances from the mean are not; all other scales are put on 1 to 100 for it. */
function aggregationFaults({ aggregation, normalisation }: EditionSettings): Fault[] {
  if (aggregation !== 'GEOMETRIC' || normalisation !== 'Z_SCORE') return []
  const message =
    'Distances from the mean are below 0 for many, and a geometric mean is of positive figures. Choose another normalisation or the weighted mean.'
  return [{ path: ['aggregation'], code: 'GEOMETRIC_NEEDS_POSITIVE', message }]
}
