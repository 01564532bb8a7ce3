import { isNode, keyOf } from '../catalogue.js'
import type { FieldModel, Predicate, RecordModel, RelationModel, Row, Sql } from '../model.js'
import { jsonObject, jsonText } from './json-text.js'
import { type Beside, present } from './present.js'
import { fieldSql, fromOf, joined, scoped, where } from './scope.js'
import type { Statement } from './statement.js'

export type FeedFormat = 'csv' | 'json'

/** A column of a feed: a field of the record, or the key of a related one. */
export interface FeedColumn {
  readonly name: string
  readonly type: string
  readonly description: string
  readonly nullable: boolean
}

type Source = { readonly field: FieldModel } | { readonly relation: RelationModel }

const isFlat = (field: FieldModel) =>
  !field.object &&
  !field.parts &&
  !field.from &&
  !field.list &&
  field.type !== 'JSON' &&
  (field.args ?? []).every(({ defaultValue }) => defaultValue !== undefined)

function sourcesOf(record: RecordModel): (Source & { column: FeedColumn })[] {
  const fields = record.fields.filter(isFlat).map((field) => {
    const { name, type, description, nullable } = field
    return { field, column: { name, type, description, nullable } }
  })
  const keys = record.relations
    .filter((relation) => relation.kind === 'one')
    .map((relation) => ({ relation, column: { name: `${relation.name}Id`, type: 'ID', description: `Key: ${relation.description}`, nullable: true } }))
  return [...fields, ...keys]
}

/** The columns of a record's feed, in their order. */
export const feedColumns = (record: RecordModel): FeedColumn[] => sourcesOf(record).map(({ column }) => column)

/** What a feed asks for beside its record. */
export interface FeedRequest {
  readonly record: RecordModel
  readonly format: FeedFormat
  /** Placeholders of the list's own arguments. */
  readonly args: Readonly<Record<string, Sql | null>>
  /** Further conditions of the rows. */
  readonly where: (row: Row) => readonly Predicate[]
  /** Which rows beside those that are there and hold. */
  readonly beside: Beside
  readonly target: (name: string) => RecordModel
}

/** One text per row, in the order of the key: a line of CSV, or a JSON object. */
export function feedText(statement: Statement, { record, format, args, where: further, beside, target }: FeedRequest): Sql {
  const row = statement.row(statement.alias(record.table || record.singular.toLowerCase()))
  const sources = sourcesOf(record).map((source) => ({ ...cellOf(statement, record, row, source, target), name: source.column.name }))
  const line =
    format === 'json' ? jsonObject(sources.map(({ name, field, value }) => [name, jsonText(field, value)])) : sources.map(csvCell).join(` || ',' || `)
  const conditions = where([scoped(record.scope, row), ...present(record, row, beside), ...further(row)])
  return `SELECT ${line} FROM ${fromOf(record, row, args)}${conditions} ORDER BY ${row.alias}.${keyOf(record).column}`
}

interface Cell {
  readonly field: Pick<FieldModel, 'type' | 'sqlType' | 'nullable' | 'list'>
  readonly value: Sql
}

function cellOf(statement: Statement, record: RecordModel, row: Row, source: Source, target: (name: string) => RecordModel): Cell {
  if ('field' in source) return { field: source.field, value: fieldSql(source.field, row) }
  const field = { type: 'ID', sqlType: 'uuid', nullable: true }
  const related = target(source.relation.target)
  const { row: at, conditions } = joined(statement, record, source.relation, related, row)
  const [, ...scopes] = conditions
  if (scopes.every((scope) => scope === true)) return { field, value: `${row.alias}.${source.relation.column}` }
  return { field, value: `(SELECT ${at.alias}.id FROM ${fromOf(related, at)}${where(conditions)})` }
}

const numbers = new Set(['Int', 'Float', 'Decimal', 'Money'])

/** Numbers and days stay bare; texts are quoted, and `csv_text` keeps a spreadsheet from taking one for a formula. */
function csvCell({ field, value }: Cell): Sql {
  if (numbers.has(field.type)) return `coalesce(trim_scale((${value})::numeric)::text, '')`
  if (field.type === 'Date') return `coalesce(to_char(${value}, 'YYYY-MM-DD'), '')`
  if (field.type === 'DateTime') return `coalesce(to_char((${value}) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '')`
  if (field.type === 'Boolean' || field.sqlType === 'uuid') return `coalesce((${value})::text, '')`
  return `coalesce(csv_text((${value})::text), '')`
}

/** Records that have a feed: those with a list of their own. */
export const hasFeed = (record: RecordModel): boolean => record.root !== false && (isNode(record) || record.key !== undefined)
