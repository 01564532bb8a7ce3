import { Deliverable, or, own, plansWorkPackage, recordMeta, scalars } from '@clusterpolisee/schema'
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import { isCalendarDay } from '../kernel/calendar-day.js'
import { badInput, conflict } from '../kernel/errors.js'
import type { Context } from '../request/context.js'
import { conflictDetails } from '../write/conflict-details.js'
import { lockRow, updateRow, writer } from '../write/write-record.js'

const handsIn = or(plansWorkPackage, own('partner'))

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
    const record = recordMeta('Deliverable')
    if (on && !isCalendarDay(on)) throw badInput([{ path: ['on'], code: 'NOT_A_DAY', message: 'This is not a day of the calendar.' }])
    return context.database.write(viewer, async (run) => {
      const row = await lockRow(run, viewer, record, id, handsIn)
      if (row.version !== version) throw conflict(await conflictDetails(run, viewer, record, row, version, { handedInOn: on ?? null }))
      await updateRow(run, viewer, record, id, { handedInOn: on ?? null }, false)
      return { id }
    })
  }
}
