import { allRecords } from '@clusterpolisee/schema'
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { badInput } from '../kernel/errors.js'
import { AsksAgain } from '../request/asks-again.js'
import { type Context, personOf } from '../request/context.js'
import { logEvent } from '../request/security-log.js'

/** Files that the dashboard writes of what it has read. */
@Resolver()
export class ExportResolver {
  @AsksAgain()
  @Mutation(() => Boolean, { description: 'Tells the security log that a whole list is written into a file. The rows themselves are read as ever.' })
  async beginExport(@Arg('list', () => String, { description: 'The list, as `indicators`.' }) list: string, @Ctx() context: Context): Promise<boolean> {
    if (!allRecords().some(({ plural }) => plural === list)) {
      throw badInput([{ path: ['list'], code: 'UNKNOWN_REFERENCE', message: 'There is no such list.' }])
    }
    if (personOf(context.viewer)) await context.database.write(context.viewer, (run) => logEvent(run, context, { kind: 'FEED_READ', detail: `${list}.csv` }))
    return true
  }
}
