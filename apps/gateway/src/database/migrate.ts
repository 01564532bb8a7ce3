import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { databaseFunctions } from '@clusterpolisee/graph-sql'
import { sqlFiles } from '@clusterpolisee/schema'
import type { DataSource, QueryRunner } from 'typeorm'
import { StartError } from '../kernel/start-error.js'
import { makeReadIndexes } from './make-read-indexes.js'
import { whenFree } from './patiently.js'
import { refreshOrderOfNames } from './refresh-order-of-names.js'
import { refreshProgress } from './refresh-progress.js'
import { refuseNewer } from './refuse-newer.js'
import { release } from './release.js'

/** The advisory lock of whoever makes or fills the tables. */
export const MIGRATION_LOCK = 7_140_412

interface Options {
  /** Leaves out what stands on the tables, for comparing them with the records. */
  readonly tablesOnly?: boolean
  /** Hears of what could not be done and does not keep the gateway from starting. */
  readonly tell?: (sentence: string) => void
  /** How often it is tried when others hold locks. */
  readonly tries?: number
}

/**
 * Extensions, functions that tables need, migrations, all other SQL where any of it changed, then what is stored by it, and
 * indexes; one gateway at a time, and so that others who write wait for seconds at most. A StartError when a newer gateway
 * was here: then nothing is touched.
 */
export async function migrate(source: DataSource, { tablesOnly = false, tell = () => undefined, tries = 20 }: Options = {}): Promise<void> {
  const runner = source.createQueryRunner()
  await runner.connect()
  try {
    await runner.query('SET statement_timeout = 0')
    await takeLock(runner)
    await refuseNewer(runner, hashes())
    await makeExtensions(runner)
    await runner.query('CREATE TABLE IF NOT EXISTS sql_file (name text PRIMARY KEY, hash text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())')
    await runner.query('ALTER TABLE sql_file ADD COLUMN IF NOT EXISTS release text')
    await whenFree(async () => {
      await applySql(runner, true)
      await source.runMigrations({ transaction: 'each' })
      if (!tablesOnly) await applySql(runner, false)
    }, tries)
    if (tablesOnly) return
    await whenFree(() => refreshProgress(runner, hashOf([...hashes().values()].join())), tries)
    await refreshOrderOfNames(runner, tell)
    await makeReadIndexes(runner, { tell })
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined)
    await runner.query('RESET statement_timeout').catch(() => undefined)
    await runner.release()
  }
}

/** Asked for again and again: a statement that waits for it would hold up the indexes that another gateway makes. */
async function takeLock(runner: QueryRunner): Promise<void> {
  const taken = async () => (await runner.query('SELECT pg_try_advisory_lock($1) AS taken', [MIGRATION_LOCK]))[0].taken as boolean
  while (!(await taken())) await wait(200)
}

async function makeExtensions(runner: QueryRunner): Promise<void> {
  for (const name of ['pg_trgm', 'unaccent', 'btree_gist', 'citext']) {
    await runner.query(`CREATE EXTENSION IF NOT EXISTS ${name}`).catch(() => {
      throw new StartError(`PostgreSQL does not let this user create the extension ${name}. Ask its administrator for: CREATE EXTENSION ${name};`)
    })
  }
}

/** All SQL beside the tables, in its order. */
const files = () => [{ name: 'graph-sql/00-functions', sql: databaseFunctions }, ...sqlFiles()].map((file) => ({ ...file, hash: hashOf(file.sql) }))

const hashes = () => new Map(files().map(({ name, hash }) => [name, hash]))

/** Files whose name begins with 00- stand before the tables. All of a kind are replayed when one of them changed. */
async function applySql(runner: QueryRunner, beforeTables: boolean): Promise<void> {
  const ours = files().filter((file) => file.name.includes('/00-') === beforeTables)
  const applied: { name: string; hash: string }[] = await runner.query('SELECT name, hash FROM sql_file')
  const known = new Map(applied.map((file) => [file.name, file.hash]))
  if (ours.every((file) => known.get(file.name) === file.hash)) return
  await runner.startTransaction()
  try {
    for (const { name, sql, hash } of ours) {
      await runner.query(sql)
      await runner.query(
        'INSERT INTO sql_file (name, hash, release) VALUES ($1, $2, $3) ON CONFLICT (name) DO UPDATE SET hash = $2, release = $3, applied_at = now()',
        [name, hash, release],
      )
    }
    await runner.commitTransaction()
  } catch (error) {
    await runner.rollbackTransaction()
    throw error
  }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
