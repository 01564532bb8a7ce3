import { Button } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { labelKey } from '../api/contract'
import { ask } from '../api/graphql'
import { useProject } from '../api/session'
import { type Answers, DialogForm } from '../kit/questions'
import { may } from '../records/refusal'
import type { PageProps } from '../records/room'
import { finishDecisionDocument } from './events.graphql'

/** Says that a decision is done: its owner may, beside whoever may change the event. */
export default function FinishMove({ record, facts, refetch }: PageProps) {
  const translate = useTranslate()
  const { asOf } = useProject()
  const [open, setOpen] = useState(false)
  if (record.doneOn || record.archivedAt || !may(record, 'finish')) return null
  const submit = async ({ on }: Answers<'on'>) => {
    await ask(finishDecisionDocument, { id: String(record.id), version: record.version, on })
    setOpen(false)
    refetch()
  }
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        {translate('events.finish')}…
      </Button>
      {open ? (
        <DialogForm
          title={`${translate('events.finish')}: ${record.title}`}
          questions={[{ name: 'on', label: translate(labelKey(facts, 'doneOn')), type: 'date', initial: asOf ?? '', required: true }]}
          deed={translate('events.finish')}
          onClose={() => setOpen(false)}
          onSubmit={submit}
        />
      ) : null}
    </>
  )
}
