import { RegionalStatistic, recordMeta, StatisticMeasure, scalars } from '@clusterpolisee/schema'
import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql'
import { badInput } from '../kernel/errors.js'
import { isUuid } from '../kernel/uuid.js'
import { readableScope } from '../read/readable-scope.js'
import { StatementRow } from '../read/statement-row.js'
import type { Context } from '../request/context.js'
import { Costs } from '../request/cost/index.js'
import { type RegionFigures, regionalPosition } from './regional-position.js'

@ObjectType({ description: 'A division of the economy in a region, against all regions that have figures.', simpleResolvers: true })
class DivisionPosition {
  @Field(() => String, { description: 'NACE Rev. 2, as C25.' }) division!: string
  @Field(() => scalars.Decimal, { description: 'Amount in the first year.' }) before!: number
  @Field(() => scalars.Decimal, { description: 'Amount in the last year.' }) value!: number
  @Field(() => scalars.Decimal, { description: 'Share of the region in the last year.' }) share!: number
  @Field(() => scalars.Decimal, { nullable: true, description: 'Share of the region by the share of all regions; 1 is alike.' }) locationQuotient?:
    | number
    | null
  @Field(() => scalars.Decimal, { nullable: true, description: 'Shift-share: growth that all regions together explain.' }) nationalShare?: number | null
  @Field(() => scalars.Decimal, { nullable: true, description: 'Shift-share: growth that the division explains.' }) industryMix?: number | null
  @Field(() => scalars.Decimal, { nullable: true, description: 'Shift-share: what remains, the own part of the region.' }) regionalShare?: number | null
}

@ObjectType({ description: 'A region beside the one asked for: the same performance first, then the most similar structure.', simpleResolvers: true })
class PeerRegion {
  @Field(() => ID, { description: 'The region.' }) regionId!: string
  @Field(() => String, { description: 'Its code.' }) code!: string
  @Field(() => String, { description: 'Its name.' }) name!: string
  @Field(() => Boolean, { description: 'True: its performance in innovation is known to be the same.' }) samePerformance!: boolean
  @Field(() => scalars.Decimal, { description: 'How much the structures differ: 0 not at all, 2 nothing in common.' }) distance!: number
  @Field(() => scalars.Decimal, { description: 'Amount of all divisions in the last year.' }) total!: number
  @Field(() => scalars.Decimal, { nullable: true, description: 'Growth between the years, a share of 1.' }) growth?: number | null
  @Field(() => scalars.Decimal, { description: 'Specialisation (Krugman): 0 as all regions, 2 nothing in common.' }) krugman!: number
  @Field(() => scalars.Decimal, { description: 'Diversity (Shannon), in nats.' }) shannon!: number
  @Field(() => scalars.Decimal, { description: 'Concentration (Herfindahl), up to 1.' }) herfindahl!: number
  @Field(() => scalars.Decimal, { nullable: true, description: 'Share that moved between divisions, 0 to 1.' }) structuralChange?: number | null
  @Field(() => [scalars.Decimal], { nullable: 'items', description: 'Location quotients, in the order of the divisions of the region asked for.' })
  locationQuotients!: (number | null)[]
}

@ObjectType({ description: 'Where a region stands among those that have figures, by divisions of the economy.', simpleResolvers: true })
class RegionalPosition {
  @Field(() => ID, { description: 'The region.' }) regionId!: string
  @Field(() => String, { description: 'Its code.' }) code!: string
  @Field(() => String, { description: 'Its name.' }) name!: string
  @Field(() => ID, { description: 'The project whose statistics these are.' }) projectId!: string
  @Field(() => String, { description: 'Unit of the amounts.' }) unit!: string
  @Field(() => [String], { description: 'Codes of the regions that make the reference.' }) reference!: string[]
  @Field(() => [String], { description: 'Sources of the figures.' }) sources!: string[]
  @Field(() => [Int], { description: 'Years of which there are figures, for choosing others.' }) years!: number[]
  @Field(() => scalars.Decimal, { description: 'Amount of all divisions in the last year.' }) total!: number
  @Field(() => scalars.Decimal, { nullable: true, description: 'Growth between the years, a share of 1.' }) growth?: number | null
  @Field(() => scalars.Decimal, { description: 'Specialisation (Krugman): 0 as all regions, 2 nothing in common.' }) krugman!: number
  @Field(() => scalars.Decimal, { description: 'Diversity (Shannon), in nats.' }) shannon!: number
  @Field(() => scalars.Decimal, { description: 'Concentration (Herfindahl), up to 1.' }) herfindahl!: number
  @Field(() => scalars.Decimal, { nullable: true, description: 'Share that moved between divisions, 0 to 1.' }) structuralChange?: number | null
  @Field(() => scalars.Decimal, { nullable: true, description: 'Shift-share of the whole: growth that all regions together explain.' }) nationalShare?:
    | number
    | null
  @Field(() => scalars.Decimal, { nullable: true, description: 'Shift-share of the whole: growth that its divisions explain.' }) industryMix?: number | null
  @Field(() => scalars.Decimal, { nullable: true, description: 'Shift-share of the whole: the own part of the region.' }) regionalShare?: number | null
  @Field(() => [DivisionPosition], { description: 'Every division of which a region has a figure in one of the years.' }) divisions!: DivisionPosition[]
  @Field(() => [PeerRegion], { description: 'At most five like regions.' }) peers!: PeerRegion[]
}

