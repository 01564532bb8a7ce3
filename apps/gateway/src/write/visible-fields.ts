import { compileRule, type FieldMeta, type RecordMeta, type RunSql } from '@clusterpolisee/schema'
import { badInput } from '../kernel/errors.js'
import { StatementRow } from '../read/statement-row.js'
import type { Context } from '../request/context.js'
import { inputName } from './validate-input.js'

/** The fields of a row that the viewer may see. */
export async function visibleFields(run: RunSql, viewer: Context['viewer'], record: RecordMeta, id: string): Promise<FieldMeta[]> {
  const narrow = record.fields.filter((field) => field.visibleTo)
  if (narrow.length === 0) return [...record.fields]
  const row = new StatementRow('t', viewer)
  const key = row.constant(id, 'uuid')
  const checks = narrow.map((field) => `coalesce(${compileRule(field.visibleTo ?? { rule: 'nobody' }, record, row)}, false) AS "${field.name}"`)
  const [seen] = await row.run(run, `SELECT ${checks.join(', ')} FROM ${record.table} t WHERE t.id = ${key}`)
  return record.fields.filter((field) => !field.visibleTo || seen?.[field.name] === true)
}

/** Refuses values for fields of a row that the viewer may not see: nobody overwrites what is hidden from them. */
export async function checkVisible(
  run: RunSql,
  viewer: Context['viewer'],
  record: RecordMeta,
  id: string,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  const given = record.fields.filter(({ name, visibleTo }) => visibleTo && values[name] !== undefined)
  if (given.length === 0) return
  const seen = await visibleFields(run, viewer, record, id)
  const hidden = given.filter((field) => !seen.includes(field))
  if (hidden.length > 0) throw badInput(hidden.map(hiddenFault))
}

const hiddenFault = (field: FieldMeta) => ({ path: [inputName(field)], code: 'FIELD_HIDDEN', message: 'You may not see this field here, and so not set it.' })
