import { compositeUncertainty, METHODS_VERSION, orientation, placeProspective, type RankSpread, type UncertaintyResult } from '@clusterpolisee/methods'
import type { Contribution, EditionResult, FrozenEntry, UnitResult, WeightRange } from '@clusterpolisee/schema'
import { directionOf } from '../kernel/direction-of.js'
import { type EditionInput, goalpostsOf, planned, ranked, valueRows } from './edition-input.js'
import { pillarsOf, usedIndicators, weightRanges } from './edition-levels.js'
import { findPeers, type Profile } from './find-peers.js'
import { pillarScores } from './pillar-scores.js'
import { uncertaintyInput } from './uncertainty-input.js'

/**
 * Computes an edition from what it froze, in this thread: {@link editionResult} of {@link compositeUncertainty}. Errors: those of the
 * methods (MethodError).
 */
export const computeEdition = (input: EditionInput): EditionResult => editionResult(input, compositeUncertainty(uncertaintyInput(input)))

/**
 * What an edition tells: scores and ranks with their uncertainty, at each level, what each score is made of, peers, and
 * which choice moves the ranks most; planned initiatives are placed among the ranked ones and change nothing of them. The
 * same input gives the same result to the byte. Errors: those of the methods (MethodError).
 */
export function editionResult(input: EditionInput, result: UncertaintyResult): EditionResult {
  const method = uncertaintyInput(input)
  const profiles = profilesOf(input)
  const [first, others] = [ranked(input.data), planned(input.data)]
  const found: Found[] = [...result.units, ...others.map(({ id }) => placeProspective({ ...method, prospective: profiles.get(id)?.values ?? [] }))]
  const ranges = pillarsOf(input.data).length > 0 ? weightRanges(input.data, input.settings) : null
  const weights = contributionWeights(input, ranges)
  const unitOf = (entry: FrozenEntry, index: number): UnitResult => {
    const [own, profile] = [found[index] as Found, profiles.get(entry.id) as Profile]
    const isPlanned = index >= first.length
    return {
      entryId: entry.id,
      title: entry.title,
      kind: entry.kind,
      regionCode: entry.regionCode,
      planned: isPlanned,
      score: own.score,
      rank: own.rank,
      medianRank: own.medianRank,
      rankFrom: own.p05,
      rankTo: own.p95,
      firstThird: own.topThird,
      group: thirdOf(own.medianRank, first.length + (isPlanned ? 1 : 0)),
      tieGroup: own.group ?? null,
      rankShares: own.rankShares ?? null,
      contributions: contributionsOf(input, profile, own.contributions, weights),
      peers: findPeers(profile, [...profiles.values()]),
      ...pillarScores(input.data, own, result.units),
    }
  }
  return {
    methodVersion: input.methodVersion ?? METHODS_VERSION,
    runs: result.runs,
    seed: result.seed,
    meanRankShift: result.meanRankShift,
    units: [...first, ...others].map(unitOf),
    influences: result.sensitivity.map(({ choice, firstOrder, total }) => ({ choice, alone: firstOrder, withOthers: total })),
    ...(ranges ? { weights: ranges } : {}),
  }
}

type Found = RankSpread & {
  readonly score: number
  readonly rank: number
  readonly contributions: Readonly<Record<string, number>>
  readonly levels?: Readonly<Record<string, number | null>>
  readonly group?: number
  readonly rankShares?: readonly number[]
}

/** Where a median rank lies among so many, in thirds. */
export const thirdOf = (medianRank: number, units: number): UnitResult['group'] =>
  medianRank <= Math.ceil(units / 3) ? 'FIRST' : medianRank <= Math.ceil((2 * units) / 3) ? 'MIDDLE' : 'LAST'

/** What each indicator weighs in the index, in their order; `ranges` of an index of levels. */
function contributionWeights({ data, settings }: EditionInput, ranges: readonly WeightRange[] | null): number[] {
  if (ranges) {
    const effective = new Map(ranges.map((range) => [range.id, range.effective]))
    return data.indicators.map(({ id }) => effective.get(id) ?? 0)
  }
  if (settings.weighting === 'EQUAL') return data.indicators.map(() => 1 / data.indicators.length)
  const total = usedIndicators(data, settings).reduce((sum, { weight }) => sum + weight, 0)
  return data.indicators.map(({ weight }) => weight / total)
}

const contributionsOf = ({ data }: EditionInput, profile: Profile, parts: Found['contributions'], weights: readonly number[]): Contribution[] =>
  data.indicators.map(({ id }, index) => ({
    indicatorId: id,
    value: profile.values[index] ?? null,
    normalised: profile.normalised[index] ?? null,
    weight: weights[index] as number,
    contribution: parts[id] ?? 0,
  }))

/** Profiles by entry: each value between the worst (0) and the best (1) of the ranked entries; a planned one may lie beyond. */
function profilesOf({ data }: EditionInput): Map<string, Profile> {
  const rows = valueRows(data)
  const scales = data.indicators.map((indicator, index) => {
    const { turn } = orientation(directionOf(indicator), goalpostsOf(indicator))
    const known = ranked(data).flatMap(({ id }) => {
      const value = rows.get(id)?.[index] ?? null
      return value === null ? [] : turn(value)
    })
    const [low, high] = [Math.min(...known), Math.max(...known)]
    return (value: number) => (high === low ? 0 : (turn(value) - low) / (high - low))
  })
  return new Map(
    data.entries.map((entry) => {
      const values = rows.get(entry.id) ?? []
      return [entry.id, { entry, values, normalised: values.map((value, index) => (value === null ? null : (scales[index]?.(value) ?? null))) }]
    }),
  )
}
