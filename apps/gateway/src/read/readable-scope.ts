import { allOf, bindingOf, type Row, type Sql } from '@clusterpolisee/graph-sql'
import { compileRule, type RecordMeta } from '@clusterpolisee/schema'
import { notFound } from '../kernel/errors.js'
import { isUuid } from '../kernel/uuid.js'
import type { Context } from '../request/context.js'
import { StatementRow } from './statement-row.js'

/** The rows of a record that the statement's viewer may read; whoever sees as another person reads what both may. */
export function readableScope(record: RecordMeta, row: Row): Sql | boolean {
  const own = compileRule(record.read, record, row)
  const { also } = row.viewer
  if (!also) return own
  const viewerValue: Row['viewerValue'] = (name, type) => row.constant(bindingOf(also.values[name], type), type)
  return allOf([own, compileRule(record.read, record, { ...row, viewer: also, viewerValue })])
}

/** The columns of a record's row that the viewer may read; NOT_FOUND for any other. */
export async function readableRow({ viewer, database }: Context, record: RecordMeta, id: string): Promise<Record<string, unknown>> {
  if (!isUuid(id)) throw notFound()
  const row = new StatementRow('t', viewer)
  const key = row.constant(id, 'uuid')
  const [found] = await row.run(database.run, `SELECT t.* FROM ${record.table} t WHERE t.id = ${key} AND ${readableScope(record, row)}`)
  if (!found) throw notFound()
  return found
}
