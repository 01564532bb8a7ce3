import type { AnswerOf } from '../api/document'
import type { Enums } from '../api/documents.generated'
import { useAnswer } from '../api/use-answer'
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
  readonly reference: { readonly country?: string; readonly withoutSelf: boolean }
}

export interface Choices {
  readonly measures: readonly { readonly measure: Enums['StatisticMeasure']; readonly year: number }[]
  readonly regions: AnswerOf<typeof regionNamesDocument>['regions']['nodes']
}

/** Of which regions, measures and years a project has statistics. */
export function useChoices(projectId: string) {
  const { data, error, isLoading, refetch } = useAnswer(knownStatisticsDocument, projectId ? { id: projectId } : null)
  const ids = data?.regions.groups.flatMap(({ key }) => key.regionId ?? []) ?? []
  const named = useAnswer(regionNamesDocument, ids.length > 0 ? { ids } : null)
  const measures = data?.measures.groups.flatMap(({ key: { measure, year } }) => (measure === null || year === null ? [] : [{ measure, year }])) ?? []
  const choices: Choices = { measures, regions: named.data?.regions.nodes ?? [] }
  return { choices, error: error ?? named.error, isLoading: isLoading || named.isLoading, refetch }
}
