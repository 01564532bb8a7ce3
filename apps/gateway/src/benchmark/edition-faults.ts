import { orientation } from '@clusterpolisee/methods'
import type { EditionSettings, Fault, FrozenData, FrozenEntry, FrozenIndicator } from '@clusterpolisee/schema'
import { directionOf } from '../kernel/direction-of.js'
import { divided } from './divide.js'
import { planned, ranked, valueRows } from './edition-input.js'
import { INDEX, indicatorsBelow, membersOf, pillarsOf, usedIndicators } from './edition-levels.js'

/** Everything for which a benchmark cannot be computed, each at its place: index and field of the indicator or entry, with its title. */
export function editionFaults(frozen: FrozenData, settings: EditionSettings): Fault[] {
  const data = divided(frozen)
  const placeOf = (index: Fault['path'][number] | undefined) => frozen.indicators.findIndex(({ id }) => id === data.indicators[Number(index)]?.id)
  return faultsOf(data, settings).map((fault) => {
    const [list, index, ...rest] = fault.path
    return list === 'indicators' && typeof index === 'number' ? { ...fault, path: [list, placeOf(index), ...rest] } : fault
  })
}

function faultsOf(data: FrozenData, settings: EditionSettings): Fault[] {
  const units = ranked(data)
  const used = usedIndicators(data, settings)
  if (data.indicators.length === 0) return [{ path: ['indicators'], code: 'NO_INDICATORS', message: 'The benchmark has no indicator yet. Add at least one.' }]
  if (units.length < 2) {
    return [{ path: ['entries'], code: 'ONE_UNIT_ONLY', message: 'There is nothing to compare with: add at least two initiatives or regions that have begun.' }]
  }
  const rows = valueRows(data)
  return [
    ...pillarFaults(data),
    ...weightFaults(data, settings),
    ...data.indicators.flatMap((indicator, index) =>
      used.includes(indicator) ? [...goalpostFaults(indicator, index, settings), ...columnFaults(data, indicator, index, rows)] : [],
    ),
    ...[...units, ...planned(data)].flatMap((entry) => entryFaults(data, entry, used, rows)),
    ...aggregationFaults(settings),
  ]
}

type Rows = ReturnType<typeof valueRows>

/** An entry without values; where nothing counts, that is the fault, and not the entries'. */
function entryFaults(data: FrozenData, { id, title }: FrozenEntry, used: readonly FrozenIndicator[], rows: Rows): Fault[] {
  if (used.length === 0) return []
  if (rows.get(id)?.some((value, index) => value !== null && used.includes(data.indicators[index] as FrozenIndicator))) return []
  const path = ['entries', data.entries.findIndex((entry) => entry.id === id)]
  return [{ path, code: 'ENTRY_WITHOUT_VALUES', params: { entry: title }, message: `${title} has no value for any indicator.` }]
}

function pillarFaults(data: FrozenData): Fault[] {
  return pillarsOf(data).flatMap((pillar, index) => {
    if (indicatorsBelow(data, pillar).length > 0) return []
    const message = `${pillar.title} has no indicator. Move some into it, or leave it out.`
    return [{ path: ['pillars', index], code: 'PILLAR_EMPTY', params: { pillar: pillar.title }, message }]
  })
}

/** Weights are relative; at each level something must count. */
function weightFaults(data: FrozenData, { weighting }: EditionSettings): Fault[] {
  if (weighting !== 'GIVEN') return []
  const isNothing = (group: string) => membersOf(data, group).length > 0 && membersOf(data, group).every(({ weight }) => weight === 0)
  const at = (path: Fault['path']): Fault => ({ path, code: 'WEIGHTS_ZERO', message: 'All weights at one level are 0, so that nothing counts there.' })
  const below = pillarsOf(data).flatMap(({ id }, index) => (isNothing(id) ? [at(['pillars', index, 'weight'])] : []))
  return isNothing(INDEX) ? [at(['indicators', 'weight']), ...below] : below
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

function columnFaults(data: FrozenData, indicator: FrozenIndicator, index: number, rows: Rows): Fault[] {
  const { title } = indicator
  const at = (code: string, message: string): Fault[] => [{ path: ['indicators', index], code, params: { indicator: title }, message: `${title}: ${message}` }]
  const known = ranked(data).flatMap(({ id }) => rows.get(id)?.[index] ?? [])
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
