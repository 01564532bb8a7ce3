import { type FieldMeta, type RecordMeta, type RunSql, recordMeta, User } from '@clusterpolisee/schema'
import { readableScope } from '../read/readable-scope.js'
import { StatementRow } from '../read/statement-row.js'
import type { Context } from '../request/context.js'
import { visibleFields } from './visible-fields.js'
import { type HeldRow, valuesOf } from './write-record.js'

/** What a CONFLICT tells: the record as it is, which of the caller's fields differ from it, who saved it and when. */
export async function conflictDetails(
  run: RunSql,
  viewer: Context['viewer'],
  record: RecordMeta,
  row: HeldRow,
  version: number,
  mine: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  const held = valuesOf(row)
  const seen = await visibleFields(run, viewer, record, row.id)
  const current = Object.fromEntries(seen.map((field) => [keyOf(field), held[field.name]]))
  const differing = seen.filter((field) => field.name in mine && text(mine[field.name]) !== text(held[field.name]))
  const last = await lastChange(run, viewer, row.id)
  return {
    version: row.version,
    yourVersion: version,
    current: { id: row.id, version: row.version, ...current },
    fields: differing.map(keyOf),
    by: last?.display_name ?? null,
    at: last?.at ?? null,
  }
}

/** When a record was changed last, and by whom, where the viewer knows that person. */
async function lastChange(run: RunSql, viewer: Context['viewer'], id: string): Promise<Record<string, unknown> | undefined> {
  const author = new StatementRow('u', viewer)
  const known = readableScope(recordMeta(User), author)
  const [last] = await author.run(
    run,
    `SELECT u.display_name, a.at FROM audit_entry a LEFT JOIN app_user u ON u.id = a.by_user_id AND ${known}
     WHERE a.record_id = ${author.constant(id, 'text')} ORDER BY a.at DESC LIMIT 1`,
  )
  return last
}

const keyOf = (field: FieldMeta) => (field.kind === 'belongsTo' ? `${field.name}Id` : field.name)

const text = (value: unknown) => JSON.stringify(value ?? null)
