import {
  ACCOUNTS,
  allRecords,
  type FieldMeta,
  type PersonalColumn,
  personalColumns,
  personalColumnsOf,
  personalTables,
  type RecordMeta,
  type RunSql,
  recordMeta,
  rowsOfPerson,
} from '@clusterpolisee/schema'

/** Rows that are read at once, so that memory stays flat however much is kept of somebody. */
const ROWS_AT_ONCE = 2000

/** How many rows of each table are about a person, or done by them, by the table's name; without tables whose rows lead to nobody. */
export async function countRows(run: RunSql, person: string): Promise<ReadonlyMap<string, number>> {
  const counts = personalTables().flatMap((table) => {
    const rows = rowsOfPerson(table, 't', '$1')
    return rows ? [`(SELECT count(*) FROM ${table} t WHERE ${rows}) AS "${table}"`] : []
  })
  const [found = {}] = await run(`SELECT ${counts.join(', ')}`, [person])
  return new Map(Object.entries(found).map(([table, count]) => [table, Number(count)]))
}

/** Records whose rows somebody is handed out of what is kept of them; other tables hold secrets and what passes. */
export const handedOut = (): readonly RecordMeta[] =>
  personalTables().flatMap((table) => allRecords().filter((record) => record.table === table && rowsOfPerson(table, 't', '$1') !== null))

/** All rows of a record that are about a person, or done by them, each as JSON text: its fields, and of other people nothing. */
export async function* readRows(run: RunSql, record: RecordMeta, person: string): AsyncGenerator<string> {
  const statement = rowsStatement(record)
  let last: unknown = null
  for (;;) {
    const rows = await run(statement, [person, last])
    for (const { text } of rows) yield String(text)
    if (rows.length < ROWS_AT_ONCE) return
    last = rows.at(-1)?.id
  }
}

/**
 * `$1` is the person, `$2` the last row of the page before. Columns that are no fields of the record, as hashes, are in no file. The person's
 * rows are found before they are put in order: else the whole table would be gone through in that order.
 */
function rowsStatement({ name, table, fields }: RecordMeta): string {
  const about = name === 'AuditEntry' ? `(${rowsOfPerson(table, 't', '$1')} OR ${OF_OWN_ACCOUNT})` : rowsOfPerson(table, 't', '$1')
  const columns = ['t.id AS "id"', ...fields.map((field) => `${valueSql(table, field)} AS "${field.name}${field.kind === 'belongsTo' ? 'Id' : ''}"`)]
  return `SELECT x.id, to_jsonb(x)::text AS text FROM (
    SELECT ${columns.join(', ')} FROM (SELECT * FROM ${table} t WHERE ${about} AND ($2::uuid IS NULL OR t.id > $2) OFFSET 0) t
    ORDER BY t.id LIMIT ${ROWS_AT_ONCE}) x`
}

/** A change of the person's own account; those of accounts are the few of no project. */
const OF_OWN_ACCOUNT = `(t.project_id IS NULL AND t.record_type = '${recordMeta('User').name}' AND t.record_id = $1::uuid::text)`

/** A field's value, unless it says something of somebody else. */
function valueSql(table: string, { column, target }: FieldMeta): string {
  const own = personalColumnsOf(table).find((candidate) => candidate.column === column)
  const value = `t.${column}`
  if (target && recordMeta(target()).table === ACCOUNTS) return `CASE WHEN ${value} = $1 THEN ${value} END`
  if (own?.of) return `CASE WHEN coalesce(t.${own.of}, $1) = $1 THEN ${value} END`
  if (own && holdsPast(own)) return `CASE WHEN ${OF_OWN_ACCOUNT} OR NOT ${ofAnybody()} THEN ${value} END`
  return value
}

/** What the audit tells of a field, which may be somebody's. */
const holdsPast = ({ record, property }: PersonalColumn): boolean => record === 'AuditEntry' && ['before', 'after'].includes(property)

/** Whether a change is of a field that says something of a person. */
function ofAnybody(): string {
  const fields = personalColumns().flatMap(({ record, property }) => (record ? [`('${record}', '${property}')`] : []))
  return `((t.record_type, coalesce(t.field, '')) IN (${fields.join(', ')}))`
}
