import { ApiToken, type RecordMeta, recordMeta, Session, User } from '@clusterpolisee/schema'
import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { badInput } from '../kernel/errors.js'
import { normalEmail } from '../kernel/normal-email.js'
import { hashSecret, isPassword, newSecret } from '../kernel/secret.js'
import { AsksAgain } from '../request/asks-again.js'
import type { Context } from '../request/context.js'
import { setCookie } from '../request/cookies.js'
import { Costs } from '../request/cost/index.js'
import { logEvent } from '../request/security-log.js'
import { givenValues } from '../write/check-given.js'
import { lockFor } from '../write/lock-for.js'
import { NOW, readsOnly, updateRow, valuesOf, writer } from '../write/write-record.js'
import { knownDevice } from './known-device.js'
import { endAccess, makePasswordHash, setPassword } from './one-time-link.js'
import { demandLetIn, openSession } from './open-session.js'
import { countTry, forgetTry } from './throttle.js'

@ObjectType({ description: 'An API token as it is made: its text is shown this once.', simpleResolvers: true })
class CreatedApiToken {
  @Field(() => ID, { description: 'Identity of the token.' })
  id!: string

  @Field({ description: 'The token. It cannot be shown again.' })
  token!: string
}

@ObjectType({ description: 'A provider of identities that people may sign in with, beside a password.', simpleResolvers: true })
class IdentityProvider {
  @Field({ description: 'Its short name in the settings.' })
  key!: string

  @Field({ description: 'Its name for people.' })
  name!: string
}

@ObjectType({ description: 'What this installation is and offers.', simpleResolvers: true })
class Installation {
  @Field(() => Boolean, { description: 'True: links go out by mail; else whoever makes one is shown it.' })
  mailEnabled!: boolean

  @Field(() => [IdentityProvider], { description: 'With what people may sign in, beside a password.' })
  providers!: readonly IdentityProvider[]
}

/** Signing in and out, one's own password, sessions and tokens. */
@Resolver()
export class AccessResolver {
  @Query(() => Installation, { description: 'What this installation is and offers; anyone may read it.' })
  installation(@Ctx() { mailer, providers }: Context): Installation {
    return { mailEnabled: mailer.enabled, providers: providers.map(({ settings }) => settings) }
  }

  @Mutation(() => User, { nullable: true, description: 'Signs a person in: sets the session cookie. Null where a second step is needed; see secondStep.' })
  @Costs({ cost: 500, alone: true })
  async signIn(
    @Arg('email', () => String, { description: 'E-mail of the account.' }) email: string,
    @Arg('password', () => String, { description: 'Its password.' }) password: string,
    @Ctx() context: Context,
  ): Promise<{ id: string } | null> {
    const { database, address } = context
    const account = normalEmail(email)
    const [user] = await database.run('SELECT id, password_hash FROM app_user WHERE email = $1 AND archived_at IS NULL', [account])
    if (user) demandLetIn(context, String(user.id))
    const device = await knownDevice(context, user?.id as string | undefined)
    const trying = { account, network: address, device }
    await countTry(database, 'signIn', trying)
    if (!(await isPassword((user?.password_hash as string | undefined) ?? null, password, device !== null))) {
      context.refused('SIGN_IN_FAILED', user ? String(user.id) : null)
      throw badInput([{ path: ['password'], code: 'WRONG_PASSWORD', message: 'E-mail and password do not fit together.' }])
    }
    await forgetTry(database, 'signIn', trying)
    return (await openSession(context, String(user?.id), 'password')).person
  }

  @Mutation(() => Boolean, { description: 'Signs out: ends the session of this browser.' })
  async signOut(@Ctx() context: Context): Promise<boolean> {
    const { sessionId, userId } = context.viewer
    if (userId && !sessionId) throw readsOnly()
    if (sessionId) {
      await context.database.write(context.viewer, async (run) => {
        await run('UPDATE session SET revoked_at = moment_of_write() WHERE id = $1', [sessionId])
        await logEvent(run, context, { kind: 'SIGNED_OUT', record: { type: 'Session', id: sessionId } })
      })
    }
    setCookie(context, 'session', null, 0)
    return true
  }

  @Mutation(() => Session, { nullable: true, description: "Ends one of one's own sessions; an administrator any." })
  async revokeSession(@Arg('id', () => ID, { description: 'The session.' }) id: string, @Ctx() context: Context): Promise<{ id: string }> {
    return revoke(context, recordMeta(Session), id)
  }

