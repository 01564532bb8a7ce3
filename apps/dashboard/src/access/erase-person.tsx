import { Box, Button } from '@mui/material'
import { useState } from 'react'
import { useNotify, useTranslate } from 'react-admin'
import { contract } from '../api/contract'
import { ask } from '../api/graphql'
import type { Translate } from '../api/translate'
import { useAnswer } from '../api/use-answer'
import { type Answers, DialogForm } from '../kit/questions'
import { may } from '../records/refusal'
import type { PageProps } from '../records/room'
import { erasePersonDocument, personMentionsDocument } from './access.graphql'

/** Erases a person, on their page: after what stays and what goes was read, and their e-mail typed. */
export function ErasePersonMove({ record, refetch }: Pick<PageProps, 'record' | 'refetch'>) {
  const translate = useTranslate()
  const [open, setOpen] = useState(false)
  if (!may(record, 'erase')) return null
  return (
    <>
      <Button size="small" color="error" onClick={() => setOpen(true)}>
        {translate('erasure.deed')}…
      </Button>
      {open ? <EraseDialog id={String(record.id)} onClose={() => setOpen(false)} onDone={refetch} /> : null}
    </>
  )
}

function EraseDialog({ id, onClose, onDone }: { id: string; onClose: () => void; onDone: () => void }) {
  const translate = useTranslate()
  const notify = useNotify()
  const save = async ({ email }: Answers<'email'>) => {
    await ask(erasePersonDocument, { id, email })
    onClose()
    notify('erasure.done')
    onDone()
  }
  return (
    <DialogForm
      title={translate('erasure.deed')}
      text={<WhatGoes id={id} />}
      questions={[{ name: 'email', label: translate('erasure.typed'), autoComplete: 'off' }]}
      deed={translate('erasure.deed')}
      onClose={onClose}
      onSubmit={save}
    />
  )
}

/** What goes, what stays, and where texts name the person, which nobody but their writers can change. */
function WhatGoes({ id }: { id: string }) {
  const translate = useTranslate()
  const { data } = useAnswer(personMentionsDocument, { id })
  const mentions = data?.personMentions ?? []
  return (
    <>
      {['goes', 'stays', 'forEver'].map((key) => (
        <Box key={key} component="p" sx={{ mt: 0, mb: 1 }}>
          {translate(`erasure.${key}`)}
        </Box>
      ))}
      {data ? translate(mentions.length > 0 ? 'erasure.mentions' : 'erasure.noMention', { smart_count: mentions.length }) : null}
      <Box component="ul" sx={{ maxHeight: 160, overflow: 'auto', my: 0 }}>
        {mentions.map(({ recordType, recordId, project }) => (
          <li key={recordId}>{[kindOf(recordType, translate), project].filter(Boolean).join(', ')}</li>
        ))}
      </Box>
    </>
  )
}

function kindOf(record: string, translate: Translate): string {
  const plural = contract.records[record]?.plural
  return plural ? translate(`resources.${plural}.name`, { smart_count: 1 }) : record
}
