import { orientation } from '@clusterpolisee/methods'
import { type Fault, Indicator, recordMeta, scalars, Target, type ValuesOf } from '@clusterpolisee/schema'
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql'
import { directionOf } from '../kernel/direction-of.js'
import { badInput } from '../kernel/errors.js'
import type { Context } from '../request/context.js'
import { givenValues } from '../write/check-given.js'
import { recordVersion } from '../write/record-version.js'
import { lockRow, writer } from '../write/write-record.js'

const targets = recordMeta(Target)

/** Targets are set and given up; what held before stays as history. */
@Resolver()
export class TargetResolver {
  @Mutation(() => Indicator, {
    nullable: true,
    description: 'Sets the level that an indicator should show by a day; null gives the target up. Former targets stay in the history.',
  })
  async setTarget(
    @Arg('indicatorId', () => ID, { description: 'The indicator.' }) indicatorId: string,
    @Arg('dueOn', () => scalars.Date, { description: 'By which day.' }) dueOn: string,
    @Arg('value', () => scalars.Decimal, { nullable: true, description: 'The level; null gives it up.' }) value: number | null,
    @Arg('reason', () => String, { nullable: true, description: 'Why it changes.' }) reason: string | null,
    @Ctx() context: Context,
  ): Promise<{ id: string }> {
    const viewer = writer(context)
    return context.database.write(viewer, async (run) => {
      const { values } = await lockRow(run, viewer, recordMeta(Indicator), indicatorId)
      const given = givenValues(targets, { dueOn, value, reason })
      const side = targetFault(values, value ?? null)
      const faults = [...given.faults, ...(side ? [side] : [])]
      if (faults.length > 0) throw badInput(faults)
      await recordVersion(run, viewer, targets, { project: values.project, indicator: indicatorId, ...given.values })
      return { id: indicatorId }
    })
  }
}

function targetFault(indicator: ValuesOf<Indicator>, value: number | null): Fault | null {
  if (value === null) return null
  const base = Number(indicator.baseline ?? (indicator.measure === 'SCALE' ? 1 : 0))
  const { turn } = orientation(directionOf(indicator), null)
  if (turn(value) < turn(base))
    return {
      path: ['value'],
      code: 'WRONG_SIDE',
      params: { baseline: base },
      message: `The target is on the wrong side of the level before the pilot (${base}).`,
    }
  const top = indicator.measure === 'SCALE' ? Number(indicator.scaleMax) : Number.POSITIVE_INFINITY
  return value > top ? { path: ['value'], code: 'OFF_THE_SCALE', params: { min: 1, max: top }, message: `The scale goes from 1 to ${top}.` } : null
}
