import { author, book, engineOf, field, id, tables, viewerOf } from '../example/model.mjs'
import type { ArgumentsSql, FieldModel, Model, RecordModel, RelationModel, Row, Viewer } from '../src/model.js'

const isLibrarian = ({ viewer }: Row): boolean => viewer.values.librarian === true

/** The example's library with what it needs to use every feature of the engine once. */
export const moreTables = `${tables}
  ALTER TABLE book ADD withdrawn_at timestamptz, ADD subjects text[] NOT NULL DEFAULT '{}', ADD facts jsonb, ADD title_it text;
  UPDATE book SET withdrawn_at = '2024-02-01T10:00:00Z' WHERE title = 'Notes';
  UPDATE book SET subjects = ARRAY['water', 'towns'], facts = '{"isbn": "978-0"}', title_it = 'Ponti' WHERE title = 'Bridges';
  CREATE TEMPORARY TABLE loan (id uuid PRIMARY KEY, book_id uuid NOT NULL, reader text, state text NOT NULL, lent_at timestamptz NOT NULL, fee numeric(8, 2), lost boolean NOT NULL);
  INSERT INTO loan SELECT md5(title || lent_at)::uuid, md5(title)::uuid, reader, state, lent_at::timestamptz, fee, state = 'LOST' FROM (VALUES
    ('Rivers', 'Ada', 'RETURNED', '2023-12-31T23:30:00.5Z', 1.50), ('Rivers', 'Ben', 'LENT', '2024-01-08T09:00:00Z', NULL),
    ('Bridges', 'Ada', 'LOST', '2024-01-15T12:00:00Z', 20), ('Letters', NULL, 'LENT', '2024-02-01T08:15:00Z', 0.25)) l (title, reader, state, lent_at, fee);
  CREATE TEMPORARY TABLE price (id uuid PRIMARY KEY, book_id uuid NOT NULL, amount numeric(8, 2), ended_at timestamptz);
  INSERT INTO price SELECT md5(title || amount)::uuid, md5(title)::uuid, amount, ended_at::timestamptz FROM (VALUES
    ('Rivers', 10, '2024-01-01T00:00:00Z'), ('Rivers', 12, NULL), ('Bridges', 20, '2024-01-01T00:00:00Z'), ('Letters', 7, NULL)) p (title, amount, ended_at);
  CREATE FUNCTION pg_temp.shelf_use(since date) RETURNS TABLE (shelf text, loans bigint) LANGUAGE sql
    AS $$ SELECT b.shelf, count(l.id) FROM book b LEFT JOIN loan l ON l.book_id = b.id AND (since IS NULL OR l.lent_at >= since) GROUP BY b.shelf $$;
  CREATE FUNCTION pg_temp.months_of(book uuid, since date) RETURNS TABLE (month date, loans bigint) LANGUAGE sql
    AS $$ SELECT date_trunc('month', lent_at)::date, count(*) FROM loan WHERE book_id = book AND (since IS NULL OR lent_at >= since) GROUP BY 1 $$;`

const language = { name: 'language', type: 'String', sqlType: 'text', description: 'Language.', defaultValue: '"en"' }

const can: FieldModel = {
  ...{ name: 'can', description: 'What the viewer may do.', type: 'BookCan', nullable: true, sqlType: 'text' },
  object: [
    { name: 'lend', description: 'Lend it.', type: 'Boolean', nullable: false, sqlType: 'boolean', sql: ({ alias }) => `${alias}.withdrawn_at IS NULL` },
    { name: 'because', description: 'Why not.', type: 'String', nullable: true, sqlType: 'text', sql: (row) => row.constant('withdrawn', 'text') },
  ],
  visibleTo: isLibrarian,
}

const since = { name: 'since', type: 'Date', sqlType: 'date', description: 'From this day on.' }

/** What a function works out for a book: its greatest month, whole or as one figure. */
const busiest: FieldModel = {
  ...{ name: 'busiest', description: 'Its busiest month.', type: 'BusyMonth', nullable: true, sqlType: 'text', args: [since] },
  from: ({ alias }, { since: day }) => `(SELECT * FROM pg_temp.months_of(${alias}.id, ${day ?? 'NULL'}) ORDER BY loans DESC, month LIMIT 1)`,
  object: [
    { name: 'month', description: 'Its first day.', type: 'Date', nullable: false, sqlType: 'date', column: 'month' },
    { name: 'loans', description: 'Loans in it.', type: 'Int', nullable: false, sqlType: 'bigint', column: 'loans' },
  ],
}
const { object: _, ...figure } = busiest
const most: FieldModel = { ...figure, name: 'most', description: 'Loans in its busiest month.', type: 'Int', sqlType: 'bigint', column: 'loans' }

const month: RecordModel = {
  ...{
    name: 'Month',
    singular: 'month',
    plural: 'months',
    description: 'Loans of a month.',
    table: '',
    key: { column: 'month', sqlType: 'date' },
    root: false,
  },
  fields: [field('day', 'Date', 'date', { nullable: false, column: 'month' }), field('loans', 'Int', 'bigint', { nullable: false })],
  relations: [],
  scope: () => true,
}

