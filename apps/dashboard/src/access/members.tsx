import PersonAddOutlined from '@mui/icons-material/PersonAddOutlined'
import { Alert, Box, Button, TableCell, TableRow, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNotify, useTranslate } from 'react-admin'
import { ask } from '../api/graphql'
import { useProject, useViewer } from '../api/session'
import { momentText } from '../kit/format'
import { Failed, Loading } from '../kit/loading'
import { Page, PageHead, Section, WideTable } from '../kit/page'
import { DialogForm, type Question } from '../kit/questions'
import { choicesOf } from '../records/record-inputs'
import type { Allowed } from '../records/refusal'
import { SeeAsButton } from './see-as'

interface Member {
  readonly id: string
  readonly version: number
  readonly role: string
  readonly user: { readonly id: string; readonly displayName: string } | null
  readonly partner: { readonly shortName: string } | null
  readonly can: { readonly archive: Allowed }
}

interface Pending {
  readonly id: string
  readonly version: number
  readonly displayName: string
  readonly email: string
  readonly role: string
  readonly expiresAt: string
  readonly partner: { readonly shortName: string } | null
}

interface Answer {
  readonly memberships: { readonly nodes: readonly Member[] }
  readonly invitations: { readonly nodes: readonly Pending[] }
  readonly partners: { readonly nodes: readonly { readonly id: string; readonly shortName: string }[] }
}

const document = `query ($id: ID!) {
  memberships(first: 200, filter: {project: {id: {eq: $id}}}) { nodes { id version role user { id displayName } partner { shortName } can { archive { allowed reason by } } } }
  invitations(first: 100, filter: {project: {id: {eq: $id}}, acceptedAt: {isNull: true}}) { nodes { id version displayName email role expiresAt partner { shortName } } }
  partners(first: 200, filter: {project: {id: {eq: $id}}}) { nodes { id shortName } } }`

const invite = `mutation ($projectId: ID!, $email: String!, $displayName: String!, $role: MemberRole!, $partnerId: ID) {
  invite(projectId: $projectId, email: $email, displayName: $displayName, role: $role, partnerId: $partnerId) { mailed link } }`

/** Who takes part in the open project, in which role; who is invited. */
export default function Members() {
  const translate = useTranslate()
  const { current, roles } = useProject()
  const id = current?.project.id
  const { data, error, refetch } = useQuery({ queryKey: ['members', id], queryFn: () => ask<Answer>(document, { id }), enabled: id !== undefined })
  const [inviting, setInviting] = useState(false)
  const [link, setLink] = useState<string | null>(null)
  if (error) return <Failed error={error} onAgain={() => void refetch()} />
  if (!data) return <Loading />
  const lead = roles.includes('LEAD_PARTNER')
  const again = () => void refetch()
  return (
    <Page>
      <PageHead
        title={translate('pages.members')}
        sentence={
          lead ? (
            <>
              <span>{translate('members.sentence', { smart_count: data.memberships.nodes.length })}</span>
              {data.invitations.nodes.length > 0 ? <span>{translate('members.invited', { smart_count: data.invitations.nodes.length })}</span> : null}
            </>
          ) : (
            translate('members.onlyYours')
          )
        }
        actions={
          lead ? (
            <Button variant="contained" startIcon={<PersonAddOutlined />} onClick={() => setInviting(true)}>
              {translate('members.invite')}…
            </Button>
          ) : null
        }
      />
      {link ? (
        <Alert severity="info" sx={{ mb: 2, overflowWrap: 'anywhere' }} onClose={() => setLink(null)} closeText={translate('ra.action.close')}>
          {translate('members.link')} <code>{link}</code>
        </Alert>
      ) : null}
      <People members={data.memberships.nodes} lead={lead} onDone={again} />
      {lead ? <Invitations invitations={data.invitations.nodes} onDone={again} /> : null}
      {inviting ? (
        <InviteDialog
          projectId={id ?? ''}
          partners={data.partners.nodes}
          onClose={() => setInviting(false)}
          onDone={(shown) => {
            setInviting(false)
            setLink(shown)
            again()
          }}
        />
      ) : null}
    </Page>
  )
}

