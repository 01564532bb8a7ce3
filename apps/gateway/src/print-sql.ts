import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Compiled } from '@clusterpolisee/graph-sql'
import { type DocumentNode, parse, validate } from 'graphql'
import { format } from 'sql-formatter'
import { buildProduct } from './build-product.js'
import { readConfig } from './config.js'
import type { Database } from './database/database.js'
import { withDatabase } from './database/with-database.js'
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
  await withDatabase(readConfig(process.env), async (database) => {
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

await printSql().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