const months: RelationModel = {
  ...{ name: 'months', description: 'Loans by month.', kind: 'many', target: 'Month', column: 'month', args: [since] },
  from: ({ alias }, { since: day }) => `pg_temp.months_of(${alias}.id, ${day ?? 'NULL'})`,
}

const books: RecordModel = {
  ...book,
  fields: [
    ...book.fields.map((known) => (known.name === 'title' ? { ...known, searchable: true } : known)),
    field('withdrawnAt', 'DateTime', 'timestamptz', { column: 'withdrawn_at' }),
    field('subjects', 'String', 'text[]', { nullable: false, list: true, orderable: false, filterable: false }),
    field('facts', 'JSON', 'jsonb', { orderable: false }),
    { name: 'titleIn', description: 'Title in a language.', type: 'String', nullable: true, sqlType: 'text', args: [language], sql: titleIn },
    can,
    busiest,
    most,
  ],
  relations: [
    ...book.relations,
    { name: 'loans', description: 'Who had it.', kind: 'many', target: 'Loan', column: 'book_id', orderable: true },
    { name: 'prices', description: 'What it cost, and costs.', kind: 'many', target: 'Price', column: 'book_id', orderable: true },
    {
      name: 'sameShelf',
      description: 'Beside it.',
      kind: 'many',
      target: 'Shelf',
      column: 'shelf',
      from: ({ alias }) => `(SELECT ${alias}.shelf, 1 AS loans)`,
    },
    months,
  ],
  archivedColumn: 'withdrawn_at',
}

/** Filters, orders and feeds name a field without its arguments: then the default holds. */
function titleIn({ alias }: Row, { language: asked }: ArgumentsSql): string {
  return `CASE WHEN ${asked ?? "'en'"} = 'it' THEN ${alias}.title_it ELSE ${alias}.title END`
}

const loan: RecordModel = {
  ...{ name: 'Loan', singular: 'loan', plural: 'loans', description: 'Who had which book.', table: 'loan', scope: isLoanOfAVisibleBook },
  fields: [
    id,
    field('reader', 'String', 'text', { searchable: true, visibleTo: isLibrarian }),
    field('state', 'LoanState', 'text', { nullable: false }),
    field('lentAt', 'DateTime', 'timestamptz', { nullable: false, column: 'lent_at' }),
    field('fee', 'Decimal', 'numeric'),
    field('lost', 'Boolean', 'boolean', { nullable: false }),
  ],
  relations: [{ name: 'book', description: 'Which book.', kind: 'one', target: 'Book', column: 'book_id', orderable: true, required: true }],
}

/** Recorded in versions: the former ones have ended. */
const price: RecordModel = {
  ...{ name: 'Price', singular: 'price', plural: 'prices', description: 'What a book costs.', table: 'price', scope: () => true },
  fields: [id, field('amount', 'Decimal', 'numeric'), field('endedAt', 'DateTime', 'timestamptz', { column: 'ended_at' })],
  relations: [{ name: 'book', description: 'Which book.', kind: 'one', target: 'Book', column: 'book_id', required: true }],
  versions: { holds: ({ alias }) => `${alias}.ended_at IS NULL`, toldBy: ['endedAt'] },
}

/** Looks into another table, and so says it otherwise where each row is asked by itself. */
function isLoanOfAVisibleBook({ reached, alias, byRow, viewerValue }: Row): string | true {
  if (reached?.record === 'Book') return true
  const shelves = viewerValue('shelves', 'text[]')
  return `EXISTS (SELECT FROM book b WHERE b.id = ${alias}.book_id AND b.shelf = ANY (${shelves})${byRow ? ' OFFSET 0' : ''})`
}

const shelf: RecordModel = {
  ...{ name: 'Shelf', singular: 'shelf', plural: 'shelves', description: 'How much shelves are used.', table: '', key: { column: 'shelf', sqlType: 'text' } },
  args: [since],
  from: (_row, { since: day }) => `pg_temp.shelf_use(${day ?? 'NULL'})`,
  fields: [field('key', 'String', 'text', { nullable: false, column: 'shelf' }), field('loans', 'Int', 'bigint', { nullable: false })],
  relations: [],
  scope: () => true,
  summary: false,
}

/** Authors stand as people look their names up: Élise before Marco. */
const authors: RecordModel = {
  ...author,
  fields: author.fields.map((known) => (known.name === 'name' ? { ...known, collation: '"und-x-icu"' } : known)),
}

/** The whole model. */
export const model: Model = {
  records: [authors, books, loan, price, shelf, month],
  enums: [{ name: 'LoanState', description: 'Where a book is.', values: ['LENT', 'RETURNED', 'LOST'] }],
  singles: [
    {
      name: 'newestBook',
      description: 'The last one that came.',
      record: 'Book',
      where: ({ alias }) => `${alias}.published = (SELECT max(published) FROM book)`,
    },
  ],
}

/** Makes an engine and its schema anew. */
export const makeLibrary = () => engineOf(model)

const reader: Viewer = viewerOf(['open'])
const librarian: Viewer = viewerOf(['open', 'closed'], true)

/** Who may stand in a document's first lines. */
export const viewers: Readonly<Record<string, Viewer>> = {
  reader,
  librarian,
  nobody: viewerOf([]),
  'reader, seen by librarian': { ...reader, also: librarian },
}
