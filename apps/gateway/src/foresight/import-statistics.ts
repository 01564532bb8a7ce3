import { compileRule, Project, RegionalStatistic, type RunSql, recordMeta, whoMay } from '@clusterpolisee/schema'
import type { DecimalMark } from '@clusterpolisee/values'
import { forbidden, notFound } from '../kernel/errors.js'
import { isUuid } from '../kernel/uuid.js'
import { StatementRow } from '../read/statement-row.js'
import type { Context } from '../request/context.js'
import type { Table } from '../tables/read-table.js'
import { recordRows, supersedeRows } from '../write/record-version.js'
import { keyOf, type RowFault, readStatisticRows, type StatisticRow } from './statistic-rows.js'

const statistics = recordMeta(RegionalStatistic)

const MOST_FAULTS = 500
const PREVIEWED = 20
/** Rows of one statement: others are answered between two. */
const AT_ONCE = 5000

export interface ImportOptions {
  readonly projectId: string
  /** True: a figure that is there already is superseded by the new one; false: that is a fault. */
  readonly replace: boolean
  /** True: only say what would come of it. */
  readonly dryRun: boolean
  /** Which mark stands before the decimals, where it was asked. */
  readonly mark?: DecimalMark | undefined
}

export interface ImportReport {
  readonly dryRun: boolean
  /** Rows of the file without its header. */
  readonly rows: number
  readonly recorded: number
  readonly replaced: number
  readonly unchanged: number
  readonly faultCount: number
  /** The first 500; with any of them nothing is written. */
  readonly faults: readonly RowFault[]
  /** The first rows as they were read. */
  readonly preview: readonly StatisticRow[]
}

type Viewer = Context['viewer']

/** Imports regional statistics, all rows or none, and reports every fault with its row and column. */
export async function importStatistics(run: RunSql, viewer: Viewer, table: Table, options: ImportOptions): Promise<ImportReport> {
  await demandImport(run, viewer, options.projectId)
  const { rows, faults } = await readStatisticRows(table, options.mark)
  const regions = await regionsByCode(run, rows)
  const known = await figuresInForce(run, options.projectId)
  const stored = rows.flatMap((row) => storedFaults(row, regions, known, options.replace))
  const found = [...faults, ...stored, ...otherUnits(rows, known)].sort((a, b) => a.row - b.row)
  const fresh = rows.filter((row) => !known.has(keyOf(row)))
  const changed = rows.filter((row) => isChanged(row, known.get(keyOf(row))))
  const writes = found.length === 0 && !options.dryRun
  if (writes)
    await record(
      run,
      viewer,
      options.projectId,
      [...fresh, ...changed],
      regions,
      changed.map((row) => String(known.get(keyOf(row))?.id)),
    )
  return {
    dryRun: options.dryRun,
    rows: Math.max(table.length - 1, 0),
    recorded: found.length === 0 ? fresh.length : 0,
    replaced: found.length === 0 ? changed.length : 0,
    unchanged: found.length === 0 ? rows.length - fresh.length - changed.length : 0,
    faultCount: found.length,
    faults: found.slice(0, MOST_FAULTS),
    preview: rows.slice(0, PREVIEWED),
  }
}

/** Refuses who may not import statistics of the project. Who may not even read it learns nothing of it. */
export async function demandImport(run: RunSql, viewer: Viewer, projectId: string): Promise<void> {
  if (!isUuid(projectId)) throw notFound()
  const project = recordMeta(Project)
  const rule = statistics.write ?? { rule: 'nobody' as const }
  const row = new StatementRow('t', viewer)
  const id = row.constant(projectId, 'uuid')
  const [found] = await row.run(
    run,
    `SELECT coalesce(${compileRule(project.read, project, row)}, false) AS readable, (SELECT coalesce(${compileRule(rule, statistics, { ...row, alias: 's' })}, false)
     FROM (SELECT t.id AS project_id) s) AS writable FROM project t WHERE t.id = ${id}`,
  )
  if (found?.readable !== true) throw notFound()
  if (found.writable !== true) throw forbidden('NOT_YOURS', whoMay(rule, statistics), 'You may read these statistics, but not import them.')
}

/** Regions by code; where a code stands in several code lists, the newest. */
async function regionsByCode(run: RunSql, rows: readonly StatisticRow[]): Promise<Map<string, string>> {
  const found = await run('SELECT id, code FROM region WHERE archived_at IS NULL AND code = ANY ($1) ORDER BY nuts_version', [
    [...new Set(rows.map(({ region }) => region))],
  ])
  return new Map(found.map(({ code, id }) => [String(code), String(id)]))
}

interface Figure {
  readonly id: string
  readonly measure: string
  readonly value: number
  readonly unit: string
  readonly source: string
}

/** What is in force in the project. The lock makes a second import of it wait for this one. */
async function figuresInForce(run: RunSql, projectId: string): Promise<Map<string, Figure>> {
  await run('SELECT pg_advisory_xact_lock(hashtextextended($1, 6))', [projectId])
  const found = await run(
    `SELECT s.id, r.code AS region, s.measure, s.division, s.year, s.value, s.unit, s.source FROM regional_statistic s JOIN region r ON r.id = s.region_id
     WHERE s.project_id = $1 AND s.superseded_at IS NULL`,
    [projectId],
  )
  return new Map((found as unknown as (Figure & StatisticRow)[]).map((figure) => [keyOf(figure), figure]))
}

function storedFaults(row: StatisticRow, regions: ReadonlyMap<string, string>, known: ReadonlyMap<string, Figure>, replace: boolean): RowFault[] {
  if (!regions.has(row.region)) {
    return [
      { row: row.row, column: 'region', code: 'UNKNOWN_REGION', params: { region: row.region }, message: `There is no region with the code ${row.region}.` },
    ]
  }
  if (replace || !isChanged(row, known.get(keyOf(row)))) return []
  return [
    {
      row: row.row,
      column: null,
      code: 'ALREADY_THERE',
      message: 'There is another figure for this region, measure, division and year. Import with "replace" to revise it.',
    },
  ]
}

/** Rows in another unit than the figures of their measure that stay, or than the first row of the file: they could not be added up. */
function otherUnits(rows: readonly StatisticRow[], known: ReadonlyMap<string, Figure>): RowFault[] {
  const here = new Set(rows.map(keyOf))
  const units = new Map<string, string>()
  for (const [key, { measure, unit }] of known) if (!here.has(key)) units.set(measure, unit)
  return rows.flatMap(({ row, measure, unit }): RowFault[] => {
    const first = units.get(measure) ?? unit
    units.set(measure, first)
    if (first === unit) return []
    return [
      { row, column: 'unit', code: 'OTHER_UNIT', params: { unit: first }, message: `The other figures of this measure are in ${first}. Convert this one.` },
    ]
  })
}

const isChanged = (row: StatisticRow, figure: Figure | undefined): boolean =>
  figure !== undefined && (figure.value !== row.value || figure.unit !== row.unit || figure.source !== row.source)

async function record(
  run: RunSql,
  viewer: Viewer,
  projectId: string,
  rows: readonly StatisticRow[],
  regions: ReadonlyMap<string, string>,
  superseded: readonly string[],
) {
  await supersedeRows(run, statistics, superseded)
  const versions = rows.map(({ region, measure, division, year, value, unit, source }) => ({
    project: projectId,
    region: regions.get(region) ?? '',
    measure,
    division,
    year,
    value,
    unit,
    source,
  }))
  for (let first = 0; first < versions.length; first += AT_ONCE) await recordRows(run, viewer, statistics, versions.slice(first, first + AT_ONCE))
}
