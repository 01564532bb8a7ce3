import { createHash } from 'node:crypto'
import { compileRule, type Fault, type FieldMeta, fieldKinds, type RecordMeta, type RunSql, type ValuesOf, whoMay } from '@clusterpolisee/schema'
import { v7 as uuidv7 } from 'uuid'
import { badInput, conflict, forbidden, notFound, unauthenticated } from '../kernel/errors.js'
import { isUuid } from '../kernel/uuid.js'
import { StatementRow } from '../read/statement-row.js'
import { askedOf, type Context } from '../request/context.js'
import { checkConditions } from './check-conditions.js'
import { checkCountries } from './check-countries.js'
import { checkReferences } from './check-references.js'
import { conflictDetails } from './conflict-details.js'
import { checkDuring, decidingState, ownState } from './deciding-state.js'
import { columnValue, type Input, validateInput } from './validate-input.js'
import { checkVisible } from './visible-fields.js'

type Viewer = Context['viewer']
type Values = Record<string, unknown>

/** A row as the writer holds it, of whatever record. */
export interface HeldRow {
  readonly id: string
  readonly version: number
  readonly values: object
}

/** A row of a record, locked, with its values by field name. */
export interface LockedRow<T extends object = object> extends HeldRow {
  readonly values: ValuesOf<T>
}

/** A row's values where only the names of its fields are known. */
export const valuesOf = ({ values }: HeldRow): Readonly<Record<string, unknown>> => values as Readonly<Record<string, unknown>>

/** The moment of the write, by the database's clock: the value of a field that keeps when something was done. */
export const NOW = Symbol('the moment of the write')

/** Creates a record. The same id, person and input answer the first one. */
export async function createRecord(context: Context, record: RecordMeta, input: Input): Promise<{ id: string }> {
  const viewer = writer(context)
  const id = typeof input.id === 'string' ? input.id.toLowerCase() : uuidv7()
  const { values, faults } = validateInput(record, 'create', input)
  if (!isUuid(id)) faults.unshift({ path: ['id'], code: 'NOT_AN_ID', message: 'The id is not a UUID.' })
  if (faults.length > 0) throw badInput(faults)
  return context.database.write(viewer, async (run) => {
    if (await isRepeated(run, viewer, id, input)) return { id }
    await checkReferences(run, viewer, record, values)
    await checkCountries(run, record, values)
    if (record.during?.of) checkDuring(record.during, await decidingState(run, record, record.during, { parent: values[record.during.of] }))
    await obeyRules(run, record, { ...initialValues(record), ...values, id }, null)
    await insertRow(run, viewer, record, id, values)
    await checkVisible(run, viewer, record, id, filled(values))
    await checkConditions(run, record, id, record.when)
    return { id }
  })
}

/** Writes the fields that the patch holds: absent is unchanged, null clears. */
export async function updateRecord(context: Context, record: RecordMeta, id: string, version: number, input: Input): Promise<{ id: string }> {
  const viewer = writer(context)
  return context.database.write(viewer, async (run) => {
    const row = await lockInTime(run, viewer, record, id)
    const { values, faults } = validateInput(record, 'update', input)
    if (faults.length > 0) throw badInput(faults)
    await checkVersion(run, viewer, record, row, version, values)
    if (row.values.archivedAt) throw badInput([{ path: [], code: 'ARCHIVED', message: 'This record is archived. Restore it first.' }])
    await checkVisible(run, viewer, record, id, values)
    await checkReferences(run, viewer, record, { ...values, project: row.values.project ?? null }, Object.keys(values))
    await checkCountries(run, record, { ...values, project: row.values.project })
    await obeyRules(run, record, { ...row.values, ...values, id }, row.values)
    await checkConditions(run, record, id, record.when)
    await updateRow(run, viewer, record, id, values)
    return { id }
  })
}

