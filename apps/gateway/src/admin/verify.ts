import { readFileSync } from 'node:fs'
import { withDatabase } from '../database/with-database.js'
import { StartError } from '../kernel/start-error.js'
import { readLogKey } from '../sealing/log-key.js'
import { type Verdict, verifyLog } from '../sealing/verify-log.js'
import type { Command } from './command.js'

/** Looks whether the log is as it was sealed; ends with 1 when it is not. */
export const verify: Command = {
  takes: '[CHECKPOINT]',
  does: 'finds every row of the audit and the security log that was changed, removed or inserted; of a file with a checkpoint, whether this log continues it',
  run: (config, [file]) =>
    withDatabase(config, async (database) => {
      const given = file === undefined ? null : readNote(file)
      print(await database.write(null, (run) => verifyLog(run, readLogKey(config), given)), given !== null)
    }),
}

function readNote(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new StartError(`${file} cannot be read.`)
  }
}

function print({ size, unsealed, forgotten, faults }: Verdict, isGiven: boolean): void {
  console.log(`${size} rows are sealed, ${unsealed} not yet.`)
  for (const rows of forgotten) console.log(`Forgotten by right: ${rows}`)
  for (const fault of faults) console.error(fault)
  if (faults.length > 0) process.exitCode = 1
  else console.log(`All are as they were sealed.${isGiven ? ' The log continues the given checkpoint.' : ''}`)
}
