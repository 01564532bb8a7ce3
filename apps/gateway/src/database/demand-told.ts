import { allRecords, type RecordMeta, viewerColumns } from '@clusterpolisee/schema'

/**
 * Refuses a statement outside a transaction that changes who may see what: only {@link Database.write} tells this gateway of
 * it before the answer is sent, and until PostgreSQL's notice comes, a viewer kept from before would be believed.
 */
export function demandTold(text: string): void {
  if (READS.test(text)) return
  const record = makersOfViewers().find(({ changes }) => changes.test(text))
  if (record) throw new Error(`${record.table} says who may see what: change it by Database.write`)
}

const READS = /^\s*SELECT\b/

interface MakerOfViewers {
  readonly table: string
  readonly changes: RegExp
}

let makers: readonly MakerOfViewers[] | undefined

/** From the records' declarations, once they all stand. */
function makersOfViewers(): readonly MakerOfViewers[] {
  makers ??= allRecords()
    .filter((record) => record.makesViewers)
    .map((record) => ({ table: record.table, changes: changesOf(record) }))
  return makers
}

function changesOf(record: RecordMeta): RegExp {
  const { table } = record
  const columns = viewerColumns(record)
  const set = columns ? `\\s+SET\\b.*\\b(${columns.join('|')}) =` : ''
  return new RegExp(`\\b((INSERT INTO|DELETE FROM) ${table}\\b|UPDATE ${table}\\b${set})`, 's')
}
