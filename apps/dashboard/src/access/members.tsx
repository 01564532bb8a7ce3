import PersonAddOutlined from '@mui/icons-material/PersonAddOutlined'
import { Alert, Box, Button, TableCell, TableRow, Typography } from '@mui/material'
import { useState } from 'react'
import { useNotify, useTranslate } from 'react-admin'
import { choiceOf } from '../api/contract'
import type { AnswerOf } from '../api/document'
import { ask } from '../api/graphql'
import { useProject, useViewer } from '../api/session'
import { useAnswer } from '../api/use-answer'
import { AskedButton } from '../kit/asked-button'
import { momentText } from '../kit/format'
import { Failed, Loading } from '../kit/loading'
import { Page, PageHead, Section, WideTable } from '../kit/page'
import { type Answers, DialogForm, type Question } from '../kit/questions'
import { useSaved } from '../kit/saved'
import { choicesOf } from '../records/record-inputs'
import {
  endMembershipDocument,
  inviteDocument,
  membersDocument,
  resendInvitationDocument,
  restoreMembershipDocument,
  withdrawInvitationDocument,
} from './access.graphql'
import { SeeAsButton } from './see-as'

type Answer = AnswerOf<typeof membersDocument>
type Member = Answer['memberships']['nodes'][number]
type Pending = Answer['invitations']['nodes'][number]

/** Who takes part in the open project, in which role; who is invited. */
export default function Members() {
  const translate = useTranslate()
  const { current } = useProject()
  const id = current?.project.id
  const { data, error, refetch } = useAnswer(membersDocument, id ? { id } : null)
  const [inviting, setInviting] = useState(false)
  const [link, setLink] = useState<string | null>(null)
  if (error) return <Failed error={error} onAgain={() => void refetch()} />
  if (!data) return <Loading />
  const lead = data.project?.can.invite.allowed === true
  const again = () => void refetch()
  return (
    <Page>
      <PageHead
        title={translate('pages.members')}
        sentence={
          lead ? (
            <>
              <span>{translate('members.sentence', { smart_count: peopleIn(data.memberships.nodes) })}</span>
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
      {lead ? <Invitations invitations={data.invitations.nodes} onDone={again} onLink={setLink} /> : null}
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

function People({ members, lead, onDone }: { members: readonly Member[]; lead: boolean; onDone: () => void }) {
  const translate = useTranslate()
  const viewer = useViewer()
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
              {member.can.archive.allowed ? <RemoveMember member={member} onDone={onDone} /> : null}
            </TableCell>
          </TableRow>
        ))}
      </WideTable>
    </Section>
  )
}

/** How many people there are: each once, in however many roles. */
const peopleIn = (members: readonly Member[]): number => new Set(members.map(({ id, user }) => user?.id ?? id)).size

/** Ends a person's part in the project, after saying what they lose; with a way back. */
function RemoveMember({ member, onDone }: { member: Member; onDone: () => void }) {
  const translate = useTranslate()
  const viewer = useViewer()
  const { current } = useProject()
  const saved = useSaved()
  const { id } = member
  const isMine = member.user?.id === viewer?.id
  const name = member.user?.displayName ?? translate('app.unknown')
  const said = { name, role: translate(`enums.MemberRole.${member.role}`), project: current?.project.acronym ?? '' }
  const remove = async () => {
    const { archiveMembership: ended } = await ask(endMembershipDocument, { id, version: member.version })
    const back = async () => {
      await ask(restoreMembershipDocument, { id, version: ended?.version ?? 0 })
      onDone()
    }
    saved(translate('members.removed', said), isMine ? undefined : back)
    onDone()
  }
  return (
    <AskedButton
      size="small"
      deed={translate('members.remove')}
      label={`${translate('members.remove')}: ${name}`}
      title={`${translate('members.remove')}: ${name}`}
      text={translate(isMine ? 'members.removeMeText' : 'members.removeText', said)}
      onDeed={remove}
    />
  )
}

interface InvitationsProps {
  readonly invitations: readonly Pending[]
  readonly onDone: () => void
  /** Told the link, where no mail is set up. */
  readonly onLink: (link: string) => void
}

/** Sends an invitation again, by mail or by a link that is shown. */
function useResend({ onDone, onLink }: InvitationsProps) {
  const translate = useTranslate()
  const notify = useNotify()
  const told = (link: string | null) => (link ? onLink(link) : notify(translate('members.resent'), { type: 'success' }))
  return ({ id, version }: Pending) =>
    ask(resendInvitationDocument, { id, version })
      .then(({ resendInvitation }) => told(resendInvitation.link))
      .then(onDone, (error: Error) => notify(error.message, { type: 'error' }))
}

function Invitations(props: InvitationsProps) {
  const { invitations, onDone } = props
  const translate = useTranslate()
  const resend = useResend(props)
  const withdraw = async ({ id, version }: Pending) => {
    await ask(withdrawInvitationDocument, { id, version })
    onDone()
  }
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
            <Button size="small" onClick={() => resend(invitation)} aria-label={`${translate('members.resend')}: ${invitation.displayName}`}>
              {translate('members.resend')}
            </Button>
            <AskedButton
              size="small"
              deed={translate('members.withdraw')}
              label={`${translate('members.withdraw')}: ${invitation.displayName}`}
              title={`${translate('members.withdraw')}: ${invitation.displayName}`}
              text={translate('members.withdrawText', { email: invitation.email })}
              onDeed={() => withdraw(invitation)}
            />
          </Box>
        ))}
      </Box>
    </Section>
  )
}

type Asked = 'displayName' | 'email' | 'role' | 'partnerId'

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
  const questions: Question<Asked>[] = [
    { name: 'displayName', label: label('displayName') },
    { name: 'email', label: label('email'), type: 'email' },
    { name: 'role', label: label('role'), required: true, initial: 'PARTNER', choices: choicesOf('MemberRole', translate) },
    {
      name: 'partnerId',
      label: label('partner'),
      help: translate('members.partnerHelp'),
      choices: partners.map(({ id, shortName }) => ({ id, name: shortName })),
    },
  ]
  const send = async ({ partnerId, role, ...answers }: Answers<Asked>) => {
    const made = await ask(inviteDocument, { projectId, ...answers, role: choiceOf('MemberRole', role), partnerId: partnerId || null })
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
