import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { StartError } from '../kernel/start-error.js'
import { serverPrograms } from './server-programs.js'

/** A StartError when the files of a folder are of another major version than the server that comes along: it could not read them. */
export async function demandSameMajor(folder: string): Promise<void> {
  const [there, ours] = [readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim(), await majorOfServer()]
  if (there === ours) return
  throw new StartError(
    `The data in ${folder} are of PostgreSQL ${there}, and this release comes with ${ours}. Carry them over: with the release that was here before, npm run admin -- backup FILE; then with this one and another DATA_DIR, npm run admin -- restore FILE.`,
  )
}

async function majorOfServer(): Promise<string | undefined> {
  const { postgres } = await serverPrograms()
  const { stdout } = await promisify(execFile)(postgres, ['--version'])
  return /(\d+)\./.exec(stdout)?.[1]
}
