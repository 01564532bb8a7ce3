import { retainedTables } from '@clusterpolisee/schema'
import type { Database } from '../database/database.js'
import { dropOldMails } from '../jobs/outbox.js'
import { eraseLate } from './erase-person.js'

/** Rows of one transaction, so that nobody waits for it. */
const AT_ONCE = 1000

/** Told how many rows of a table were forgotten. */
export type ForgottenListener = (table: string, rows: number) => void

/**
 * Forgets what has been kept for as long as its declaration says, some rows at a time: each time is whole by itself, told to the security log
 * with it, and what was not reached is forgotten the next night.
 */
export async function forgetOver(database: Database, onForgotten: ForgottenListener): Promise<void> {
  for (const table of retainedTables()) {
    let rows = AT_ONCE
    while (rows === AT_ONCE) {
      rows = await forgetSome(database, table)
      if (rows > 0) onForgotten(table, rows)
    }
  }
  await dropOldMails(database.run)
  await eraseLate(database)
}

async function forgetSome(database: Database, table: string): Promise<number> {
  const [found] = await database.write(null, (run) => run('SELECT forget_over($1, $2) AS rows', [table, AT_ONCE]))
  return Number(found?.rows)
}
