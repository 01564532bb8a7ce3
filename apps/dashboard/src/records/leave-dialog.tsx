import { useTranslate } from 'react-admin'
import { type Answers, DialogForm } from '../kit/questions'

/** What is asked before somebody leaves who has unsaved input. */
export interface LeaveProps {
  /** How many inputs are unsaved. */
  readonly drafts: number
  readonly onClose: () => void
  readonly onLeave: (keeps: boolean) => Promise<void>
}

/** Asks whether unsaved input stays on this computer. */
export default function LeaveDialog({ drafts, onClose, onLeave }: LeaveProps) {
  const translate = useTranslate()
  const choices = [
    { id: 'no', name: translate('draft.leaveNone') },
    { id: 'yes', name: translate('draft.leaveAll') },
  ]
  return (
    <DialogForm
      title={translate('draft.leaving', { smart_count: drafts })}
      text={translate('draft.leavingText')}
      questions={[{ name: 'keep', label: translate('draft.onThisComputer'), initial: 'no', choices }]}
      deed={translate('draft.leave')}
      onClose={onClose}
      onSubmit={({ keep }: Answers<'keep'>) => onLeave(keep === 'yes')}
    />
  )
}
