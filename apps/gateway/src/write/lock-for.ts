import { deedOf, or, type RecordMeta, type RunSql } from '@clusterpolisee/schema'
import { notFound } from '../kernel/errors.js'
import { isUuid } from '../kernel/uuid.js'
import type { Context } from '../request/context.js'
import { checkConditions } from './check-conditions.js'
import { checkDuring, decidingState, ownState } from './deciding-state.js'
import { checkVersion, type LockedRow, lockRow } from './write-record.js'

/** Which row a verb is asked of; without a version it is asked of whatever stands there. */
export interface Asked {
  readonly id: string
  readonly version: number | null
}

/** Locks a row for one of its record's own verbs: by its right, its version, its states and its conditions, as `can` tells them. */
export async function lockFor<T extends object>(
  run: RunSql,
  viewer: Context['viewer'],
  record: RecordMeta<T>,
  name: string,
  { id, version }: Asked,
): Promise<LockedRow<T>> {
  if (!isUuid(id)) throw notFound()
  const { by, unread, during, when = [] } = deedOf(record, name)
  const state = await decidingState(run, record, during, { id })
  const row = await lockRow(run, viewer, record, id, by, unread ? or(record.read, by) : record.read)
  if (version !== null) await checkVersion(run, viewer, record, row, version)
  checkDuring(during, during?.of === undefined ? ownState(record, row) : state)
  await checkConditions(run, record, id, when)
  return row
}
