import type { ComputedMeta, FieldMeta } from './field.js'

const isMoney = ({ kind }: FieldMeta): boolean => kind === 'money'

/** SQL of the currency of a row's amounts: its project's. */
export const currencySql = (fields: readonly FieldMeta[], alias: string): string =>
  fields.some(({ kind }) => kind === 'currency')
    ? `${alias}.currency`
    : `(SELECT of_project.currency FROM project of_project WHERE of_project.id = ${alias}.project_id)`

/** The field that says in which currency a record's amounts are; none where it has no amounts, or keeps the currency itself. */
export function currencyField(fields: readonly FieldMeta[]): ComputedMeta[] {
  if (!fields.some(isMoney) || fields.some(({ kind }) => kind === 'currency')) return []
  const sql = (alias: string) => currencySql(fields, alias)
  return [{ name: 'currency', label: 'Currency', type: 'String', sqlType: 'text', sql, optional: false, filterable: true, isPublic: true }]
}

/** SQL that holds where a table has an amount of a project, archived rows too; `project` is the project's id as SQL. */
export function amountsSql({ table, fields, isProject }: { table: string; fields: readonly FieldMeta[]; isProject: boolean }, project: string): string | null {
  const amounts = fields.filter(isMoney).map(({ column }) => column)
  if (amounts.length === 0) return null
  return `EXISTS (SELECT 1 FROM ${table} WHERE ${isProject ? 'id' : 'project_id'} = ${project} AND num_nonnulls(${amounts.join(', ')}) > 0)`
}
