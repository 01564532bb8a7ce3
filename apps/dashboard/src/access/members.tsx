import PersonAddOutlined from '@mui/icons-material/PersonAddOutlined'
import { Alert, Button, TableCell, TableRow } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import type { AnswerOf } from '../api/document'
import { ask } from '../api/graphql'
import { useProject, useViewer } from '../api/session'
import { useAnswer } from '../api/use-answer'
import { AskedButton } from '../kit/asked-button'
import { Failed, Loading } from '../kit/loading'
import { Page, PageHead, Section, WideTable } from '../kit/page'
import { useSaved } from '../kit/saved'
import { endMembershipDocument, membersDocument, restoreMembershipDocument } from './access.graphql'
import { Invitations, InviteDialog } from './invitations'
import { SeeAsButton } from './see-as'

type Answer = AnswerOf<typeof membersDocument>
type Member = Answer['memberships']['nodes'][number]

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
