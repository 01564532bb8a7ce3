import { scalars } from '@clusterpolisee/schema'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'

@ObjectType({ description: 'A division of the economy in a region, against the reference; what has no figure is null, not 0.', simpleResolvers: true })
export class DivisionPosition {
  @Field(() => String, { description: 'NACE Rev. 2, as C25.' }) division!: string
  @Field(() => scalars.Decimal, { nullable: true, description: 'Amount in the first year.' }) before?: number | null
  @Field(() => scalars.Decimal, { nullable: true, description: 'Amount in the last year.' }) value?: number | null
  @Field(() => scalars.Decimal, { nullable: true, description: 'Share of the region in the last year.' }) share?: number | null
  @Field(() => scalars.Decimal, { nullable: true, description: 'Share of the region by the share of the reference; 1 is alike.' }) locationQuotient?:
    | number
    | null
  @Field(() => scalars.Decimal, { nullable: true, description: 'Shift-share: growth that the reference explains.' }) nationalShare?: number | null
  @Field(() => scalars.Decimal, { nullable: true, description: 'Shift-share: growth that the division explains.' }) industryMix?: number | null
  @Field(() => scalars.Decimal, { nullable: true, description: 'Shift-share: what remains, the own part of the region.' }) regionalShare?: number | null
}

/** What is said of a region and of its peers alike. */
@ObjectType({ simpleResolvers: true })
abstract class RegionFacts {
  @Field(() => scalars.Decimal, { description: 'Amount of all divisions in the last year.' }) total!: number
  @Field(() => scalars.Decimal, { nullable: true, description: 'Growth between the years, a share of 1.' }) growth?: number | null
  @Field(() => scalars.Decimal, { description: 'Specialisation (Krugman): 0 as the reference, 2 nothing in common.' }) krugman!: number
  @Field(() => scalars.Decimal, { description: 'Diversity (Shannon), in nats.' }) shannon!: number
  @Field(() => scalars.Decimal, { description: 'Concentration (Herfindahl), up to 1.' }) herfindahl!: number
  @Field(() => scalars.Decimal, { nullable: true, description: 'Share that moved between divisions, 0 to 1.' }) structuralChange?: number | null
}

@ObjectType({ description: 'A region beside the one asked for: the same performance first, then the most similar structure.', simpleResolvers: true })
export class PeerRegion extends RegionFacts {
  @Field(() => ID, { description: 'The region.' }) regionId!: string
  @Field(() => String, { description: 'Its code.' }) code!: string
  @Field(() => String, { description: 'Its name.' }) name!: string
  @Field(() => Boolean, { description: 'True: its performance in innovation is known to be the same.' }) samePerformance!: boolean
  @Field(() => scalars.Decimal, { description: 'How much the structures differ: 0 not at all, 2 nothing in common.' }) distance!: number
  @Field(() => Int, { description: 'Divisions of which both have a figure: on these the two are compared.' }) compared!: number
  @Field(() => [scalars.Decimal], { nullable: 'items', description: 'Location quotients, in the order of the divisions of the region asked for.' })
  locationQuotients!: (number | null)[]
}

@ObjectType({ description: 'A region that is not in the reference, for it has no figure of a division that is compared.', simpleResolvers: true })
export class LeftOutRegion {
  @Field(() => String, { description: 'Its code.' }) code!: string
  @Field(() => [String], { description: 'Divisions of which it has no figure in the last year.' }) divisions!: string[]
}

@InputType({ description: 'What a region is compared with. Without it: all regions of its own NUTS level that have figures, itself among them.' })
export class PositionReference {
  @Field(() => Int, {
    nullable: true,
    description: 'NUTS level, 0 to 3; else that of the region. One level at a time: a country and its regions would count twice.',
  })
  level?: number | null
  @Field(() => String, { nullable: true, description: 'Regions of this country only, by its code, as IT.' }) country?: string | null
  @Field(() => [ID], { nullable: true, description: 'These regions, 500 at most, in place of a level and a country.' }) regionIds?: string[] | null
  @Field(() => Boolean, { nullable: true, description: 'True: the region itself is not in the reference.' }) withoutSelf?: boolean | null
}

@ObjectType({ description: 'Where a region stands among those that have figures, by divisions of the economy.', simpleResolvers: true })
export class RegionalPosition extends RegionFacts {
  @Field(() => ID, { description: 'The region.' }) regionId!: string
  @Field(() => String, { description: 'Its code.' }) code!: string
  @Field(() => String, { description: 'Its name.' }) name!: string
  @Field(() => ID, { description: 'The project whose statistics these are.' }) projectId!: string
  @Field(() => String, { description: 'Unit of the amounts.' }) unit!: string
  @Field(() => [String], { description: 'Codes of the regions that make the reference: those with a figure of each division that the region has.' })
  reference!: string[]
  @Field(() => [LeftOutRegion], { description: 'Regions that would be in the reference, and lack a figure.' }) leftOut!: LeftOutRegion[]
  @Field(() => [String], { description: 'Sources of the figures.' }) sources!: string[]
  @Field(() => [Int], { description: 'Years of which there are figures, for choosing others.' }) years!: number[]
  @Field(() => scalars.Decimal, { nullable: true, description: 'Shift-share of the whole: growth that the reference explains.' }) nationalShare?: number | null
  @Field(() => scalars.Decimal, { nullable: true, description: 'Shift-share of the whole: growth that its divisions explain.' }) industryMix?: number | null
  @Field(() => scalars.Decimal, { nullable: true, description: 'Shift-share of the whole: the own part of the region.' }) regionalShare?: number | null
  @Field(() => [DivisionPosition], { description: 'Every division of which one of these regions has a figure in one of the years.' })
  divisions!: DivisionPosition[]
  @Field(() => [PeerRegion], { description: 'At most five like regions.' }) peers!: PeerRegion[]
}
