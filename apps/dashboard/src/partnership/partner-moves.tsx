import { Button } from '@mui/material'
import { useState } from 'react'
import { type RaRecord, useGetList, useNotify, useTranslate } from 'react-admin'
import { nameOf } from '../api/contract'
import { dataProvider } from '../api/data-provider'
import { ask } from '../api/graphql'
import { useProject } from '../api/session'
import { countryChoices } from '../kit/format'
import { type Answers, DialogForm, type Question } from '../kit/questions'
import { mayUpdate } from '../records/refusal'
import { replacePartnerDocument } from './partnership.graphql'

interface Props {
  readonly record: RaRecord
  readonly refetch: () => void
}

/** A partner withdraws, or another one takes its place from a day on; its history stays. */
export function PartnerMoves({ record, refetch }: Props) {
  const translate = useTranslate()
  const [asked, setAsked] = useState<'withdraw' | 'replace' | null>(null)
  const may = mayUpdate(record)
  if (!may || record.archivedAt || record.withdrawnOn) return null
  const close = () => setAsked(null)
  const done = () => {
    close()
    refetch()
  }
  return (
    <>
      <Button variant="outlined" onClick={() => setAsked('replace')}>
        {translate('partner.replace')}…
      </Button>
      <Button onClick={() => setAsked('withdraw')}>{translate('partner.withdraw')}…</Button>
      {asked === 'withdraw' ? <Withdraw record={record} onClose={close} onDone={done} /> : null}
      {asked === 'replace' ? <Replace record={record} onClose={close} onDone={done} /> : null}
    </>
  )
}

interface DialogProps {
  readonly record: RaRecord
  readonly onClose: () => void
  readonly onDone: () => void
}

function Withdraw({ record, onClose, onDone }: DialogProps) {
  const translate = useTranslate()
  const { asOf } = useProject()
  const save = async ({ withdrawnOn }: Answers<'withdrawnOn'>) => {
    await dataProvider.update('partners', { id: record.id, data: { ...record, withdrawnOn }, previousData: record })
    onDone()
  }
  return (
    <DialogForm
      title={`${translate('partner.withdraw')}: ${nameOf('Partner', record)}`}
      text={translate('partner.withdrawText')}
      questions={[{ name: 'withdrawnOn', label: translate('partner.firstDayWithout'), type: 'date', initial: asOf ?? '' }]}
      deed={translate('partner.withdraw')}
      onClose={onClose}
      onSubmit={save}
    />
  )
}

type SuccessorQuestion = 'from' | 'byId' | 'name' | 'acronym' | 'country'

function Replace({ record, onClose, onDone }: DialogProps) {
  const translate = useTranslate()
  const notify = useNotify()
  const { current, asOf } = useProject()
  const { data = [] } = useGetList('partners', {
    filter: { project: { id: { eq: current?.project.id } }, withdrawnOn: { isNull: true } },
    pagination: { page: 1, perPage: 200 },
    sort: { field: 'position', order: 'ASC' },
  })
  const others = data.filter((partner) => partner.id !== record.id && !partner.replaces)
  const label = (name: string) => translate(`resources.partners.fields.${name}`)
  const questions: Question<SuccessorQuestion>[] = [
    {
      name: 'byId',
      label: translate('partner.successor'),
      help: translate('partner.successorHelp'),
      choices: others.map((partner) => ({ id: String(partner.id), name: nameOf('Partner', partner) })),
    },
    { name: 'from', label: translate('partner.from'), type: 'date', initial: asOf ?? '', required: true },
    { name: 'name', label: label('name') },
    { name: 'acronym', label: label('acronym') },
    { name: 'country', label: label('country'), choices: countryChoices() },
  ]
  const save = async ({ from, ...successor }: Answers<SuccessorQuestion>) => {
    const { byId, name, acronym, country } = successor
    const comes = byId ? { byId } : { name: name || null, acronym: acronym || null, country: country || null }
    await ask(replacePartnerDocument, { id: String(record.id), version: record.version, from, ...comes })
    notify('partner.replaced')
    onDone()
  }
  return (
    <DialogForm
      title={translate('partner.replaceTitle', { name: nameOf('Partner', record) })}
      text={translate('partner.replaceText')}
      questions={questions}
      deed={translate('partner.replace')}
      onClose={onClose}
      onSubmit={save}
    />
  )
}
