import { Alert, Box, Button, TableCell, TableRow, Typography } from '@mui/material'
import { useState } from 'react'
import { useNotify, useTranslate } from 'react-admin'
import type { AnswerOf } from '../api/document'
import { ask } from '../api/graphql'
import { useProject, useViewer } from '../api/session'
import { useAnswer } from '../api/use-answer'
import { AskedButton } from '../kit/asked-button'
import { momentText } from '../kit/format'
import { Failed, Loading } from '../kit/loading'
import { Page, PageHead, Section, WideTable } from '../kit/page'
import { type Answers, DialogForm } from '../kit/questions'
import { useSignOut } from '../records/use-sign-out'
import {
  accountDocument,
  changePasswordDocument,
  createTokenDocument,
  revokeSessionDocument,
  revokeTokenDocument,
  signOutEverywhereDocument,
} from './access.graphql'
import { AskForErasure } from './ask-for-erasure'
import { deviceText } from './device-text'
import { JoinedAccounts } from './joined-accounts'
import { KeptOfMe } from './kept-of-me'
import { SecondFactors } from './second-factors'
import { WhatHappened } from './what-happened'

type Account = AnswerOf<typeof accountDocument>
type SessionRow = Account['sessions']['nodes'][number]
type TokenRow = Account['apiTokens']['nodes'][number]

/** One's own account: password, sessions, tokens for reporting tools. */
export default function Account() {
  const translate = useTranslate()
  const viewer = useViewer()
  const id = viewer?.id
  const { data, error, refetch } = useAnswer(accountDocument, id ? { id } : null)
  if (error) return <Failed error={error} onAgain={() => void refetch()} />
  if (!viewer || !data) return <Loading />
  const again = () => void refetch()
  return (
    <Page>
      <PageHead title={translate('account.title')} sentence={`${viewer.displayName}, ${viewer.email}`} actions={<PasswordButton />} />
      <Box sx={{ maxWidth: 860 }}>
        <SecondFactors factors={data.secondFactors.nodes} codesLeft={data.recoveryCodesLeft} onDone={again} />
        <Sessions sessions={data.sessions.nodes} current={data.currentSession} onDone={again} />
        <JoinedAccounts accounts={data.providerAccounts.nodes} onDone={again} />
        <Tokens tokens={data.apiTokens.nodes} onDone={again} />
        <WhatHappened events={data.securityLog.nodes} />
        <KeptOfMe />
        <AskForErasure />
      </Box>
    </Page>
  )
}

function PasswordButton() {
  const translate = useTranslate()
  const notify = useNotify()
  const [open, setOpen] = useState(false)
  const save = async ({ endSessions, endTokens, ...answers }: Answers<'current' | 'password' | 'endSessions' | 'endTokens'>) => {
    await ask(changePasswordDocument, { ...answers, endSessions: endSessions === 'yes', endTokens: endTokens === 'yes' })
    setOpen(false)
    notify('account.passwordChanged')
  }
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {translate('account.changePassword')}…
      </Button>
      {open ? (
        <DialogForm
          title={translate('account.changePassword')}
          questions={[
            { name: 'current', label: translate('account.currentPassword'), type: 'password' },
            { name: 'password', label: translate('account.newPassword'), type: 'password', help: translate('account.passwordHelp') },
            { name: 'endSessions', label: translate('account.endSessions'), initial: 'yes', choices: yesOrNo(translate) },
            { name: 'endTokens', label: translate('account.endTokens'), initial: 'yes', choices: yesOrNo(translate) },
          ]}
          deed={translate('account.changePassword')}
          onClose={() => setOpen(false)}
          onSubmit={save}
        />
      ) : null}
    </>
  )
}

const yesOrNo = (translate: (key: string) => string) => [
  { id: 'no', name: translate('ra.boolean.false') },
  { id: 'yes', name: translate('ra.boolean.true') },
]

