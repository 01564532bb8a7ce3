import { readIndexes } from '@clusterpolisee/schema'
import type { QueryRunner } from 'typeorm'
import { indexSteps, type PresentIndex } from './index-steps.js'
import { patiently } from './patiently.js'

/** Bytes of a table from which its indexes are made beside its writers: that takes longer, and cannot be done for many at a time. */
const LARGE = 8 * 1024 * 1024

interface Options {
  /** Hears of what could not be done; it is tried again at the next start. */
  readonly tell: (sentence: string) => void
  /** Milliseconds that a statement waits for the locks of others, and they so for it. */
  readonly lockTimeout?: number
  readonly tries?: number
}

/** Makes the indexes that the records' orders and searches ask for, and drops those that they ask for no longer. */
export async function makeReadIndexes(runner: QueryRunner, { tell, lockTimeout = 3000, tries = 5 }: Options): Promise<void> {
  const steps = indexSteps(readIndexes(), await presentIndexes(runner), await largeTables(runner))
  await runner.query(`SET lock_timeout = ${lockTimeout}`)
  for (const step of steps) {
    const done = await patiently(() => runAll(runner, step), tries)
    if (!done) tell(`Others held locks for too long; left for the next start: ${step.join('; ').slice(0, 500)}`)
  }
  await runner.query('RESET lock_timeout')
}

async function presentIndexes(runner: QueryRunner): Promise<Map<string, PresentIndex>> {
  const rows: (PresentIndex & { name: string })[] = await runner.query(
    `SELECT relname AS name, indisvalid AS valid, obj_description(indexrelid, 'pg_class') AS comment
     FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE relnamespace = current_schema::regnamespace`,
  )
  return new Map(rows.map(({ name, ...index }) => [name, index]))
}

async function largeTables(runner: QueryRunner): Promise<Set<string>> {
  const rows: { name: string }[] = await runner.query(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema::regnamespace AND pg_relation_size(oid) > $1`,
    [LARGE],
  )
  return new Set(rows.map(({ name }) => name))
}

async function runAll(runner: QueryRunner, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await runner.query(statement)
}
