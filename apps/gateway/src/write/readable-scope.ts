import type { Row, Sql } from '@clusterpolisee/graph-sql'
import { allOf, compileRule, type RecordMeta } from '@clusterpolisee/schema'

/** The rows of a record that the statement's viewer may read; whoever sees as another person reads what both may. */
export function readableScope(record: RecordMeta, row: Row): Sql | boolean {
  const own = compileRule(record.read, record, row)
  const { also } = row.viewer
  if (!also) return own
  const viewerValue: Row['viewerValue'] = (name, type) => row.constant(also.values[name], type)
  return allOf([own, compileRule(record.read, record, { ...row, viewer: also, viewerValue })])
}
