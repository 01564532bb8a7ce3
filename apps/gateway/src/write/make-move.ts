import { type Fault, fieldOf, type Machine, machineOf, type RecordMeta, type RunSql, recordMeta, scalars, type Transition } from '@clusterpolisee/schema'
import { Field, InputType } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { isCalendarDay } from '../kernel/calendar-day.js'
import { badInput, conflict } from '../kernel/errors.js'
import type { Context } from '../request/context.js'
import { checkConditions } from './check-conditions.js'
import { conflictDetails } from './conflict-details.js'
import { type LockedRow, lockRow, updateRow } from './write-record.js'

@InputType({ description: 'What a move asks for; see the move.' })
export class TransitionInput {
  @Field(() => scalars.Date, { nullable: true, description: 'Day of the start.' }) startedOn?: string | null
  @Field(() => scalars.Date, { nullable: true, description: 'Day of the end.' }) endedOn?: string | null
  @Field(() => String, { nullable: true, description: 'Why.' }) reason?: string | null
}

type Values = Readonly<Record<string, unknown>>

/** Which move of which record, as its version says, and what whoever makes it says. */
export interface MoveRequest {
  readonly id: string
  readonly version: number
  readonly key: string
  readonly given: TransitionInput
}

/**
 * Makes a move of a record's state machine: locks the row by the move's right, checks version, state and conditions,
 * lets `beside` do and answer what else is written, writes the state, and keeps the move in the machine's log. Answers the row as it was.
 */
export async function makeMove(
  run: RunSql,
  viewer: Context['viewer'],
  record: RecordMeta,
  { id, version, key, given }: MoveRequest,
  beside: (move: Transition, row: LockedRow) => Values | Promise<Values> = () => ({}),
): Promise<LockedRow> {
  const move = moveOf(record, key)
  const row = await lockRow(run, viewer, record, id, move.by)
  if (row.version !== version) throw conflict(await conflictDetails(run, viewer, record, row, version, {}))
  await checkMove(run, record, row, move)
  const faults = askedFaults(move, given)
  if (faults.length > 0) throw badInput(faults)
  await applyMove(run, viewer, record, row, move, { values: await beside(move, row), onDay: given.startedOn ?? given.endedOn, reason: given.reason })
  return row
}

/** A record's move by its key. Throws BAD_USER_INPUT for one that is not there, or that is not made by hand. */
function moveOf(record: RecordMeta, key: string): Transition {
  const move = machine(record).transitions.find((transition) => transition.key === key)
  if (!move) throw badInput([{ path: ['key'], code: 'UNKNOWN_MOVE', message: 'There is no such move.' }])
  if (move.through) throw badInput([{ path: ['key'], ...move.through }])
  return move
}

interface Said {
  readonly values?: Values
  readonly onDay?: string | null | undefined
  readonly reason?: string | null | undefined
}

/** Writes a move that was checked, or that comes with another, and keeps it in the log. */
export async function applyMove(
  run: RunSql,
  viewer: Context['viewer'],
  record: RecordMeta,
  row: LockedRow,
  { key, to }: Transition,
  { values = {}, onDay, reason }: Said,
): Promise<void> {
  const { field, log } = machine(record)
  await updateRow(run, viewer, record, row.id, { [field]: to, ...values }, false)
  if (!log) return
  const moves = recordMeta(log.record)
  await run(
    `INSERT INTO ${moves.table} (id, version, project_id, ${fieldOf(moves, log.by)?.column}, key, from_status, to_status, on_day, reason, recorded_at, recorded_by_id)
     VALUES ($1, 1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp(), $9)`,
    [uuidv7(), row.values.project, row.id, key, row.values[field], to, onDay ?? null, reason?.trim().slice(0, 500) || null, viewer.userId],
  )
}

function machine(record: RecordMeta): Machine {
  const found = machineOf(record.name)
  if (!found) throw new Error(`${record.name} has no state machine`)
  return found
}

async function checkMove(run: RunSql, record: RecordMeta, row: LockedRow, move: Transition): Promise<void> {
  if (!move.from.includes(String(row.values[machine(record).field]))) {
    throw badInput([{ path: ['key'], code: 'WRONG_STATE', message: 'This move does not start from the present state.' }])
  }
  await checkConditions(run, record, row.id, move.when, ['key'])
}

function askedFaults(move: Transition, given: TransitionInput): Fault[] {
  return move.asks.flatMap(({ name, kind, optional }): Fault[] => {
    const value = given[name as keyof TransitionInput]
    if (!value?.trim()) return optional ? [] : [{ path: ['input', name], code: 'REQUIRED', message: 'This is needed for the move.' }]
    return kind === 'day' && !isCalendarDay(value) ? [{ path: ['input', name], code: 'NOT_A_DAY', message: 'This is not a day of the calendar.' }] : []
  })
}
