import pg from 'pg'
import pino from 'pino'
import type { DataSource } from 'typeorm'
import { Connections } from '../database/connections.js'
import { connect } from '../database/data-source.js'
import { migrate } from '../database/migrate.js'
import { migrations } from '../database/migrations/index.js'
import { prepareJobQueue } from '../jobs/job-queue.js'

/** Makes the tables anew as they were after the migrations that are named, without triggers, and the queue's own. */
export async function makeTables(url: string, names: readonly string[]): Promise<void> {
  const source = await connect(
    url,
    2,
    migrations.filter((Migration) => names.includes(new Migration().name)),
  )
  try {
    await dropTables(source)
    await migrate(source, { tablesOnly: true })
  } finally {
    await source.destroy()
  }
  await prepareJobQueue(url, new Connections(pino({ level: 'silent' })))
}

async function dropTables(source: DataSource): Promise<void> {
  const tables = ['migration', 'sql_file', ...source.entityMetadatas.map(({ tableName }) => tableName)]
  await source.query(`DROP TABLE IF EXISTS ${tables.map(pg.escapeIdentifier).join(', ')} CASCADE`)
}