/** Archives a membership or an invitation. */
function useArchive(verb: 'archiveMembership' | 'archiveInvitation', onDone: () => void) {
  const notify = useNotify()
  return ({ id, version }: { id: string; version: number }) =>
    ask(`mutation ($id: ID!, $version: Int!) { ${verb}(id: $id, version: $version) { id } }`, { id, version }).then(onDone, (error: Error) =>
      notify(error.message, { type: 'error' }),
    )
}

function People({ members, lead, onDone }: { members: readonly Member[]; lead: boolean; onDone: () => void }) {
  const translate = useTranslate()
  const viewer = useViewer()
  const remove = useArchive('archiveMembership', onDone)
  const name = translate('resources.memberships.name', { smart_count: 2 })
  return (
    <Section title={name}>
      <WideTable
        label={name}
        head={[...['user', 'role', 'partner'].map((field) => translate(`resources.memberships.fields.${field}`)), translate('account.moves')]}
      >
        {members.map((member) => (
          <TableRow key={member.id}>
            <TableCell component="th" scope="row">
              {member.user?.displayName ?? translate('app.unknown')}
            </TableCell>
            <TableCell>{translate(`enums.MemberRole.${member.role}`)}</TableCell>
            <TableCell>{member.partner?.shortName ?? '–'}</TableCell>
            <TableCell>
              {lead && member.user && member.user.id !== viewer?.id ? <SeeAsButton userId={member.user.id} name={member.user.displayName} /> : null}
              {member.can.archive.allowed ? (
                <Button size="small" onClick={() => remove(member)} aria-label={`${translate('members.remove')}: ${member.user?.displayName ?? ''}`}>
                  {translate('members.remove')}
                </Button>
              ) : null}
            </TableCell>
          </TableRow>
        ))}
      </WideTable>
    </Section>
  )
}

function Invitations({ invitations, onDone }: { invitations: readonly Pending[]; onDone: () => void }) {
  const translate = useTranslate()
  const withdraw = useArchive('archiveInvitation', onDone)
  return (
    <Section title={translate('resources.invitations.name', { smart_count: 2 })}>
      {invitations.length === 0 ? <Typography variant="body2">{translate('members.noInvitation')}</Typography> : null}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {invitations.map((invitation) => (
          <Box
            component="li"
            key={invitation.id}
            sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', py: 1, borderBottom: '1px solid var(--line)' }}
          >
            <strong>{invitation.displayName}</strong>
            <span>{invitation.email}</span>
            <span>{[translate(`enums.MemberRole.${invitation.role}`), invitation.partner?.shortName].filter(Boolean).join(', ')}</span>
            <Typography variant="body2">{translate('members.until', { at: momentText(invitation.expiresAt) })}</Typography>
            <Button size="small" onClick={() => withdraw(invitation)} aria-label={`${translate('members.withdraw')}: ${invitation.displayName}`}>
              {translate('members.withdraw')}
            </Button>
          </Box>
        ))}
      </Box>
    </Section>
  )
}

interface InviteProps {
  readonly projectId: string
  readonly partners: Answer['partners']['nodes']
  readonly onClose: () => void
  /** Told the link, where no mail is set up. */
  readonly onDone: (link: string | null) => void
}

function InviteDialog({ projectId, partners, onClose, onDone }: InviteProps) {
  const translate = useTranslate()
  const label = (name: string) => translate(`resources.invitations.fields.${name}`)
  const questions: Question[] = [
    { name: 'displayName', label: label('displayName') },
    { name: 'email', label: label('email'), type: 'email' },
    { name: 'role', label: label('role'), initial: 'PARTNER', choices: choicesOf('MemberRole', translate) },
    {
      name: 'partnerId',
      label: label('partner'),
      help: translate('members.partnerHelp'),
      choices: partners.map(({ id, shortName }) => ({ id, name: shortName })),
    },
  ]
  const send = async ({ partnerId, ...answers }: Readonly<Record<string, string>>) => {
    const made = await ask<{ invite: { link: string | null } }>(invite, { projectId, ...answers, partnerId: partnerId || null })
    onDone(made.invite.link)
  }
  return (
    <DialogForm
      title={translate('members.invite')}
      text={translate('members.inviteText')}
      questions={questions}
      deed={translate('members.invite')}
      onClose={onClose}
      onSubmit={send}
    />
  )
}
