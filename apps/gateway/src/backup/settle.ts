import type { RunSql } from '@clusterpolisee/schema'
import type pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import type { Manifest } from './frames.js'
import { putSecretsToSleep } from './sleep.js'
import { queueWaitingJobs } from './waiting-jobs.js'

/**
 * What is done to the rows of the former installation before anybody sees them, in the transaction that brought them: its
 * secrets are put to sleep, its jobs wait in the queue, and it is written down that all this was restored. To erase again
 * what was erased after the backup belongs here too.
 */
export async function settle(client: pg.Client, { madeAt, release }: Manifest): Promise<void> {
  const run: RunSql = async (text, values) => (await client.query(text, [...values])).rows
  await putSecretsToSleep(run)
  await queueWaitingJobs(client)
  await run('INSERT INTO restoration (id, backup_made_at, backup_release, restored_at) VALUES ($1, $2, $3, now())', [uuidv7(), madeAt, release])
}
