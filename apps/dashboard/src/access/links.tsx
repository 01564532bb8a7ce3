import { Link, Typography } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { Link as RouterLink, useSearchParams } from 'react-router-dom'
import type { Document } from '../api/document'
import { ask } from '../api/graphql'
import { PlainPage } from '../kit/plain-page'
import type { Answers } from '../kit/questions'
import { acceptInvitationDocument, requestPasswordResetDocument, resetPasswordDocument } from './access.graphql'
import { QuestionForm } from './question-form'

/** The page behind a one-time link: sets a password, and says what to do next. */
function TokenPage({ words, document }: { words: 'accept' | 'reset'; document: Document<unknown, { token: string; password: string }> }) {
  const translate = useTranslate()
  const [params] = useSearchParams()
  const [done, setDone] = useState(false)
  const save = async ({ password }: Answers<'password'>) => {
    await ask(document, { token: params.get('token') ?? '', password })
    setDone(true)
  }
  return (
    <PlainPage title={translate(`account.${words}.title`)}>
      {done ? (
        <Typography role="status">
          {translate(`account.${words}.done`)}{' '}
          <Link component={RouterLink} to="/login">
            {translate('account.signIn')}
          </Link>
        </Typography>
      ) : (
        <>
          <Typography sx={{ mb: 2 }}>{translate(`account.${words}.text`)}</Typography>
          <QuestionForm
            questions={[{ name: 'password', label: translate('account.newPassword'), type: 'password', help: translate('account.passwordHelp') }]}
            deed={translate(`account.${words}.deed`)}
            onSubmit={save}
          />
        </>
      )}
    </PlainPage>
  )
}

/** Where an invitation's link leads. */
export const AcceptInvitation = () => <TokenPage words="accept" document={acceptInvitationDocument} />

/** Where the link for a new password leads. */
export const ResetPassword = () => <TokenPage words="reset" document={resetPasswordDocument} />

/** Asks for a link; never tells whether there is an account. */
export function ForgottenPassword() {
  const translate = useTranslate()
  const [mailed, setMailed] = useState<boolean | null>(null)
  const send = async ({ email }: Answers<'email'>) => {
    const { requestPasswordReset } = await ask(requestPasswordResetDocument, { email })
    setMailed(requestPasswordReset.mailed)
  }
  return (
    <PlainPage title={translate('account.forgotten')}>
      {mailed === null ? (
        <QuestionForm
          questions={[{ name: 'email', label: translate('resources.users.fields.email'), type: 'email' }]}
          deed={translate('account.sendLink')}
          onSubmit={send}
        />
      ) : (
        <Typography role="status">{translate(mailed ? 'account.linkSent' : 'account.noMail')}</Typography>
      )}
      <Typography sx={{ mt: 2 }}>
        <Link component={RouterLink} to="/login">
          {translate('account.signIn')}
        </Link>
      </Typography>
    </PlainPage>
  )
}
