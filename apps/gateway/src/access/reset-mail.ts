import type { MailTask } from '../jobs/mail-lane.js'
import { logEvent } from '../request/security-log.js'
import { makeResetSecret } from './one-time-link.js'

/** The mail's name in the queue. */
export const RESET_MAIL = 'reset_mail'

/** Where a link for a new password leads. */
export const resetLink = (publicUrl: string, secret: string): string => `${publicUrl}/#/reset-password?token=${secret}`

/**
 * Sends the link for a new password to the address of the account, if there is one. The link is made here and not when it is asked for: that
 * takes the same time for every address, and no secret waits in the queue.
 */
export const resetMail: MailTask = async ({ database, mailer, publicUrl }, email) => {
  const [user] = await database.run('SELECT id, email FROM app_user WHERE email = $1 AND archived_at IS NULL', [email])
  if (!user) return
  const secret = await database.write(null, async (run) => {
    await logEvent(run, null, { kind: 'RESET_LINK_MAILED', user: String(user.id) })
    return makeResetSecret(run, String(user.id))
  })
  await mailer.send({
    to: String(user.email),
    subject: 'ClusterPoliSEE: set a new password',
    text: `Open this page within a day to set a new password:\n\n${resetLink(publicUrl, secret)}\n`,
  })
}