/** Archives (or restores) a record: it leaves the lists, and stays. */
export async function archiveRecord(context: Context, record: RecordMeta, id: string, version: number, archived: boolean): Promise<{ id: string }> {
  const viewer = writer(context)
  return context.database.write(viewer, async (run) => {
    const row = await lockInTime(run, viewer, record, id)
    await checkVersion(run, viewer, record, row, version)
    const archivedAt = archived ? NOW : null
    await obeyRules(run, record, { ...row.values, archivedAt, id }, row.values)
    await checkConditions(run, record, id, record.when)
    await updateRow(run, viewer, record, id, { archivedAt })
    return { id }
  })
}

/** Removes a record that nothing relies on. */
export async function deleteRecord(context: Context, record: RecordMeta, id: string, version: number): Promise<{ deletedId: string }> {
  const viewer = writer(context)
  return context.database.write(viewer, async (run) => {
    const row = await lockInTime(run, viewer, record, id)
    await checkVersion(run, viewer, record, row, version)
    await checkConditions(run, record, id, record.when)
    await run(`DELETE FROM ${record.table} WHERE id = $1`, [id])
    return { deletedId: id }
  })
}

/** The viewer, when it may write at all. */
export function writer(context: Context): Viewer {
  if (context.viewer.userId === null) throw unauthenticated()
  if (context.viewer.seeing)
    throw forbidden('SEEING_AS', 'ONESELF', `You see as ${context.viewer.seeing.personName}, and read only. Be yourself again to change something.`)
  if (context.viewer.readOnly) throw readsOnly()
  return { ...context.viewer, asked: askedOf(context) }
}

/** Why whoever carries an API token changes nothing. */
export const readsOnly = () => forbidden('READ_ONLY', 'ONESELF', 'An API token reads only.')

/** Locks a row inside the viewer's scope: not readable is NOT_FOUND, not writable FORBIDDEN with who may. */
export async function lockRow<T extends object>(
  run: RunSql,
  viewer: Viewer,
  record: RecordMeta<T>,
  id: string,
  rule = record.write,
  reading = record.read,
): Promise<LockedRow<T>> {
  if (!isUuid(id)) throw notFound()
  const row = new StatementRow('t', viewer)
  const key = row.constant(id, 'uuid')
  const readable = compileRule(reading, record, row)
  const writable = rule ? compileRule(rule, record, row) : false
  const columns = record.fields.map((field) => `${columnText(field)} AS "${field.name}"`).join(', ')
  const [found] = await row.run(
    run,
    `SELECT t.id, t.version, coalesce(${readable}, false) AS "readable?", coalesce(${writable}, false) AS "writable?", ${columns}
     FROM ${record.table} t WHERE t.id = ${key} FOR UPDATE OF t`,
  )
  if (found?.['readable?'] !== true) throw notFound()
  if (found['writable?'] !== true) throw forbidden('NOT_YOURS', rule ? whoMay(rule, record) : 'NOBODY')
  const { id: _id, version, 'readable?': _r, 'writable?': _w, ...values } = found
  return { id, version: Number(version), values: values as ValuesOf<T> }
}

/** Refuses what was asked of an older version: CONFLICT, with the record as it is and the fields of `mine` that differ. */
export async function checkVersion(run: RunSql, viewer: Viewer, record: RecordMeta, row: HeldRow, version: number, mine: Values = {}): Promise<void> {
  if (row.version !== version) throw conflict(await conflictDetails(run, viewer, record, row, version, mine))
}

/** {@link lockRow} for plain writes, which some records take only while they, or what they are part of, are in certain states. */
async function lockInTime(run: RunSql, viewer: Viewer, record: RecordMeta, id: string): Promise<LockedRow> {
  if (!isUuid(id)) throw notFound()
  const { during } = record
  const state = await decidingState(run, record, during, { id })
  const row = await lockRow(run, viewer, record, id)
  checkDuring(during, during?.of === undefined ? ownState(record, row) : state)
  return row
}

const columnText = (field: FieldMeta) => `t.${field.column}`

function initialValues(record: RecordMeta): Values {
  return Object.fromEntries(record.fields.filter((field) => field.initial !== undefined).map((field) => [field.name, field.initial]))
}

async function obeyRules(run: RunSql, record: RecordMeta, values: Values, former: LockedRow['values'] | null): Promise<void> {
  const faults: readonly Fault[] = (await record.rules?.(values, former, run)) ?? []
  if (faults.length > 0) throw badInput(faults)
}

