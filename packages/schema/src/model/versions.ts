import type { VersionsModel } from '@clusterpolisee/graph-sql'
import { fieldOf, type RecordMeta } from './registry.js'

/** True of what is recorded: never overwritten, its versions have moments. */
export const isRecorded = (record: RecordMeta): boolean => fieldOf(record, 'supersededAt') !== undefined

const isTakenBack = (record: RecordMeta): boolean => fieldOf(record, 'retracted') !== undefined

/** Which versions hold: not superseded, and not taken back. Of what is not recorded there are none. */
export function versionsOf(record: RecordMeta): { readonly versions?: VersionsModel } {
  if (!isRecorded(record)) return {}
  const toldBy = ['supersededAt', ...(isTakenBack(record) ? ['retracted'] : [])]
  return { versions: { toldBy, holds: ({ alias }) => `${alias}.superseded_at IS NULL${notTakenBack(record, alias)}` } }
}

/** The condition of a version that was known at a moment, and held then. */
export const heldAt = (record: RecordMeta, alias: string, moment: string): string =>
  `was_known(${alias}.recorded_at, ${alias}.superseded_at, ${moment})${notTakenBack(record, alias)}`

const notTakenBack = (record: RecordMeta, alias: string): string => (isTakenBack(record) ? ` AND NOT ${alias}.retracted` : '')
