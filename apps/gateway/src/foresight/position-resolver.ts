import { divisionsIn, partNace, StatisticMeasure } from '@clusterpolisee/schema'
import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql'
import { badInput } from '../kernel/errors.js'
import { isUuid } from '../kernel/uuid.js'
import type { Context } from '../request/context.js'
import { Costs } from '../request/cost/index.js'
import { PositionReference, RegionalPosition } from './position-answer.js'
import { figuresOf, readStatistics, readYears, type StatisticRow, unique } from './position-figures.js'
import { candidatesOf, demandOneUnit, referenceOf } from './position-reference.js'
import { regionalPosition } from './regional-position.js'

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
    @Arg('reference', () => PositionReference, { nullable: true, description: 'What it is compared with.' }) wanted: PositionReference | null,
    @Ctx() context: Context,
  ): Promise<RegionalPosition | null> {
    if (year <= fromYear) throw badInput([{ path: ['year'], code: 'END_BEFORE_START', message: 'The last year is not after the first. Choose a later one.' }])
    if (!isUuid(regionId) || (projectId && !isUuid(projectId))) return null
    const rows = await readStatistics(context, measure, [fromYear, year], projectId)
    const projects = [...new Set(rows.map((row) => row.project_id))]
    if (projects.length > 1) throw badInput([{ path: ['projectId'], code: 'PROJECT_NEEDED', message: 'Several projects have such statistics. Say which one.' }])
    const divisions = divisionsOf(rows, regionId, year)
    const regions = figuresOf(rows, divisions, fromYear, year)
    const region = regions.find((item) => item.regionId === regionId)
    if (!region?.after.some((amount) => amount !== null)) return null
    const units = demandOneUnit(rows)
    const reference = referenceOf(region, regions, wanted ?? {}, year)
    const position = regionalPosition(region, candidatesOf(region, regions), reference, divisions)
    if (!position) return null
    const [project = ''] = projects
    return {
      ...position,
      projectId: project,
      unit: units[0] ?? '',
      reference: [...position.reference],
      leftOut: position.leftOut.map(({ code, divisions: lacking }) => ({ code, divisions: [...lacking] })),
      sources: unique(rows.map(({ source }) => source)),
      years: await readYears(context, measure, project),
      divisions: [...position.divisions],
      peers: position.peers.map((peer) => ({ ...peer, locationQuotients: [...peer.locationQuotients] })),
    }
  }
}

/** Divisions, or groups of them, by which the region is placed: its own of the last year first, then what others have beside them. */
function divisionsOf(rows: readonly StatisticRow[], regionId: string, year: number): string[] {
  const own = partNace(rows.flatMap((row) => (row.region_id === regionId && row.year === year ? [row.division] : [])))
  const taken = new Set(own.flatMap(divisionsIn))
  const others = rows.map(({ division }) => division).filter((code) => !divisionsIn(code).some((division) => taken.has(division)))
  return [...own, ...partNace(others)].sort()
}
