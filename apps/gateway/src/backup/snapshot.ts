import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { connect } from '../database/data-source.js'
import { migrations } from '../database/migrations/index.js'
import { release } from '../database/release.js'
import { StartError } from '../kernel/start-error.js'
import type { Frame, Manifest, TableHead } from './frames.js'
import { copyWaitingJobs, WAITING_JOBS } from './waiting-jobs.js'

/** What is read of a database, all of one moment. */
export interface Snapshot {
  readonly manifest: Manifest
  /** Tables of others, which are left out. */
  readonly foreign: readonly string[]
  frames(): AsyncGenerator<Frame>
  end(): Promise<void>
}

/**
 * Opens a snapshot of all tables, as their owner. Those who write go on meanwhile; a migration waits. A StartError when the
 * tables are not those of this release.
 */
export async function openSnapshot(url: string): Promise<Snapshot> {
  const { ours, foreign, postgres } = await tablesOf(url)
  const client = new pg.Client({ connectionString: url, application_name: 'clusterpolisee-backup', options: '-c TimeZone=UTC -c statement_timeout=0' })
  await client.connect()
  try {
    await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL DateStyle = 'ISO'; SET LOCAL lock_timeout = '30s'`)
    // Before the snapshot is taken: what is altered after it would be read as empty.
    await client.query(`LOCK TABLE ${ours.map(({ name }) => pg.escapeIdentifier(name)).join(', ')} IN ACCESS SHARE MODE`)
    const tables = [...ours, { name: WAITING_JOBS, columns: [] }]
    const manifest = { ...(await factsOf(client)), postgres, release, migrations: names(), tables: tables.map(({ name }) => name) }
    return { manifest, foreign, frames: () => framesOf(client, manifest, tables), end: () => client.end() }
  } catch (error) {
    await client.end()
    throw error
  }
}

const names = () => migrations.map((Migration) => new Migration().name)

interface Tables {
  readonly ours: readonly TableHead[]
  readonly foreign: readonly string[]
  readonly postgres: string
}

async function tablesOf(url: string): Promise<Tables> {
  const source = await connect(url, 1)
  try {
    await demandOurMigrations((text) => source.query(text))
    const ours = new Set(source.entityMetadatas.map(({ tableName }) => tableName))
    const all: (TableHead & { readonly version: string })[] = await source.query(
      `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns, current_setting('server_version') AS version
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
       WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace AND c.relname NOT IN ('migration', 'sql_file') GROUP BY c.relname ORDER BY c.relname`,
    )
    return {
      ours: all.filter(({ name }) => ours.has(name)).map(({ name, columns }) => ({ name, columns })),
      foreign: all.map(({ name }) => name).filter((name) => !ours.has(name)),
      postgres: all[0]?.version ?? '',
    }
  } finally {
    await source.destroy()
  }
}

/** The tables' names and columns are known of this release alone. */
async function demandOurMigrations(query: (text: string) => Promise<{ name: string }[]>): Promise<void> {
  const [{ there } = { there: false }] = (await query(`SELECT to_regclass('migration') IS NOT NULL AS there`)) as unknown as { there: boolean }[]
  if (!there) throw new StartError('There are no tables in this database yet: nothing is there to be backed up.')
  const made = (await query('SELECT name FROM migration')).map(({ name }) => name)
  if (made.some((name) => !names().includes(name))) throw new StartError('A newer gateway has worked on this database. Make the backup with that release.')
  if (made.length < names().length) {
    throw new StartError('An older gateway has worked on this database. Make the backup with that release, or start this one once before.')
  }
}

/** By the first statement that sees the snapshot: what was saved before its beginning is in. */
async function factsOf(client: pg.Client): Promise<Pick<Manifest, 'madeAt' | 'sequences'>> {
  const { rows: clock } = await client.query<{ moment: string }>(`SELECT to_json(statement_timestamp() + clock_shift()) #>> '{}' AS moment`)
  const { rows } = await client.query<{ name: string; last: string }>(
    `SELECT sequencename AS name, last_value::text AS last FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL AND sequencename <> 'migration_id_seq'`,
  )
  return { madeAt: clock[0]?.moment ?? '', sequences: Object.fromEntries(rows.map(({ name, last }) => [name, last])) }
}

async function* framesOf(client: pg.Client, manifest: Manifest, tables: readonly TableHead[]): AsyncGenerator<Frame> {
  yield { kind: 'manifest', manifest }
  for (const table of tables) {
    yield { kind: 'table', table }
    const rows = client.query(copyTo(table.name === WAITING_JOBS ? copyWaitingJobs : copyOf(table)))
    for await (const bytes of rows) yield { kind: 'rows', bytes }
    // How many there were is told after the last of them, perhaps in a packet of its own: it has come when the next statement is answered.
    await client.query('SELECT')
    yield { kind: 'end', rows: rows.rowCount }
  }
}

const copyOf = ({ name, columns }: TableHead) => `COPY ${pg.escapeIdentifier(name)} (${columns.map(pg.escapeIdentifier).join(', ')}) TO STDOUT`
