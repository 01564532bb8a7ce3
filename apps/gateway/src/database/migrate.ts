import { createHash } from 'node:crypto'
import { databaseFunctions } from '@clusterpolisee/graph-sql'
import { sqlFiles } from '@clusterpolisee/schema'
import type { DataSource, QueryRunner } from 'typeorm'
import { StartError } from '../kernel/start-error.js'

const LOCK = 7_140_412

/**
 * Extensions, functions that tables need, migrations, then all other SQL where any of it changed; one gateway at a time.
 * `tablesOnly` leaves out what stands on the tables, for comparing them with the records.
 */
export async function migrate(source: DataSource, { tablesOnly = false } = {}): Promise<void> {
  const runner = source.createQueryRunner()
  await runner.connect()
  try {
    await runner.query('SET statement_timeout = 0')
    await runner.query('SELECT pg_advisory_lock($1)', [LOCK])
    await makeExtensions(runner)
    await runner.query('CREATE TABLE IF NOT EXISTS sql_file (name text PRIMARY KEY, hash text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())')
    await applySql(runner, true)
    await source.runMigrations({ transaction: 'each' })
    if (!tablesOnly) await applySql(runner, false)
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [LOCK]).catch(() => undefined)
    await runner.query('RESET statement_timeout').catch(() => undefined)
    await runner.release()
  }
}

async function makeExtensions(runner: QueryRunner): Promise<void> {
  for (const name of ['pg_trgm', 'unaccent', 'btree_gist', 'citext']) {
    await runner.query(`CREATE EXTENSION IF NOT EXISTS ${name}`).catch(() => {
      throw new StartError(`PostgreSQL does not let this user create the extension ${name}. Ask its administrator for: CREATE EXTENSION ${name};`)
    })
  }
}

/** Files whose name begins with 00- stand before the tables. All of a kind are replayed when one of them changed. */
async function applySql(runner: QueryRunner, beforeTables: boolean): Promise<void> {
  const files = [{ name: 'graph-sql/00-functions', sql: databaseFunctions }, ...sqlFiles()]
    .filter((file) => file.name.includes('/00-') === beforeTables)
    .map((file) => ({ ...file, hash: hashOf(file.sql) }))
  const applied: { name: string; hash: string }[] = await runner.query('SELECT name, hash FROM sql_file')
  const known = new Map(applied.map((file) => [file.name, file.hash]))
  if (files.every((file) => known.get(file.name) === file.hash)) return
  await runner.startTransaction()
  try {
    for (const { name, sql, hash } of files) {
      await runner.query(sql)
      await runner.query('INSERT INTO sql_file (name, hash) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET hash = $2, applied_at = now()', [name, hash])
    }
    await runner.commitTransaction()
  } catch (error) {
    await runner.rollbackTransaction()
    throw error
  }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
