import { useProject } from '../api/session'
import { useAnswer } from '../api/use-answer'
import { allWorkDocument, homeDocument } from './home.graphql'
import type { LateItem } from './matrix-data'

/** Everything on the home page of the open project, for the day that is asked. */
export function useMatrix() {
  const { current, asOf } = useProject()
  const id = current?.project.id
  return useAnswer(homeDocument, id ? { id, ids: [id], asOf } : null)
}

/** Everything that waits for this person in the open project, once it is asked for. */
export function useAllWork(enabled: boolean): readonly LateItem[] | undefined {
  const { current, asOf } = useProject()
  const id = current?.project.id
  return useAnswer(allWorkDocument, enabled && id ? { ids: [id], asOf } : null).data?.mine.nodes
}
