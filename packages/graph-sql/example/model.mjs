// A library of two tables: what the engine is told of it, and its schema.
import { Engine, readSide } from '@clusterpolisee/graph-sql'
import { buildSchema, extendSchema, parse } from 'graphql'

export const tables = `
  CREATE TEMPORARY TABLE author (id uuid PRIMARY KEY, name text NOT NULL, email text);
  CREATE TEMPORARY TABLE book (id uuid PRIMARY KEY, author_id uuid NOT NULL, title text NOT NULL, pages int, published date, shelf text NOT NULL);
  INSERT INTO author SELECT md5(name)::uuid, name, lower(name) || '@example.org' FROM unnest(ARRAY['Élise', 'Marco', 'Zoe']) name;
  INSERT INTO book SELECT md5(title)::uuid, md5(author)::uuid, title, pages, published::date, shelf FROM (VALUES
    ('Élise', 'Rivers', 210, '2021-03-01', 'open'), ('Élise', 'Bridges', 340, '2023-09-15', 'open'), ('Élise', 'Letters', 90, '2023-11-02', 'closed'),
    ('Marco', 'Harbours', NULL, '2021-06-30', 'open'), ('Zoe', 'Notes', 55, '2022-01-10', 'closed')) b (author, title, pages, published, shelf);`

/** @returns {import('@clusterpolisee/graph-sql').FieldModel} */
export const field = (name, type, sqlType, more = {}) => ({
  ...{ name, description: `${name}.`, type, sqlType, nullable: true, column: name, orderable: true },
  ...more,
})
export const id = field('id', 'ID', 'uuid', { nullable: false, orderable: false })
const onShelves = (alias, { viewerValue }) => `${alias}.shelf = ANY (${viewerValue('shelves', 'text[]')})`

/** @type {import('@clusterpolisee/graph-sql').RecordModel} */
export const author = {
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

/** @type {import('@clusterpolisee/graph-sql').RecordModel} */
export const book = {
  name: 'Book',
  singular: 'book',
  plural: 'books',
  description: 'Books.',
  table: 'book',
  fields: [id, field('title', 'String', 'text', { nullable: false }), field('pages', 'Int', 'integer'), field('published', 'Date', 'date')],
  relations: [{ name: 'author', description: 'Who wrote it.', kind: 'one', target: 'Author', column: 'author_id', orderable: true }],
  scope: (row) => onShelves(row.alias, row),
}

/** The engine over a model, and the schema that documents are validated against. */
export function engineOf(model) {
  const base = buildSchema('scalar Date scalar DateTime scalar Decimal scalar Money scalar JSON type Query { version: String }')
  const schema = extendSchema(base, parse(readSide(model, base)))
  return { schema, engine: new Engine(model, schema) }
}

/** Who reads: `shape` says which values there are, so that viewers of one shape share their plans. */
export const viewerOf = (shelves, librarian = false) => ({ shape: librarian ? 'librarian' : 'reader', values: { shelves, librarian } })
