import type { MailTask } from '../jobs/mail-lane.js'
import { hashSecret, newSecret } from '../kernel/secret.js'

/** The mail's name in the queue. */
export const INVITATION_MAIL = 'invitation_mail'

/** Where an invitation's link leads. */
export const invitationLink = (publicUrl: string, secret: string): string => `${publicUrl}/#/accept-invitation?token=${secret}`

/** Writes an invitation's mail while it is open. The link is made here and not when it is asked for: no secret waits in the queue. */
export const invitationMail: MailTask = async ({ database, publicUrl }, id, perhapsBefore) => {
  const secret = newSecret()
  const [invitation] = await database.write(null, (run) =>
    run(
      `UPDATE invitation i SET token_hash = $2, earlier_token_hashes = CASE WHEN $3 THEN earlier_token_hashes || token_hash ELSE '{}' END FROM project p
       WHERE i.id = $1 AND p.id = i.project_id AND i.accepted_at IS NULL AND i.archived_at IS NULL AND i.expires_at > moment_of_write()
       RETURNING i.email, p.acronym, p.title`,
      [id, hashSecret(secret), perhapsBefore],
    ),
  )
  if (!invitation) return null
  return {
    to: String(invitation.email),
    subject: `an invitation to ${invitation.acronym}`,
    text: `You are invited to the project ${invitation.acronym}: ${invitation.title}\n\nOpen this page within 14 days to join it:\n\n${invitationLink(publicUrl, secret)}\n`,
  }
}
