import { type Fault, Pilot, PilotPlan, recordMeta, scalars } from '@clusterpolisee/schema'
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import { badInput } from '../kernel/errors.js'
import type { Context } from '../request/context.js'
import { givenValues } from '../write/check-given.js'
import { type Consequence, makeMove, TransitionInput } from '../write/make-move.js'
import { recordVersion } from '../write/record-version.js'
import { checkVersion, lockRow, updateRow, writer } from '../write/write-record.js'

const pilot = recordMeta(Pilot)
const plans = recordMeta(PilotPlan)

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
      const row = await lockRow(run, viewer, pilot, id)
      await checkVersion(run, viewer, pilot, row, version)
      const { values, faults } = givenValues(plans, { startsOn, endsOn, reason })
      faults.push(...orderFaults(values))
      if (faults.length > 0) throw badInput(faults)
      await recordVersion(run, viewer, plans, { project: row.values.project, pilot: id, ...values })
      await updateRow(run, viewer, pilot, id, {})
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
    return context.database.write(viewer, (run) => makeMove(run, viewer, pilot, { id, version, key, given: input ?? {} }, consequences))
  }
}

function orderFaults({ startsOn, endsOn }: { readonly startsOn?: string | null; readonly endsOn?: string | null }): Fault[] {
  const isTurned = startsOn && endsOn && endsOn < startsOn
  return isTurned ? [{ path: ['endsOn'], code: 'END_BEFORE_START', message: 'The end is before the start. Choose a later day.' }] : []
}

/** What moves write beside the state. */
const consequences: Readonly<Record<string, Consequence<Pilot>>> = {
  START: (_, __, ___, { startedOn }) => ({ startedOn, startedOnPrecision: 'DAY' }),
  COMPLETE: (_, __, ___, { endedOn }) => ({ endedOn, endedOnPrecision: 'DAY' }),
  CANCEL: (_, __, ___, { endedOn }) => ({ cancelledOn: endedOn }),
  REOPEN: () => ({ endedOn: null, endedOnPrecision: null, cancelledOn: null }),
}
