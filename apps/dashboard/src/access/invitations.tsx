import { Box, Button, Typography } from '@mui/material'
import { useNotify, useTranslate } from 'react-admin'
import { choiceOf, recordOf } from '../api/contract'
import type { AnswerOf } from '../api/document'
import { ask } from '../api/graphql'
import { isPresent } from '../api/present'
import { useProject } from '../api/session'
import { AskedButton } from '../kit/asked-button'
import { momentText } from '../kit/format'
import { Section } from '../kit/page'
import { type Answers, DialogForm, type Question } from '../kit/questions'
import { choicesOf } from '../records/record-inputs'
import { inviteDocument, type membersDocument, resendInvitationDocument, withdrawInvitationDocument } from './access.graphql'

type Answer = AnswerOf<typeof membersDocument>
type Pending = Answer['invitations']['nodes'][number]

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

/** Invitations that are open: how long, sent again, taken back. */
export function Invitations(props: InvitationsProps) {
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
            <HowMailFared mail={invitation.mail} />
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

/** How an invitation's mail fared, where one was asked for. */
function HowMailFared({ mail }: Pick<Pending, 'mail'>) {
  const translate = useTranslate()
  if (!mail) return null
  const { state, at, refusal } = mail
  return (
    <Typography variant="body2" color={state === 'FAILED' ? 'error' : undefined}>
      {translate(`members.mail.${refusal ? 'refused' : state}`, { at: momentText(at), code: refusal })}
    </Typography>
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

/** Asks whom to invite, as what. */
export function InviteDialog({ projectId, partners, onClose, onDone }: InviteProps) {
  const translate = useTranslate()
  const { asOf } = useProject()
  const present = partners.filter((partner) => isPresent(recordOf('partners'), partner, asOf))
  const label = (name: string) => translate(`resources.invitations.fields.${name}`)
  const questions: Question<Asked>[] = [
    { name: 'displayName', label: label('displayName') },
    { name: 'email', label: label('email'), type: 'email' },
    { name: 'role', label: label('role'), required: true, initial: 'PARTNER', choices: choicesOf('MemberRole', translate) },
    {
      name: 'partnerId',
      label: label('partner'),
      help: translate('members.partnerHelp'),
      choices: present.map(({ id, shortName }) => ({ id, name: shortName })),
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
