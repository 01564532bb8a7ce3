import type { MailTask } from '../jobs/mail-lane.js'

/** The mail's name in the queue. */
export const FACTORS_REMOVED_MAIL = 'factors_removed_mail'

/** Tells a person, at the address of the account, that somebody else removed a second factor of theirs. */
export const factorsRemovedMail: MailTask = async ({ database, mailer, publicUrl }, userId) => {
  const [user] = await database.run('SELECT email FROM app_user WHERE id = $1 AND archived_at IS NULL', [userId])
  if (!user) return
  await mailer.send({
    to: String(user.email),
    subject: 'ClusterPoliSEE: a second factor was removed',
    text: `Whoever runs this installation removed a second factor of your account. If you did not ask for it, change your password and tell them:\n\n${publicUrl}/#/account\n`,
  })
}
