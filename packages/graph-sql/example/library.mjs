// A library of two tables, asked in GraphQL: DATABASE_URL=postgres://… node library.mjs
import { answer, databaseFunctions, Engine, readSide } from '@clusterpolisee/graph-sql'
import { buildSchema, extendSchema, parse, validate } from 'graphql'
import pg from 'pg'

const tables = `
  CREATE TEMPORARY TABLE author (id uuid PRIMARY KEY, name text NOT NULL, email text);
  CREATE TEMPORARY TABLE book (id uuid PRIMARY KEY, author_id uuid NOT NULL, title text NOT NULL, pages int, published date, shelf text NOT NULL);
  INSERT INTO author SELECT md5(name)::uuid, name, lower(name) || '@example.org' FROM unnest(ARRAY['Élise', 'Marco', 'Zoe']) name;
  INSERT INTO book SELECT md5(title)::uuid, md5(author)::uuid, title, pages, published::date, shelf FROM (VALUES
    ('Élise', 'Rivers', 210, '2021-03-01', 'open'), ('Élise', 'Bridges', 340, '2023-09-15', 'open'), ('Élise', 'Letters', 90, '2023-11-02', 'closed'),
    ('Marco', 'Harbours', NULL, '2021-06-30', 'open'), ('Zoe', 'Notes', 55, '2022-01-10', 'closed')) b (author, title, pages, published, shelf);`

const field = (name, type, sqlType, more = {}) => ({ name, description: `${name}.`, type, sqlType, nullable: true, column: name, orderable: true, ...more })
const id = field('id', 'ID', 'uuid', { nullable: false, orderable: false })
const onShelves = (alias, { viewerValue }) => `${alias}.shelf = ANY (${viewerValue('shelves', 'text[]')})`

const author = {
  name: 'Author',
  singular: 'author',
  plural: 'authors',
  description: 'People who write.',
  table: 'author',
  fields: [
    id,
    field('name', 'String', 'text', { nullable: false, searchable: true }),
    // Narrower than the record: null for all but librarians.
    field('email', 'String', 'text', { visibleTo: ({ viewer }) => viewer.values.librarian === true }),
  ],
  relations: [{ name: 'books', description: 'What the author wrote.', kind: 'many', target: 'Book', column: 'author_id', orderable: true }],
  // An author is there for whoever may see a book of hers; coming from such a book there is nothing to ask.
  scope: (row) => row.reached?.record === 'Book' || `EXISTS (SELECT FROM book b WHERE b.author_id = ${row.alias}.id AND ${onShelves('b', row)})`,
  defaultOrder: [{ field: 'name', direction: 'ASC' }],
}

const book = {
  name: 'Book',
  singular: 'book',
  plural: 'books',
  description: 'Books.',
  table: 'book',
  fields: [id, field('title', 'String', 'text', { nullable: false }), field('pages', 'Int', 'integer'), field('published', 'Date', 'date')],
  relations: [{ name: 'author', description: 'Who wrote it.', kind: 'one', target: 'Author', column: 'author_id', orderable: true }],
  scope: (row) => onShelves(row.alias, row),
}

const model = { records: [author, book], enums: [] }
const base = buildSchema('scalar Date scalar DateTime scalar Decimal scalar Money type Query { version: String }')
const schema = extendSchema(base, parse(readSide(model, base)))
const engine = new Engine(model, schema)

/** Who reads: `shape` says which values there are, so that viewers of one shape share their plans. */
const viewerOf = (shelves, librarian = false) => ({ shape: librarian ? 'librarian' : 'reader', values: { shelves, librarian } })

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
