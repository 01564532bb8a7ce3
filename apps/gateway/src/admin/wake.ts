import { isAsleep, wakeUp } from '../backup/index.js'
import { withDatabase } from '../database/with-database.js'
import { logEvent } from '../request/security-log.js'
import type { Command } from './command.js'

/** Lets a restored installation take the former one's place. */
export const wake: Command = {
  takes: '',
  does: 'of a restored installation, when the former one is gone: takes its sessions, links and tokens again; mails and jobs from the next start on',
  run: (config) =>
    withDatabase(config, async (database) => {
      if (!(await isAsleep(database.run))) return console.log('This installation is awake.')
      await database.write(null, async (run) => {
        await wakeUp(run)
        await logEvent(run, null, { kind: 'RESTORED', detail: 'awake' })
      })
      console.log('Awake: sessions, links and tokens of before are good again. Start the gateway anew, and it sends the mails and runs the jobs that waited.')
    }),
}
