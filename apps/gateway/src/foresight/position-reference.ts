import { badInput } from '../kernel/errors.js'
import { total } from './amounts.js'
import type { PositionReference } from './position-answer.js'
import { type PlacedFigures, type StatisticRow, unique } from './position-figures.js'
import { completeIn } from './regional-position.js'

/** Regions of the same NUTS level: the only ones that may be peers. */
export const candidatesOf = ({ level }: PlacedFigures, regions: readonly PlacedFigures[]) => regions.filter((other) => other.level === level)

const MOST_REGIONS = 500

/** The regions that one asks to be compared with; refused when none of them has a figure of each division of the region. */
export function referenceOf(region: PlacedFigures, regions: readonly PlacedFigures[], wanted: PositionReference, year: number): PlacedFigures[] {
  const { level, country, regionIds, withoutSelf } = wanted
  if (regionIds && regionIds.length > MOST_REGIONS)
    throw badInput([
      { path: ['reference', 'regionIds'], code: 'TOO_MANY_REGIONS', params: { max: MOST_REGIONS }, message: `Name ${MOST_REGIONS} regions at most.` },
    ])
  const isIn = (other: PlacedFigures) =>
    regionIds ? regionIds.includes(other.regionId) : other.level === (level ?? region.level) && (!country || other.country === country.toUpperCase())
  const known = regions.filter(({ after }) => after.some((amount) => amount !== null))
  const found = known.filter((other) => isIn(other) && !(withoutSelf && other.regionId === region.regionId))
  const complete = completeIn(region, found)
  if (total(complete.flatMap(({ after }) => after.map((amount, index) => (region.after[index] === null ? 0 : (amount ?? 0))))) > 0) return found
  throw badInput([
    {
      path: ['reference'],
      code: 'NO_REFERENCE',
      params: { year },
      message: `No region of this reference has figures of ${year} for all divisions of the region. Choose another reference.`,
    },
  ])
}

/** The unit of all figures; refused when there are several. */
export function demandOneUnit(rows: readonly StatisticRow[]): string[] {
  const units = unique(rows.map(({ unit }) => unit))
  if (units.length <= 1) return units
  throw badInput([
    {
      path: ['measure'],
      code: 'SEVERAL_UNITS',
      params: { units: units.join(', ') },
      message: `The figures have several units (${units.join(', ')}) and cannot be added up.`,
    },
  ])
}
