import { fieldOf, type RecordMeta, type RunSql, type ValuesOf } from '@clusterpolisee/schema'
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../request/context.js'

type Viewer = Context['viewer']

/** What a recorded row holds; its identity, moment and author are given by the writing. */
export type Version<T extends object> = Partial<Omit<ValuesOf<T>, 'id' | 'version' | 'recordedAt' | 'recordedBy' | 'supersededAt'>>

/** Records what is known now in place of the open version of the same thing, which stays as history. Answers the identity of the new row. */
export async function recordVersion<T extends object>(run: RunSql, viewer: Viewer, record: RecordMeta<T>, values: Version<T>): Promise<string> {
  const same = record.versionsBy.map((name, index) => `${columnOf(record, name)} = $${index + 1}`)
  await run(
    `UPDATE ${record.table} SET superseded_at = moment_now(), version = version + 1 WHERE ${same.join(' AND ')} AND superseded_at IS NULL`,
    record.versionsBy.map((name) => (values as Readonly<Record<string, unknown>>)[name]),
  )
  const [id = ''] = await recordRows(run, viewer, record, [values])
  return id
}

/** Closes the versions with these identities: from now on something else is known, or will be in a moment. */
export async function supersedeRows(run: RunSql, record: RecordMeta, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await run(`UPDATE ${record.table} SET superseded_at = moment_now(), version = version + 1 WHERE id = ANY ($1)`, [ids])
}

/** Records rows beside those that are there, in one statement. Answers their identities in order. */
export async function recordRows<T extends object>(run: RunSql, viewer: Viewer, record: RecordMeta<T>, rows: readonly Version<T>[]): Promise<string[]> {
  if (rows.length === 0) return []
  const ids = rows.map(() => uuidv7())
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const columns = names.map((name) => columnOf(record, name)).join(', ')
  const placed = rows.map((row, index) => ({
    id: ids[index],
    ...Object.fromEntries(Object.entries(row).map(([name, value]) => [columnOf(record, name), value])),
  }))
  await run(
    `INSERT INTO ${record.table} (id, version, recorded_at, recorded_by_id, ${columns})
     SELECT n.id, 1, moment_now(), $2, ${names.map((name) => `n.${columnOf(record, name)}`).join(', ')}
     FROM json_populate_recordset(NULL::${record.table}, $1) n`,
    [JSON.stringify(placed), viewer.userId],
  )
  return ids
}

function columnOf(record: RecordMeta, name: string): string {
  const field = fieldOf(record, name)
  if (!field) throw new Error(`${record.name} has no field ${name}`)
  return field.column
}
