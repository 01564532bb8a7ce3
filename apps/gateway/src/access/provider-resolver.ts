import { ProviderAccount, type RunSql, recordMeta } from '@clusterpolisee/schema'
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import { badInput } from '../kernel/errors.js'
import { type Provider, ProviderFault } from '../kernel/provider.js'
import { AsksAgain } from '../request/asks-again.js'
import type { Context } from '../request/context.js'
import { Costs } from '../request/cost/index.js'
import { logEvent } from '../request/security-log.js'
import { lockFor } from '../write/lock-for.js'
import { writer } from '../write/write-record.js'
import { beginVisit, type Errand } from './provider-visit.js'

/** Signing in with a provider of identities, and which accounts there are one's own. */
@Resolver()
export class ProviderResolver {
  @Mutation(() => String, { description: 'Begins to sign in with a provider; answers the page of the provider to go to, which leads back.' })
  @Costs({ cost: 500, alone: true })
  signInWith(
    @Arg('provider', () => String, { description: 'Short name of the provider.' }) key: string,
    @Arg('inWindow', () => Boolean, { defaultValue: false, description: 'True: in a window of its own, which closes in the end.' }) inWindow: boolean,
    @Ctx() context: Context,
  ): Promise<string> {
    return visit(context, key, { userId: null, sessionId: null, inWindow })
  }

  @Mutation(() => String, {
    description: 'Begins to prove again who is there by signing in anew with a provider, in a window of its own; answers the page of the provider to go to.',
  })
  @Costs({ cost: 500, alone: true })
  async proveAgainWith(@Arg('provider', () => String, { description: 'Short name of the provider.' }) key: string, @Ctx() context: Context): Promise<string> {
    return visit(context, key, { userId: null, sessionId: writer(context).sessionId, inWindow: true })
  }

  @AsksAgain()
  @Mutation(() => String, { description: "Begins to join an account at a provider to one's own; answers the page of the provider to go to, which leads back." })
  @Costs({ cost: 500, alone: true })
  async joinAccountOf(@Arg('provider', () => String, { description: 'Short name of the provider.' }) key: string, @Ctx() context: Context): Promise<string> {
    return visit(context, key, { userId: writer(context).userId, sessionId: null, inWindow: false })
  }

  @AsksAgain()
  @Mutation(() => Boolean, { description: 'Parts an account at a provider from the one here. The other sessions that it opened end.' })
  async partProviderAccount(@Arg('id', () => ID, { description: 'The joined account.' }) id: string, @Ctx() context: Context): Promise<boolean> {
    const viewer = writer(context)
    await context.database.write(viewer, async (run) => {
      const { values } = await lockFor(run, viewer, recordMeta(ProviderAccount), 'part', { id, version: null })
      await refuseLastWayIn(run, id)
      await run(
        `WITH gone AS (DELETE FROM provider_session WHERE account_id = $1 RETURNING session_id)
         UPDATE session SET revoked_at = moment_of_write() WHERE id IN (SELECT session_id FROM gone) AND id IS DISTINCT FROM $2 AND revoked_at IS NULL`,
        [id, viewer.sessionId],
      )
      await run('DELETE FROM provider_account WHERE id = $1', [id])
      await logEvent(run, context, { kind: 'PROVIDER_LEFT', user: String(values.user), record: { type: 'ProviderAccount', id } })
    })
    return true
  }

  @Query(() => String, { nullable: true, description: 'The page by which the provider that opened this session ends its own; null where there is none.' })
  @Costs({ cost: 500 })
  async signOutPage(@Ctx() { database, viewer, providers, publicUrl }: Context): Promise<string | null> {
    const [opened] = await database.run(
      'SELECT a.provider, p.id_token FROM provider_session p JOIN provider_account a ON a.id = p.account_id WHERE p.session_id = $1',
      [viewer.sessionId],
    )
    const provider = providers.find(({ settings }) => settings.key === opened?.provider)
    // A provider that is away keeps nobody from signing out here.
    return provider ? provider.endAt(String(opened?.id_token), `${publicUrl}/`).catch(() => null) : null
  }
}

async function visit(context: Context, key: string, errand: Errand): Promise<string> {
  const provider = context.providers.find(({ settings }) => settings.key === key)
  if (!provider) throw badInput([{ path: ['provider'], code: 'UNKNOWN_REFERENCE', message: 'Nobody signs in with such a provider here.' }])
  return beginVisit(context, provider, errand).catch((error) => {
    throw error instanceof ProviderFault ? away(provider) : error
  })
}

const away = ({ settings: { name } }: Provider) =>
  badInput([
    {
      path: ['provider'],
      code: 'PROVIDER_AWAY',
      params: { name },
      message: `${name} does not answer as it should. Try again later, or sign in with your password.`,
    },
  ])

/** Nobody parts the only way into their account. */
async function refuseLastWayIn(run: RunSql, id: string): Promise<void> {
  const [person] = await run(
    `SELECT u.password_hash IS NOT NULL OR EXISTS (SELECT 1 FROM provider_account o WHERE o.user_id = u.id AND o.id <> $1) AS "hasAnother"
     FROM app_user u WHERE u.id = (SELECT user_id FROM provider_account WHERE id = $1) FOR UPDATE OF u`,
    [id],
  )
  if (person?.hasAnother) return
  throw badInput([{ path: [], code: 'LAST_WAY_IN', message: 'There is no other way into this account. Set a password first.' }])
}
