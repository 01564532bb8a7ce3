import { RegionalStatistic, recordMeta } from '@clusterpolisee/schema'
import { readableScope } from '../read/readable-scope.js'
import { StatementRow } from '../read/statement-row.js'
import type { Context } from '../request/context.js'
import type { RegionFigures } from './regional-position.js'

/** A figure as it is read for a position. */
export interface StatisticRow {
  readonly project_id: string
  readonly level: number
  readonly country: string
  readonly region_id: string
  readonly code: string
  readonly name: string
  readonly performance: string | null
  readonly division: string
  readonly year: number
  readonly value: number
  readonly unit: string
  readonly source: string
}

/** Figures of a region that one can be compared with: where it lies is known. */
export interface PlacedFigures extends RegionFigures {
  readonly level: number
  readonly country: string
}

/** Each text once, in order. */
export const unique = (texts: readonly string[]) => [...new Set(texts)].sort()

/** Amounts by region; null where a region has no figure. */
export function figuresOf(rows: readonly StatisticRow[], divisions: readonly string[], fromYear: number, year: number): PlacedFigures[] {
  const byRegion = new Map<string, StatisticRow[]>()
  for (const row of rows) byRegion.set(row.region_id, [...(byRegion.get(row.region_id) ?? []), row])
  return [...byRegion].map(([regionId, own]) => {
    const amounts = (of: number) => divisions.map((division) => own.find((row) => row.year === of && row.division === division)?.value ?? null)
    const [{ code, name, performance, level, country }] = own as [StatisticRow]
    return { regionId, code, name, performance, level, country, before: amounts(fromYear), after: amounts(year) }
  })
}

/** Figures in force of these years that the viewer may read. */
export async function readStatistics(context: Context, measure: string, years: readonly number[], projectId: string | null): Promise<StatisticRow[]> {
  const row = new StatementRow('t', context.viewer)
  const conditions = [`t.measure = ${row.constant(measure, 'text')}`, `t.year = ANY (${row.constant(years, 'int[]')})`]
  if (projectId) conditions.push(`t.project_id = ${row.constant(projectId, 'uuid')}`)
  const found = await row.run(
    context.database.run,
    `SELECT t.project_id, t.region_id, r.code, r.name, r.performance, r.level, r.country, t.division, t.year, t.value, t.unit, t.source
     FROM regional_statistic t JOIN region r ON r.id = t.region_id WHERE t.superseded_at IS NULL AND ${conditions.join(' AND ')} AND ${scopeOf(row)} ORDER BY r.code, t.division`,
  )
  return found as unknown as StatisticRow[]
}

/** Years of which the viewer may read figures. */
export async function readYears(context: Context, measure: string, projectId: string): Promise<number[]> {
  const row = new StatementRow('t', context.viewer)
  const found = await row.run(
    context.database.run,
    `SELECT DISTINCT t.year FROM regional_statistic t WHERE t.superseded_at IS NULL AND t.measure = ${row.constant(measure, 'text')}
     AND t.project_id = ${row.constant(projectId, 'uuid')} AND ${scopeOf(row)} ORDER BY 1`,
  )
  return found.map(({ year }) => Number(year))
}

const scopeOf = (row: StatementRow) => readableScope(recordMeta(RegionalStatistic), row)
