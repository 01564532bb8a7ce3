import { type Catalogue, countedRelations, countName, fieldNamed, keyOf, relationNamed } from '../catalogue.js'
import { badInput } from '../errors.js'
import type { FieldModel, RecordModel, RelationModel, Row, Sql } from '../model.js'
import { present } from './present.js'
import { fieldSql, fromOf, joined, where } from './scope.js'
import type { Statement } from './statement.js'

/** One key of an order. */
export interface OrderKey {
  /** Says what the key is, in cursors. */
  readonly path: string
  readonly direction: 'ASC' | 'DESC'
  readonly nullable: boolean
  readonly sqlType: string
  readonly value: (row: Row) => Sql
  /** True: no index has this order; it may be sought among a bounded number of rows only. */
  readonly unindexed?: boolean
}

type OrderInput = Readonly<Record<string, unknown>>

/** The keys of an order; the record's key ends it, in the direction of the last key, so that it can be walked both ways. */
export function orderKeys(catalogue: Catalogue, statement: Statement, record: RecordModel, asked: readonly OrderInput[]): OrderKey[] {
  const keys = asked.length > 0 ? asked.map((input, index) => keyFor(catalogue, statement, record, input, index)) : defaultKeys(record)
  const last = keys.at(-1)
  const { column, sqlType } = keyOf(record)
  if (last?.path === 'id') return keys
  const end: OrderKey = { path: 'id', direction: last?.direction ?? 'ASC', nullable: false, sqlType, value: (row) => `${row.alias}.${column}` }
  return [...keys, end]
}

function defaultKeys(record: RecordModel): OrderKey[] {
  return (record.defaultOrder ?? []).flatMap(({ field: name, direction }) => {
    const field = fieldNamed(record, name)
    return field ? [{ path: name, direction, nullable: field.nullable, sqlType: field.sqlType, value: (row: Row) => placedSql(field, row) }] : []
  })
}

function keyFor(catalogue: Catalogue, statement: Statement, record: RecordModel, input: OrderInput, index: number): OrderKey {
  const entries = Object.entries(input).filter(([, given]) => given !== undefined && given !== null)
  const [first] = entries
  if (!first || entries.length > 1) throw badInput(['orderBy', index], 'ONE_FIELD', 'Each key of an order names exactly one field.')
  const [name, given] = first
  const { column, sqlType } = keyOf(record)
  if (name === 'id' || name === 'key') {
    return { path: 'id', direction: given as 'ASC' | 'DESC', nullable: false, sqlType, value: (row) => `${row.alias}.${column}` }
  }
  const field = fieldNamed(record, name)
  if (field) return { path: name, direction: given as 'ASC' | 'DESC', nullable: field.nullable, sqlType: field.sqlType, value: (row) => placedSql(field, row) }
  const counted = countedRelations(record).find((relation) => countName(relation) === name)
  if (counted) return byCount(catalogue, statement, record, counted, given as 'ASC' | 'DESC')
  return throughRelation(catalogue, statement, record, name, given as OrderInput, index)
}

/** A field's value with the rules by which it is ordered. */
export const placedSql = (field: FieldModel, row: Row): Sql => `${fieldSql(field, row)}${field.collation ? ` COLLATE ${field.collation}` : ''}`

/** By the number of related rows that the viewer may see. */
function byCount(catalogue: Catalogue, statement: Statement, record: RecordModel, relation: RelationModel, direction: 'ASC' | 'DESC'): OrderKey {
  const target = catalogue.record(relation.target)
  const value = (row: Row) => {
    const { row: at, conditions } = joined(statement, record, relation, target, row)
    return `(SELECT count(*) FROM ${fromOf(target, at)}${where([...conditions, ...present(target, at, { archived: false, history: false })])})`
  }
  return { path: countName(relation), direction, nullable: false, sqlType: 'bigint', value, unindexed: true }
}

/** A sub-select after the list's own conditions beats a join before them. */
function throughRelation(catalogue: Catalogue, statement: Statement, record: RecordModel, name: string, input: OrderInput, index: number): OrderKey {
  const relation = relationNamed(record, name)
  if (!relation) throw badInput(['orderBy', index], 'UNKNOWN_FIELD', `${record.name} cannot be ordered by ${name}.`)
  const target = catalogue.record(relation.target)
  const inner = keyFor(catalogue, statement, target, input, index)
  const value = (row: Row) => {
    const { row: at, conditions } = joined(statement, record, relation, target, row)
    return `(SELECT ${inner.value(at)} FROM ${fromOf(target, at)}${where(conditions)})`
  }
  return { ...inner, path: `${name}.${inner.path}`, nullable: true, value, unindexed: true }
}

/** ORDER BY text; rows without a value come last, and first when walked backwards. */
export function orderText(keys: readonly OrderKey[], row: Row, backward: boolean): Sql {
  return keys
    .map((key) => {
      const direction = (key.direction === 'ASC') === backward ? 'DESC' : 'ASC'
      return `${key.value(row)} ${direction}${key.nullable ? ` NULLS ${backward ? 'FIRST' : 'LAST'}` : ''}`
    })
    .join(', ')
}