  @Mutation(() => ApiToken, { nullable: true, description: "Ends one of one's own API tokens; an administrator any." })
  async revokeApiToken(@Arg('id', () => ID, { description: 'The token.' }) id: string, @Ctx() context: Context): Promise<{ id: string }> {
    return revoke(context, recordMeta(ApiToken), id)
  }

  @AsksAgain()
  @Mutation(() => CreatedApiToken, { description: 'Makes a token for a reporting tool: it reads what its owner may read, in the projects named.' })
  async createApiToken(
    @Arg('name', () => String, { description: 'What uses it.' }) name: string,
    @Arg('projectIds', () => [ID], { description: 'Projects that it reads.' }) projectIds: string[],
    @Arg('withMoney', () => Boolean, { defaultValue: false, description: 'True: budgets and contacts too.' }) withMoney: boolean,
    @Arg('days', () => Int, { defaultValue: 90, description: 'Days until it ends; at most 366.' }) days: number,
    @Ctx() context: Context,
  ): Promise<CreatedApiToken> {
    const viewer = writer(context)
    const mine = viewer.values.members as string[]
    const given = givenValues(recordMeta(ApiToken), { name })
    const faults = [
      ...given.faults,
      ...(days >= 1 && days <= 366 ? [] : [{ path: ['days'], code: 'TOO_LARGE', params: { max: 366 }, message: 'A token ends within a year.' }]),
      ...(projectIds.length > 0 && projectIds.every((id) => mine.includes(id))
        ? []
        : [{ path: ['projectIds'], code: 'UNKNOWN_REFERENCE', message: 'Name projects that you are a member of.' }]),
    ]
    if (faults.length > 0) throw badInput(faults)
    const [id, token] = [uuidv7(), newSecret()]
    await context.database.write(viewer, async (run) => {
      await run(
        `INSERT INTO api_token (id, version, user_id, name, with_money, project_ids, token_hash, created_at, expires_at)
         VALUES ($1, 1, $2, $3, $4, $5, $6, moment_of_write(), moment_of_write() + make_interval(days => $7))`,
        [id, viewer.userId, given.values.name, withMoney, projectIds, hashSecret(token), days],
      )
      await logEvent(run, context, { kind: 'TOKEN_MADE', record: { type: 'ApiToken', id }, detail: String(given.values.name) })
    })
    return { id, token }
  }

  @Mutation(() => Boolean, { description: "Changes one's own password. What the old one opened ends: the other sessions and the API tokens, as one chooses." })
  @Costs({ cost: 500, alone: true })
  async changePassword(
    @Arg('current', () => String, { description: 'The present password.' }) current: string,
    @Arg('password', () => String, { description: 'The new one, 10 to 200 characters.' }) password: string,
    @Arg('endSessions', () => Boolean, { defaultValue: true, description: 'False: the other sessions go on.' }) endSessions: boolean,
    @Arg('endTokens', () => Boolean, { defaultValue: true, description: 'False: the API tokens go on.' }) endTokens: boolean,
    @Ctx() context: Context,
  ): Promise<boolean> {
    const viewer = writer(context)
    const userId = viewer.userId ?? ''
    const trying = { account: userId, network: context.address }
    await countTry(context.database, 'changePassword', trying)
    const [user] = await context.database.run('SELECT password_hash FROM app_user WHERE id = $1', [userId])
    if (!(await isPassword((user?.password_hash as string | undefined) ?? null, current))) {
      context.refused('PASSWORD_FAILED', userId)
      throw badInput([{ path: ['current'], code: 'WRONG_PASSWORD', message: 'This is not the present password.' }])
    }
    await forgetTry(context.database, 'changePassword', trying)
    const passwordHash = await makePasswordHash(context.database.run, userId, password)
    await context.database.write(viewer, async (run) => {
      await setPassword(run, userId, passwordHash)
      await endAccess(run, userId, { sessions: endSessions, tokens: endTokens, except: viewer.sessionId })
      await logEvent(run, context, { kind: 'PASSWORD_CHANGED' })
    })
    return true
  }
}

/** Ends a session or token; one that has ended keeps the moment when it did. */
async function revoke<T extends Session | ApiToken>(context: Context, record: RecordMeta<T>, id: string): Promise<{ id: string }> {
  const viewer = writer(context)
  return context.database.write(viewer, async (run) => {
    const row = await lockFor(run, viewer, record, 'revoke', { id, version: null })
    if (valuesOf(row).revokedAt) return { id }
    await updateRow(run, viewer, record, id, { revokedAt: NOW }, false)
    const kind = record.name === 'Session' ? 'SESSION_ENDED' : 'TOKEN_ENDED'
    await logEvent(run, context, { kind, user: String(valuesOf(row).user), record: { type: record.name, id } })
    return { id }
  })
}
