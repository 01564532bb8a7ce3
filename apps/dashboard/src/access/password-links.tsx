import { Alert, Box, Button, Typography } from '@mui/material'
import { useState } from 'react'
import { useNotify, useTranslate } from 'react-admin'
import type { AnswerOf } from '../api/document'
import { ask } from '../api/graphql'
import { useAnswer } from '../api/use-answer'
import { Section } from '../kit/page'
import { type Answers, DialogForm } from '../kit/questions'
import { confirmLinkDocument, linksToConfirmDocument, takeLinkDocument } from './access.graphql'

type Taken = AnswerOf<typeof takeLinkDocument>['requestPasswordReset']

/** Where no mail is set up: an administrator takes a link for somebody's password, and confirms those that others took. */
export function PasswordLinks() {
  const translate = useTranslate()
  const [asking, setAsking] = useState(false)
  const [taken, setTaken] = useState<Taken | null>(null)
  const take = async ({ email }: Answers<'email'>) => {
    const { requestPasswordReset } = await ask(takeLinkDocument, { email })
    setAsking(false)
    setTaken(requestPasswordReset)
  }
  return (
    <Section
      title={translate('administration.links')}
      actions={
        <Button size="small" onClick={() => setAsking(true)}>
          {translate('administration.takeLink')}…
        </Button>
      }
    >
      <Typography variant="body2" sx={{ mb: 1 }}>
        {translate('administration.linksText')}
      </Typography>
      {taken ? <TakenLink taken={taken} onClose={() => setTaken(null)} /> : null}
      <LinksToConfirm />
      {asking ? (
        <DialogForm
          title={translate('administration.takeLink')}
          text={translate('administration.takeLinkText')}
          questions={[{ name: 'email', label: translate('resources.users.fields.email'), type: 'email', required: true }]}
          deed={translate('administration.takeLink')}
          onClose={() => setAsking(false)}
          onSubmit={take}
        />
      ) : null}
    </Section>
  )
}

function TakenLink({ taken: { link, waits }, onClose }: { taken: Taken; onClose: () => void }) {
  const translate = useTranslate()
  const sentence = waits ? 'administration.linkWaits' : 'administration.linkWorks'
  return (
    <Alert severity="info" sx={{ mb: 2, overflowWrap: 'anywhere' }} onClose={onClose} closeText={translate('ra.action.close')}>
      {translate(link ? sentence : 'administration.noAccount')} {link ? <code>{link}</code> : null}
    </Alert>
  )
}

function LinksToConfirm() {
  const translate = useTranslate()
  const notify = useNotify()
  const { data, refetch } = useAnswer(linksToConfirmDocument, {})
  const confirm = (id: string) =>
    ask(confirmLinkDocument, { id }).then(
      () => refetch(),
      (error: Error) => notify(error.message, { type: 'error' }),
    )
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {(data?.linksToConfirm ?? []).map(({ id, personName, byName }) => (
        <Box component="li" key={id} sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', py: 1, borderBottom: '1px solid var(--line)' }}>
          <span>{translate('administration.tookLink', { by: byName, name: personName })}</span>
          <Button size="small" onClick={() => void confirm(id)} aria-label={`${translate('administration.confirmLink')}: ${personName}`}>
            {translate('administration.confirmLink')}
          </Button>
        </Box>
      ))}
    </Box>
  )
}
