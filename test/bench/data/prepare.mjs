import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sqlFiles } from '@clusterpolisee/schema'
import pg from 'pg'
import { connect } from '../../../apps/gateway/dist/database/data-source.js'
import { migrate } from '../../../apps/gateway/dist/database/migrate.js'
import { sizeOf } from './sizes.mjs'

/** What the cookie of the bench's person holds. */
export const SECRET = 'bench-session-of-a-member-of-every-project'

const here = import.meta.dirname
const migrations = join(here, '../../../apps/gateway/src/database/migrations')
const hashOf = (...texts) => createHash('sha256').update(texts.join('\0')).digest('hex')

/** The folder that keeps prepared databases: outside git, named by what they depend on. */
export function cacheFolder(root) {
  const tables = readdirSync(migrations).map((file) => readFileSync(join(migrations, file), 'utf8'))
  const functions = sqlFiles().map((file) => file.sql)
  const loading = ['load.sql', 'sizes.mjs'].map((file) => readFileSync(join(here, file), 'utf8'))
  const folder = join(root, '.bench', `data-${hashOf(...tables, ...functions, ...loading).slice(0, 12)}`)
  mkdirSync(folder, { recursive: true })
  return folder
}

/** Makes (the first time) the database of a size, and from it a fresh one to run on. Answers its address. */
export async function prepareDatabase(server, name, scale) {
  const prepared = `${name}_${Math.round(scale * 1000)}`
  const admin = new pg.Client({ connectionString: server.url })
  await admin.connect()
  try {
    const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [prepared])
    if (rowCount === 0) {
      await admin.query('DROP DATABASE IF EXISTS loading')
      await admin.query('CREATE DATABASE loading')
      await load(addressOf(server, 'loading'), sizeOf(name, scale))
      await admin.query(`ALTER DATABASE loading RENAME TO ${prepared}`)
    }
    await admin.query('DROP DATABASE IF EXISTS running')
    await admin.query(`CREATE DATABASE running TEMPLATE ${prepared} STRATEGY FILE_COPY`)
  } finally {
    await admin.end()
  }
  await runOn(addressOf(server, 'running'), [readFileSync(join(here, 'extras.sql'), 'utf8'), 'CHECKPOINT'])
  return addressOf(server, 'running')
}

function addressOf({ url }, database) {
  const address = new URL(url)
  address.pathname = `/${database}`
  return address.href
}

/** Ends statements that still run for a client that has gone, so that they do not slow the next one. */
export async function cancelStatements(url) {
  await runOn(url, ["SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND pid <> pg_backend_pid()"])
}

async function runOn(url, statements) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const sql of statements) await client.query(sql)
  } finally {
    await client.end()
  }
}

async function load(url, size) {
  const source = await connect(url, 2)
  await migrate(source)
  await source.destroy()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const settings = Object.entries({ ...size, token_hash: hashOf(SECRET) }).map(([key, value]) => `SET bench.${key} = '${value}';`)
    await client.query(`SET session_replication_role = replica; ${settings.join(' ')}`)
    await client.query(readFileSync(join(here, 'load.sql'), 'utf8'))
    await client.query('ANALYZE')
    await writeProgress(client)
    await client.query('VACUUM ANALYZE')
  } finally {
    await client.end()
  }
}

/** By the product's own function, a project at a time: it takes one lock for each pilot. */
async function writeProgress(client) {
  const { rows } = await client.query('SELECT id FROM project')
  for (const { id } of rows) await client.query('SELECT refresh_pilot_progress(ARRAY(SELECT id FROM pilot WHERE project_id = $1))', [id])
}
