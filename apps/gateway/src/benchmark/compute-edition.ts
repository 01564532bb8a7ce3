import { compositeUncertainty, METHODS_VERSION, orientation, placeProspective, type RankSpread, type UncertaintyInput } from '@clusterpolisee/methods'
import type { Contribution, EditionResult, FrozenEntry, UnitResult } from '@clusterpolisee/schema'
import { directionOf } from '../kernel/direction-of.js'
import { type EditionInput, goalpostsOf, planned, ranked, valueTable } from './edition-input.js'
import { findPeers, type Profile } from './find-peers.js'
import { uncertaintyInput, usedIndicators } from './uncertainty-input.js'

/**
 * Computes an edition from what it froze: scores and ranks with their uncertainty, what each score is made of, peers, and
 * which choice moves the ranks most; planned initiatives are placed among the ranked ones and change nothing of them. The
 * same input gives the same result to the byte. Errors: those of the methods (MethodError). `onProgress` is told a share of 1.
 */
export function computeEdition(input: EditionInput, onProgress?: (progress: number) => void): EditionResult {
  const method = uncertaintyInput(input)
  const result = compositeUncertainty({ ...method, ...(onProgress ? { onProgress } : {}) })
  const profiles = profilesOf(input)
  const unitOf = (entry: FrozenEntry, found: Found, isPlanned: boolean): UnitResult => ({
    entryId: entry.id,
    title: entry.title,
    kind: entry.kind,
    regionCode: entry.regionCode,
    planned: isPlanned,
    score: found.score,
    rank: found.rank,
    medianRank: found.medianRank,
    rankFrom: found.p05,
    rankTo: found.p95,
    firstThird: found.topThird,
    group: thirdOf(found.medianRank, method.units.length + (isPlanned ? 1 : 0)),
    tieGroup: found.group ?? null,
    rankShares: found.rankShares ?? null,
    contributions: contributionsOf(input, entry, found.contributions, profiles),
    peers: findPeers(profiles.get(entry.id) as Profile, [...profiles.values()]),
  })
  return {
    methodVersion: input.methodVersion ?? METHODS_VERSION,
    runs: result.runs,
    seed: result.seed,
    meanRankShift: result.meanRankShift,
    units: [
      ...ranked(input.data).map((entry, index) => unitOf(entry, result.units[index] as Found, false)),
      ...planned(input.data).map((entry) => unitOf(entry, placeEntry(input, method, entry), true)),
    ],
    influences: result.sensitivity.map(({ choice, firstOrder, total }) => ({ choice, alone: firstOrder, withOthers: total })),
  }
}

type Found = RankSpread & {
  readonly score: number
  readonly rank: number
  readonly contributions: Readonly<Record<string, number>>
  readonly group?: number
  readonly rankShares?: readonly number[]
}

function placeEntry({ data }: EditionInput, method: UncertaintyInput, entry: FrozenEntry): Found {
  const [prospective = []] = valueTable(data, [entry])
  return placeProspective({ ...method, prospective })
}

/** Where a median rank lies among so many, in thirds. */
export const thirdOf = (medianRank: number, units: number): UnitResult['group'] =>
  medianRank <= Math.ceil(units / 3) ? 'FIRST' : medianRank <= Math.ceil((2 * units) / 3) ? 'MIDDLE' : 'LAST'

function contributionsOf(input: EditionInput, { id }: FrozenEntry, parts: Found['contributions'], profiles: ReadonlyMap<string, Profile>): Contribution[] {
  const { data } = input
  const used = usedIndicators(data, input.settings)
  const total = used.reduce((sum, { weight }) => sum + weight, 0)
  const [values = []] = valueTable(
    data,
    data.entries.filter((entry) => entry.id === id),
  )
  return data.indicators.map((indicator, index) => ({
    indicatorId: indicator.id,
    value: values[index] ?? null,
    normalised: profiles.get(id)?.normalised[index] ?? null,
    weight: input.settings.weighting === 'EQUAL' ? 1 / data.indicators.length : indicator.weight / total,
    contribution: parts[indicator.id] ?? 0,
  }))
}

/** Profiles by entry: each value between the worst (0) and the best (1) of the ranked entries; a planned one may lie beyond. */
function profilesOf({ data }: EditionInput): Map<string, Profile> {
  const table = valueTable(data, ranked(data))
  const scales = data.indicators.map((indicator, index) => {
    const { turn } = orientation(directionOf(indicator), goalpostsOf(indicator))
    const known = table.map((row) => row[index] ?? null).flatMap((value) => (value === null ? [] : turn(value)))
    const [low, high] = [Math.min(...known), Math.max(...known)]
    return (value: number) => (high === low ? 0 : (turn(value) - low) / (high - low))
  })
  return new Map(
    data.entries.map((entry) => {
      const [row = []] = valueTable(data, [entry])
      return [entry.id, { entry, normalised: row.map((value, index) => (value === null ? null : (scales[index]?.(value) ?? null))) }]
    }),
  )
}
