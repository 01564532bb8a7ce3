import { useAnswer } from '../api/use-answer'
import { LOOKED_BACK } from './entry-data'
import { entryDocument } from './pilot.graphql'

/** A pilot's seats with what was measured from them last, the newest first. */
export const useEntry = (id: string) => useAnswer(entryDocument, { id, newest: LOOKED_BACK })
