import { type During, decider, machineOf, type RecordMeta, type RunSql } from '@clusterpolisee/schema'
import { badInput } from '../kernel/errors.js'
import { type HeldRow, valuesOf } from './write-record.js'

/** Which record's state decides: that of a row, or of the parent that a new row names. */
type At = { readonly id: string } | { readonly parent: unknown }

/**
 * The state that decides, of the record that `of` names; undefined where the row's own does. It is held first: whoever
 * moves that record waits for this write, or this write for the move.
 */
export async function decidingState(run: RunSql, record: RecordMeta, during: During | undefined, at: At): Promise<unknown> {
  if (during?.of === undefined) return undefined
  const { table, state, key } = decider(record, during)
  const which = 'id' in at ? `(SELECT t.${key} FROM ${record.table} t WHERE t.id = $1)` : '$1'
  const [found] = await run(`SELECT d.${state} AS state FROM ${table} d WHERE d.id = ${which} FOR SHARE OF d`, ['id' in at ? at.id : at.parent])
  return found?.state
}

/** The row's own state, by its record's machine. */
export const ownState = (record: RecordMeta, row: HeldRow): unknown => valuesOf(row)[machineOf(record.name)?.field ?? '']

/** Refuses what comes too early or too late, with the reason that `during` names. */
export function checkDuring(during: During | undefined, state: unknown): void {
  if (during && !during.states.includes(String(state))) throw badInput([{ path: [], code: during.code, message: during.message }])
}
