import type { AnswerOf } from '../api/document'
import { useAnswer } from '../api/use-answer'
import { entryDocument } from './pilot.graphql'

/** A pilot whose measurements are entered. */
export type EntryFacts = AnswerOf<typeof entryDocument>

type Pilot = NonNullable<EntryFacts['pilot']>

/** What the entry needs of an indicator. */
export type EntryIndicator = Pilot['indicators']['nodes'][number]

/** What was measured from one seat on a day. */
export type Point = EntryFacts['seats']['nodes'][number]['measurements']['nodes'][number]

/** How many measurements a new one is compared with. */
export const LOOKED_BACK = 12

/** A pilot's seats with what was measured from them last, the newest first. */
export const useEntry = (id: string) => useAnswer(entryDocument, { id, newest: LOOKED_BACK })
