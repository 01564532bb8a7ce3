import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Compiled } from '@clusterpolisee/graph-sql'
import { type DocumentNode, parse, validate } from 'graphql'
import pg from 'pg'
import { format } from 'sql-formatter'
import { buildProduct } from './build-product.js'
import { readConfig } from './config.js'
import { DataDirectory } from './database/data-directory.js'
import { Database } from './database/database.js'
import { runningServer, startEmbeddedServer } from './database/embedded-server.js'
import { StartError } from './kernel/start-error.js'
import type { ContextViewer } from './request/context.js'
import { readPerson, readStranger } from './request/viewers.js'

const USAGE = `npm run sql -- document.graphql [--as lead@example.org] [--variables '{…}'] [--operation name] [--plan]`

/** `npm run sql`: what a document becomes for a person (a stranger unless `--as` says who), and how PostgreSQL goes about it. */
async function printSql(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { as: { type: 'string' }, variables: { type: 'string', default: '{}' }, operation: { type: 'string' }, plan: { type: 'boolean', default: false } },
  })
  const [file] = positionals
  if (!file) throw new StartError(USAGE)
  const document = parse(readFileSync(resolve(process.env.INIT_CWD ?? '', file), 'utf8'))
  await withDatabase(async (database) => {
    const viewer = await viewerOf(database, values.as)
    const compiled = await compile(document, { variables: JSON.parse(values.variables), operationName: values.operation ?? null, viewer })
    console.log(readable(compiled))
    if (values.plan) console.log(`\n${await planOf(database, compiled)}`)
  })
}

async function viewerOf(database: Database, email: string | undefined): Promise<ContextViewer> {
  const viewer = email ? await readPerson(database, email) : await readStranger(database)
  if (!viewer) throw new StartError(`There is no account ${email}.`)
  return viewer
}

async function compile(
  document: DocumentNode,
  asked: { readonly variables: Record<string, unknown>; readonly operationName: string | null; readonly viewer: ContextViewer },
): Promise<Compiled> {
  const { schema, engine } = await buildProduct()
  const [error] = validate(schema, document)
  if (error) throw error
  return engine.compile({ document, ...asked })
}

/** The values as comments, then the text in lines. */
function readable({ text, values }: Compiled): string {
  const lines = values.map((value, index) => `-- $${index + 1} ${Buffer.isBuffer(value) ? 'identities, in binary' : JSON.stringify(value)}`)
  return [...lines, format(text, { language: 'postgresql', expressionWidth: 140 })].join('\n')
}

async function planOf(database: Database, { text, values }: Compiled): Promise<string> {
  const rows = await database.run(`EXPLAIN (ANALYZE) ${text}`, values)
  return rows.map((row) => String(row['QUERY PLAN'])).join('\n')
}

/** The database of DATABASE_URL, else that of a gateway that runs, else that of its folder, which is started meanwhile. */
async function withDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  const { DATABASE_URL, DATA_DIR } = readConfig(process.env)
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

await printSql().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
