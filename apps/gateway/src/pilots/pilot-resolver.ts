import { compileRule, type Fault, machineOf, Pilot, type RunSql, recordMeta, scalars, type Transition, whoMay } from '@clusterpolisee/schema'
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../graphql/context.js'
import { badInput, conflict, forbidden } from '../graphql/errors.js'
import { conflictDetails } from '../write/conflict-details.js'
import { StatementRow } from '../write/statement-row.js'
import { isCalendarDay } from '../write/validate-input.js'
import { type LockedRow, lockRow, updateRow, writer } from '../write/write-record.js'

@InputType({ description: 'What a move asks for; see the move.' })
class TransitionInput {
  @Field(() => scalars.Date, { nullable: true, description: 'Day of the start.' }) startedOn?: string | null
  @Field(() => scalars.Date, { nullable: true, description: 'Day of the end.' }) endedOn?: string | null
  @Field(() => String, { nullable: true, description: 'Why.' }) reason?: string | null
}

/** Plans and moves of pilots. */
@Resolver()
export class PilotResolver {
  @Mutation(() => Pilot, { nullable: true, description: 'Plans a pilot anew; former plans stay in its history.' })
  async replanPilot(
    @Arg('id', () => ID, { description: 'The pilot.' }) id: string,
    @Arg('version', () => Int, { description: 'Its version.' }) version: number,
    @Arg('startsOn', () => scalars.Date, { nullable: true, description: 'When it is to begin.' }) startsOn: string | null,
    @Arg('endsOn', () => scalars.Date, { nullable: true, description: 'When it is to end.' }) endsOn: string | null,
    @Arg('reason', () => String, { nullable: true, description: 'Why the plan changes.' }) reason: string | null,
    @Ctx() context: Context,
  ): Promise<{ id: string }> {
    const viewer = writer(context)
    return context.database.write(viewer, async (run) => {
      const row = await lockVersion(run, context, id, version)
      const faults = planFaults(startsOn, endsOn)
      if (faults.length > 0) throw badInput(faults)
      await run('UPDATE pilot_plan SET superseded_at = clock_timestamp(), version = version + 1 WHERE pilot_id = $1 AND superseded_at IS NULL', [id])
      await run(
        'INSERT INTO pilot_plan (id, version, project_id, pilot_id, starts_on, ends_on, reason, recorded_at, recorded_by_id) VALUES ($1, 1, $2, $3, $4, $5, $6, clock_timestamp(), $7)',
        [uuidv7(), row.values.project, id, startsOn ?? null, endsOn ?? null, reason?.trim().slice(0, 500) || null, viewer.userId],
      )
      await updateRow(run, viewer, recordMeta('Pilot'), id, {})
      return { id }
    })
  }

  @Mutation(() => Pilot, { nullable: true, description: "Makes a move of a pilot's state, as START or COMPLETE; see availableTransitions." })
  async transitionPilot(
    @Arg('id', () => ID, { description: 'The pilot.' }) id: string,
    @Arg('version', () => Int, { description: 'Its version.' }) version: number,
    @Arg('key', () => String, { description: 'The move.' }) key: string,
    @Arg('input', () => TransitionInput, { nullable: true, description: 'What the move asks for.' }) input: TransitionInput | null,
    @Ctx() context: Context,
  ): Promise<{ id: string }> {
    const viewer = writer(context)
    const move = machineOf('Pilot')?.transitions.find((transition) => transition.key === key)
    if (!move) throw badInput([{ path: ['key'], code: 'UNKNOWN_MOVE', message: 'There is no such move.' }])
    return context.database.write(viewer, async (run) => {
      const row = await lockVersion(run, context, id, version, move)
      await checkMove(run, context, row, move)
      const given = input ?? {}
      const faults = askedFaults(move, given)
      if (faults.length > 0) throw badInput(faults)
      await updateRow(run, viewer, recordMeta('Pilot'), id, stateValues(move, given), false)
      await run(
        `INSERT INTO pilot_transition (id, version, project_id, pilot_id, key, from_status, to_status, on_day, reason, recorded_at, recorded_by_id)
         VALUES ($1, 1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp(), $9)`,
        [
          uuidv7(),
          row.values.project,
          id,
          move.key,
          row.values.status,
          move.to,
          given.startedOn ?? given.endedOn ?? null,
          given.reason?.trim().slice(0, 500) || null,
          viewer.userId,
        ],
      )
      return { id }
    })
  }
}

async function lockVersion(run: RunSql, context: Context, id: string, version: number, move?: Transition): Promise<LockedRow> {
  const record = recordMeta('Pilot')
  const row = await lockRow(run, context.viewer, record, id, move ? move.by : record.write)
  if (row.version !== version) throw conflict(await conflictDetails(run, context.viewer, record, row, version, {}))
  return row
}

async function checkMove(run: RunSql, context: Context, row: LockedRow, move: Transition): Promise<void> {
  if (!move.from.includes(String(row.values.status))) {
    throw badInput([{ path: ['key'], code: 'WRONG_STATE', message: 'This move does not start from the state that the pilot is in.' }])
  }
  for (const condition of move.when) {
    const [found] = await run(`SELECT ${condition.sql('t')} AS holds FROM pilot t WHERE t.id = $1`, [row.id])
    if (found?.holds !== true) throw badInput([{ path: ['key'], code: condition.code, message: condition.message }])
  }
  const at = new StatementRow('t', context.viewer)
  if (compileRule(move.by, recordMeta('Pilot'), at) === false) throw forbidden('NOT_YOURS', whoMay(move.by, recordMeta('Pilot')))
}

function planFaults(startsOn: string | null, endsOn: string | null): Fault[] {
  const faults: Fault[] = []
  if (startsOn && !isCalendarDay(startsOn)) faults.push({ path: ['startsOn'], code: 'NOT_A_DAY', message: 'This is not a day of the calendar.' })
  if (endsOn && !isCalendarDay(endsOn)) faults.push({ path: ['endsOn'], code: 'NOT_A_DAY', message: 'This is not a day of the calendar.' })
  if (startsOn && endsOn && endsOn < startsOn)
    faults.push({ path: ['endsOn'], code: 'END_BEFORE_START', message: 'The end is before the start. Choose a later day.' })
  return faults
}

function askedFaults(move: Transition, given: TransitionInput): Fault[] {
  return move.asks.flatMap(({ name, kind, optional }): Fault[] => {
    const value = given[name as keyof TransitionInput]
    if (!value?.trim()) return optional ? [] : [{ path: ['input', name], code: 'REQUIRED', message: 'This is needed for the move.' }]
    return kind === 'day' && !isCalendarDay(value) ? [{ path: ['input', name], code: 'NOT_A_DAY', message: 'This is not a day of the calendar.' }] : []
  })
}

/** What a move writes beside the state. */
function stateValues(move: Transition, given: TransitionInput): Record<string, unknown> {
  const days: Record<string, Record<string, unknown>> = {
    START: { startedOn: given.startedOn, startedOnPrecision: 'DAY' },
    COMPLETE: { endedOn: given.endedOn, endedOnPrecision: 'DAY' },
    CANCEL: { cancelledOn: given.endedOn },
    REOPEN: { endedOn: null, endedOnPrecision: null, cancelledOn: null },
  }
  return { status: move.to, ...days[move.key] }
}
