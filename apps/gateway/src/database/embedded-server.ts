import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { StartError } from '../kernel/start-error.js'
import { type DataDirectory, isAlive } from './data-directory.js'
import { demandSameMajor } from './demand-same-major.js'
import { demandScram, makeCluster, makeDatabase } from './make-cluster.js'
import { ServerProcess } from './server-process.js'

const DATABASE = 'clusterpolisee'
const OWNER = 'postgres'
const APPLICATION = 'clusterpolisee'

/** A PostgreSQL server of our own, on 127.0.0.1 and a free port, with its data in DATA_DIR. */
export interface EmbeddedServer {
  /** As its owner, who may do everything. */
  readonly url: string
  /** As the role of requests, which is made by {@link letApplicationIn}. */
  readonly applicationUrl: string
  stop(): Promise<void>
}

/**
 * Starts the embedded server, making its cluster and database the first time; recovers from a crash before. It is started
 * again when it dies, of which `tell` hears.
 */
export async function startEmbeddedServer(
  directory: DataDirectory,
  flags: readonly string[] = [],
  tell: (sentence: string) => void = () => undefined,
): Promise<EmbeddedServer> {
  const folder = join(directory.path, 'postgres')
  const isNew = !existsSync(join(folder, 'PG_VERSION'))
  if (!isNew) await demandSameMajor(folder)
  await stopOrphan(folder)
  const port = await freePort()
  const password = directory.secret('postgres-password')
  const own = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'jit=off']
  const server = new ServerProcess({ folder, port, flags: [...own, ...flags], tell })
  try {
    // PostgreSQL refuses to run as root; the user that it runs as must be able to pass through the folder.
    if (process.getuid?.() === 0) chmodSync(directory.path, 0o711)
    if (isNew) await makeCluster(folder, password, OWNER)
    else demandScram(folder)
    await server.start()
    if (isNew) await makeDatabase(urlOf(password, port, 'postgres'), DATABASE)
  } catch (error) {
    const detail = error instanceof Error ? error.message : ''
    throw new StartError(`The embedded PostgreSQL in ${folder} did not start. Its user must reach that folder: set DATA_DIR to one it can. (${detail})`)
  }
  const applicationUrl = urlOf(directory.secret('application-password'), port, DATABASE, APPLICATION)
  return { url: urlOf(password, port), applicationUrl, stop: () => server.stop() }
}

const urlOf = (password: string, port: number | string, database = DATABASE, role = OWNER) =>
  `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`

/** Where the server of a folder is that runs already; null when none does. */
export function runningServer(directory: DataDirectory): string | null {
  const file = join(directory.path, 'postgres/postmaster.pid')
  if (!existsSync(file)) return null
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n')
  return port && isAlive(Number(pid)) && isPostgres(Number(pid)) ? urlOf(directory.secret('postgres-password'), port) : null
}

/** After kill -9 of the gateway its server may still run: it is asked to stop, and its pid file goes when it is gone. */
async function stopOrphan(databaseDir: string): Promise<void> {
  const file = join(databaseDir, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  if (pid > 0 && isAlive(pid) && isPostgres(pid)) {
    process.kill(pid, 'SIGINT')
    for (let tries = 0; isAlive(pid) && tries < 300; tries += 1) await wait(100)
  }
  rmSync(file, { force: true })
}

/** Another program may have got the pid since; where that cannot be told, it is taken for the server. */
function isPostgres(pid: number): boolean {
  const file = `/proc/${pid}/cmdline`
  return !existsSync('/proc/self/cmdline') || (existsSync(file) && readFileSync(file, 'utf8').includes('postgres'))
}

/** A port that nobody listens on just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
