import { useEffect } from 'react'
import { useViewer } from '../api/session'
import { useAnswer } from '../api/use-answer'
import { dropDraftsOfOthers } from '../records/draft-store'
import { seeingAsDocument } from './shell.graphql'

/** Whoever signs in finds no unsaved input of somebody whose session ended here. Who sees as another is still themselves. */
export function useOwnDrafts(): void {
  const person = useViewer()?.id
  const seeing = useAnswer(seeingAsDocument, {}, { staleTime: 60_000 }).data
  const isOneself = seeing?.seeingAs === null
  useEffect(() => {
    if (person && isOneself) void dropDraftsOfOthers(person)
  }, [person, isOneself])
}
