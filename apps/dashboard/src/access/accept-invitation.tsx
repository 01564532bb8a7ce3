import { Box, Link, Typography } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { Link as RouterLink, useNavigate, useSearchParams } from 'react-router-dom'
import type { AnswerOf } from '../api/document'
import { ask } from '../api/graphql'
import { signIn } from '../api/session'
import { useAnswer } from '../api/use-answer'
import { Failed, Loading } from '../kit/loading'
import { PlainPage } from '../kit/plain-page'
import type { Answers } from '../kit/questions'
import { acceptInvitationDocument, openInvitationDocument } from './access.graphql'
import { QuestionForm } from './question-form'
import { SignInWith } from './sign-in-with'

type Invitation = NonNullable<AnswerOf<typeof openInvitationDocument>['openInvitation']>

/** Where an invitation's link leads: says who invites whom to what, asks for a password, and signs in. */
export function AcceptInvitation() {
  const translate = useTranslate()
  const [params] = useSearchParams()
  const token = params.get('token') ?? ''
  // What the link was good for stays on the page while it is being used.
  const [opened, setOpened] = useState<Invitation | null>(null)
  const { data, error, isLoading, refetch } = useAnswer(openInvitationDocument, { token })
  const invitation = opened ?? data?.openInvitation
  if (error) return <Failed error={error} onAgain={() => void refetch()} />
  if (isLoading) return <Loading />
  return (
    <PlainPage title={translate(invitation ? 'account.accept.title' : 'account.accept.over', { project: invitation?.acronym })}>
      {invitation ? (
        <Joining invitation={invitation} token={token} onBegun={() => setOpened(invitation)} />
      ) : (
        <Typography>
          {translate('account.accept.overText')}{' '}
          <Link component={RouterLink} to="/login">
            {translate('account.signIn')}
          </Link>
        </Typography>
      )}
    </PlainPage>
  )
}

interface JoiningProps {
  readonly invitation: Invitation
  readonly token: string
  readonly onBegun: () => void
}

function Joining({ invitation, token, onBegun }: JoiningProps) {
  const translate = useTranslate()
  const client = useQueryClient()
  const navigate = useNavigate()
  const join = async ({ password }: Answers<'password'>) => {
    onBegun()
    await ask(acceptInvitationDocument, { token, password })
    const answer = await signIn(invitation.email, password)
    // What a stranger was answered holds no more.
    client.clear()
    navigate(answer.signIn ? '/' : '/login', { replace: true })
  }
  const password = invitation.hasAccount
    ? { label: translate('account.password') }
    : { label: translate('account.newPassword'), help: translate('account.passwordHelp') }
  return (
    <>
      <Typography sx={{ mb: 2 }}>{invitation.title}</Typography>
      <Facts invitation={invitation} />
      <Typography sx={{ mb: 2 }}>{translate(invitation.hasAccount ? 'account.accept.withAccount' : 'account.accept.withoutAccount')}</Typography>
      <QuestionForm questions={[{ name: 'password', type: 'password', ...password }]} deed={translate('account.accept.deed')} onSubmit={join} />
      <SignInWith />
    </>
  )
}

function Facts({ invitation: { role, partner, email, invitedBy } }: { invitation: Invitation }) {
  const translate = useTranslate()
  const label = (name: string) => translate(`resources.invitations.fields.${name}`)
  const facts = [
    [label('email'), email],
    [label('role'), [translate(`enums.MemberRole.${role}`), partner].filter(Boolean).join(', ')],
    [translate('account.accept.by'), invitedBy],
  ].filter((fact) => fact[1])
  return (
    <Box
      component="dl"
      sx={{ display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: 2, rowGap: 0.5, mt: 0, mb: 2, '& dd': { m: 0, overflowWrap: 'anywhere' } }}
    >
      {facts.map(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name} is`}>{value}</dd>])}
    </Box>
  )
}
