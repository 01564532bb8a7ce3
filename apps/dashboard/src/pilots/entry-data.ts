import type { AnswerOf } from '../api/document'
import type { entryDocument } from './pilot.graphql'

/** A pilot whose measurements are entered. */
export type EntryFacts = AnswerOf<typeof entryDocument>

type Pilot = NonNullable<EntryFacts['pilot']>

/** What the entry needs of an indicator. */
export type EntryIndicator = Pilot['indicators']['nodes'][number]

/** What was measured from one seat on a day. */
export type Point = EntryFacts['seats']['nodes'][number]['measurements']['nodes'][number]

/** How many measurements a new one is compared with. */
export const LOOKED_BACK = 12
