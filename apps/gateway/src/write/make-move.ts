import { type Fault, type FieldMeta, type Machine, machineOf, type RecordMeta, type RunSql, recordMeta, scalars, type Transition } from '@clusterpolisee/schema'
import { Field, InputType } from 'type-graphql'
import { badInput } from '../kernel/errors.js'
import type { Context } from '../request/context.js'
import { checkConditions } from './check-conditions.js'
import { recordRows } from './record-version.js'
import { checkField } from './validate-input.js'
import { checkVersion, type HeldRow, type LockedRow, lockRow, updateRow, valuesOf } from './write-record.js'

@InputType({ description: 'What a move asks for; see the move.' })
export class TransitionInput {
  @Field(() => scalars.Date, { nullable: true, description: 'Day of the start.' }) startedOn?: string | null
  @Field(() => scalars.Date, { nullable: true, description: 'Day of the end.' }) endedOn?: string | null
  @Field(() => String, { nullable: true, description: 'Why.' }) reason?: string | null
}

type Values = Readonly<Record<string, unknown>>

/** Which move of which record, and what whoever makes it says. No version: of whatever state a computation has brought it to meanwhile. */
export interface MoveRequest {
  readonly id: string
  readonly version: number | null
  readonly key: string
  readonly given?: TransitionInput
}

/** What comes with a move in its transaction: answers what it writes beside the state. What was said is clean. */
export type Consequence<T extends object> = (run: RunSql, viewer: Context['viewer'], row: LockedRow<T>, said: TransitionInput) => Values | Promise<Values>

/**
 * Makes a move of a record's state machine: locks the row by the move's right, checks version, state and conditions,
 * lets its consequence do and answer what else is written, writes the state, and keeps the move in the machine's log.
 */
export async function makeMove<T extends object>(
  run: RunSql,
  viewer: Context['viewer'],
  record: RecordMeta<T>,
  { id, version, key, given = {} }: MoveRequest,
  consequences: Readonly<Record<string, Consequence<T>>> = {},
): Promise<{ id: string }> {
  const move = moveOf(record, key)
  const row = await lockRow(run, viewer, record, id, move.by)
  if (version !== null) await checkVersion(run, viewer, record, row, version)
  await checkMove(run, record, row, move)
  const said = checkAsked(move, given)
  const values = (await consequences[key]?.(run, viewer, row, said)) ?? {}
  await applyMove(run, viewer, record, row, move, { values, onDay: said.startedOn ?? said.endedOn, reason: said.reason })
  return { id }
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
  row: HeldRow,
  { key, to }: Transition,
  { values: beside = {}, onDay, reason }: Said,
): Promise<void> {
  const { field, log } = machine(record)
  await updateRow(run, viewer, record, row.id, { [field]: to, ...beside }, false)
  if (!log) return
  const former = valuesOf(row)
  const moved = { project: former.project, [log.by]: row.id, key, fromStatus: former[field], toStatus: to, onDay, reason }
  await recordRows(run, viewer, recordMeta(log.record), [moved])
}

function machine(record: RecordMeta): Machine {
  const found = machineOf(record.name)
  if (!found) throw new Error(`${record.name} has no state machine`)
  return found
}

async function checkMove(run: RunSql, record: RecordMeta, row: HeldRow, move: Transition): Promise<void> {
  if (!move.from.includes(String(valuesOf(row)[machine(record).field]))) {
    throw badInput([{ path: ['key'], code: 'WRONG_STATE', message: 'This move does not start from the present state.' }])
  }
  await checkConditions(run, record, row.id, move.when, ['key'])
}

/** What a move was told, clean: what it asks for is needed unless it says so, and whatever else is given fits its kind. */
function checkAsked({ asks }: Transition, given: TransitionInput): TransitionInput {
  const faults: Fault[] = []
  const said: Record<string, unknown> = {}
  for (const field of sayable) {
    const asked = asks.find(({ name }) => name === field.name)
    const { value, fault } = checkField({ ...field, optional: asked === undefined || asked.optional === true }, given[field.name])
    if (fault) faults.push({ path: ['input', field.name], ...fault })
    else said[field.name] = value
  }
  if (faults.length > 0) throw badInput(faults)
  return said
}

type Sayable = FieldMeta & { readonly name: keyof TransitionInput }

const plain = { optional: true, input: 'always', column: '', sort: false, search: false } as const

/** What can be said with a move, whatever its record: the log keeps it. */
const sayable: readonly Sayable[] = [
  { ...plain, name: 'startedOn', kind: 'day', label: 'Started on' },
  { ...plain, name: 'endedOn', kind: 'day', label: 'Ended on' },
  { ...plain, name: 'reason', kind: 'text', label: 'Reason', max: 500 },
]
