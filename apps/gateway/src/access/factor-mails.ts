import type { MailTask } from '../jobs/mail-lane.js'

/** The mail's name in the queue. */
export const FACTORS_REMOVED_MAIL = 'factors_removed_mail'

/** Tells a person, at the address of the account, that somebody else removed a second factor of theirs. */
export const factorsRemovedMail: MailTask = async ({ database, publicUrl }, userId) => {
  const [user] = await database.run('SELECT email FROM app_user WHERE id = $1 AND archived_at IS NULL', [userId])
  if (!user) return null
  return {
    to: String(user.email),
    subject: 'a second factor was removed',
    text: `Whoever runs this installation removed a second factor of your account. If you did not ask for it, change your password and tell them:\n\n${publicUrl}/#/account\n`,
  }
}

/** The mail's name in the queue. */
export const NEW_DEVICE_MAIL = 'new_device_mail'

/** Tells a person, at the address of the account, that they, or somebody in their name, came in by a device that was not known. */
export const newDeviceMail: MailTask = async ({ database, publicUrl }, sessionId) => {
  const [session] = await database.run(
    `SELECT u.email, s.device, s.network, to_char(timezone('UTC', s.created_at), 'YYYY-MM-DD HH24:MI') AS at
     FROM session s JOIN app_user u ON u.id = s.user_id AND u.archived_at IS NULL WHERE s.id = $1`,
    [sessionId],
  )
  if (!session) return null
  const { email, device, network, at } = session
  return {
    to: String(email),
    subject: 'a new device signed in',
    text: `Somebody signed in to your account with a device that was not known:\n\n${at} UTC, from ${network}\n${device || 'an unknown browser'}\n\nIf it was not you, end that session and change your password:\n\n${publicUrl}/#/account\n`,
  }
}
