import { Deliverable, recordMeta, scalars } from '@clusterpolisee/schema'
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../request/context.js'
import { checkGiven } from '../write/check-given.js'
import { lockFor } from '../write/lock-for.js'
import { updateRow, writer } from '../write/write-record.js'

const deliverable = recordMeta(Deliverable)

/** Handing in, which the responsible partner may do too. */
@Resolver()
export class DeliverableResolver {
  @Mutation(() => Deliverable, { nullable: true, description: 'Hands a deliverable in; null takes it back.' })
  async handInDeliverable(
    @Arg('id', () => ID, { description: 'The deliverable.' }) id: string,
    @Arg('version', () => Int, { description: 'Its version.' }) version: number,
    @Arg('on', () => scalars.Date, { nullable: true, description: 'On which day.' }) on: string | null,
    @Ctx() context: Context,
  ): Promise<{ id: string }> {
    const viewer = writer(context)
    const said = checkGiven(deliverable, { handedInOn: on }, { called: { handedInOn: 'on' } })
    return context.database.write(viewer, async (run) => {
      await lockFor(run, viewer, deliverable, 'handIn', { id, version })
      await updateRow(run, viewer, deliverable, id, said, false)
      return { id }
    })
  }
}
