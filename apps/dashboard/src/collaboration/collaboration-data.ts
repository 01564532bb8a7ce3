import { useQuery } from '@tanstack/react-query'
import { enumValues } from '../api/contract'
import { allRows } from '../api/data-provider'
import { ask } from '../api/graphql'
import type { Translate } from '../api/translate'
import type { Allowed } from '../records/refusal'

export interface Actor {
  readonly id: string
  readonly name: string
  readonly kind: string
}

export type Level = string | null

/** How two actors work together; the level is null where it is not known. */
export interface Tie {
  readonly version: number
  readonly actorId: string
  readonly otherId: string
  readonly before: Level
  readonly after: Level
}

export interface Figures {
  readonly ties: number
  readonly density: number | null
  readonly meanDegree: number
  readonly isolates: number
  readonly eiIndex: number | null
}

export interface Change {
  readonly pairs: number
  readonly kept: number
  readonly gained: number
  readonly lost: number
  readonly stronger: number
  readonly weaker: number
  readonly unknown: number
  readonly stability: number | null
  readonly before: Figures
  readonly after: Figures
}

export interface Collaboration {
  readonly pilot: { readonly id: string; readonly title: string; readonly project: { readonly id: string }; readonly can: { readonly update: Allowed } } | null
  readonly actors: readonly Actor[]
  readonly ties: readonly Tie[]
}

const figures = '{ ties density meanDegree isolates eiIndex }'
const changeDocument = `query ($id: ID!, $from: CollaborationLevel!) { collaborationChange(pilotId: $id, from: $from) {
  pairs kept gained lost stronger weaker unknown stability before ${figures} after ${figures} } }`

/** What changed, counted from a level on; null with fewer than two actors. */
export function useChange(id: string, from: string) {
  return useQuery({
    queryKey: ['collaboration', id, 'change', from],
    queryFn: ({ signal }) => ask<{ collaborationChange: Change | null }>(changeDocument, { id, from }, signal).then((data) => data.collaborationChange),
  })
}

const pilotDocument = 'query ($id: ID!) { pilot(id: $id) { id title project { id } can { update { allowed reason by } } } }'

/** A pilot's actors, ordered by kind and name, and every pair of which something is known. */
export function useCollaboration(id: string) {
  return useQuery({
    queryKey: ['collaboration', id],
    queryFn: async ({ signal }): Promise<Collaboration> => {
      const params = { filter: { pilot: { id: { eq: id } } }, signal }
      const [{ pilot }, actors, ties] = await Promise.all([
        ask<Pick<Collaboration, 'pilot'>>(pilotDocument, { id }, signal),
        allRows('collaborationActors', params),
        allRows('collaborations', params),
      ])
      const kinds = enumValues('ActorKind')
      const place = ({ kind }: { kind?: string }) => kinds.indexOf(kind ?? '')
      const sorted = (actors as unknown as Actor[]).sort((a, b) => place(a) - place(b) || a.name.localeCompare(b.name))
      const present = new Set(sorted.map((actor) => actor.id))
      return { pilot, actors: sorted, ties: (ties as unknown as Tie[]).filter(({ actorId, otherId }) => present.has(actorId) && present.has(otherId)) }
    },
  })
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
