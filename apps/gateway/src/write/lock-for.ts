import { deedOf, type RecordMeta, type RunSql } from '@clusterpolisee/schema'
import { conflict, notFound } from '../kernel/errors.js'
import { isUuid } from '../kernel/uuid.js'
import type { Context } from '../request/context.js'
import { checkConditions } from './check-conditions.js'
import { conflictDetails } from './conflict-details.js'
import { checkDuring, decidingState, ownState } from './deciding-state.js'
import { type LockedRow, lockRow } from './write-record.js'

/** Locks a row for one of its record's own verbs: by its right, its version, its states and its conditions, as `can` tells them. */
export async function lockFor(run: RunSql, viewer: Context['viewer'], record: RecordMeta, name: string, id: string, version: number): Promise<LockedRow> {
  if (!isUuid(id)) throw notFound()
  const { by, during, when = [] } = deedOf(record, name)
  const state = await decidingState(run, record, during, { id })
  const row = await lockRow(run, viewer, record, id, by)
  if (row.version !== version) throw conflict(await conflictDetails(run, viewer, record, row, version, {}))
  checkDuring(during, during?.of === undefined ? ownState(record, row) : state)
  await checkConditions(run, record, id, when)
  return row
}