function Sessions({ sessions, current, onDone }: { sessions: readonly SessionRow[]; current: string | null; onDone: () => void }) {
  const translate = useTranslate()
  const notify = useNotify()
  const revoke = (id: string) => ask(revokeSessionDocument, { id }).then(onDone, (error: Error) => notify(error.message, { type: 'error' }))
  const { signOut, question } = useSignOut(() => ask(signOutEverywhereDocument, {}))
  const name = translate('resources.sessions.name', { smart_count: 2 })
  return (
    <Section
      title={name}
      actions={
        <Button size="small" onClick={() => void signOut()}>
          {translate('account.signOutEverywhere')}
        </Button>
      }
    >
      {question}
      <WideTable
        label={name}
        head={[...['device', 'network', 'createdAt', 'seenAt'].map((field) => translate(`resources.sessions.fields.${field}`)), translate('account.moves')]}
      >
        {sessions.map((session) => (
          <TableRow key={session.id}>
            <TableCell component="th" scope="row">
              {session.device ? deviceText(session.device, translate) : <em>{translate('app.unknown')}</em>}
              {session.id === current ? `, ${translate('account.thisOne')}` : null}
            </TableCell>
            <TableCell>{session.network ?? <em>{translate('app.unknown')}</em>}</TableCell>
            <TableCell sx={{ whiteSpace: { sm: 'nowrap' } }}>{momentText(session.createdAt)}</TableCell>
            <TableCell sx={{ whiteSpace: { sm: 'nowrap' } }}>{momentText(session.seenAt)}</TableCell>
            <TableCell>
              <Button size="small" onClick={() => revoke(session.id)}>
                {translate('account.end')}
              </Button>
            </TableCell>
          </TableRow>
        ))}
      </WideTable>
    </Section>
  )
}

function Tokens({ tokens, onDone }: { tokens: readonly TokenRow[]; onDone: () => void }) {
  const translate = useTranslate()
  const revoke = (id: string) => ask(revokeTokenDocument, { id }).then(onDone)
  const { current } = useProject()
  const [open, setOpen] = useState(false)
  const [made, setMade] = useState<string | null>(null)
  const name = translate('resources.apiTokens.name', { smart_count: 2 })
  const save = async ({ name: called, days, money }: Answers<'name' | 'days' | 'money'>) => {
    const variables = { name: called, projectIds: current ? [current.project.id] : [], withMoney: money === 'yes', days: Number(days) || 0 }
    const { createApiToken } = await ask(createTokenDocument, variables)
    setOpen(false)
    setMade(createApiToken.token)
    onDone()
  }
  return (
    <Section
      title={name}
      actions={
        current ? (
          <Button size="small" onClick={() => setOpen(true)}>
            {translate('account.makeToken')}…
          </Button>
        ) : null
      }
    >
      <Typography variant="body2" sx={{ mb: 1 }}>
        {translate('account.tokenText')} {tokens.length > 0 ? null : translate(current ? 'account.noToken' : 'account.tokenNeeds')}
      </Typography>
      {made ? (
        <Alert severity="info" sx={{ mb: 2, overflowWrap: 'anywhere' }} onClose={() => setMade(null)} closeText={translate('ra.action.close')}>
          {translate('account.tokenOnce')} <code>{made}</code>
        </Alert>
      ) : null}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {tokens.map((token) => (
          <Box
            component="li"
            key={token.id}
            sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', py: 1, borderBottom: '1px solid var(--line)' }}
          >
            <strong>{token.name}</strong>
            <Typography variant="body2">{translate('account.tokenEnds', { at: momentText(token.expiresAt) })}</Typography>
            <Typography variant="body2">{token.withMoney ? translate('resources.apiTokens.fields.withMoney') : null}</Typography>
            <AskedButton
              size="small"
              deed={translate('account.revoke')}
              label={`${translate('account.revoke')}: ${token.name}`}
              title={`${translate('account.revoke')}: ${token.name}`}
              text={translate('account.revokeText')}
              onDeed={() => revoke(token.id)}
            />
          </Box>
        ))}
      </Box>
      {open ? (
        <DialogForm
          title={translate('account.makeToken')}
          text={translate('account.tokenFor', { project: current?.project.acronym ?? '' })}
          questions={[
            { name: 'name', label: translate('resources.apiTokens.fields.name'), help: translate('resources.apiTokens.help.name') },
            { name: 'days', label: translate('account.tokenDays'), type: 'number', initial: '90' },
            {
              name: 'money',
              label: translate('resources.apiTokens.fields.withMoney'),
              initial: 'no',
              choices: yesOrNo(translate),
            },
          ]}
          deed={translate('account.makeToken')}
          onClose={() => setOpen(false)}
          onSubmit={save}
        />
      ) : null}
    </Section>
  )
}
