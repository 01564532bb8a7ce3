import type { FieldModel, Predicate, Reached, RecordModel, RelationModel, Row, Scope, Sql } from '../model.js'
import { allOf } from '../predicate.js'
import type { Statement } from './statement.js'

/** ` WHERE …` of predicates, or nothing. */
export function where(parts: readonly Predicate[]): Sql {
  const all = allOf(parts)
  return all === true ? '' : ` WHERE ${all}`
}

/** A scope over a row, for each who must be allowed. */
export function scoped(scope: Scope | undefined, row: Row): Predicate {
  if (!scope) return true
  return allOf(row.also ? [scope(row), scope(row.also)] : [scope(row)])
}

/** A scope that each row of a page is asked by itself; PostgreSQL then plans the page for any viewer alike, and so only once. */
export function scopedByRow(scope: Scope | undefined, row: Row): Predicate {
  const asked = { ...row, byRow: true, ...(row.also ? { also: { ...row.also, byRow: true } } : {}) }
  const predicate = scoped(scope, asked)
  return typeof predicate === 'string' ? `CASE WHEN ${predicate} THEN true ELSE false END` : predicate
}

/** What stands after FROM for a record. */
export function fromOf(record: RecordModel, row: Row, args: Readonly<Record<string, Sql | null>> = {}, asks: (field: string) => boolean = () => true): Sql {
  return `${record.from ? record.from(row, args, asks) : record.table} ${row.alias}`
}

/** A value behind a narrower right: outside it the value is null, wherever it stands. */
export function guarded(value: Sql, scope: Scope | undefined, row: Row): Sql {
  const allowed = scoped(scope, row)
  if (allowed === true) return value
  return allowed === false ? 'NULL' : `CASE WHEN ${allowed} THEN ${value} END`
}

/** A field's value as SQL, rights included. */
export function fieldSql(field: FieldModel, row: Row, args: Readonly<Record<string, Sql | null>> = {}): Sql {
  const value = field.from ? workedOut(field, field.from(row, args), row) : field.sql ? `(${field.sql(row, args)})` : `${row.alias}.${field.column}`
  const typed = guarded(value, field.visibleTo, row)
  return typed === 'NULL' ? `NULL::${field.sqlType}` : typed
}

function workedOut(field: FieldModel, from: Sql, row: Row): Sql {
  const at = row.freshAlias(field.name.toLowerCase())
  return `(SELECT ${at}.${field.column} FROM ${from} ${at} LIMIT 1)`
}

/** The related row's condition and the row itself, as seen from a parent row. `byRow`: the scope when each row is asked by itself. */
export function joined(statement: Statement, record: RecordModel, relation: RelationModel, target: RecordModel, parent: Row) {
  const reached: Reached = { record: record.name, relation: relation.name }
  const row = statement.row(statement.alias(target.table || target.name.toLowerCase()), reached)
  const foreign = target.fields.find((field) => field.column === relation.column)
  const parentKey = foreign?.sqlType === 'text' ? `${parent.alias}.id::text` : `${parent.alias}.id`
  const link = relation.kind === 'one' ? `${row.alias}.id = ${parent.alias}.${relation.column}` : `${row.alias}.${relation.column} = ${parentKey}`
  const first = [link, scoped(relation.visibleTo, parent)] as const
  return { row, conditions: [...first, scoped(target.scope, row)] as const, byRow: () => [...first, scopedByRow(target.scope, row)] as const }
}
