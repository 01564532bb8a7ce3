import { countryOfNuts, levelOfNuts, nutsByCode, Project, Region, type RunSql, recordMeta, searchNuts } from '@clusterpolisee/schema'
import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { badInput, unauthenticated } from '../kernel/errors.js'
import type { Context } from '../request/context.js'
import { Costs } from '../request/cost/index.js'
import { lockFor } from '../write/lock-for.js'
import { insertRow, writer } from '../write/write-record.js'

const MOST_CODES = 500
const MOST_FOUND = 50
const LONGEST = 100

@ObjectType({
  description: 'A region of the official lists that come with the product: NUTS 2003 to 2021, also of candidate countries.',
  simpleResolvers: true,
})
class OfficialRegion {
  @Field(() => String, { description: 'Its code, as ITI3.' }) code!: string
  @Field(() => String, { description: 'Its name, as the newest list has it that knows the code.' }) name!: string
  @Field(() => String, { description: 'Country by ISO 3166-1.' }) country!: string
  @Field(() => Int, { description: 'Level, 0 to 3.' }) level!: number
  @Field(() => Int, { description: 'Year of that list.' }) nutsVersion!: number
  @Field(() => Boolean, { description: 'True: it is among the regions of this installation.' }) isThere!: boolean
}

@ObjectType({ description: 'What came of adding regions.', simpleResolvers: true })
class AddedRegions {
  @Field(() => Int, { description: 'Regions that are new.' }) added!: number
  @Field(() => Int, { description: 'Regions that were there.' }) known!: number
}

/** Regions of the official lists: found, and added by a lead partner who misses one. */
@Resolver()
export class RegionResolver {
  @Query(() => [OfficialRegion], {
    description: 'Regions of the official lists whose code begins, or whose name goes, so, at most 50; or those of some codes. For whoever is signed in.',
  })
  @Costs({ cost: 50 })
  async officialRegions(
    @Arg('search', () => String, { defaultValue: '', description: 'Beginning of the code, or part of the name.' }) search: string,
    @Arg('codes', () => [String], { defaultValue: [], description: 'Codes, at most 500; one that no list knows is not answered.' }) codes: string[],
    @Ctx() context: Context,
  ): Promise<OfficialRegion[]> {
    if (context.viewer.userId === null) throw unauthenticated()
    demandFew(codes)
    const found = [...searchNuts(search.slice(0, LONGEST), MOST_FOUND), ...nutsByCode(codes)]
    const there = await thereOf(
      context.database.run,
      found.map(({ code }) => code),
    )
    return found.map(({ code, name, nutsVersion }) => ({
      ...{ code, name, nutsVersion, country: countryOfNuts(code), level: levelOfNuts(code) },
      isThere: there.has(`${code} ${nutsVersion}`),
    }))
  }

  @Mutation(() => AddedRegions, {
    description: 'Adds regions of the official lists by their codes, each as the newest list has it that knows the code. Its lead partner.',
  })
  @Costs({ cost: 100 })
  async addRegions(
    @Arg('projectId', () => ID, { description: 'The project that needs them.' }) projectId: string,
    @Arg('codes', () => [String], { description: 'Their codes, at most 500.' }) codes: string[],
    @Ctx() context: Context,
  ): Promise<AddedRegions> {
    const viewer = writer(context)
    return context.database.write(viewer, async (run) => {
      await lockFor(run, viewer, recordMeta(Project), 'addRegions', { id: projectId, version: null })
      const regions = demandKnown(codes)
      const there = await thereOf(run, codes)
      const fresh = regions.filter(({ code, nutsVersion }) => !there.has(`${code} ${nutsVersion}`))
      for (const { code, name, nutsVersion } of fresh)
        await insertRow(run, viewer, recordMeta(Region), uuidv7(), { code, name, nutsVersion, country: countryOfNuts(code), level: levelOfNuts(code) }, false)
      return { added: fresh.length, known: regions.length - fresh.length }
    })
  }
}

function demandFew(codes: readonly string[]): void {
  if (codes.length > MOST_CODES)
    throw badInput([{ path: ['codes'], code: 'TOO_MANY_REGIONS', params: { max: MOST_CODES }, message: `Name ${MOST_CODES} regions at most.` }])
}

/** Regions of the official lists; refused when there are too many, or one that no list knows. */
function demandKnown(codes: readonly string[]) {
  demandFew(codes)
  const regions = nutsByCode(codes)
  const known = new Set(regions.map(({ code }) => code))
  const faults = codes.flatMap((region, place) =>
    known.has(region)
      ? []
      : [
          {
            path: ['codes', place],
            code: 'NOT_OFFICIAL',
            params: { region: region.slice(0, LONGEST) },
            message: `No official list has a region ${region.slice(0, LONGEST)}.`,
          },
        ],
  )
  if (faults.length > 0) throw badInput(faults)
  return regions
}

/** Those of some codes that are among the regions, with the years of their lists. */
async function thereOf(run: RunSql, codes: readonly string[]): Promise<Set<string>> {
  const found = await run('SELECT code, nuts_version FROM region WHERE archived_at IS NULL AND code = ANY ($1)', [codes])
  return new Set(found.map(({ code, nuts_version: version }) => `${code} ${version}`))
}
