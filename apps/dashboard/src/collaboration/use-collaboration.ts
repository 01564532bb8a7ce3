import { useQuery } from '@tanstack/react-query'
import { allNodes } from '../api/all-nodes'
import type { Enums } from '../api/documents.generated'
import { ask } from '../api/graphql'
import { keyOf, useAnswer } from '../api/use-answer'
import { actorsDocument, collaboratingPilotDocument, collaborationChangeDocument, tiesDocument } from './collaboration.graphql'
import { byKindAndName, type Change, type Collaboration, tieFrom } from './collaboration-data'

/** What changed, counted from a level on; null with fewer than two actors. */
export const useChange = (id: string, from: Enums['CollaborationLevel']): Change | null | undefined =>
  useAnswer(collaborationChangeDocument, { id, from }).data?.collaborationChange

async function readCollaboration(id: string, signal: AbortSignal): Promise<Collaboration> {
  const [{ pilot }, actors, ties] = await Promise.all([
    ask(collaboratingPilotDocument, { id }, signal),
    allNodes(actorsDocument, { id }, (answer) => answer.collaborationActors, signal),
    allNodes(tiesDocument, { id }, (answer) => answer.collaborations, signal),
  ])
  const present = new Set(actors.map((actor) => actor.id))
  const known = ties.flatMap(tieFrom).filter(({ actorId, otherId }) => present.has(actorId) && present.has(otherId))
  return { pilot, actors: actors.sort(byKindAndName), ties: known }
}

/** Under what is kept what is known of who works with whom around a pilot. */
export const collaborationKey = (id: string) => keyOf(tiesDocument, { id })

/** A pilot's actors, ordered by kind and name, and every pair of which something is known. */
export const useCollaboration = (id: string) => useQuery({ queryKey: collaborationKey(id), queryFn: ({ signal }) => readCollaboration(id, signal) })
