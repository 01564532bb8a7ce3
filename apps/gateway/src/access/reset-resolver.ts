import { Arg, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { queueMail } from '../jobs/outbox.js'
import { normalEmail } from '../kernel/normal-email.js'
import { AsksAgain, checkProved } from '../request/asks-again.js'
import { type Context, strangerOf } from '../request/context.js'
import { Costs } from '../request/cost/index.js'
import { requestIdOf } from '../request/request-id.js'
import { logEvent } from '../request/security-log.js'
import { writer } from '../write/write-record.js'
import { endAccess, makePasswordHash, readLink, setPassword, useLink } from './one-time-link.js'
import { RESET_MAIL } from './reset-mail.js'
import { confirmLink, linksToConfirm, type TakenLink, takeLink, type WaitingLink } from './taken-link.js'
import { countTry } from './throttle.js'

@ObjectType({ description: 'What came of asking for a new password.', simpleResolvers: true })
class PasswordResetRequest {
  @Field({ description: 'True: a mail goes out if the account exists.' })
  mailed!: boolean

  @Field(() => String, { nullable: true, description: 'The link itself, for an administrator where no mail is set up.' })
  link?: string | null

  @Field(() => Boolean, { description: 'True: the link works once another administrator has confirmed it.' })
  waits!: boolean
}

@ObjectType({ description: 'A link for a new password that waits until another administrator confirms it.', simpleResolvers: true })
class LinkToConfirm {
  @Field(() => ID, { description: 'Identity of the link.' })
  id!: string

  @Field({ description: 'Whose password it would set.' })
  personName!: string

  @Field({ description: 'Who took it.' })
  byName!: string
}

/** New passwords by a link, of whoever forgot theirs. */
@Resolver()
export class ResetResolver {
  @Mutation(() => PasswordResetRequest, { description: 'Asks for a link to set a new password. Never tells whether an account exists.' })
  @Costs({ cost: 500, alone: true })
  async requestPasswordReset(
    @Arg('email', () => String, { description: 'E-mail of the account.' }) email: string,
    @Ctx() context: Context,
  ): Promise<TakenLink & { readonly mailed: boolean }> {
    const { database, mailer, viewer } = context
    const account = normalEmail(email)
    const isTaken = !mailer.enabled && viewer.administrator
    if (isTaken) checkProved(context)
    await countTry(database, 'reset', { account, network: context.address })
    if (mailer.enabled) await queueMail(database.run, { kind: RESET_MAIL, to: account, request: requestIdOf(context.response) })
    return { mailed: mailer.enabled, ...(isTaken ? await takeLink(context, account) : { link: null, waits: false }) }
  }

  @Query(() => [LinkToConfirm], { description: 'Links for a new password that other administrators took and that wait for one’s confirmation.' })
  @Costs({ cost: 50 })
  linksToConfirm(@Ctx() context: Context): Promise<WaitingLink[]> {
    return linksToConfirm(context)
  }

  @AsksAgain()
  @Mutation(() => Boolean, {
    description: 'Confirms, as another administrator, a link for the password of somebody who takes part in projects. It works from then on.',
  })
  async confirmLink(@Arg('id', () => ID, { description: 'The link.' }) id: string, @Ctx() context: Context): Promise<boolean> {
    await confirmLink(context, writer(context), id)
    return true
  }

  @Mutation(() => Boolean, { description: "Sets a new password by the link's secret; all sessions and API tokens end." })
  @Costs({ cost: 500, alone: true })
  async resetPassword(
    @Arg('token', () => String, { description: 'Secret of the link.' }) token: string,
    @Arg('password', () => String, { description: 'The new password, 10 to 200 characters.' }) password: string,
    @Ctx() context: Context,
  ): Promise<boolean> {
    const { database } = context
    const passwordHash = await makePasswordHash(database.run, String(await readLink(database.run, token, 'reset')), password)
    await database.write(strangerOf(context), async (run) => {
      const user = String(await useLink(run, token, 'reset'))
      await setPassword(run, user, passwordHash)
      await endAccess(run, user, { sessions: true, tokens: true, except: null })
      await logEvent(run, context, { kind: 'PASSWORD_RESET', user })
    })
    return true
  }
}
