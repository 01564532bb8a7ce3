import { areOther, auditBlanked, blanksOf, isAudited, keptTables, type PersonalTable, setsOf, stampsOf } from './kept-tables.js'
import type { SqlFile } from './sql-files.js'

/** SQL of the moment from which a table's days are counted: when what a row tells of was used, ran out, ended or happened. Null: not yet. */
const ends: Readonly<Record<string, string>> = {
  api_token: 'least(revoked_at, expires_at)',
  creation: 'created_at',
  half_session: 'expires_at',
  invitation: 'least(accepted_at, expires_at, archived_at)',
  known_device: 'seen_at',
  one_time_link: 'least(used_at, expires_at)',
  passkey_challenge: 'expires_at',
  provider_visit: 'expires_at',
  security_event: 'at',
  session: 'least(revoked_at, expires_at)',
}

/** What goes before its days are over, by other means: with its session; when its hour has been told. */
const elsewhere = ['provider_session', 'refusal_count']

/** A table of which something is kept for some days only. */
interface RetainedTable extends PersonalTable {
  readonly days: number
}

function retained(): RetainedTable[] {
  const kept = keptTables().flatMap((table) => {
    const columns = table.columns.filter(({ days, erase }) => days !== undefined && erase !== 'KEEP')
    const [days, ...others] = new Set(columns.map((column) => column.days))
    if (days === undefined || elsewhere.includes(table.table)) return []
    if (others.length > 0) throw new Error(`${table.table} is kept for ${[days, ...others].join(' and ')} days.`)
    if (!ends[table.table]) throw new Error(`Nothing says from when on the days of ${table.table} are counted.`)
    return [{ ...table, columns, days }]
  })
  return kept
}

/** The tables of which something is forgotten when its time is over, by name. */
export const retainedTables = (): readonly string[] => retained().map(({ table }) => table)

/**
 * SQL of `forget_over`, from the records' declarations: of one table it removes or blanks what has been kept long enough, a bounded number of
 * rows at once, and answers how many. It takes no days, so that nobody blanks by it what is still to be kept. The security log is told.
 */
export function retentionFile(): SqlFile {
  const sql = `CREATE OR REPLACE FUNCTION forget_over(kept text, most integer) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  ids text[];
  gone integer := 0;
  touched uuid[] := '{}';
BEGIN
  CASE kept
${retained().map(caseOf).join('\n')}
  END CASE;
  RETURN gone;
END
$$;`
  return { name: 'access/96-retention (from the records)', sql }
}

const caseOf = (table: RetainedTable): string =>
  `  WHEN '${table.table}' THEN\n${(isDeleted(table) ? deleted(table) : blanked(table)).map((line) => `    ${line}`).join('\n')}`

const isDeleted = ({ columns }: RetainedTable): boolean => columns.some(({ erase }) => erase === 'DELETE')

const isOver = ({ table, days }: RetainedTable): string => `${ends[table]} < moment_of_write() - interval '${days} days'`

/** What only passes through, and is no record, goes without a word. */
const deleted = (table: RetainedTable): string[] => [
  `DELETE FROM ${table.table} WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${table.table} WHERE ${isOver(table)} LIMIT most));`,
  'GET DIAGNOSTICS gone = ROW_COUNT;',
  ...(table.record ? [`IF gone > 0 THEN PERFORM log_security('DATA_FORGOTTEN', NULL, '${table.record}', NULL, gone::text); END IF;`] : []),
]

/** Of the log the rows themselves are sealed; of other tables what the audit tells of their rows. */
function blanked(table: RetainedTable): string[] {
  const blanks = table.table === 'security_event' ? eventBlanks : blanksOf(table)
  const touches = isAudited(table) ? auditBlanked(table) : `touched := ids::uuid[];`
  return [
    `ids := ARRAY(SELECT id::text FROM ${table.table} WHERE ${isOver(table)} AND ${areOther(blanks)} LIMIT most FOR UPDATE SKIP LOCKED);`,
    `UPDATE ${table.table} SET ${[...setsOf(blanks), ...stampsOf(table)].join(', ')} WHERE id = ANY (ids::uuid[]);`,
    'GET DIAGNOSTICS gone = ROW_COUNT;',
    touches,
    `IF gone > 0 THEN PERFORM forget_seals('DATA_FORGOTTEN', NULL, '${table.record}', NULL, touched); END IF;`,
  ]
}

/** How many seals an event let forget is sealed with it, and stays. */
const eventBlanks = [
  { column: 'network', value: 'NULL' },
  { column: 'detail', value: 'CASE WHEN is_counted(kind) THEN detail END' },
]
