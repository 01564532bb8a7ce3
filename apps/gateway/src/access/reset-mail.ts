import type { MailTask } from '../jobs/mail-lane.js'
import { logEvent } from '../request/security-log.js'
import { makeResetSecret } from './one-time-link.js'

/** The mail's name in the queue. */
export const RESET_MAIL = 'reset_mail'

/** Where a link for a new password leads. */
export const resetLink = (publicUrl: string, secret: string): string => `${publicUrl}/#/reset-password?token=${secret}`

/**
 * Writes the link for a new password to the address of the account, if there is one. The link is made here and not when it is asked for: that
 * takes the same time for every address, and no secret waits in the queue.
 */
export const resetMail: MailTask = async ({ database, publicUrl }, email, perhapsBefore) => {
  const [user] = await database.run('SELECT id, email FROM app_user WHERE email = $1 AND archived_at IS NULL', [email])
  if (!user) return null
  const secret = await database.write(null, async (run) => {
    await logEvent(run, null, { kind: 'RESET_LINK_MAILED', user: String(user.id) })
    return makeResetSecret(run, String(user.id), { keepsOlder: perhapsBefore })
  })
  return {
    to: String(user.email),
    subject: 'set a new password',
    text: `Open this page within a day to set a new password:\n\n${resetLink(publicUrl, secret)}\n`,
  }
}

/** The mail's name in the queue. */
export const LINK_PRINTED_MAIL = 'link_printed_mail'

/** Tells a person, at the address of the account, that a link for their password was printed on the server. */
export const linkPrintedMail: MailTask = async ({ database }, userId) => {
  const [user] = await database.run('SELECT email FROM app_user WHERE id = $1 AND archived_at IS NULL', [userId])
  if (!user) return null
  return {
    to: String(user.email),
    subject: 'a link for your password',
    text: 'Whoever runs this installation printed a link, good for a day, by which the password of your account can be set. If you did not ask for it, ask them why.\n',
  }
}
