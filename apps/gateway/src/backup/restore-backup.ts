import pg from 'pg'
import { migrations } from '../database/migrations/index.js'
import { isNewer } from '../database/refuse-newer.js'
import { release } from '../database/release.js'
import { StartError } from '../kernel/start-error.js'
import { demandEmpty } from './demand-empty.js'
import { fillTables } from './fill-tables.js'
import type { Manifest } from './frames.js'
import { makeTables } from './make-tables.js'
import type { Progress } from './progress.js'
import type { Backup } from './read-backup.js'

/** A StartError for the backup of a newer release. */
export function refuseNewerBackup(manifest: Manifest): void {
  const ours = new Set(migrations.map((Migration) => new Migration().name))
  if (manifest.migrations.some((name) => !ours.has(name)) || isNewer(manifest.release, release)) {
    throw new StartError(`This backup was made by the release ${manifest.release}, which is newer than this one, ${release}. Restore it with that one.`)
  }
}

/**
 * Fills an installation that is empty, as its owner; what was there before it was ever used goes. All rows come in one
 * transaction. Afterwards it is asleep, see {@link isAsleep}; its next start brings the tables of an older release up to date.
 */
export async function restoreBackup(url: string, backup: Backup, progress: Progress): Promise<void> {
  await demandEmpty(url)
  await makeTables(url, backup.manifest.migrations)
  const client = new pg.Client({ connectionString: url, application_name: 'clusterpolisee-restore', options: '-c TimeZone=UTC -c statement_timeout=0' })
  await client.connect()
  try {
    await fillTables(client, backup, progress)
    await client.query('ANALYZE')
  } finally {
    await client.end()
  }
}
