import { allRecords, BY_NAME, type FieldMeta, isOrderedByName, type RecordMeta } from './model/index.js'

/** An index that a read needs. */
export interface ReadIndex {
  readonly name: string
  readonly table: string
  /** How and by what, as `USING gin (…)` or `(title, id)`. */
  readonly keys: string
}

/**
 * Indexes that TypeORM cannot declare, from the fields' `sort` and `search`: an order over all projects, the descending
 * order of a field that may be empty (rows without a value come last both ways), and trigrams of what is searched.
 */
export const readIndexes = (): readonly ReadIndex[] => allRecords().flatMap(indexesOf)

function indexesOf(record: RecordMeta): ReadIndex[] {
  const scoped = record.fields.some((field) => field.name === 'project')
  const orders = record.fields
    .filter((field) => field.sort && field.kind !== 'belongsTo')
    .flatMap((field) => [...(scoped ? orderIndexes(record, field, ['project_id']) : []), ...orderIndexes(record, field, [])])
  const searches = record.fields
    .filter((field) => field.search)
    .map((field) => index(record, `${field.column}_search`, `USING gin (search_form(${field.column}) gin_trgm_ops)`))
  return [...orders, ...searches, ...versionsBelow(record)]
}

/** What is recorded grows without end: its rows below one parent are read in their own order, the newest first. */
function versionsBelow(record: RecordMeta): ReadIndex[] {
  const order = record.fields.find((field) => field.name === record.order[0]?.field && field.sort)
  if (record.versionsBy.length === 0 || !order) return []
  const parents = allRecords().flatMap(({ many }) => many.filter((relation) => relation.target() === record.name).map(({ by }) => by))
  const keys = record.fields.filter((field) => parents.includes(field.name))
  return keys.map((key) => index(record, `${key.column}_${order.column}`, `(${key.column}, ${order.column}, id)`))
}

/** The plain ascending index of a project's records is TypeORM's already, except by the order of names. */
function orderIndexes(record: RecordMeta, field: FieldMeta, before: readonly string[]): ReadIndex[] {
  const { column, optional } = field
  const name = [...before, column].join('_')
  const placed = isOrderedByName(field) ? `${column} COLLATE ${BY_NAME}` : column
  const isOfAll = before.length === 0 && record.fields.some(({ name }) => name === 'project')
  const ascending = isOfAll ? `${name}_all` : isOrderedByName(field) ? `${name}_by_name` : null
  return [
    ...(ascending ? [index(record, ascending, `(${[...before, placed, 'id'].join(', ')})`)] : []),
    ...(optional ? [index(record, `${name}_desc`, `(${[...before, `${placed} DESC NULLS LAST`, 'id DESC'].join(', ')})`)] : []),
  ]
}

const index = ({ table }: RecordMeta, name: string, keys: string): ReadIndex => ({ name: `${table}_${name}_idx`.slice(0, 63), table, keys })
