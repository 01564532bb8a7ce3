import { Benchmark, DecimalMark, decimalMarks, type Fault, type RunSql, recordMeta } from '@clusterpolisee/schema'
import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Resolver } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { badInput } from '../kernel/errors.js'
import type { Context } from '../request/context.js'
import { Costs } from '../request/cost/index.js'
import { logEvent } from '../request/security-log.js'
import { titleKey } from '../tables/read-cell.js'
import { readTable, UnreadableFile } from '../tables/read-table.js'
import { lockRow, writer } from '../write/write-record.js'
import { type EntryRow, readEntryRows } from './entry-rows.js'

const MOST_ROWS = 2000

@ObjectType({ description: 'What an import of entries brings, or would.', simpleResolvers: true })
class ImportedEntries {
  @Field(() => Int, { description: 'Initiatives and regions that are new.' }) added!: number
  @Field(() => Int, { description: 'Those that were there and are changed.' }) changed!: number
  @Field(() => Int, { description: 'Values that are set.' }) values!: number
  @Field(() => Boolean, { description: 'True: nothing was written.' }) dryRun!: boolean
}

interface Known {
  /** Id by title. */
  readonly indicators: ReadonlyMap<string, string>
  readonly entries: ReadonlyMap<string, string>
  /** Id by code. */
  readonly regions: ReadonlyMap<string, string>
}

/** Entries of a benchmark with their values, from CSV. */
@Resolver()
export class EntryImportResolver {
  @Mutation(() => ImportedEntries, {
    description:
      'Imports entries with their values, all or none. Columns: title, kind, region, description, source, source link, and one per indicator by its title; an empty cell is missing, and a value that a measurement gives stays. Faults have the path [row, number, column].',
  })
  @Costs({ cost: 1000 })
  async importBenchmarkEntries(
    @Arg('benchmarkId', () => ID, { description: 'The benchmark.' }) benchmarkId: string,
    @Arg('csv', () => String, { description: 'The table as CSV, at most 2,000 rows.' }) csv: string,
    @Arg('replace', () => Boolean, { defaultValue: false, description: 'True: entries of the same title are changed; false: that is a fault.' })
    replace: boolean,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: 'True: only say what would come of it.' }) dryRun: boolean,
    @Arg('decimals', () => DecimalMark.values, { nullable: true, description: 'Which mark stands before decimals; needed for numbers that are two by it.' })
    decimals: keyof typeof DecimalMark.values | null,
    @Ctx() context: Context,
  ): Promise<ImportedEntries> {
    const viewer = writer(context)
    return context.database.write(viewer, async (run) => {
      const { values } = await lockRow(run, viewer, recordMeta(Benchmark), benchmarkId)
      const known = await whatIsKnown(run, benchmarkId)
      const titles = { indicators: byKey(known.indicators), entries: byKey(known.entries), regions: new Set(known.regions.keys()) }
      const { rows, faults } = readEntryRows(await tableOf(csv), titles, { replace, mark: decimals ? decimalMarks[decimals] : undefined })
      if (faults.length > 0) throw badInput(faults.slice(0, 500))
      if (!dryRun) {
        await writeRows(run, values.project, benchmarkId, rows, known)
        await logEvent(run, context, { kind: 'IMPORTED', user: null, record: { type: 'Benchmark', id: benchmarkId } })
      }
      const changed = rows.filter(({ title }) => known.entries.has(title)).length
      return { added: rows.length - changed, changed, values: rows.reduce((sum, row) => sum + row.values.size, 0), dryRun }
    })
  }
}

/** Titles by themselves, and by how they are matched without case. */
const byKey = (known: ReadonlyMap<string, string>): Map<string, string> => {
  const titles = [...known.keys()]
  return new Map([...titles.map((title) => [titleKey(title), title] as const), ...titles.map((title) => [title, title] as const)])
}

async function tableOf(csv: string) {
  const refuse = (code: string, message: string, params?: Fault['params']) => badInput([{ path: ['csv'], code, message, ...(params ? { params } : {}) }])
  try {
    const table = await readTable(Buffer.from(csv))
    if (table.length < 2) throw refuse('NO_ROWS', 'There are no rows below the header.')
    if (table.length > MOST_ROWS + 1) throw refuse('TOO_MANY_ROWS', `There are more than ${MOST_ROWS} rows.`, { max: MOST_ROWS })
    return table
  } catch (error) {
    throw error instanceof UnreadableFile ? refuse('UNREADABLE_FILE', error.message) : error
  }
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
