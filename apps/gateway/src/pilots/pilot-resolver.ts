import { type Fault, Pilot, type RunSql, recordMeta, scalars, type Transition } from '@clusterpolisee/schema'
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { isCalendarDay } from '../kernel/calendar-day.js'
import { badInput, conflict } from '../kernel/errors.js'
import type { Context } from '../request/context.js'
import { conflictDetails } from '../write/conflict-details.js'
import { makeMove, TransitionInput } from '../write/make-move.js'
import { type LockedRow, lockRow, updateRow, writer } from '../write/write-record.js'

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
    const given = input ?? {}
    await context.database.write(viewer, (run) => makeMove(run, viewer, recordMeta('Pilot'), { id, version, key, given }, (move) => daysOf(move, given)))
    return { id }
  }
}

async function lockVersion(run: RunSql, context: Context, id: string, version: number): Promise<LockedRow> {
  const record = recordMeta('Pilot')
  const row = await lockRow(run, context.viewer, record, id)
  if (row.version !== version) throw conflict(await conflictDetails(run, context.viewer, record, row, version, {}))
  return row
}

function planFaults(startsOn: string | null, endsOn: string | null): Fault[] {
  const faults: Fault[] = []
  if (startsOn && !isCalendarDay(startsOn)) faults.push({ path: ['startsOn'], code: 'NOT_A_DAY', message: 'This is not a day of the calendar.' })
  if (endsOn && !isCalendarDay(endsOn)) faults.push({ path: ['endsOn'], code: 'NOT_A_DAY', message: 'This is not a day of the calendar.' })
  if (startsOn && endsOn && endsOn < startsOn)
    faults.push({ path: ['endsOn'], code: 'END_BEFORE_START', message: 'The end is before the start. Choose a later day.' })
  return faults
}

/** What a move writes beside the state. */
function daysOf({ key }: Transition, given: TransitionInput): Record<string, unknown> {
  const days: Record<string, Record<string, unknown>> = {
    START: { startedOn: given.startedOn, startedOnPrecision: 'DAY' },
    COMPLETE: { endedOn: given.endedOn, endedOnPrecision: 'DAY' },
    CANCEL: { cancelledOn: given.endedOn },
    REOPEN: { endedOn: null, endedOnPrecision: null, cancelledOn: null },
  }
  return days[key] ?? {}
}
