import { EventDecision, recordMeta, scalars } from '@clusterpolisee/schema'
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import { badInput } from '../kernel/errors.js'
import type { Context } from '../request/context.js'
import { checkGiven } from '../write/check-given.js'
import { lockFor } from '../write/lock-for.js'
import { updateRow, writer } from '../write/write-record.js'

const decision = recordMeta(EventDecision)

/** What events decided is done, which its owner says too. */
@Resolver()
export class DecisionResolver {
  @Mutation(() => EventDecision, { nullable: true, description: "Says that an event's decision is done; null takes it back." })
  async finishDecision(
    @Arg('id', () => ID, { description: 'The decision.' }) id: string,
    @Arg('version', () => Int, { description: 'Its version.' }) version: number,
    @Arg('on', () => scalars.Date, { nullable: true, description: 'On which day.' }) on: string | null,
    @Ctx() context: Context,
  ): Promise<{ id: string }> {
    const viewer = writer(context)
    const said = checkGiven(decision, { doneOn: on }, { called: { doneOn: 'on' } })
    return context.database.write(viewer, async (run) => {
      const { values } = await lockFor(run, viewer, decision, 'finish', { id, version })
      const [day] = await run('SELECT project_today($1) AS today', [values.project])
      if (said.doneOn && said.doneOn > String(day?.today)) throw badInput([{ path: ['on'], code: 'IN_THE_FUTURE', message: 'The day is still to come.' }])
      await updateRow(run, viewer, decision, id, said, false)
      return { id }
    })
  }
}
