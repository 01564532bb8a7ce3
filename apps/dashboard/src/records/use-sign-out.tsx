import { type ReactNode, useState } from 'react'
import { useLogout, useTranslate } from 'react-admin'
import { useViewer } from '../api/session'
import { type Answers, DialogForm } from '../kit/questions'
import { countDrafts, dropDraftsWith, keepDraftsOf } from './draft-store'

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
  const translate = useTranslate()
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
  const choices = [
    { id: 'no', name: translate('draft.leaveNone') },
    { id: 'yes', name: translate('draft.leaveAll') },
  ]
  const question =
    drafts > 0 ? (
      <DialogForm
        title={translate('draft.leaving', { smart_count: drafts })}
        text={translate('draft.leavingText')}
        questions={[{ name: 'keep', label: translate('draft.onThisComputer'), initial: 'no', choices }]}
        deed={translate('draft.leave')}
        onClose={() => setDrafts(0)}
        onSubmit={({ keep }: Answers<'keep'>) => leave(keep === 'yes')}
      />
    ) : null
  return { signOut, question }
}
