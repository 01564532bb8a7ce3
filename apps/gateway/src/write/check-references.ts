import { compileRule, type FieldMeta, fieldOf, type RecordMeta, type RunSql, recordMeta } from '@clusterpolisee/schema'
import { badInput } from '../kernel/errors.js'
import { StatementRow } from '../read/statement-row.js'
import type { Context } from '../request/context.js'
import { inputName } from './validate-input.js'

/** Whatever an input refers to is read inside the viewer's scope and belongs to the same project; one statement for all. */
export async function checkReferences(
  run: RunSql,
  viewer: Context['viewer'],
  record: RecordMeta,
  values: Readonly<Record<string, unknown>>,
  names: readonly string[] = Object.keys(values),
): Promise<void> {
  const fields = names.map((name) => fieldOf(record, name)).filter((field): field is FieldMeta => field?.kind === 'belongsTo' && values[field.name] !== null)
  if (fields.length === 0) return
  const row = new StatementRow('', viewer)
  const checks = fields.map((field, index) => `${reference(row, field, values)} AS "r${index}"`)
  const [found] = await row.run(run, `SELECT ${checks.join(', ')}`)
  const missing = fields.filter((_, index) => found?.[`r${index}`] !== true)
  if (missing.length > 0) throw badInput(missing.map(faultOf))
}

function reference(row: StatementRow, field: FieldMeta, values: Readonly<Record<string, unknown>>): string {
  const target = recordMeta(field.target?.() ?? '')
  const alias = row.freshAlias(target.table)
  const at = { ...row, alias }
  const conditions = [`${alias}.id = ${row.constant(values[field.name], 'uuid')}`, String(compileRule(target.read, target, at))]
  if (fieldOf(target, 'archivedAt')) conditions.push(`${alias}.archived_at IS NULL`)
  if (fieldOf(target, 'project') && values.project) conditions.push(`${alias}.project_id = ${row.constant(values.project, 'uuid')}`)
  return `EXISTS (SELECT 1 FROM ${target.table} ${alias} WHERE ${conditions.join(' AND ')})`
}

const faultOf = (field: FieldMeta) => ({
  path: [inputName(field)],
  code: 'UNKNOWN_REFERENCE',
  message: `${field.label}: there is no such record in this project, or you may not read it.`,
})
