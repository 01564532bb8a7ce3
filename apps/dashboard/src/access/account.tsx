import { Alert, Box, Button, TableCell, TableRow, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNotify, useTranslate } from 'react-admin'
import { ask } from '../api/graphql'
import { useProject, useViewer } from '../api/session'
import { momentText } from '../kit/format'
import { Failed, Loading } from '../kit/loading'
import { Page, PageHead, Section, WideTable } from '../kit/page'
import { DialogForm } from '../kit/questions'
import { deviceText } from './device-text'

interface SessionRow {
  readonly id: string
  readonly device: string | null
  readonly createdAt: string
  readonly seenAt: string
}

interface TokenRow {
  readonly id: string
  readonly name: string
  readonly withMoney: boolean
  readonly createdAt: string
  readonly expiresAt: string
  readonly usedAt: string | null
}

interface Answer {
  readonly sessions: { readonly nodes: readonly SessionRow[] }
  readonly apiTokens: { readonly nodes: readonly TokenRow[] }
}

const document = `query ($id: ID!) {
  sessions(first: 50, filter: {user: {id: {eq: $id}}, revokedAt: {isNull: true}}) { nodes { id device createdAt seenAt } }
  apiTokens(first: 50, filter: {user: {id: {eq: $id}}, revokedAt: {isNull: true}}) { nodes { id name withMoney createdAt expiresAt usedAt } } }`

const createToken = `mutation ($name: String!, $projectIds: [ID!]!, $withMoney: Boolean!, $days: Int!) {
  createApiToken(name: $name, projectIds: $projectIds, withMoney: $withMoney, days: $days) { id token } }`

/** One's own account: password, sessions, tokens for reporting tools. */
export default function Account() {
  const translate = useTranslate()
  const viewer = useViewer()
  const id = viewer?.id
  const { data, error, refetch } = useQuery({ queryKey: ['account', id], queryFn: () => ask<Answer>(document, { id }), enabled: id !== undefined })
  if (error) return <Failed error={error} onAgain={() => void refetch()} />
  if (!viewer || !data) return <Loading />
  const again = () => void refetch()
  return (
    <Page>
      <PageHead title={translate('account.title')} sentence={`${viewer.displayName}, ${viewer.email}`} actions={<PasswordButton />} />
      <Box sx={{ maxWidth: 860 }}>
        <Sessions sessions={data.sessions.nodes} onDone={again} />
        <Tokens tokens={data.apiTokens.nodes} onDone={again} />
      </Box>
    </Page>
  )
}

function PasswordButton() {
  const translate = useTranslate()
  const notify = useNotify()
  const [open, setOpen] = useState(false)
  const save = async ({ current, password }: Readonly<Record<string, string>>) => {
    await ask('mutation ($current: String!, $password: String!) { changePassword(current: $current, password: $password) }', { current, password })
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
          ]}
          deed={translate('account.changePassword')}
          onClose={() => setOpen(false)}
          onSubmit={save}
        />
      ) : null}
    </>
  )
}

/** Ends a session or a token, and says when that is refused. */
function useRevoke(verb: 'revokeSession' | 'revokeApiToken', onDone: () => void) {
  const notify = useNotify()
  return (id: string) => ask(`mutation ($id: ID!) { ${verb}(id: $id) { id } }`, { id }).then(onDone, (error: Error) => notify(error.message, { type: 'error' }))
}

function Sessions({ sessions, onDone }: { sessions: readonly SessionRow[]; onDone: () => void }) {
  const translate = useTranslate()
  const revoke = useRevoke('revokeSession', onDone)
  const name = translate('resources.sessions.name', { smart_count: 2 })
  return (
    <Section title={name}>
      <WideTable
        label={name}
        head={[...['device', 'createdAt', 'seenAt'].map((field) => translate(`resources.sessions.fields.${field}`)), translate('account.moves')]}
      >
        {sessions.map((session) => (
          <TableRow key={session.id}>
            <TableCell component="th" scope="row">
              {session.device ? deviceText(session.device, translate) : <em>{translate('app.unknown')}</em>}
            </TableCell>
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
  const revoke = useRevoke('revokeApiToken', onDone)
  const { current } = useProject()
  const [open, setOpen] = useState(false)
  const [made, setMade] = useState<string | null>(null)
  const name = translate('resources.apiTokens.name', { smart_count: 2 })
  const save = async ({ name: called, days, money }: Readonly<Record<string, string>>) => {
    const variables = { name: called, projectIds: current ? [current.project.id] : [], withMoney: money === 'yes', days: Number(days) || 0 }
    const { createApiToken } = await ask<{ createApiToken: { token: string } }>(createToken, variables)
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
            <Button size="small" onClick={() => revoke(token.id)} aria-label={`${translate('account.revoke')}: ${token.name}`}>
              {translate('account.revoke')}
            </Button>
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
              choices: [
                { id: 'no', name: translate('ra.boolean.false') },
                { id: 'yes', name: translate('ra.boolean.true') },
              ],
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