interface StatisticRow {
  readonly project_id: string
  readonly region_id: string
  readonly code: string
  readonly name: string
  readonly performance: string | null
  readonly division: string
  readonly year: number
  readonly value: number
  readonly unit: string
  readonly source: string
}

/** Smart specialisation: each region of the partnership can place itself. */
@Resolver()
export class PositionResolver {
  @Query(() => RegionalPosition, {
    nullable: true,
    description: 'Where a region stands, from the statistics that the viewer may read; null without figures for it in the last year.',
  })
  @Costs({ cost: 500 })
  async regionalPosition(
    @Arg('regionId', () => ID, { description: 'The region.' }) regionId: string,
    @Arg('measure', () => StatisticMeasure.values, { description: 'What is counted.' }) measure: string,
    @Arg('fromYear', () => Int, { description: 'First year.' }) fromYear: number,
    @Arg('year', () => Int, { description: 'Last year.' }) year: number,
    @Arg('projectId', () => ID, { nullable: true, description: 'Whose statistics; needed where several projects have some.' }) projectId: string | null,
    @Ctx() context: Context,
  ): Promise<RegionalPosition | null> {
    if (year <= fromYear) throw badInput([{ path: ['year'], code: 'END_BEFORE_START', message: 'The last year is not after the first. Choose a later one.' }])
    if (!isUuid(regionId) || (projectId && !isUuid(projectId))) return null
    const rows = await readStatistics(context, measure, [fromYear, year], projectId)
    const projects = [...new Set(rows.map((row) => row.project_id))]
    if (projects.length > 1) throw badInput([{ path: ['projectId'], code: 'PROJECT_NEEDED', message: 'Several projects have such statistics. Say which one.' }])
    const divisions = [...new Set(rows.map(({ division }) => division))].sort()
    const position = regionalPosition(regionId, figuresOf(rows, divisions, fromYear, year), divisions)
    if (!position) return null
    const units = unique(rows.map(({ unit }) => unit))
    if (units.length > 1) {
      throw badInput([
        {
          path: ['measure'],
          code: 'SEVERAL_UNITS',
          params: { units: units.join(', ') },
          message: `The figures have several units (${units.join(', ')}) and cannot be added up.`,
        },
      ])
    }
    const [project = ''] = projects
    const reference = unique(rows.filter((row) => row.year === year).map(({ code }) => code))
    return {
      ...position,
      projectId: project,
      unit: units[0] ?? '',
      reference,
      sources: unique(rows.map(({ source }) => source)),
      years: await readYears(context, measure, project),
      divisions: [...position.divisions],
      peers: position.peers.map((peer) => ({ ...peer, locationQuotients: [...peer.locationQuotients] })),
    }
  }
}

const unique = (texts: readonly string[]) => [...new Set(texts)].sort()

/** Amounts by region; what a region has no row for counts as 0. */
function figuresOf(rows: readonly StatisticRow[], divisions: readonly string[], fromYear: number, year: number): RegionFigures[] {
  const byRegion = new Map<string, StatisticRow[]>()
  for (const row of rows) byRegion.set(row.region_id, [...(byRegion.get(row.region_id) ?? []), row])
  return [...byRegion].map(([regionId, own]) => {
    const amounts = (of: number) => divisions.map((division) => own.find((row) => row.year === of && row.division === division)?.value ?? 0)
    const [{ code, name, performance }] = own as [StatisticRow]
    return { regionId, code, name, performance, before: amounts(fromYear), after: amounts(year) }
  })
}

async function readStatistics(context: Context, measure: string, years: readonly number[], projectId: string | null): Promise<StatisticRow[]> {
  const row = new StatementRow('t', context.viewer)
  const conditions = [`t.measure = ${row.constant(measure, 'text')}`, `t.year = ANY (${row.constant(years, 'int[]')})`]
  if (projectId) conditions.push(`t.project_id = ${row.constant(projectId, 'uuid')}`)
  const found = await row.run(
    context.database.run,
    `SELECT t.project_id, t.region_id, r.code, r.name, r.performance, t.division, t.year, t.value, t.unit, t.source
     FROM regional_statistic t JOIN region r ON r.id = t.region_id WHERE t.superseded_at IS NULL AND ${conditions.join(' AND ')} AND ${scopeOf(row)} ORDER BY r.code, t.division`,
  )
  return found as unknown as StatisticRow[]
}

async function readYears(context: Context, measure: string, projectId: string): Promise<number[]> {
  const row = new StatementRow('t', context.viewer)
  const found = await row.run(
    context.database.run,
    `SELECT DISTINCT t.year FROM regional_statistic t WHERE t.superseded_at IS NULL AND t.measure = ${row.constant(measure, 'text')}
     AND t.project_id = ${row.constant(projectId, 'uuid')} AND ${scopeOf(row)} ORDER BY 1`,
  )
  return found.map(({ year }) => Number(year))
}

const scopeOf = (row: StatementRow) => readableScope(recordMeta(RegionalStatistic), row)
