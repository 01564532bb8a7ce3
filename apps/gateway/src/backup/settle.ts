import type { RunSql } from '@clusterpolisee/schema'
import type pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import type { Backup } from './read-backup.js'
import { putSecretsToSleep } from './sleep.js'
import { queueWaitingJobs } from './waiting-jobs.js'

/**
 * What is done to the rows of the former installation before anybody sees them, in the transaction that brought them: its
 * secrets are put to sleep, its jobs wait in the queue, and it is written down that all this was restored, in the security log too where the
 * release had one. The functions of the product, its clock among them, come with the gateway's next start, which erases again, before anybody
 * is served, who was erased after the backup.
 */
export async function settle(client: pg.Client, { manifest: { madeAt, release, tables }, checksum }: Backup): Promise<void> {
  const run: RunSql = async (text, values) => (await client.query(text, [...values])).rows
  await putSecretsToSleep(run)
  await queueWaitingJobs(client)
  await run('INSERT INTO restoration (id, backup_made_at, backup_release, restored_at) VALUES ($1, $2, $3, now())', [uuidv7(), madeAt, release])
  if (!tables.includes('security_event')) return
  await run(`INSERT INTO security_event (id, version, kind, detail, times, at) VALUES ($1, 1, 'RESTORED', $2, 1, now())`, [
    uuidv7(),
    `backup of ${madeAt}, checksum ${checksum}`,
  ])
}
