import type { Predicate, RecordModel, Row } from '../model.js'

/** Which rows are asked for beside those that are there and hold. */
export interface Beside {
  /** True: archived rows too. */
  readonly archived: boolean
  /** True: versions too that do not hold now. */
  readonly history: boolean
}

/** Rows that are there and hold: neither archived, nor a former version of what is recorded. */
export function present({ archivedColumn, versions }: RecordModel, row: Row, { archived, history }: Beside): Predicate[] {
  return [archivedColumn && !archived ? `${row.alias}.${archivedColumn} IS NULL` : true, versions && !history ? versions.holds(row) : true]
}

/** What a filter of related rows speaks of is meant: archived ones by when they were archived, former versions by a field that tells them apart. */
export function spokenOf({ archivedColumn, versions, fields }: RecordModel, filter: Readonly<Record<string, unknown>>): Beside {
  const archived = fields.find(({ column }) => column !== undefined && column === archivedColumn)
  return { archived: archived !== undefined && archived.name in filter, history: versions?.toldBy.some((name) => name in filter) ?? false }
}
