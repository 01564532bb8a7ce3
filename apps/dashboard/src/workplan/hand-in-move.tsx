import { Button } from '@mui/material'
import { useState } from 'react'
import { type RaRecord, useTranslate } from 'react-admin'
import { labelKey, recordOf } from '../api/contract'
import { dataProvider } from '../api/data-provider'
import { ask } from '../api/graphql'
import { useProject } from '../api/session'
import { type Answers, DialogForm } from '../kit/questions'
import { may, mayUpdate } from '../records/refusal'
import { handInDeliverableDocument } from './workplan.graphql'

interface Props {
  readonly record: RaRecord
  readonly refetch: () => void
}

interface DayMoveProps extends Props {
  /** Key of the deed's words. */
  readonly deed: string
  readonly plural: 'deliverables' | 'milestones'
  readonly field: 'handedInOn' | 'passedOn'
  readonly save: (day: string) => Promise<unknown>
}

/** A move that asks for one day. */
function DayMove({ record, refetch, deed, plural, field, save }: DayMoveProps) {
  const translate = useTranslate()
  const { asOf } = useProject()
  const [open, setOpen] = useState(false)
  const submit = async (answers: Answers<'on'>) => {
    await save(answers.on)
    setOpen(false)
    refetch()
  }
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        {translate(deed)}…
      </Button>
      {open ? (
        <DialogForm
          title={`${translate(deed)}: ${record.title}`}
          questions={[{ name: 'on', label: translate(labelKey(recordOf(plural), field)), type: 'date', initial: asOf ?? '', required: true }]}
          deed={translate(deed)}
          onClose={() => setOpen(false)}
          onSubmit={submit}
        />
      ) : null}
    </>
  )
}

/** Hands a deliverable in: its responsible partner may, beside whoever plans the work package. */
export function HandInMove({ record, refetch }: Props) {
  if (record.handedInOn || record.archivedAt || !may(record, 'handIn')) return null
  const save = (on: string) => ask(handInDeliverableDocument, { id: String(record.id), version: record.version, on })
  return <DayMove record={record} refetch={refetch} deed="workplan.handIn" plural="deliverables" field="handedInOn" save={save} />
}

/** Says that a milestone is passed. */
export function PassMove({ record, refetch }: Props) {
  if (record.passedOn || record.archivedAt || !mayUpdate(record)) return null
  const save = (passedOn: string) => dataProvider.update('milestones', { id: record.id, data: { ...record, passedOn }, previousData: record })
  return <DayMove record={record} refetch={refetch} deed="workplan.pass" plural="milestones" field="passedOn" save={save} />
}
