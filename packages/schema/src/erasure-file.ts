import { areOther, auditBlanked, blanksOf, isAddress, isAudited, isPlain, keptTables, type PersonalTable, setsOf, stampsOf } from './kept-tables.js'
import { ACCOUNTS, type PersonalColumn } from './personal-data.js'
import type { SqlFile } from './sql-files.js'

/** The log itself: what it tells of a person is blanked by functions of its own. */
const LOGS = ['audit_entry', 'security_event']

/** The tables that erasing a person touches, without the log. What is found over another table's row goes before that; the account goes last, because offers are found by its addresses. */
const erasedTables = (): PersonalTable[] =>
  keptTables()
    .filter(({ table, columns }) => !LOGS.includes(table) && columns.some(({ erase }) => erase !== 'KEEP'))
    .sort((one, other) => turnOf(one) - turnOf(other))

function turnOf({ table, columns }: PersonalTable): number {
  if (table === ACCOUNTS) return 2
  return columns.some(({ leadsTo, erase }) => leadsTo !== null && leadsTo !== ACCOUNTS && erase === 'DELETE') ? 0 : 1
}

/**
 * SQL of `erase_person`, from the records' declarations: it blanks or deletes what is kept of a person, what the audit and the security log
 * tell of it too, and forgets the seals of those rows. Asked again of somebody who was erased, it takes away what came late. The one way in
 * which the application may change the log; whether it may is looked at before.
 */
export function erasureFile(): SqlFile {
  const sql = `CREATE OR REPLACE FUNCTION erase_person(person uuid) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  account app_user;
  names text[];
  addresses text[];
  ids text[];
  touched uuid[] := '{}';
BEGIN
  SELECT * INTO account FROM app_user WHERE id = person FOR UPDATE;
  IF NOT FOUND THEN RETURN 0; END IF;
  names := texts_of_person(person, 'displayName') || account.display_name;
  addresses := ARRAY(SELECT lower(text) FROM unnest(texts_of_person(person, 'email') || account.email) t (text));
  PERFORM end_seats(person, addresses);
${erasedTables().map(stepsOf).join('\n')}
  touched := touched || blank_seeing(names) || blank_events(person);
  IF account.erased_at IS NOT NULL AND touched = '{}' THEN RETURN 0; END IF;
  RETURN forget_seals('ACCOUNT_ERASED', person, 'User', person::text, touched);
END
$$;`
  return { name: 'access/95-erasure (from the records)', sql }
}

/** What is done to one table, and to what the audit tells of it. */
function stepsOf(table: PersonalTable): string {
  const kept = isAudited(table) ? [`  ids := ${idsOf(table)};`] : []
  const told = isAudited(table) ? [`  ${auditBlanked(table)}`] : []
  return [...kept, ...keysBlanked(table), ...rowsEnded(table), ...told].join('\n')
}

/** Rows of which the audit may tell something: those that are there, and those that once had an address of the person. */
function idsOf(table: PersonalTable): string {
  const here = `ARRAY(SELECT id::text FROM ${table.table} WHERE ${isOfPerson(table)})`
  const email = table.table === ACCOUNTS ? undefined : table.columns.find(isAddress)
  return email ? `${here} || records_that_held('${table.record}', '${email.property}', addresses)` : here
}

/** Which rows are the person's, or an offer to them: by the keys that say so, else, and of what may have none yet, by the address. */
function isOfPerson({ table, columns }: PersonalTable): string {
  if (table === ACCOUNTS) return 'id = person'
  const keys = columns.filter((column) => !isPlain(column) && (column.erase === 'DELETE' || (column.erase === 'KEEP' && column.purpose !== 'RECORD')))
  const addresses = keys.some(({ erase }) => erase === 'DELETE') ? [] : columns.filter(isAddress)
  const terms = [...keys.map(byKey), ...addresses.map(({ column }) => `lower(${column}) = ANY (addresses)`)]
  if (terms.length === 0) throw new Error(`Nothing in ${table} says whose row it is.`)
  return terms.join(' OR ')
}

const byKey = ({ column, leadsTo }: PersonalColumn): string =>
  leadsTo === ACCOUNTS ? `${column} = person` : `${column} IN (SELECT id FROM ${leadsTo} WHERE user_id = person)`

/** A row of somebody else's that names the person, as whom they look say, names nobody afterwards. */
const keysBlanked = ({ table, columns }: PersonalTable): string[] =>
  columns
    .filter((column) => !isPlain(column) && column.erase === 'BLANK')
    .map(({ column }) => `  UPDATE ${table} SET ${column} = NULL WHERE ${column} = person;`)

function rowsEnded(table: PersonalTable): string[] {
  const where = isOfPerson(table)
  if (table.columns.some(({ erase }) => erase === 'DELETE')) return [`  DELETE FROM ${table.table} WHERE ${where};`]
  const blanks = blanksOf(table)
  if (blanks.length === 0) return []
  return [`  UPDATE ${table.table} SET ${[...setsOf(blanks), ...endOf(table), ...stampsOf(table)].join(', ')} WHERE (${where}) AND ${areOther(blanks)};`]
}

const endOf = ({ table }: PersonalTable): string[] =>
  table === ACCOUNTS ? ['erased_at = moment_of_write()', 'archived_at = coalesce(archived_at, moment_of_write())'] : []
