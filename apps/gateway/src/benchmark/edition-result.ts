import type { FrozenEntry } from './edition-input.js'

/** One indicator's part in a score. */
export interface Contribution {
  readonly indicatorId: string
  /** As it was frozen; null is missing. */
  readonly value: number | null
  /** Between the worst (0) and the best (1) of the ranked entries. */
  readonly normalised: number | null
  readonly weight: number
  /** What it adds to the score; all of them sum to it. */
  readonly contribution: number
}

/** A like initiative of a like region, and what makes it alike. */
export interface Peer {
  readonly entryId: string
  readonly title: string
  readonly sameRegionPerformance: boolean
  readonly sameKind: boolean
  readonly sameThematicArea: boolean
  /** Root mean square difference of the normalised indicators that both have; null when they share none. */
  readonly distance: number | null
}

export interface UnitResult {
  readonly entryId: string
  readonly title: string
  readonly kind: FrozenEntry['kind']
  readonly regionCode: string | null
  readonly planned: boolean
  readonly score: number | null
  readonly rank: number
  readonly medianRank: number
  readonly rankFrom: number
  readonly rankTo: number
  readonly firstThird: number
  readonly group: 'FIRST' | 'MIDDLE' | 'LAST'
  /** Ranked entries of one number cannot be told apart from the best of their group; null for planned ones. */
  readonly tieGroup: number | null
  /** Of planned entries: share of the recomputations at rank 1, 2, and so on. */
  readonly rankShares: readonly number[] | null
  readonly contributions: readonly Contribution[]
  readonly peers: readonly Peer[]
}

/** How much of the movement of ranks a choice explains, as shares of 1. */
export interface Influence {
  readonly choice: string
  /** By itself; null when nothing moves. Estimates may fall slightly below 0. */
  readonly alone: number | null
  /** With all that it does together with others. */
  readonly withOthers: number | null
}

export interface EditionResult {
  readonly methodVersion: string
  readonly runs: number
  readonly seed: number
  /** How many ranks an entry is away from its own, on average over entries and recomputations. */
  readonly meanRankShift: number
  /** Ranked entries in the order of the frozen data, then planned ones. */
  readonly units: readonly UnitResult[]
  /** Which choice moves the ranks most. */
  readonly influences: readonly Influence[]
}
