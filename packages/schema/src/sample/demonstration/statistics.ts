import type { SampleRow } from '../sample-rows.js'
import { id, inProject } from './rows.js'

const REGIONS = 12
const YEARS = [2008, 2009, 2010, 2011, 2012, 2013]

/** Divisions of the invented economy: persons in 2008, growth a year, and firms by person. */
const divisions: Readonly<Record<string, readonly [persons: number, growth: number, firms: number]>> = {
  A01: [5200, -0.02, 0.3],
  C10: [3900, 0.002, 0.05],
  C16: [1700, -0.012, 0.09],
  C25: [4100, -0.006, 0.06],
  C28: [3600, 0.011, 0.02],
  G46: [6100, 0.004, 0.16],
  I55: [2400, 0.016, 0.11],
  J62: [1500, 0.046, 0.14],
  M72: [700, 0.028, 0.07],
  Q86: [6800, 0.013, 0.02],
}

/** A number between -1 and 1 that looks random and is always the same: the fraction of a large multiple of sine. */
function wobble(...seeds: number[]): number {
  const wave = Math.sin(seeds.reduce((sum, seed, place) => sum + seed * (place * 37.7 + 12.9898), 4.1)) * 43758.5453
  return (wave - Math.floor(wave)) * 2 - 1
}

function persons(region: number, division: number, year: number, [base, growth]: readonly [number, number, number]): number {
  const size = 0.6 + 0.12 * region
  const lean = 1 + 0.75 * wobble(region, division)
  const years = year - 2008
  const crisis = year === 2009 ? 0.95 : 1
  return Math.round(base * size * lean * (1 + growth + 0.015 * wobble(division, region)) ** years * crisis)
}

/** Employment and establishments of the fictional regions by division, 2008 to 2013. */
export function statisticRows(): SampleRow[] {
  const recorded = { recordedAt: '2014-03-03T09:00:00Z', source: 'Invented' }
  return Array.from({ length: REGIONS }, (_, index) => index + 1).flatMap((region) =>
    Object.entries(divisions).flatMap(([division, shape], place) =>
      YEARS.flatMap((year) => {
        const of = (measure: string, value: number, unit: string) =>
          inProject('RegionalStatistic', `${region}/${measure}/${division}/${year}`, {
            region: id('Region', `XX${String(region).padStart(2, '0')}`),
            measure,
            division,
            year,
            value,
            unit,
            ...recorded,
          })
        const employed = persons(region, place, year, shape)
        return [of('EMPLOYMENT', employed, 'persons'), of('ESTABLISHMENTS', Math.max(1, Math.round(employed * shape[2])), 'establishments')]
      }),
    ),
  )
}
