import type { FrozenData, UnitResult } from '@clusterpolisee/schema'
import { pillarsOf } from './edition-levels.js'

interface Scored {
  readonly levels?: Readonly<Record<string, number | null>>
}

/** Scores closer than this share of each other are the same, as the methods rank. */
const CLOSE = 1e-12

/** Where an entry stands in each pillar, beside those that are ranked; nothing in an index of one level. */
export function pillarScores(data: FrozenData, { levels }: Scored, rankedUnits: readonly Scored[]): Pick<UnitResult, 'pillars'> {
  const pillars = pillarsOf(data)
  if (pillars.length === 0) return {}
  return {
    pillars: pillars.map(({ id }) => {
      const score = levels?.[id] ?? null
      return { pillarId: id, score, rank: score === null ? null : 1 + rankedUnits.filter((other) => isHigher(other.levels?.[id], score)).length }
    }),
  }
}

const isHigher = (other: number | null | undefined, score: number): boolean =>
  other !== null && other !== undefined && other - score > CLOSE * Math.max(1, Math.abs(other))
