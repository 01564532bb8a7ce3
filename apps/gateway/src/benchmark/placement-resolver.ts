import { MethodError, placeProspective } from '@clusterpolisee/methods'
import { type Fault, RankGroup, scalars } from '@clusterpolisee/schema'
import { Arg, Ctx, Field, ID, InputType, Int, ObjectType, Query, Resolver } from 'type-graphql'
import { badInput, notFound } from '../kernel/errors.js'
import type { Context } from '../request/context.js'
import { Costs } from '../request/cost/index.js'
import { readableEdition } from './benchmark-resolver.js'
import { thirdOf } from './compute-edition.js'
import type { EditionInput } from './edition-input.js'
import { readEditionInput } from './store-result.js'
import { uncertaintyInput } from './uncertainty-input.js'

/** Weighed values of one placement: about 30 ms. A larger edition is placed in with fewer runs, so that requests go on. */
const MOST_WEIGHED = 5_000_000
const FEWEST_RUNS = 200

@InputType({ description: 'A planned value; without one it is missing.' })
class PlannedValueInput {
  @Field(() => ID, { description: 'The indicator of the benchmark.' }) indicatorId!: string
  @Field(() => scalars.Decimal, { nullable: true, description: 'The value that is planned.' }) value?: number | null
}

@ObjectType({ description: 'What an indicator adds to a score.', simpleResolvers: true })
class PlannedContribution {
  @Field(() => ID, { description: 'The indicator of the benchmark.' }) indicatorId!: string
  @Field(() => scalars.Decimal, { description: 'What it adds.' }) contribution!: number
}

@ObjectType({ description: 'Where an initiative that has not started would land in an edition; no part of it.', simpleResolvers: true })
class Placement {
  @Field(() => scalars.Decimal, { description: 'Score with the settings of the edition.' }) score!: number
  @Field(() => Int, { description: 'Rank with the settings of the edition; 1 is best.' }) rank!: number
  @Field(() => scalars.Decimal, { description: 'Median rank over the recomputations.' }) medianRank!: number
  @Field(() => scalars.Decimal, { description: 'Rank, low end: 5 of 100 recomputations are below.' }) rankFrom!: number
  @Field(() => scalars.Decimal, { description: 'Rank, high end: 5 of 100 recomputations are above.' }) rankTo!: number
  @Field(() => scalars.Decimal, { description: 'Share of the recomputations in the first third.' }) firstThird!: number
  @Field(() => RankGroup.values, { description: 'Where it usually stands.' }) rankGroup!: string
  @Field(() => [scalars.Decimal], { description: 'Share of the recomputations at rank 1, 2, and so on.' }) rankShares!: number[]
  @Field(() => [PlannedContribution], { description: 'What the score is made of.' }) contributions!: PlannedContribution[]
  @Field(() => [ID], { description: 'Indicators on which it lies outside what the edition has seen: the scale is extended there, which is a guess.' })
  outsideRange!: string[]
  @Field(() => Int, { description: 'Recomputations of this placement.' }) runs!: number
}

/** Places what is planned into a frozen edition while its values are typed. */
@Resolver()
export class PlacementResolver {
  @Query(() => Placement, {
    description: 'Where an initiative with these planned values would land in an edition. Writes nothing; whoever may read the edition may ask.',
  })
  @Costs({ cost: 1000 })
  async placeProspective(
    @Arg('editionId', () => ID, { description: 'The edition.' }) editionId: string,
    @Arg('values', () => [PlannedValueInput], { description: 'Planned values.' }) values: PlannedValueInput[],
    @Ctx() context: Context,
  ): Promise<Placement> {
    await readableEdition(context, editionId)
    const input = await readEditionInput((text, list) => context.database.run(text, list), editionId)
    if (!input) throw notFound()
    const faults = valueFaults(input, values)
    if (faults.length > 0) throw badInput(faults)
    try {
      return place(input, values)
    } catch (error) {
      throw error instanceof MethodError ? badInput([{ path: ['values'], code: 'INVALID_INPUT', message: error.message }]) : error
    }
  }
}

function valueFaults({ data }: EditionInput, values: readonly PlannedValueInput[]): Fault[] {
  const faults = values.flatMap(({ indicatorId }, index): Fault[] => {
    const path = ['values', index, 'indicatorId']
    if (!data.indicators.some(({ id }) => id === indicatorId)) return [{ path, code: 'UNKNOWN_REFERENCE', message: 'The edition has no such indicator.' }]
    const first = values.findIndex((other) => other.indicatorId === indicatorId)
    return first === index ? [] : [{ path, code: 'DUPLICATE_KEY', params: { first: first + 1 }, message: 'This indicator has a value already.' }]
  })
  const isEmpty = values.every(({ value }) => value === null || value === undefined)
  return faults.length === 0 && isEmpty ? [{ path: ['values'], code: 'REQUIRED', message: 'At least one planned value is needed.' }] : faults
}

function place(input: EditionInput, values: readonly PlannedValueInput[]): Placement {
  const method = uncertaintyInput(input)
  const runs = Math.min(input.runs, Math.max(FEWEST_RUNS, Math.floor(MOST_WEIGHED / (method.units.length * input.data.indicators.length))))
  const given = new Map(values.map(({ indicatorId, value }) => [indicatorId, value ?? null]))
  const found = placeProspective({ ...method, runs, prospective: input.data.indicators.map(({ id }) => given.get(id) ?? null) })
  return {
    score: found.score,
    rank: found.rank,
    medianRank: found.medianRank,
    rankFrom: found.p05,
    rankTo: found.p95,
    firstThird: found.topThird,
    rankGroup: thirdOf(found.medianRank, method.units.length + 1),
    rankShares: [...found.rankShares],
    contributions: Object.entries(found.contributions).map(([indicatorId, contribution]) => ({ indicatorId, contribution })),
    outsideRange: [...found.outsideRange],
    runs,
  }
}
