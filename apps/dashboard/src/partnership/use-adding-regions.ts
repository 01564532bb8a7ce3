import { useQueryClient } from '@tanstack/react-query'
import { useTranslate } from 'react-admin'
import { ask } from '../api/graphql'
import { useProject } from '../api/session'
import { useAnswer } from '../api/use-answer'
import { useSaved } from '../kit/saved'
import type { Allowed } from '../records/refusal'
import { addRegionsDocument, addsRegionsDocument } from './partnership.graphql'

/** Adding official regions for the open project. */
export interface AddingRegions {
  /** Whether this person may, and else who may; undefined: not known yet, or no project is open. */
  readonly move: Allowed | undefined
  /** Adds them and says so. Throws GraphqlError with what refuses it. */
  readonly add: (codes: readonly string[]) => Promise<void>
}

/** Who may add regions for the open project, and how it is done: lists and choices of regions then know them. */
export function useAddingRegions(): AddingRegions {
  const translate = useTranslate()
  const client = useQueryClient()
  const saved = useSaved()
  const { current } = useProject()
  const projectId = current?.project.id
  const { data } = useAnswer(addsRegionsDocument, projectId ? { id: projectId } : null, { staleTime: 60_000 })
  const add = async (codes: readonly string[]) => {
    const { addRegions } = await ask(addRegionsDocument, { projectId: projectId ?? '', codes: [...codes] })
    saved(translate('region.added', { smart_count: addRegions.added }))
    await client.invalidateQueries({ queryKey: ['regions'] })
  }
  return { move: data?.project?.can.addRegions, add }
}
