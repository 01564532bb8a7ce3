import { EditionStep, type Fault, scalars } from '@clusterpolisee/schema'
import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql'
import { badInput, notFound } from '../kernel/errors.js'
import type { Context } from '../request/context.js'
import { Costs } from '../request/cost/index.js'
import { readableEdition } from './benchmark-resolver.js'
import { type EditionChange as Change, editionChanges } from './edition-changes.js'
import { readEditionInput } from './store-result.js'

const MOST_AT_ONCE = 100
const MOST_SKIPPED = 1_000_000

@ObjectType({ description: 'What a step of an edition did to one value.', simpleResolvers: true })
class EditionChange implements Change {
  @Field(() => EditionStep.values, { description: 'Which step.' }) step!: Change['step']
  @Field(() => ID, { description: 'The initiative or region.' }) entryId!: string
  @Field(() => String, { description: 'Its title.' }) entryTitle!: string
  @Field(() => ID, { description: 'The indicator.' }) indicatorId!: string
  @Field(() => String, { description: 'Its title.' }) indicatorTitle!: string
  @Field(() => scalars.Decimal, { nullable: true, description: 'Value before; null was missing.' }) before!: number | null
  @Field(() => scalars.Decimal, { nullable: true, description: 'Value after; null: it is missing from then on.' }) after!: number | null
  @Field(() => Boolean, { description: 'Both are distances to the band that is best.' }) ofDistance!: boolean
  @Field(() => scalars.Decimal, { nullable: true, description: 'Why it was drawn in: skewness of the indicator before, beyond 2.' })
  skewness!: number | null
  @Field(() => scalars.Decimal, { nullable: true, description: 'Why it was drawn in: excess kurtosis of the indicator before, above 3.5.' })
  kurtosis!: number | null
  @Field(() => scalars.Decimal, { nullable: true, description: 'What it was divided by; null: that is missing, or not above 0.' }) divisor!: number | null
  @Field(() => String, { nullable: true, description: 'Title of the indicator that it was divided by.' }) divisorTitle!: string | null
  @Field(() => scalars.Decimal, { nullable: true, description: 'Per so many of them.' }) per!: number | null
}

@ObjectType({ description: 'A page of what the steps of an edition did to values.', simpleResolvers: true })
class EditionChanges {
  @Field(() => Int, { description: 'How many values were changed in all.' }) totalCount!: number
  @Field(() => [EditionChange], { description: 'Those of this page, by indicator.' }) nodes!: EditionChange[]
}

/** What the steps of an edition did to which values. */
@Resolver()
export class EditionChangesResolver {
  @Query(() => EditionChanges, {
    description:
      'Which values of ranked entries an edition changed before comparing them: figures per something else divided, extreme ones drawn in, missing ones filled. Whoever may read the edition may ask.',
  })
  @Costs({ cost: 1000 })
  async benchmarkEditionChanges(
    @Arg('editionId', () => ID, { description: 'The edition.' }) editionId: string,
    @Arg('first', () => Int, { defaultValue: 25, description: 'How many at once: 1 to 100.' }) first: number,
    @Arg('skip', () => Int, { defaultValue: 0, description: 'How many come before.' }) skip: number,
    @Ctx() context: Context,
  ): Promise<EditionChanges> {
    await readableEdition(context, editionId)
    const faults = [...boundFaults('first', first, 1, MOST_AT_ONCE), ...boundFaults('skip', skip, 0, MOST_SKIPPED)]
    if (faults.length > 0) throw badInput(faults)
    const input = await readEditionInput((text, list) => context.database.run(text, list), editionId)
    if (!input) throw notFound()
    const changes = editionChanges(input)
    return { totalCount: changes.length, nodes: changes.slice(skip, skip + first) }
  }
}

function boundFaults(field: string, value: number, min: number, max: number): Fault[] {
  if (value < min) return [{ path: [field], code: 'TOO_SMALL', params: { min }, message: `This is below ${min}.` }]
  return value > max ? [{ path: [field], code: 'TOO_LARGE', params: { max }, message: `This is above ${max}.` }] : []
}
