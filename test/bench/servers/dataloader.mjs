// The usual way: graphql-js walks the answer, resolvers ask PostgreSQL, DataLoader gathers what one level asks for.
import { readFileSync } from 'node:fs'
import { buildSchema, execute, parse, validate } from 'graphql'
import pg from 'pg'
import { makeLoaders, resolvers } from './dataloader-resolvers.mjs'
import { readBody, serve, signInFirst } from './http.mjs'
import { Sessions } from './session.mjs'

pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: Number(process.env.BENCH_POOL), options: '-c TimeZone=UTC' })
const sessions = new Sessions(pool)
const schema = buildSchema(readFileSync(new URL('../../../packages/contract/schema.graphql', import.meta.url), 'utf8'))
for (const [type, fields] of Object.entries(resolvers)) {
  for (const [name, resolve] of Object.entries(fields)) schema.getType(type).getFields()[name].resolve = resolve
}

/** Documents are parsed and validated once. */
const documents = new Map()

function documentOf(query) {
  const known = documents.get(query)
  if (known) return known
  const document = parse(query)
  const [error] = validate(schema, document)
  if (error) throw Object.assign(error, { status: 400 })
  documents.set(query, document)
  return document
}

serve(async (request) => {
  const [body, person] = await Promise.all([readBody(request), sessions.find(request.headers.cookie)])
  if (!person) throw signInFirst()
  const { query, variables } = JSON.parse(body)
  const contextValue = { pool, person, ...makeLoaders(pool, person) }
  return JSON.stringify(await execute({ schema, document: documentOf(query), contextValue, variableValues: variables, typeResolver: () => 'Pilot' }))
})
