import { enumValues } from '../api/contract'
import type { AnswerOf } from '../api/document'
import type { Enums } from '../api/documents.generated'
import type { Translate } from '../api/translate'
import type { actorsDocument, collaboratingPilotDocument, collaborationChangeDocument, tiesDocument } from './collaboration.graphql'

export type Actor = AnswerOf<typeof actorsDocument>['collaborationActors']['nodes'][number]

export type Level = Enums['CollaborationLevel'] | null

/** How two actors work together; the level is null where it is not known. */
export interface Tie {
  readonly version: number
  readonly actorId: string
  readonly otherId: string
  readonly before: Level
  readonly after: Level
}

export type Change = NonNullable<AnswerOf<typeof collaborationChangeDocument>['collaborationChange']>

export type Figures = Change['before']

/** A pilot, its actors, and what is known of who works with whom. */
export interface Collaboration {
  readonly pilot: AnswerOf<typeof collaboratingPilotDocument>['pilot']
  readonly actors: readonly Actor[]
  readonly ties: readonly Tie[]
}

type TieRow = AnswerOf<typeof tiesDocument>['collaborations']['nodes'][number]

/** A pair of which both can be read. */
export const tieFrom = ({ actor, other, ...levels }: TieRow): Tie[] => (actor && other ? [{ ...levels, actorId: actor.id, otherId: other.id }] : [])

/** The order in which actors stand: by kind, then by name. */
export const byKindAndName = (a: Actor, b: Actor): number => {
  const kinds = enumValues('ActorKind')
  return kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.name.localeCompare(b.name)
}

/** A level in words. */
export const levelText = (level: Level, translate: Translate): string => translate(level === null ? 'app.unknown' : `enums.CollaborationLevel.${level}`)

/** How strong a level is: 0 for not at all; null where it is not known. */
export const strengthOf = (level: Level): number | null => (level === null ? null : enumValues('CollaborationLevel').indexOf(level))

/** True: the two work together at that time, counted from a strength on. */
export const isTied = (tie: Tie, time: 'before' | 'after', from: number): boolean => (strengthOf(tie[time]) ?? 0) >= from

export type Turn = 'gained' | 'lost' | 'stronger' | 'weaker' | 'same' | 'none' | 'unknown'

/** What became of a pair, counted from a strength on. */
export function turnOf({ before, after }: Pick<Tie, 'before' | 'after'>, from: number): Turn {
  const [earlier, later] = [strengthOf(before), strengthOf(after)]
  if (earlier === null || later === null) return 'unknown'
  if (earlier < from && later < from) return 'none'
  if (earlier < from) return 'gained'
  if (later < from) return 'lost'
  return later > earlier ? 'stronger' : later < earlier ? 'weaker' : 'same'
}

/** The tie of two actors, whichever of them comes first. */
export const tieOf = (ties: readonly Tie[], a: string, b: string): Tie | undefined =>
  ties.find((tie) => (tie.actorId === a && tie.otherId === b) || (tie.actorId === b && tie.otherId === a))
