import { contract, fieldOf, recordNamed } from '../api/contract'
import type { ChangesFragment } from '../api/documents.generated'

/** One field of one record that was changed. */
export type Change = ChangesFragment['nodes'][number]

/** A record, by its kind and identity. */
export interface RecordRef {
  readonly record: string
  readonly id: string
}

/** What one person did to one record at one moment. */
export interface Deed extends RecordRef {
  /** That of its newest change. */
  readonly key: string
  readonly at: string
  /** Who did it; null: not known, or nobody. */
  readonly by: string | null
  readonly changes: readonly Change[]
}

/** Milliseconds within which the changes of one transaction were written. */
const ONE_WRITE = 1000

/** True: so close that one transaction wrote both. */
export const isOneWrite = (one: string, other: string): boolean => Math.abs(Date.parse(one) - Date.parse(other)) <= ONE_WRITE

/** Changes, newest first, as deeds: what one person changed of a record at once is one. Kinds of records that are no more are left out. */
export function deedsOf(changes: readonly Change[]): Deed[] {
  const deeds: Deed[] = []
  for (const change of changes.filter(({ recordType }) => recordType in contract.records)) {
    const at = deeds.findIndex((deed) => isOf(deed, change))
    const deed = deeds[at]
    if (deed) deeds[at] = { ...deed, changes: [...deed.changes, change] }
    else deeds.push({ key: change.id, record: change.recordType, id: change.recordId, at: change.at, by: change.byName, changes: [change] })
  }
  return deeds
}

const isOf = (deed: Deed, change: Change): boolean =>
  deed.record === change.recordType && deed.id === change.recordId && deed.by === change.byName && isOneWrite(deed.changes.at(-1)?.at ?? deed.at, change.at)

const isIdentity = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)

/** The records that deeds speak of: those that were changed, and those that a relation led to and leads to. */
export function refsOf(deeds: readonly Deed[]): RecordRef[] {
  const all = deeds.flatMap(({ record, id, changes }) => [{ record, id }, ...changes.flatMap((change) => relatedTo(record, change))])
  return [...new Map(all.map((ref) => [ref.id, ref])).values()]
}

function relatedTo(record: string, { field, before, after }: Change): RecordRef[] {
  const target = fieldOf(recordNamed(record), field ?? '')?.target
  return target ? [before, after].filter(isIdentity).map((id) => ({ record: target, id })) : []
}
