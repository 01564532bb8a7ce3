import { useEffect } from 'react'
import { useSeeing, useViewer } from '../api/session'
import { dropDraftsOfOthers } from '../records/draft-store'

/** Whoever signs in finds no unsaved input of somebody whose session ended here. Who sees as another is still themselves. */
export function useOwnDrafts(): void {
  const person = useViewer()?.id
  const isOneself = useSeeing() === null
  useEffect(() => {
    if (person && isOneself) void dropDraftsOfOthers(person)
  }, [person, isOneself])
}
