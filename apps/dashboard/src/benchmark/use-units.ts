import { useAnswer } from '../api/use-answer'
import { editionUnitsDocument } from './edition.graphql'
import type { UnitDetails } from './edition-data'

/** How many can be asked for at once. */
export const MOST_UNITS = 100

/** All about a few that an edition compares, by title: a large edition is not read as a whole. Undefined until it is known. */
export function useUnits(editionId: string, titles: readonly string[]): ReadonlyMap<string, UnitDetails> | undefined {
  const asked = titles.slice(0, MOST_UNITS)
  const { data } = useAnswer(editionUnitsDocument, asked.length > 0 ? { id: editionId, titles: asked } : null, { staleTime: Number.POSITIVE_INFINITY })
  if (asked.length === 0) return new Map()
  return data && new Map(data.benchmarkResults.nodes.map((node) => [node.title, node]))
}
