import { compileRule, type FileReading, Project, RegionalStatistic, type RunSql, recordMeta, whoMay } from '@clusterpolisee/schema'
import type { DecimalMark } from '@clusterpolisee/values'
import { forbidden, notFound } from '../kernel/errors.js'
import { isUuid } from '../kernel/uuid.js'
import { type ChosenReading, chooseReading, type FilesOf, rememberReading } from '../partnership/index.js'
import { StatementRow } from '../read/statement-row.js'
import type { Context } from '../request/context.js'
import { type DescribedTable, describeTable } from '../tables/describe-table.js'
import { columnMissing, type FileFault, tooManyCells } from '../tables/file-faults.js'
import { lackingIn, readBy } from '../tables/file-reading.js'
import { type FoundTable, longRows } from '../tables/find-table.js'
import { recordRows, supersedeRows } from '../write/record-version.js'
import { askedOfStatistics, keyOf, type ReadStatistics, readStatisticRows, type StatisticRow } from './statistic-rows.js'

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
  /** Which columns are what; null: as the last file of this shape was read, or as they are called. */
  readonly reading: FileReading | null
}

export interface ImportReport {
  readonly dryRun: boolean
  /** Figures that the file has, known or not. */
  readonly rows: number
  /** Figures that their source does not know, by its marks; there is nothing to record. */
  readonly unknown: number
  readonly recorded: number
  readonly replaced: number
  readonly unchanged: number
  readonly faultCount: number
  /** The first 500; with any of them nothing is written. */
  readonly faults: readonly FileFault[]
  /** The first rows as they were read. */
  readonly preview: readonly StatisticRow[]
  /** What was found in the file, and how it was read. */
  readonly found: DescribedTable
  readonly readAs: ChosenReading
  /** What is needed and was not found. */
  readonly lacking: readonly string[]
}

type Viewer = Context['viewer']

/** Imports regional statistics, all rows or none, and reports every fault with its row and column. */
export async function importStatistics(run: RunSql, viewer: Viewer, table: FoundTable, options: ImportOptions): Promise<ImportReport> {
  await demandImport(run, viewer, options.projectId)
  const files: FilesOf = { projectId: options.projectId, importedAs: 'STATISTICS' }
  const readAs = await chooseReading(run, files, table.names, askedOfStatistics, options.reading)
  const { rows: asWritten, faults, unknown, count } = await readTableBy(table, readAs.reading, options.mark)
  const rows = await withCodes(run, asWritten)
  const regions = await regionsByCode(run, rows)
  const known = await figuresInForce(run, options.projectId)
  const stored = rows.flatMap((row) => storedFaults(row, regions, known, options.replace))
  const found = [...faults, ...stored, ...otherUnits(rows, known)].sort((a, b) => a.row - b.row)
  const fresh = rows.filter((row) => !known.has(keyOf(row)))
  const changed = rows.filter((row) => isChanged(row, known.get(keyOf(row))))
  const isFine = found.length === 0
  if (isFine && !options.dryRun) {
    const former = changed.map((row) => String(known.get(keyOf(row))?.id))
    await record(run, viewer, options.projectId, [...fresh, ...changed], regions, former)
    if (readAs.by === 'GIVEN') await rememberReading(run, files, table.names, readAs.reading)
  }
  return {
    dryRun: options.dryRun,
    rows: count,
    unknown,
    recorded: isFine ? fresh.length : 0,
    replaced: isFine ? changed.length : 0,
    unchanged: isFine ? rows.length - fresh.length - changed.length : 0,
    faultCount: found.length,
    faults: found.slice(0, MOST_FAULTS).map(asTheFileCallsIt(readAs.reading)),
    preview: rows.slice(0, PREVIEWED),
    found: describeTable(table),
    readAs,
    lacking: lackingIn(readAs.reading, table.names, askedOfStatistics),
  }
}

