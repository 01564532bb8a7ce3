import { existsSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Config } from '../config.js'
import { StartError } from '../kernel/start-error.js'
import { DataDirectory } from './data-directory.js'
import { Database } from './database.js'
import { runningServer, startEmbeddedServer } from './embedded-server.js'

/** For tools: the database of DATABASE_URL, else that of a gateway that runs, else that of its folder, which is started meanwhile. */
export async function withDatabase(
  { DATABASE_URL, DATA_DIR }: Pick<Config, 'DATABASE_URL' | 'DATA_DIR'>,
  work: (database: Database) => Promise<void>,
): Promise<void> {
  const directory = new DataDirectory(DATA_DIR)
  const url = DATABASE_URL ?? runningServer(directory)
  if (url) return onPool(url, work)
  if (!existsSync(join(DATA_DIR, 'postgres'))) throw new StartError(`There are no data in ${DATA_DIR} yet. Run npm start once, or set DATABASE_URL.`)
  directory.hold()
  const server = await startEmbeddedServer(directory)
  await onPool(server.url, work).finally(async () => {
    await server.stop()
    directory.release()
  })
}

async function onPool(url: string, work: (database: Database) => Promise<void>): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 2, options: '-c TimeZone=UTC' })
  // The pool has ended a little before its last socket has: the server may stop in between.
  pool.on('error', () => undefined)
  await work(new Database(pool)).finally(() => pool.end())
}
