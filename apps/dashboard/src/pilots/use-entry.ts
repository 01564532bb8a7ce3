import { useProject } from '../api/session'
import { useAnswer } from '../api/use-answer'
import { LOOKED_BACK } from './entry-data'
import { entryDocument } from './pilot.graphql'

/** A pilot's seats with what was measured from them last, the newest first. */
export function useEntry(id: string) {
  const { asOf } = useProject()
  return useAnswer(entryDocument, { id, newest: LOOKED_BACK, asOf })
}
