import type { RunSql } from '@clusterpolisee/schema'
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import { isPassword } from '../kernel/secret.js'
import type { Context } from '../request/context.js'
import { setCookie } from '../request/cookies.js'
import { Costs } from '../request/cost/index.js'
import { logEvent } from '../request/security-log.js'
import { writer } from '../write/write-record.js'
import { prove, proveBy } from './factors.js'
import { isOfApp, takeCode } from './one-time-codes.js'
import { endAccess } from './one-time-link.js'

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

  @Mutation(() => Boolean, { description: 'Proves again who is there, for the next quarter of an hour, where a verb refused with PROVE_AGAIN.' })
  @Costs({ cost: 500, alone: true })
  async proveAgain(@Arg('code', () => String, { description: 'The password, or a one-time code.' }) code: string, @Ctx() context: Context): Promise<boolean> {
    const viewer = writer(context)
    const userId = String(viewer.userId)
    if (isOfApp(code)) await prove(context, userId, (run) => takeCode(run, userId, code))
    else await proveBy(context, userId, () => isPasswordOf(context.database.run, userId, code))
    await context.database.write(viewer, (run) => run('UPDATE session SET proved_at = moment_of_write() WHERE id = $1', [viewer.sessionId]))
    return true
  }
}

async function isPasswordOf(run: RunSql, userId: string, password: string): Promise<boolean> {
  const [user] = await run('SELECT password_hash FROM app_user WHERE id = $1', [userId])
  return isPassword((user?.password_hash as string | null | undefined) ?? null, password)
}
