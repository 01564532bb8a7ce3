import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql'
import { queueMail } from '../jobs/mail-lane.js'
import { normalEmail } from '../kernel/normal-email.js'
import { type Context, strangerOf } from '../request/context.js'
import { Costs } from '../request/cost/index.js'
import { logEvent } from '../request/security-log.js'
import { makeResetSecret, useResetSecret } from './one-time-link.js'
import { RESET_MAIL, resetLink } from './reset-mail.js'
import { countTry } from './throttle.js'

@ObjectType({ description: 'What came of asking for a new password.', simpleResolvers: true })
class PasswordResetRequest {
  @Field({ description: 'True: a mail goes out if the account exists.' })
  mailed!: boolean

  @Field(() => String, { nullable: true, description: 'The link itself, for an administrator where no mail is set up.' })
  link?: string | null
}

/** New passwords by a link, of whoever forgot theirs. */
@Resolver()
export class ResetResolver {
  @Mutation(() => PasswordResetRequest, { description: 'Asks for a link to set a new password. Never tells whether an account exists.' })
  @Costs({ cost: 500, alone: true })
  async requestPasswordReset(
    @Arg('email', () => String, { description: 'E-mail of the account.' }) email: string,
    @Ctx() context: Context,
  ): Promise<PasswordResetRequest> {
    const { database, mailer, viewer, publicUrl } = context
    const account = normalEmail(email)
    await countTry(database, 'reset', { account, network: context.address })
    if (mailer.enabled) await queueMail(database.run, RESET_MAIL, account)
    if (mailer.enabled || !viewer.administrator) return { mailed: mailer.enabled }
    const [user] = await database.run('SELECT id FROM app_user WHERE email = $1 AND archived_at IS NULL', [account])
    if (!user) return { mailed: false }
    const secret = await database.write(viewer, async (run) => {
      await logEvent(run, context, { kind: 'RESET_LINK_TAKEN', user: String(user.id) })
      return makeResetSecret(run, String(user.id))
    })
    return { mailed: false, link: resetLink(publicUrl, secret) }
  }

  @Mutation(() => Boolean, { description: "Sets a new password by the link's secret; all sessions and API tokens end." })
  @Costs({ cost: 500, alone: true })
  async resetPassword(
    @Arg('token', () => String, { description: 'Secret of the link.' }) token: string,
    @Arg('password', () => String, { description: 'The new password, 10 to 200 characters.' }) password: string,
    @Ctx() context: Context,
  ): Promise<boolean> {
    await context.database.write(strangerOf(context), async (run) => {
      const user = await useResetSecret(run, token, password)
      await logEvent(run, context, { kind: 'PASSWORD_RESET', user })
    })
    return true
  }
}
