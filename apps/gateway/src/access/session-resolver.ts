import type { RunSql } from '@clusterpolisee/schema'
import { Arg, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { isPassword } from '../kernel/secret.js'
import type { Context } from '../request/context.js'
import { setCookie } from '../request/cookies.js'
import { Costs } from '../request/cost/index.js'
import { logEvent } from '../request/security-log.js'
import { writer } from '../write/write-record.js'
import { prove, proveBy } from './factors.js'
import { isOfApp, takeCode } from './one-time-codes.js'
import { endAccess } from './one-time-link.js'
import { noteProved } from './open-session.js'

@ObjectType({ description: 'By what the person of a session can prove again who they are.', simpleResolvers: true })
class ProvingWays {
  @Field({ description: 'The account has a password.' })
  password!: boolean

  @Field({ description: 'An app makes one-time codes.' })
  codes!: boolean

  @Field({ description: 'There is a passkey.' })
  passkey!: boolean

  @Field(() => [String], { description: 'Short names of providers at which an account is joined.' })
  providers!: string[]
}

/** The sessions of whoever is signed in, and that it is still they who is there. */
@Resolver()
export class SessionResolver {
  @Query(() => ID, { nullable: true, description: 'The session of this browser; null for a token and for nobody.' })
  currentSession(@Ctx() { viewer }: Context): string | null {
    return viewer.sessionId
  }

  @Mutation(() => Boolean, { description: 'Ends all of one’s sessions, this one too; no device is known any more.' })
  async signOutEverywhere(@Ctx() context: Context): Promise<boolean> {
    const viewer = writer(context)
    await context.database.write(viewer, async (run) => {
      await endAccess(run, String(viewer.userId), { sessions: true, tokens: false, except: null })
      await logEvent(run, context, { kind: 'SIGNED_OUT_EVERYWHERE' })
    })
    setCookie(context, 'session', null, 0)
    return true
  }

  @Query(() => ProvingWays, { nullable: true, description: 'By what one can prove again who one is; null for nobody.' })
  @Costs({ cost: 50 })
  async provingWays(@Ctx() { database, viewer }: Context): Promise<ProvingWays | null> {
    const [found] = await database.run(
      `SELECT u.password_hash IS NOT NULL AS password,
         EXISTS (SELECT 1 FROM second_factor f WHERE f.user_id = u.id AND f.kind = 'CODES') AS codes,
         EXISTS (SELECT 1 FROM second_factor f WHERE f.user_id = u.id AND f.kind = 'PASSKEY') AS passkey,
         ARRAY(SELECT DISTINCT a.provider FROM provider_account a WHERE a.user_id = u.id ORDER BY 1) AS providers FROM app_user u WHERE u.id = $1`,
      [viewer.sessionId ? viewer.userId : null],
    )
    return (found as unknown as ProvingWays | undefined) ?? null
  }

  @Mutation(() => Boolean, { description: 'Proves again who is there, for the next quarter of an hour, where a verb refused with PROVE_AGAIN.' })
  @Costs({ cost: 500, alone: true })
  async proveAgain(@Arg('code', () => String, { description: 'The password, or a one-time code.' }) code: string, @Ctx() context: Context): Promise<boolean> {
    const viewer = writer(context)
    const userId = String(viewer.userId)
    if (isOfApp(code)) await prove(context, userId, (run) => takeCode(run, userId, code))
    else await proveBy(context, userId, () => isPasswordOf(context.database.run, userId, code))
    await noteProved(context.database, viewer.sessionId)
    return true
  }
}

async function isPasswordOf(run: RunSql, userId: string, password: string): Promise<boolean> {
  const [user] = await run('SELECT password_hash FROM app_user WHERE id = $1', [userId])
  return isPassword((user?.password_hash as string | null | undefined) ?? null, password)
}
