import { backupSecret, readBackup, refuseNewerBackup, restoreBackup } from '../backup/index.js'
import { withIdleServer } from '../database/with-database.js'
import type { Command } from './command.js'
import { endProgress, showProgress } from './show-progress.js'

/** Fills an empty installation from a backup. */
export const restore: Command = {
  takes: 'FILE',
  does: 'reads a backup into an empty installation, all of it or nothing; it is asleep afterwards',
  async run(config, [path = '']) {
    const found = await readBackup(path, backupSecret(config))
    refuseNewerBackup(found.manifest)
    await withIdleServer(config, (url) => restoreBackup(url, found, showProgress).finally(endProgress))
    const { madeAt, release } = found.manifest
    console.log(`${found.rows} rows of ${madeAt} are here, from release ${release}. Start the gateway: people sign in with their passwords.`)
    console.log('It sends no mail, runs no waiting job, and takes no session, link or token of before, until: npm run admin -- wake')
  },
}
