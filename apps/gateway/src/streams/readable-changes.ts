import { recordMeta } from '@clusterpolisee/schema'
import type { Database } from '../database/database.js'
import { readableScope } from '../read/readable-scope.js'
import { StatementRow } from '../read/statement-row.js'
import type { ContextViewer } from '../request/context.js'

/** A record that changed: nothing of what it holds. */
export interface Change {
  readonly record: string
  readonly id: string
  readonly version: number
}

/** Those of the changes whose record the viewer may read now, by the rule that every read obeys. */
export async function readableChanges(database: Database, viewer: ContextViewer, changes: readonly Change[]): Promise<Change[]> {
  const records = [...new Set(changes.map(({ record }) => record))]
  const readable = await Promise.all(records.map((record) => readableIds(database, viewer, record, changes)))
  const seen = new Set(readable.flat())
  return changes.filter(({ record, id }) => seen.has(`${record} ${id}`))
}

async function readableIds(database: Database, viewer: ContextViewer, name: string, changes: readonly Change[]): Promise<string[]> {
  const record = recordMeta(name)
  const row = new StatementRow('t', viewer)
  const scope = readableScope(record, row)
  if (scope === false) return []
  const wanted = changes.filter((change) => change.record === name).map(({ id }) => id)
  const ids = row.constant(wanted, 'uuid[]')
  const rows = await row.run(database.run, `SELECT t.id FROM ${record.table} t WHERE t.id = ANY (${ids}) AND ${scope}`)
  return rows.map(({ id }) => `${name} ${id}`)
}
