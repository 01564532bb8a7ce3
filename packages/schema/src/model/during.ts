import type { Sql } from '@clusterpolisee/graph-sql'
import { machineOf } from './machine.js'
import { type During, fieldOf, type RecordMeta, recordMeta } from './registry.js'

/** Whose state decides on a record's plain writes: its table, the column of the state, and the column that leads there. */
export function decider(record: RecordMeta, { of }: During): { readonly table: string; readonly state: Sql; readonly key: Sql } {
  const relation = of === undefined ? undefined : fieldOf(record, of)
  const target = relation?.target ? recordMeta(relation.target()) : record
  const state = fieldOf(target, machineOf(target.name)?.field ?? '')
  if (!state || (of !== undefined && !relation)) throw new Error(`${record.name} cannot be written during states of ${of ?? 'itself'}`)
  return { table: target.table, state: state.column, key: relation?.column ?? 'id' }
}

/** True while plain writes of the row are in time, as SQL. */
export function duringSql(record: RecordMeta, during: During, alias: string): Sql {
  const { table, state, key } = decider(record, during)
  return isDuring(during, during.of === undefined ? `${alias}.${state}` : `(SELECT d.${state} FROM ${table} d WHERE d.id = ${alias}.${key})`)
}

/** True while a state is one of those in which the row is written, as SQL. */
export const isDuring = ({ states }: During, state: Sql): Sql => `${state} IN (${states.map((name) => `'${name}'`).join(', ')})`
