import { concentrationAndDiversity, krugmanIndex, locationQuotient, shiftShare, structuralChange } from '@clusterpolisee/methods'
import { type Amounts, at, common, known, part, sumOf, total } from './amounts.js'

/** Amounts of one region by division, at the beginning and at the end; one order of divisions for all regions, null where there is no figure. */
export interface RegionFigures {
  readonly regionId: string
  readonly code: string
  readonly name: string
  readonly performance: string | null
  readonly before: Amounts
  readonly after: Amounts
}

export interface RegionMeasures {
  readonly regionId: string
  readonly code: string
  readonly name: string
  readonly total: number
  /** Growth of the divisions with figures in both years, a share of 1; null without any, and from 0. */
  readonly growth: number | null
  readonly krugman: number
  readonly shannon: number
  readonly herfindahl: number
  /** Half the sum of absolute changes of shares, 0 to 1, over the divisions with figures in both years. */
  readonly structuralChange: number | null
  readonly locationQuotients: Amounts
}

export interface DivisionPosition {
  readonly division: string
  readonly before: number | null
  readonly value: number | null
  readonly share: number | null
  readonly locationQuotient: number | null
  readonly nationalShare: number | null
  readonly industryMix: number | null
  readonly regionalShare: number | null
}

/** A region that would belong to the reference, and has no figure of a division that is compared. */
export interface LeftOut {
  readonly code: string
  readonly divisions: readonly string[]
}

export interface Position extends RegionMeasures {
  readonly divisions: readonly DivisionPosition[]
  /** Shift-share of the whole; null where nothing can be compared over the years. */
  readonly nationalShare: number | null
  readonly industryMix: number | null
  readonly regionalShare: number | null
  /** Codes of the regions that are the reference of structure. */
  readonly reference: readonly string[]
  readonly leftOut: readonly LeftOut[]
  readonly peers: readonly PeerRegion[]
}

export interface PeerRegion extends RegionMeasures {
  readonly samePerformance: boolean
  /** Krugman index of the two structures over the divisions that both have: 0 the same, 2 nothing in common. */
  readonly distance: number
  /** Divisions on which the two are compared. */
  readonly compared: number
}

const MOST_PEERS = 5

/** What the divisions that both have must make of either region for the two to be compared: little in common proves nothing. */
const LEAST_IN_COMMON = 0.8

/**
 * Where a region stands by its divisions of the economy. What has no figure is not 0: structure is compared on the
 * divisions that the region has at the end, change on those that it has in both years. Reference: the sum of those of
 * `reference` that have figures of all of these; the others are named. Peers: at most five others of `candidates`, first
 * those with the same performance in innovation (what is not known is not the same), then those with the most similar
 * structure, then by code. Null when the region has no figure at the end, or nothing but 0. Errors: TOTAL_ZERO when the
 * reference has no amount of these divisions.
 */
export function regionalPosition(
  region: RegionFigures,
  candidates: readonly RegionFigures[],
  reference: readonly RegionFigures[],
  divisions: readonly string[],
): Position | null {
  const compared = known(region.after)
  if (total(part(region.after, compared)) === 0) return null
  const complete = completeIn(region, reference)
  const sum = sumOf(complete.map(({ after }) => after))
  const measures = measuresOf(region, compared, sum)
  const change = changeOf(region, reference)
  return {
    ...measures,
    divisions: divisions.map((division, index) => divisionOf(division, index, region, measures, change)),
    nationalShare: change?.nationalShare ?? null,
    industryMix: change?.industryMix ?? null,
    regionalShare: change?.regionalShare ?? null,
    reference: complete.map(({ code }) => code),
    leftOut: reference.filter((item) => !complete.includes(item)).map((item) => lacking(item, compared, divisions)),
    peers: peersOf(region, candidates, sum),
  }
}

