import type { Benchmark, Fault, RunSql } from '@clusterpolisee/schema'
import { v7 as uuidv7 } from 'uuid'
import { type ChosenReading, chooseReading, type FilesOf, rememberReading } from '../partnership/index.js'
import { type DescribedTable, describeTable } from '../tables/describe-table.js'
import { lackingIn } from '../tables/file-reading.js'
import type { FoundTable } from '../tables/find-table.js'
import { titleKey } from '../tables/read-cell.js'
import type { LockedRow } from '../write/write-record.js'
import { askedOfEntries, type EntryImport, type EntryRow, readEntryRows } from './entry-rows.js'

/** Rows that a file of entries may have. */
export const MOST_ROWS = 2000

const MOST_FAULTS = 500
const PREVIEWED = 20

export interface EntryImportOptions extends EntryImport {
  /** True: only say what would come of it. */
  readonly dryRun: boolean
  /** Which columns are what; null: as the last file of this shape was read, or as they are called. */
  readonly reading: ChosenReading['reading'] | null
}

export interface EntryImportReport {
  readonly dryRun: boolean
  /** Initiatives and regions that are new, and that were there and are changed. */
  readonly added: number
  readonly changed: number
  /** Values that are set. */
  readonly values: number
  /** The first 500; with any of them nothing is written. */
  readonly faults: readonly Fault[]
  /** Names of the columns of the preview: the fixed ones, and the indicators that were read. */
  readonly preview: readonly Readonly<Record<string, string | number | null>>[]
  readonly found: DescribedTable
  readonly readAs: ChosenReading
  readonly lacking: readonly string[]
  /** All that a file may give. */
  readonly asked: readonly string[]
}

interface Known {
  /** Id by title. */
  readonly indicators: ReadonlyMap<string, string>
  readonly entries: ReadonlyMap<string, string>
  /** Id by code. */
  readonly regions: ReadonlyMap<string, string>
}

/** Imports entries of a benchmark with their values, all rows or none. */
export async function importEntries(
  run: RunSql,
  { id, values }: LockedRow<Benchmark>,
  table: FoundTable,
  options: EntryImportOptions,
): Promise<EntryImportReport> {
  const known = await whatIsKnown(run, id)
  const asked = askedOfEntries([...known.indicators.keys()])
  const files: FilesOf = { projectId: values.project, importedAs: 'ENTRIES' }
  const readAs = await chooseReading(run, files, table.names, asked, options.reading)
  const titles = { indicators: byKey(known.indicators), entries: byKey(known.entries), regions: new Set(known.regions.keys()) }
  const { rows, faults } = readEntryRows(table, readAs, asked, titles, options)
  if (faults.length === 0 && !options.dryRun) {
    await writeRows(run, values.project, id, rows, known)
    if (readAs.by === 'GIVEN') await rememberReading(run, files, table.names, readAs.reading)
  }
  const changed = rows.filter(({ title }) => known.entries.has(title)).length
  return {
    dryRun: options.dryRun,
    added: rows.length - changed,
    changed,
    values: rows.reduce((sum, row) => sum + row.values.size, 0),
    faults: faults.slice(0, MOST_FAULTS),
    preview: rows.slice(0, PREVIEWED).map(({ values, row: _, ...texts }) => ({ ...texts, ...Object.fromEntries(values) })),
    found: describeTable(table),
    readAs,
    lacking: lackingIn(readAs.reading, table.names, asked),
    asked: asked.map(({ name }) => name),
  }
}

/** Titles by themselves, and by how they are matched without case. */
const byKey = (known: ReadonlyMap<string, string>): Map<string, string> => {
  const titles = [...known.keys()]
  return new Map([...titles.map((title) => [titleKey(title), title] as const), ...titles.map((title) => [title, title] as const)])
}

async function whatIsKnown(run: RunSql, benchmarkId: string): Promise<Known> {
  const indicators = await run('SELECT title AS name, id FROM benchmark_indicator WHERE benchmark_id = $1 AND archived_at IS NULL', [benchmarkId])
  const entries = await run('SELECT title AS name, id FROM benchmark_entry WHERE benchmark_id = $1 AND archived_at IS NULL', [benchmarkId])
  const regions = await run('SELECT code AS name, id FROM region WHERE archived_at IS NULL ORDER BY nuts_version', [])
  const byName = (rows: Record<string, unknown>[]) => new Map(rows.map(({ name, id }) => [String(name), String(id)]))
  return { indicators: byName(indicators), entries: byName(entries), regions: byName(regions) }
}

async function writeRows(run: RunSql, projectId: string, benchmarkId: string, rows: readonly EntryRow[], known: Known): Promise<void> {
  const placed = rows.map((row) => ({ ...row, id: known.entries.get(row.title) ?? uuidv7(), fresh: !known.entries.has(row.title) }))
  const [clock] = await run('SELECT moment_of_write() AS now', [])
  const stamps = { version: 1, created_at: clock?.now, updated_at: clock?.now, project_id: projectId }
  const entries = placed.map(({ id, title, kind, region, description, source, sourceLink }) => ({
    ...stamps,
    id,
    benchmark_id: benchmarkId,
    title,
    kind,
    region_id: known.regions.get(region) ?? null,
    description: description || null,
    source: source || null,
    source_link: sourceLink || null,
  }))
  await run(
    `INSERT INTO benchmark_entry SELECT * FROM json_populate_recordset(NULL::benchmark_entry, $1)
     ON CONFLICT (id) DO UPDATE SET region_id = excluded.region_id, description = excluded.description, source = excluded.source,
       source_link = excluded.source_link, updated_at = moment_of_write(), version = benchmark_entry.version + 1`,
    [JSON.stringify(entries)],
  )
  const values = placed.flatMap(({ id, source, sourceLink, values }) =>
    [...values].map(([title, value]) => ({
      ...stamps,
      id: uuidv7(),
      entry_id: id,
      indicator_id: known.indicators.get(title),
      value,
      source: source || null,
      source_link: sourceLink || null,
    })),
  )
  await run(
    `INSERT INTO benchmark_value SELECT * FROM json_populate_recordset(NULL::benchmark_value, $1)
     ON CONFLICT (entry_id, indicator_id) WHERE archived_at IS NULL DO UPDATE SET value = excluded.value, source = excluded.source,
       source_link = excluded.source_link, updated_at = moment_of_write(), version = benchmark_value.version + 1
     WHERE benchmark_value.measurement_id IS NULL`,
    [JSON.stringify(values)],
  )
}
