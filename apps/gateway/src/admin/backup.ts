import { backupSecret, checksumOf, writeBackup } from '../backup/index.js'
import { withOwner } from '../database/with-database.js'
import type { Command } from './command.js'
import { endProgress, showProgress } from './show-progress.js'
import { tellLog } from './tell-log.js'

/** Writes a backup. */
export const backup: Command = {
  takes: 'FILE',
  does: 'writes all data into a new file, as they are at one moment; encrypted when BACKUP_KEY_FILE or BACKUP_PASSPHRASE is set',
  async run(config, [path = '']) {
    const secret = backupSecret(config)
    await withOwner(config, async (url) => {
      const { tables, rows, bytes, foreign } = await writeBackup({ url, path, secret, progress: showProgress }).finally(endProgress)
      await tellLog(url, { kind: 'BACKED_UP', detail: `checksum ${await checksumOf(path)}` })
      if (foreign.length > 0) console.error(`Left out, being no tables of ClusterPoliSEE: ${foreign.join(', ')}.`)
      const kept = secret ? 'encrypted: keep the key elsewhere' : 'not encrypted: who has the file can read all of it'
      console.log(`${path}: ${tables} tables, ${rows} rows, ${(bytes / 1e6).toFixed(1)} MB, ${kept}.`)
    })
  },
}
