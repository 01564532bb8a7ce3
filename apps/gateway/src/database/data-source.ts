import { allRecords, BenchmarkEditionData, Creation, OneTimeLink, PilotProgress, SignInFailure } from '@clusterpolisee/schema'
import { DataSource } from 'typeorm'
import { StartError } from '../kernel/start-error.js'
import { migrations } from './migrations/index.js'

const entities = () => [...allRecords().map((record) => record.type), BenchmarkEditionData, Creation, OneTimeLink, PilotProgress, SignInFailure]

/** The tables as TypeORM sees them; used for migrations, and its pool for everything else. `timeout` of a statement in seconds; 0: none. */
export function makeDataSource(url: string, poolSize: number, timeout = 0): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    poolSize,
    entities: entities(),
    migrations,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    migrationsTableName: 'migration',
    // Starting parallel workers costs more than answers of a page take.
    extra: { options: `-c TimeZone=UTC -c max_parallel_workers_per_gather=0 -c statement_timeout=${timeout}s`, application_name: 'clusterpolisee' },
  })
}

/** Connects; a server that is down, too old or refuses us is a StartError. */
export async function connect(url: string, poolSize: number, timeout = 0): Promise<DataSource> {
  const source = makeDataSource(url, poolSize, timeout)
  const { hostname, port, pathname } = new URL(url)
  try {
    await source.initialize()
  } catch (error) {
    throw new StartError(sentence((error as { code?: string }).code ?? '', `${hostname}:${port || 5432}`, pathname.slice(1)))
  }
  const [row] = await source.query<{ version: number }[]>(`SELECT current_setting('server_version_num')::int AS version`)
  if ((row?.version ?? 0) < 150_000) {
    await source.destroy()
    throw new StartError('PostgreSQL at DATABASE_URL is older than 15. Use a newer server.')
  }
  return source
}

function sentence(code: string, server: string, database: string): string {
  if (code === '28P01' || code === '28000') return `PostgreSQL at ${server} refuses the user or password in DATABASE_URL. Correct them.`
  if (code === '3D000') return `PostgreSQL at ${server} has no database "${database}". Create it, or name another in DATABASE_URL.`
  return `PostgreSQL at ${server} does not answer. Start it, or correct DATABASE_URL.`
}
