import { compileRule, type FieldMeta, type RecordMeta, type RunSql } from '@clusterpolisee/schema'
import { StatementRow } from '../read/statement-row.js'
import type { Context } from '../request/context.js'
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
  const [last] = await run(
    `SELECT u.display_name, a.at FROM audit_entry a LEFT JOIN app_user u ON u.id = a.by_user_id WHERE a.record_id = $1 ORDER BY a.at DESC LIMIT 1`,
    [row.id],
  )
  return {
    version: row.version,
    yourVersion: version,
    current: { id: row.id, version: row.version, ...current },
    fields: differing.map(keyOf),
    by: last?.display_name ?? null,
    at: last?.at ?? null,
  }
}

const keyOf = (field: FieldMeta) => (field.kind === 'belongsTo' ? `${field.name}Id` : field.name)

const text = (value: unknown) => JSON.stringify(value ?? null)

async function visibleFields(run: RunSql, viewer: Context['viewer'], record: RecordMeta, id: string): Promise<FieldMeta[]> {
  const narrow = record.fields.filter((field) => field.visibleTo)
  if (narrow.length === 0) return [...record.fields]
  const row = new StatementRow('t', viewer)
  const key = row.constant(id, 'uuid')
  const checks = narrow.map((field) => `coalesce(${compileRule(field.visibleTo ?? { rule: 'nobody' }, record, row)}, false) AS "${field.name}"`)
  const [seen] = await row.run(run, `SELECT ${checks.join(', ')} FROM ${record.table} t WHERE t.id = ${key}`)
  return record.fields.filter((field) => !field.visibleTo || seen?.[field.name] === true)
}
