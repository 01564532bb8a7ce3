import { existsSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Config } from '../config.js'
import { StartError } from '../kernel/start-error.js'
import { DataDirectory } from './data-directory.js'
import { Database } from './database.js'
import { runningServer, startEmbeddedServer } from './embedded-server.js'

/** For tools: the database of DATABASE_URL, else that of a gateway that runs, else that of its folder, which is started meanwhile. */
export const withDatabase = (config: Pick<Config, 'DATABASE_URL' | 'DATA_DIR'>, work: (database: Database) => Promise<void>): Promise<void> =>
  withServer(config.DATABASE_URL, config.DATA_DIR, (url) => onPool(url, work))

/** The same as the owner of the tables, by an address. */
export const withOwner = (config: Config, work: (url: string) => Promise<void>): Promise<void> => withServer(ownerUrlOf(config), config.DATA_DIR, work)

/** Where the tables' owner is let in; undefined: PostgreSQL comes along. */
export const ownerUrlOf = ({ DATABASE_URL, DATABASE_DIRECT_URL = DATABASE_URL, DATABASE_OWNER_URL = DATABASE_DIRECT_URL }: Config): string | undefined =>
  DATABASE_URL && DATABASE_OWNER_URL

async function withServer(given: string | undefined, folder: string, work: (url: string) => Promise<void>): Promise<void> {
  const directory = new DataDirectory(folder)
  const url = given ?? runningServer(directory)
  if (url) return work(url)
  if (!existsSync(join(folder, 'postgres'))) throw new StartError(`There are no data in ${folder} yet. Run npm start once, or set DATABASE_URL.`)
  directory.hold()
  await onFolder(directory, work)
}

async function onFolder(directory: DataDirectory, work: (url: string) => Promise<void>): Promise<void> {
  try {
    const server = await startEmbeddedServer(directory)
    await work(server.url).finally(() => server.stop())
  } finally {
    directory.release()
  }
}

/** For an installation that is to be filled: the server of DATABASE_URL, else a folder's, which is made if need be. A StartError when a gateway runs on it. */
export async function withIdleServer(config: Config, work: (url: string) => Promise<void>): Promise<void> {
  const url = ownerUrlOf(config)
  if (url) return work(url)
  const directory = new DataDirectory(config.DATA_DIR)
  directory.hold()
  await onFolder(directory, work)
}

async function onPool(url: string, work: (database: Database) => Promise<void>): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 2, options: '-c TimeZone=UTC' })
  // The pool has ended a little before its last socket has: the server may stop in between.
  pool.on('error', () => undefined)
  await work(new Database(pool)).finally(() => pool.end())
}
