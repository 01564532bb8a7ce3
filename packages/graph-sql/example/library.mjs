// A library of two tables, asked in GraphQL: DATABASE_URL=postgres://… node library.mjs
import { answer, databaseFunctions } from '@clusterpolisee/graph-sql'
import { parse, validate } from 'graphql'
import pg from 'pg'
import { author, book, engineOf, tables, viewerOf } from './model.mjs'

const { engine, schema } = engineOf({ records: [author, book], enums: [] })

const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
await client.connect()
await client.query(`CREATE EXTENSION IF NOT EXISTS unaccent; CREATE EXTENSION IF NOT EXISTS pg_trgm; ${databaseFunctions} ${tables}`)

async function ask(viewer, query, variables = {}) {
  const document = parse(query)
  const errors = validate(schema, document)
  if (errors.length > 0) throw errors[0]
  const run = async ({ name, text, values }) => (await client.query({ name, text, values, rowMode: 'array' })).rows[0][0]
  console.log(await answer(engine.compile({ document, variables, viewer }), run))
}

const reader = viewerOf(['open'])
const librarian = viewerOf(['open', 'closed'], true)
const everyone = '{ authors { totalCount nodes { name email books(orderBy: [{ published: DESC }], first: 2) { nodes { title pages } } } } }'
await ask(reader, everyone)
await ask(librarian, everyone)
// A librarian who looks at what a reader sees: only what both may see.
await ask({ ...reader, also: librarian }, everyone)
await ask(reader, 'query ($words: String) { authors(search: $words) { nodes { name } } }', { words: 'elise' })
await ask(reader, '{ books(filter: { author: { name: { eq: "Marco" } } }, orderBy: [{ author: { name: DESC } }]) { nodes { title author { name } } } }')
await ask(
  librarian,
  `{ booksSummary(groupBy: [PUBLISHED_YEAR]) { groups(orderBy: [{ sum: { pages: DESC } }]) {
    key { publishedYear } count long: count(filter: { pages: { gte: 200 } }) sum { pages } } } }`,
)
const feed = engine.compileFeed({ list: 'books', format: 'csv', viewer: reader })
for (const [line] of (await client.query({ text: feed.text, values: feed.values, rowMode: 'array' })).rows) console.log(line)
await client.end()
