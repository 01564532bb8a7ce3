import { type ReactNode, Suspense, useState } from 'react'
import { useLogout } from 'react-admin'
import { useViewer } from '../api/session'
import { lazily } from '../kit/lazily'
import { countDrafts, dropDraftsWith, keepDraftsOf } from './draft-store'
import type { LeaveProps } from './leave-dialog'

const LeaveDialog = lazily<LeaveProps>(() => import('./leave-dialog'))

interface SignOut {
  readonly signOut: () => Promise<void>
  /** Asked while there is unsaved input: whether it stays on this computer. */
  readonly question: ReactNode
}

/**
 * Ends the session, and leaves nothing of the person in this browser: what was read, what lists were set to, and unsaved input, unless they
 * want that kept. `first` is done before, as ending the sessions of other devices.
 */
export function useSignOut(first?: () => Promise<unknown>): SignOut {
  const viewer = useViewer()
  const logout = useLogout()
  const [drafts, setDrafts] = useState(0)
  const leave = async (keeps: boolean) => {
    await first?.()
    const person = viewer?.id ?? ''
    if (keeps) await keepDraftsOf(person)
    else await dropDraftsWith(person)
    setDrafts(0)
    await logout({}, undefined, false)
    // A form that was open until now may have kept what was typed last.
    if (!keeps) await dropDraftsWith(person)
  }
  const signOut = async () => {
    const count = viewer ? await countDrafts(viewer.id) : 0
    if (count > 0) setDrafts(count)
    else await leave(false)
  }
  const question =
    drafts > 0 ? (
      <Suspense fallback={null}>
        <LeaveDialog drafts={drafts} onClose={() => setDrafts(0)} onLeave={leave} />
      </Suspense>
    ) : null
  return { signOut, question }
}
