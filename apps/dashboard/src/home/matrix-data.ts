import type { AnswerOf } from '../api/document'
import { useProject } from '../api/session'
import { useAnswer } from '../api/use-answer'
import { allWorkDocument, homeDocument } from './home.graphql'

/** What the home page shows of the open project. */
export type Matrix = AnswerOf<typeof homeDocument>

export type Progress = Matrix['cells']['nodes'][number]

type Project = NonNullable<Matrix['project']>

/** A row of the matrix. */
export type Area = Project['thematicAreas']['nodes'][number]

/** A row or column of the matrix. */
export type Axis = Area | Project['phases']['nodes'][number]

export type PilotInMatrix = Matrix['pilots']['nodes'][number]

export type ActivityInMatrix = Matrix['activities']['nodes'][number]

export type LateItem = Matrix['mine']['nodes'][number]

/** Everything on the home page of the open project, for the day that is asked. */
export function useMatrix(language: string) {
  const { current, asOf } = useProject()
  const id = current?.project.id
  return useAnswer(homeDocument, id ? { id, ids: [id], asOf, language } : null)
}

/** Everything that waits for this person in the open project, once it is asked for. */
export function useAllWork(enabled: boolean): readonly LateItem[] | undefined {
  const { current, asOf } = useProject()
  const id = current?.project.id
  return useAnswer(allWorkDocument, enabled && id ? { ids: [id], asOf } : null).data?.mine.nodes
}
