import { concentrationAndDiversity, krugmanIndex, locationQuotient, shiftShare, structuralChange } from '@clusterpolisee/methods'

/** Amounts of one region by division, at the beginning and at the end; one order of divisions for all regions. */
export interface RegionFigures {
  readonly regionId: string
  readonly code: string
  readonly name: string
  readonly performance: string | null
  readonly before: readonly number[]
  readonly after: readonly number[]
}

export interface RegionMeasures {
  readonly regionId: string
  readonly code: string
  readonly name: string
  readonly total: number
  /** Growth of the total, a share of 1; null from 0. */
  readonly growth: number | null
  readonly krugman: number
  readonly shannon: number
  readonly herfindahl: number
  /** Half the sum of absolute changes of shares, 0 to 1. */
  readonly structuralChange: number | null
  readonly locationQuotients: readonly (number | null)[]
}

export interface DivisionPosition {
  readonly division: string
  readonly before: number
  readonly value: number
  readonly share: number
  readonly locationQuotient: number | null
  readonly nationalShare: number | null
  readonly industryMix: number | null
  readonly regionalShare: number | null
}

export interface Position extends RegionMeasures {
  readonly divisions: readonly DivisionPosition[]
  /** Shift-share of the whole; null without figures at the beginning. */
  readonly nationalShare: number | null
  readonly industryMix: number | null
  readonly regionalShare: number | null
  readonly peers: readonly PeerRegion[]
}

export interface PeerRegion extends RegionMeasures {
  readonly samePerformance: boolean
  /** Krugman index of the two structures: 0 the same, 2 nothing in common. */
  readonly distance: number
}

const MOST_PEERS = 5

/**
 * Where a region stands by its divisions of the economy. Reference: the sum of all regions given (of growth, of those with figures in both years). Peers: at most five
 * others, first those with the same performance in innovation (what is not known is not the same), then those with the
 * most similar structure at the end, then by code. Regions whose total is 0 at the end have no structure and are left out.
 */
export function regionalPosition(regionId: string, regions: readonly RegionFigures[], divisions: readonly string[]): Position | null {
  const known = regions.filter(({ after }) => total(after) > 0)
  const region = known.find((item) => item.regionId === regionId)
  if (!region) return null
  const after = sumOf(known.map((item) => item.after))
  const parts = shiftShareOf(region, known)
  const measures = measuresOf(region, after)
  return {
    ...measures,
    divisions: divisions.map((division, index) => ({
      division,
      before: region.before[index] ?? 0,
      value: region.after[index] ?? 0,
      share: (region.after[index] ?? 0) / measures.total,
      locationQuotient: measures.locationQuotients[index] ?? null,
      nationalShare: parts?.byIndustry.nationalShare[index] ?? null,
      industryMix: parts?.byIndustry.industryMix[index] ?? null,
      regionalShare: parts?.byIndustry.regionalShare[index] ?? null,
    })),
    nationalShare: parts?.nationalShare ?? null,
    industryMix: parts?.industryMix ?? null,
    regionalShare: parts?.regionalShare ?? null,
    peers: peersOf(region, known, after),
  }
}

const total = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0)

const sumOf = (rows: readonly (readonly number[])[]): number[] => (rows[0] ?? []).map((_, index) => total(rows.map((row) => row[index] ?? 0)))

function measuresOf({ regionId, code, name, before, after }: RegionFigures, reference: readonly number[]): RegionMeasures {
  const diversity = concentrationAndDiversity({ values: after })
  return {
    regionId,
    code,
    name,
    total: total(after),
    growth: total(before) > 0 ? total(after) / total(before) - 1 : null,
    krugman: krugmanIndex({ region: after, reference }).krugman as number,
    shannon: diversity.shannon as number,
    herfindahl: diversity.herfindahl as number,
    structuralChange: total(before) > 0 ? structuralChange({ industry0: before, industry1: after }).nav : null,
    locationQuotients: locationQuotient({ region: after, reference }).lq as readonly (number | null)[],
  }
}

/** Against the regions that have figures in both years: one that comes in later would look like growth. */
function shiftShareOf(region: RegionFigures, known: readonly RegionFigures[]) {
  if (total(region.before) === 0) return null
  const both = known.filter(({ before }) => total(before) > 0)
  const [nation0, nation1] = [sumOf(both.map(({ before }) => before)), sumOf(both.map(({ after }) => after))]
  return shiftShare({ region0: region.before, region1: region.after, nation0, nation1 })
}

function peersOf(region: RegionFigures, known: readonly RegionFigures[], reference: readonly number[]): PeerRegion[] {
  return known
    .filter((other) => other.regionId !== region.regionId)
    .map((other) => ({
      ...measuresOf(other, reference),
      samePerformance: region.performance !== null && other.performance === region.performance,
      distance: krugmanIndex({ region: region.after, reference: other.after }).krugman as number,
    }))
    .sort((a, b) => Number(b.samePerformance) - Number(a.samePerformance) || a.distance - b.distance || (a.code < b.code ? -1 : 1))
    .slice(0, MOST_PEERS)
}
