import { withDatabase } from '../database/with-database.js'
import { readLogKey } from '../sealing/log-key.js'
import { sealNewRows } from '../sealing/seal-log.js'
import type { Command } from './command.js'

/** Prints what can be handed to somebody else, who later proves by it that nothing before was changed. */
export const checkpoint: Command = {
  takes: '',
  does: 'seals what is new, and prints the newest checkpoint of the log to keep elsewhere; the key to check it by goes to the error output',
  run: (config) =>
    withDatabase(config, async (database) => {
      const key = readLogKey(config)
      await sealNewRows(database, key)
      const [newest] = await database.run('SELECT note FROM log_checkpoint ORDER BY size DESC, at DESC LIMIT 1')
      process.stdout.write(String(newest?.note ?? ''))
      console.error(key.verifier())
    }),
}