async function isRepeated(run: RunSql, viewer: Viewer, id: string, input: Input): Promise<boolean> {
  const hash = createHash('sha256')
    .update(JSON.stringify(Object.entries(input).sort(([a], [b]) => a.localeCompare(b))))
    .digest('hex')
  const made = await run(
    'INSERT INTO creation (record_id, user_id, input_hash, created_at) VALUES ($1, $2, $3, moment_of_write()) ON CONFLICT (record_id) DO NOTHING RETURNING 1',
    [id, viewer.userId, hash],
  )
  if (made.length > 0) return false
  const same = await run('SELECT 1 FROM creation WHERE record_id = $1 AND user_id = $2 AND input_hash = $3', [id, viewer.userId, hash])
  if (same.length === 0) throw conflict()
  return true
}

/**
 * Inserts a row with the record's initial values. The writer's rule must hold on it, unless the caller has asked another; it is
 * judged before any key, so that nobody learns from a refusal what is there.
 */
export async function insertRow(run: RunSql, viewer: Viewer, record: RecordMeta, id: string, given: Values, checked = true): Promise<void> {
  const values: Values = { ...initialValues(record), ...stampsOf(record), ...given }
  const row = new StatementRow('n', viewer)
  const written = record.fields.filter((field) => values[field.name] !== undefined)
  const columns = ['id', ...written.map((field) => field.column)].join(', ')
  const placed = record.fields.map((field) => `${place(row, field, values[field.name] ?? null)} AS ${field.column}`)
  const made = await row.run(
    run,
    `INSERT INTO ${record.table} (${columns}) SELECT ${columns} FROM (SELECT ${[`${row.constant(id, 'uuid')} AS id`, ...placed].join(', ')}) n
     WHERE ${checked ? mayWrite(record, row) : true} RETURNING 1`,
  )
  if (made.length === 0) throw forbidden('NOT_YOURS', record.write ? whoMay(record.write, record) : 'NOBODY', 'You may not add this here.')
}

const filled = (values: Values): Values => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))

const stampsOf = ({ fields }: RecordMeta): Values =>
  Object.fromEntries(fields.filter(({ name }) => name === 'createdAt' || name === 'updatedAt').map(({ name }) => [name, NOW]))

/** Writes values and raises the version; the writer's rule must hold on what is to be written, which is judged before any key. */
export async function updateRow(run: RunSql, viewer: Viewer, record: RecordMeta, id: string, values: Values, checked = true): Promise<void> {
  const row = new StatementRow('n', viewer)
  const changed = record.fields.filter((field) => values[field.name] !== undefined)
  const stamp = record.fields.some((field) => field.name === 'updatedAt') ? ['updated_at = moment_of_write()'] : []
  const sets = [...changed.map(({ column }) => `${column} = n.${column}`), ...stamp, 'version = t.version + 1']
  const columns = record.fields.map((field) => (changed.includes(field) ? `${place(row, field, values[field.name])} AS ${field.column}` : `o.${field.column}`))
  const written = await row.run(
    run,
    `UPDATE ${record.table} t SET ${sets.join(', ')} FROM (SELECT ${['o.id', ...columns].join(', ')} FROM ${record.table} o WHERE o.id = ${row.constant(id, 'uuid')}) n
     WHERE t.id = n.id AND ${checked ? mayWrite(record, row) : true} RETURNING 1`,
  )
  if (written.length === 0) {
    throw forbidden('WOULD_LOSE_IT', record.write ? whoMay(record.write, record) : 'NOBODY', 'After this change you could no longer write the record.')
  }
}

const mayWrite = (record: RecordMeta, row: StatementRow) => (record.write ? compileRule(record.write, record, row) : false)

function place(row: StatementRow, field: FieldMeta, value: unknown): string {
  return value === NOW ? 'moment_of_write()' : row.constant(columnValue(field, value), sqlTypeOf(field))
}

const sqlTypeOf = ({ kind }: FieldMeta): string => (kind === 'belongsTo' ? 'uuid' : fieldKinds[kind].sqlType)
