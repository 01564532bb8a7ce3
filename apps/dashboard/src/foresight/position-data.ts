import { type AnswerOf } from '../api/document'
import type { Enums } from '../api/documents.generated'
import { ask } from '../api/graphql'
import { knownStatisticsDocument, regionalPositionDocument, regionNamesDocument } from './position.graphql'

/** Where a region stands beside its peers. */
export type Position = NonNullable<AnswerOf<typeof regionalPositionDocument>['regionalPosition']>

export type Division = Position['divisions'][number]

export interface Asked {
  readonly regionId: string
  readonly measure: Enums['StatisticMeasure']
  readonly fromYear: number
  readonly year: number
  readonly projectId: string
}

/** Where a region stands; null without figures for it. */
export const readPosition = (asked: Asked, signal?: AbortSignal): Promise<Position | null> =>
  ask(regionalPositionDocument, asked, signal).then(({ regionalPosition }) => regionalPosition)

export interface Choices {
  readonly measures: readonly { readonly measure: Enums['StatisticMeasure']; readonly year: number }[]
  readonly regions: AnswerOf<typeof regionNamesDocument>['regions']['nodes']
}

/** Of which regions, measures and years a project has statistics. */
export async function readChoices(projectId: string): Promise<Choices> {
  const found = await ask(knownStatisticsDocument, { id: projectId })
  const ids = found.regions.groups.flatMap(({ key }) => key.regionId ?? [])
  const { nodes } = ids.length > 0 ? (await ask(regionNamesDocument, { ids })).regions : { nodes: [] }
  const measures = found.measures.groups.flatMap(({ key: { measure, year } }) => (measure === null || year === null ? [] : [{ measure, year }]))
  return { measures, regions: nodes }
}
