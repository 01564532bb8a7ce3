import { Link, Typography } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { Link as RouterLink, useSearchParams } from 'react-router-dom'
import type { Document } from '../api/document'
import { ask } from '../api/graphql'
import { PlainPage } from '../kit/plain-page'
import type { Answers, Question } from '../kit/questions'
import { beginInstallationDocument, requestPasswordResetDocument, resetPasswordDocument } from './access.graphql'
import { QuestionForm } from './question-form'

interface TokenPageProps<Name extends string> {
  readonly words: 'reset' | 'begin'
  readonly document: Document<unknown, { token: string; password: string } & Record<Name, string>>
  /** Beside the password. */
  readonly questions: readonly Question<Name>[]
}

/** The page behind a one-time link: sets a password, and says what to do next. */
function TokenPage<Name extends string>({ words, document, questions }: TokenPageProps<Name>) {
  const translate = useTranslate()
  const [params] = useSearchParams()
  const [done, setDone] = useState(false)
  const password = { name: 'password' as const, label: translate('account.newPassword'), type: 'password' as const, help: translate('account.passwordHelp') }
  const save = async (answers: Answers<Name | 'password'>) => {
    await ask(document, { ...answers, token: params.get('token') ?? '' })
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
          <QuestionForm questions={[...questions, password]} deed={translate(`account.${words}.deed`)} onSubmit={save} />
        </>
      )}
    </PlainPage>
  )
}

/** Where the link for a new password leads. */
export const ResetPassword = () => <TokenPage words="reset" document={resetPasswordDocument} questions={[]} />

/** Where the link leads that an empty installation prints. */
export function Begin() {
  const translate = useTranslate()
  const questions = [
    { name: 'displayName' as const, label: translate('resources.users.fields.displayName') },
    { name: 'email' as const, label: translate('resources.users.fields.email'), type: 'email' as const },
  ]
  return <TokenPage words="begin" document={beginInstallationDocument} questions={questions} />
}

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
