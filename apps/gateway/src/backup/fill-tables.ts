import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { MIGRATION_LOCK } from '../database/migrate.js'
import { StartError } from '../kernel/start-error.js'
import type { Frame, TableHead } from './frames.js'
import type { Progress } from './progress.js'
import type { Backup } from './read-backup.js'
import { settle } from './settle.js'
import { makeWaitingJobs, WAITING_JOBS } from './waiting-jobs.js'

/** Reads all rows into tables that are empty, in one transaction; a gateway that starts meanwhile waits. */
export async function fillTables(client: pg.Client, backup: Backup, progress: Progress): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
  await client.query('BEGIN')
  try {
    // Which rows a row names is looked at when all are there: two tables may name each other.
    const references = await dropReferences(client)
    await client.query(makeWaitingJobs)
    await readRows(client, backup.frames(), progress)
    for (const { table, name, rule } of references) await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${pg.escapeIdentifier(name)} ${rule}`)
    for (const [name, last] of Object.entries(backup.manifest.sequences))
      await client.query('SELECT setval($1::regclass, $2)', [pg.escapeIdentifier(name), last])
    await settle(client, backup)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}

interface Reference {
  readonly table: string
  readonly name: string
  readonly rule: string
}

async function dropReferences(client: pg.Client): Promise<Reference[]> {
  const { rows } = await client.query<Reference>(
    `SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS rule FROM pg_constraint
     WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY 1, 2`,
  )
  for (const { table, name } of rows) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${pg.escapeIdentifier(name)}`)
  return rows
}

async function readRows(client: pg.Client, frames: AsyncGenerator<Frame>, progress: Progress): Promise<void> {
  let rows = 0
  for await (const frame of frames) {
    if (frame.kind !== 'table') continue
    progress(frame.table.name, rows)
    rows += await readTable(client, frame.table, frames)
  }
}

/** Answers how many rows there were. */
async function readTable(client: pg.Client, table: TableHead, frames: AsyncGenerator<Frame>): Promise<number> {
  let wanted = 0
  async function* rows(): AsyncGenerator<Buffer> {
    for (let next = await frames.next(); !next.done; next = await frames.next()) {
      if (next.value.kind === 'rows') yield next.value.bytes
      if (next.value.kind !== 'end') continue
      wanted = next.value.rows
      return
    }
  }
  const copying = client.query(copyFrom(copyOf(table)))
  await pipeline(Readable.from(rows()), copying)
  if (copying.rowCount !== wanted) throw new StartError(`The backup should have ${wanted} rows of ${table.name}, and has ${copying.rowCount}.`)
  return wanted
}

const copyOf = ({ name, columns }: TableHead) =>
  name === WAITING_JOBS ? `COPY ${name} FROM STDIN` : `COPY ${pg.escapeIdentifier(name)} (${columns.map(pg.escapeIdentifier).join(', ')}) FROM STDIN`
