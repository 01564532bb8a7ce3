import { skipToken, useQuery } from '@tanstack/react-query'
import { allNodes } from '../api/all-nodes'
import { useProject } from '../api/session'
import { keyOf, useAnswer } from '../api/use-answer'
import { allWorkDocument, homeDocument, homeVariables } from './home.graphql'
import type { LateItem } from './matrix-data'

/** Everything on the home page of the open project, for the day that is asked. */
export function useMatrix() {
  const { current, asOf } = useProject()
  return useAnswer(homeDocument, current ? homeVariables(current.project, asOf) : null)
}

/** Everything that waits for this person in the open project, once it is asked for. */
export function useAllWork(enabled: boolean): readonly LateItem[] | undefined {
  const { current, asOf } = useProject()
  const id = current?.project.id
  const asked = { ids: [id ?? ''], asOf }
  const read = ({ signal }: { readonly signal: AbortSignal }) => allNodes(allWorkDocument, asked, ({ mine }) => mine, signal)
  return useQuery({ queryKey: keyOf(allWorkDocument, asked), queryFn: enabled && id ? read : skipToken }).data
}
