import { allRecords } from '@clusterpolisee/schema'
import { changedColumns, type Deed, foldDeeds, type Row } from './deeds.js'
import { DEMONSTRATION } from './people.js'

/** Stands for whoever asks. */
export const ME = 'whoever asks'
/** A moment of the clock. */
export const MOMENT: unknown = expect.stringMatching(/^\d{4}-\d{2}-\d{2}T/)
/** A new identity. */
export const NEW_ID: unknown = expect.stringMatching(/^[0-9a-f-]{36}$/)
/** Some text that is nobody else's business. */
export const SECRET: unknown = expect.any(String)

type Pairs = Readonly<Record<string, readonly [before: unknown, after: unknown]>>

/** One row that a verb writes, by its columns: all that have a value of a new one, all that change of another. */
export type RowChange = { readonly added: Row; readonly like?: true } | { readonly changed: string; readonly to: Pairs } | { readonly gone: string }

export const added = (columns: Row): RowChange => ({ added: columns })
/** A new row of which only some columns are named. */
export const addedLike = (columns: Row): RowChange => ({ added: columns, like: true })
export const changed = (id: string, to: Pairs): RowChange => ({ changed: id, to })
export const gone = (id: string): RowChange => ({ gone: id })

/** By table, every row that is written. Tables that are not named stay as they are. */
export type Changes = Readonly<Record<string, readonly RowChange[]>>

const stamps = ['id', 'version', 'created_at', 'updated_at']
const audited = new Map(
  allRecords()
    .filter((record) => record.audited)
    .map(({ table, name }) => [table, name]),
)
/** Who made what, and what the audit trail tells, is looked at by itself. */
const besides = ['creation', 'done_deed', 'audit_entry', 'security_event']
/** What the figures of progress are made of: whoever writes these makes the stored figures anew. */
const progressReads = ['pilot', 'pilot_plan', 'indicator', 'contributor', 'target', 'measurement', 'project']

/**
 * Compares what was written with what should have been. Beside what is named, the audit trail tells each column of an
 * audited record in the name of whoever asked, a new identity is remembered with its maker, and stored figures follow.
 */
export function expectChanges(deeds: readonly Deed[], expected: Changes, asker: string | null): void {
  const rows = foldDeeds(
    deeds.filter(({ table }) => table !== 'audit_entry' && !(table === 'pilot_progress' && deeds.some((deed) => progressReads.includes(deed.table)))),
  )
  const tables = new Set([...rows.map(({ table }) => table), ...Object.keys(expected)])
  for (const table of [...tables].filter((name) => !besides.includes(name))) {
    const actual = rows.filter((row) => row.table === table).map(inWords)
    const wanted = (expected[table] ?? []).map((change) => filledIn(change, asker, actual))
    expect({ table, rows: actual }).toEqual({ table, rows: wanted.length === actual.length ? expect.arrayContaining([...wanted]) : wanted })
  }
  for (const { table, before, after } of rows.filter((row) => audited.has(row.table) && row.before && row.after)) {
    expect({ table, version: Number(after?.version) > Number(before?.version) }).toEqual({ table, version: true })
  }
  expect(loggedOf(deeds)).toEqual(
    (expected.security_event ?? []).map((row) => ('added' in row ? eventOf({ by_user_id: asker, ...row.added }, asker) : null)).sort(),
  )
  const told = (expected.audit_entry ?? []).flatMap((row) => ('added' in row ? lineOf({ ...row.added, by_user_id: asker }) : []))
  expect(auditOf(deeds)).toEqual([...told, ...deeds.filter(({ table }) => audited.has(table)).flatMap((deed) => toldOf(deed, asker))].sort())
}

function inWords({ id, before, after }: Deed): RowChange {
  if (!after) return gone(id)
  if (!before) return added(Object.fromEntries(Object.entries(after).filter(([name, value]) => value !== null && !stamps.includes(name))))
  const names = changedColumns(before, after).filter((name) => !stamps.includes(name))
  return changed(id, Object.fromEntries(names.map((name) => [name, [before[name], after[name]] as const])))
}

/** A new row is of the demonstration unless something else is said. */
function filledIn(change: RowChange, asker: string | null, actual: readonly RowChange[]): RowChange {
  const me = (value: unknown) => (value === ME ? asker : value)
  if ('gone' in change) return change
  if ('changed' in change)
    return changed(change.changed, Object.fromEntries(Object.entries(change.to).map(([name, [before, after]]) => [name, [me(before), me(after)] as const])))
  const ofProject = actual.some((row) => 'added' in row && 'project_id' in row.added) ? { project_id: DEMONSTRATION } : {}
  const columns = { ...ofProject, ...Object.fromEntries(Object.entries(change.added).map(([name, value]) => [name, me(value)])) }
  return added(change.like ? expect.objectContaining(columns) : columns)
}

const secrets = [...stamps, 'project_id', 'password_hash', 'token_hash']
const camelCase = (column: string) => column.replace(/_id$/, '').replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())

/** What the audit trail must tell of a deed: one line a column. */
function toldOf({ table, id, before, after }: Deed, asker: string | null): string[] {
  const whole = after ?? before ?? {}
  const names = before && after ? changedColumns(before, after) : Object.keys(whole).filter((name) => whole[name] !== null)
  return names.filter((name) => !secrets.includes(name)).map((name) => `${audited.get(table)} ${id} ${camelCase(name)} by ${asker}`)
}

const lineOf = ({ record_type, record_id, field, by_user_id }: Row): string => `${record_type} ${record_id} ${field} by ${by_user_id}`

/** A row of the security log: of what kind, about whom (who asks, unless said), by whom. */
export const logged = (kind: string, columns: Row = {}): RowChange => added({ kind, user_id: ME, ...columns })

const eventOf = ({ kind, user_id, by_user_id }: Row, asker: string | null): string => `${kind} about ${user_id === ME ? asker : user_id} by ${by_user_id}`

/** Accounts and memberships tell the log themselves, as the audit trail. */
const byTables = /^(ACCOUNT|ADMINISTRATOR|MEMBERSHIP|EMAIL)_/

const loggedOf = (deeds: readonly Deed[]): string[] =>
  deeds.flatMap(({ table, after }) => (table === 'security_event' && after && !byTables.test(String(after.kind)) ? eventOf(after, null) : [])).sort()

const auditOf = (deeds: readonly Deed[]): string[] =>
  deeds.flatMap(({ table, before, after }) => (table === 'audit_entry' && before === null && after ? lineOf(after) : [])).sort()