/** Those that have figures of all divisions of a region at the end. */
export const completeIn = (region: RegionFigures, reference: readonly RegionFigures[]): RegionFigures[] =>
  reference.filter(({ after }) => known(region.after).every((index) => after[index] !== null))

const lacking = ({ code, after }: RegionFigures, compared: readonly number[], divisions: readonly string[]): LeftOut => ({
  code,
  divisions: compared.filter((index) => after[index] === null).map((index) => divisions[index] ?? ''),
})

type Change = NonNullable<ReturnType<typeof changeOf>>

function divisionOf(division: string, index: number, region: RegionFigures, { total: whole, locationQuotients }: RegionMeasures, change: Change | null) {
  const value = region.after[index] ?? null
  const place = change?.over.indexOf(index) ?? -1
  return {
    division,
    before: region.before[index] ?? null,
    value,
    share: value === null ? null : value / whole,
    locationQuotient: locationQuotients[index] ?? null,
    nationalShare: change?.byIndustry.nationalShare[place] ?? null,
    industryMix: change?.byIndustry.industryMix[place] ?? null,
    regionalShare: change?.byIndustry.regionalShare[place] ?? null,
  }
}

/** Measures of a region over the divisions `compared`, against a reference that has an amount of each of them. */
function measuresOf({ regionId, code, name, before, after }: RegionFigures, compared: readonly number[], reference: Amounts): RegionMeasures {
  const [own, others] = [part(after, compared), part(reference, compared)]
  const diversity = concentrationAndDiversity({ values: own })
  const both = common(before, after)
  const [first, last] = [part(before, both), part(after, both)]
  const grows = total(first) > 0
  return {
    regionId,
    code,
    name,
    total: total(own),
    growth: grows ? total(last) / total(first) - 1 : null,
    krugman: krugmanIndex({ region: own, reference: others }).krugman as number,
    shannon: diversity.shannon as number,
    herfindahl: diversity.herfindahl as number,
    structuralChange: grows && total(last) > 0 ? structuralChange({ industry0: first, industry1: last }).nav : null,
    locationQuotients: at(locationQuotient({ region: own, reference: others }).lq as Amounts, compared, after.length),
  }
}

/** Shift-share over the divisions with figures in both years, against the regions that have all of these: one that comes in later would look like growth. */
function changeOf(region: RegionFigures, reference: readonly RegionFigures[]) {
  const over = common(region.before, region.after)
  const both = reference.filter(({ before, after }) => over.every((index) => before[index] !== null && after[index] !== null))
  if (total(part(region.before, over)) === 0 || both.length === 0) return null
  const [nation0, nation1] = [both.map(({ before }) => before), both.map(({ after }) => after)].map((rows) => part(sumOf(rows), over)) as [number[], number[]]
  if (total(nation0) === 0) return null
  return { over, ...shiftShare({ region0: part(region.before, over), region1: part(region.after, over), nation0, nation1 }) }
}

function peersOf(region: RegionFigures, candidates: readonly RegionFigures[], reference: Amounts): PeerRegion[] {
  return candidates
    .filter((other) => other.regionId !== region.regionId)
    .flatMap((other): PeerRegion[] => {
      const compared = common(region.after, other.after)
      const makes = ({ after }: RegionFigures) => total(part(after, compared)) / total(part(after, known(after)))
      if (!(makes(region) >= LEAST_IN_COMMON && makes(other) >= LEAST_IN_COMMON && total(part(reference, compared)) > 0)) return []
      return [
        {
          ...measuresOf(other, compared, reference),
          samePerformance: region.performance !== null && other.performance === region.performance,
          distance: krugmanIndex({ region: part(region.after, compared), reference: part(other.after, compared) }).krugman as number,
          compared: compared.length,
        },
      ]
    })
    .sort((a, b) => Number(b.samePerformance) - Number(a.samePerformance) || a.distance - b.distance || (a.code < b.code ? -1 : 1))
    .slice(0, MOST_PEERS)
}
