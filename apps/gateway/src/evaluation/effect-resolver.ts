import { EvaluationEffect, recordMeta } from '@clusterpolisee/schema'
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../request/context.js'
import { lockFor } from '../write/lock-for.js'
import { NOW, updateRow, writer } from '../write/write-record.js'
import { effectFigures } from './effect-figures.js'

/** Effects, from the measurements as they are now. */
@Resolver()
export class EffectResolver {
  @Mutation(() => EvaluationEffect, {
    nullable: true,
    description: 'Works an effect out from the measurements as they are now, by its design and periods; the figures are kept with the version of the method.',
  })
  async computeEffect(
    @Arg('id', () => ID, { description: 'The effect.' }) id: string,
    @Arg('version', () => Int, { description: 'Its version.' }) version: number,
    @Ctx() context: Context,
  ): Promise<{ id: string }> {
    const viewer = writer(context)
    const record = recordMeta(EvaluationEffect)
    return context.database.write(viewer, async (run) => {
      const { values } = await lockFor(run, viewer, record, 'compute', { id, version })
      await updateRow(run, viewer, record, id, { ...(await effectFigures(run, values)), computedAt: NOW })
      return { id }
    })
  }
}
