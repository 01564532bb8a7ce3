import '@clusterpolisee/schema'
import { DataSource, getMetadataArgsStorage } from 'typeorm'
import { StartError } from '../kernel/start-error.js'
import { migrations } from './migrations/index.js'
import type { Migration } from './migrations/migration.js'

/** All tables that the schema declares: those of records, and those that are none. */
const entities = () => getMetadataArgsStorage().tables.map(({ target }) => target)

/** Milliseconds that a statement which changes tables waits for others, and those who come after it so for it. */
const LOCK_TIMEOUT = 3000

/** The tables as TypeORM sees them; used for migrations only. */
export function makeDataSource(url: string, poolSize: number, steps: readonly (new () => Migration)[] = migrations): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    poolSize,
    entities: entities(),
    migrations: [...steps],
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    migrationsTableName: 'migration',
    extra: { options: `-c TimeZone=UTC -c lock_timeout=${LOCK_TIMEOUT}`, application_name: 'clusterpolisee-migrate' },
  })
}

/** Connects; a server that is down, too old or refuses us is a StartError. `steps`: the migrations that it is to know. */
export async function connect(url: string, poolSize: number, steps?: readonly (new () => Migration)[]): Promise<DataSource> {
  const source = makeDataSource(url, poolSize, steps)
  try {
    await source.initialize()
  } catch (error) {
    throw unreachable(error, url)
  }
  const [row] = await source.query<{ version: number }[]>(`SELECT current_setting('server_version_num')::int AS version`)
  if ((row?.version ?? 0) < 150_000) {
    await source.destroy()
    throw new StartError('PostgreSQL at DATABASE_URL is older than 15. Use a newer server.')
  }
  return source
}

/** Why a server cannot be worked with. */
export function unreachable(error: unknown, url: string): StartError {
  const { hostname, port, pathname } = new URL(url)
  return new StartError(sentence((error as { code?: string }).code ?? '', `${hostname}:${port || 5432}`, pathname.slice(1)))
}

function sentence(code: string, server: string, database: string): string {
  if (code === '28P01' || code === '28000') return `PostgreSQL at ${server} refuses the user or password in DATABASE_URL. Correct them.`
  if (code === '3D000') return `PostgreSQL at ${server} has no database "${database}". Create it, or name another in DATABASE_URL.`
  return `PostgreSQL at ${server} does not answer. Start it, or correct DATABASE_URL.`
}