/** Rows of the file, once all that is needed was found. */
async function readTableBy(table: FoundTable, reading: FileReading, mark: DecimalMark | undefined): Promise<ReadStatistics & { readonly count: number }> {
  const lacking = lackingIn(reading, table.names, askedOfStatistics)
  const faults = lacking.length > 0 ? lacking.map((column) => columnMissing(table, column)) : longRows(table).map(tooManyCells)
  if (faults.length > 0) return { rows: [], faults, unknown: 0, count: table.rows.length }
  const given = readBy(table, reading)
  return { ...(await readStatisticRows(given, mark)), count: given.length }
}

/** A fault at the column's name in the file, where people look for it. */
const asTheFileCallsIt =
  ({ columns }: FileReading) =>
  (fault: FileFault): FileFault => ({ ...fault, column: columns.find(({ as }) => as === fault.column)?.column ?? fault.column })

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

/** Rows that name their region by its code, also where the file had its id; an id of none stays. */
async function withCodes(run: RunSql, rows: readonly StatisticRow[]): Promise<readonly StatisticRow[]> {
  const ids = [...new Set(rows.map(({ region }) => region).filter(isUuid))]
  if (ids.length === 0) return rows
  const found = await run('SELECT id, code FROM region WHERE id = ANY ($1)', [ids])
  const codes = new Map(found.map(({ id, code }) => [String(id), String(code)]))
  return rows.map((row) => ({ ...row, region: codes.get(row.region) ?? row.region }))
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
  readonly flags: string | null
  readonly unit: string
  readonly source: string
}

/** What is in force in the project. The lock makes a second import of it wait for this one. */
async function figuresInForce(run: RunSql, projectId: string): Promise<Map<string, Figure>> {
  await run('SELECT pg_advisory_xact_lock(hashtextextended($1, 6))', [projectId])
  const found = await run(
    `SELECT s.id, r.code AS region, s.measure, s.division, s.year, s.value, s.flags, s.unit, s.source FROM regional_statistic s JOIN region r ON r.id = s.region_id
     WHERE s.project_id = $1 AND s.superseded_at IS NULL`,
    [projectId],
  )
  return new Map((found as unknown as (Figure & StatisticRow)[]).map((figure) => [keyOf(figure), figure]))
}

function storedFaults(row: StatisticRow, regions: ReadonlyMap<string, string>, known: ReadonlyMap<string, Figure>, replace: boolean): FileFault[] {
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
function otherUnits(rows: readonly StatisticRow[], known: ReadonlyMap<string, Figure>): FileFault[] {
  const here = new Set(rows.map(keyOf))
  const units = new Map<string, string>()
  for (const [key, { measure, unit }] of known) if (!here.has(key)) units.set(measure, unit)
  return rows.flatMap(({ row, measure, unit }): FileFault[] => {
    const first = units.get(measure) ?? unit
    units.set(measure, first)
    if (first === unit) return []
    return [
      { row, column: 'unit', code: 'OTHER_UNIT', params: { unit: first }, message: `The other figures of this measure are in ${first}. Convert this one.` },
    ]
  })
}

const isChanged = (row: StatisticRow, figure: Figure | undefined): boolean =>
  figure !== undefined && (figure.value !== row.value || (figure.flags ?? '') !== row.flags || figure.unit !== row.unit || figure.source !== row.source)

async function record(
  run: RunSql,
  viewer: Viewer,
  projectId: string,
  rows: readonly StatisticRow[],
  regions: ReadonlyMap<string, string>,
  superseded: readonly string[],
) {
  await supersedeRows(run, statistics, superseded)
  const versions = rows.map(({ region, measure, division, year, value, flags, unit, source }) => ({
    project: projectId,
    region: regions.get(region) ?? '',
    measure,
    division,
    year,
    value,
    flags: flags || null,
    unit,
    source,
  }))
  for (let first = 0; first < versions.length; first += AT_ONCE) await recordRows(run, viewer, statistics, versions.slice(first, first + AT_ONCE))
}
