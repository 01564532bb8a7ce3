import { FactorKind, type RunSql, recordMeta, roleValues, SecondFactor, User } from '@clusterpolisee/schema'
import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { queueMail } from '../jobs/outbox.js'
import { badInput } from '../kernel/errors.js'
import { AsksAgain } from '../request/asks-again.js'
import type { Context } from '../request/context.js'
import { Costs } from '../request/cost/index.js'
import { requestIdOf } from '../request/request-id.js'
import { logEvent } from '../request/security-log.js'
import { lockFor } from '../write/lock-for.js'
import { valuesOf, writer } from '../write/write-record.js'
import { FACTORS_REMOVED_MAIL } from './factor-mails.js'
import { addFactor, dropFactor, prove, whoSetsUp, wrongCode } from './factors.js'
import { findHalfSession, halfSession } from './half-session.js'
import { isOfApp, type NewCodes, newCodes, stepOf, takeCode } from './one-time-codes.js'
import { letIn } from './open-session.js'
import { makeRecoveryCodes, useRecoveryCode } from './recovery-codes.js'

@ObjectType({ description: 'The second step of signing in, after the password.', simpleResolvers: true })
class SecondStep {
  @Field(() => [FactorKind.values], { description: 'The kinds of factors that the person has. None: one has to be set up first.' })
  kinds!: string[]
}

@ObjectType({ description: 'What an app needs to make one-time codes. It is shown this once.', simpleResolvers: true })
class AppCodes {
  @Field({ description: 'The secret, to be typed in.' })
  secret!: string

  @Field({ description: 'An address with the secret, to be shown as a picture that the app reads.' })
  uri!: string
}

/** Second factors: one-time codes of an app, and the codes that stand in for a lost one. */
@Resolver()
export class FactorResolver {
  @Query(() => SecondStep, { nullable: true, description: 'What this browser still has to prove after the password; null: nothing.' })
  @Costs({ cost: 50 })
  secondStep(@Ctx() context: Context): Promise<SecondStep | null> {
    return findHalfSession(context).then((half) => half && { kinds: [...half.kinds] })
  }

  @Mutation(() => User, { nullable: true, description: 'Ends signing in by a one-time code of an app, or by a recovery code.' })
  async confirmSecondFactor(@Arg('code', () => String, { description: 'The code.' }) code: string, @Ctx() context: Context): Promise<{ id: string }> {
    const { id, userId, way } = await halfSession(context)
    await prove(context, userId, (run) => (isOfApp(code) ? takeCode(run, userId, code) : recover(run, context, userId, code)))
    return letIn(context, { userId, sessionId: id, ways: [way, isOfApp(code) ? 'code' : 'recovery code'] })
  }

  @AsksAgain()
  @Mutation(() => AppCodes, { description: 'Begins to set an app up that makes one-time codes; addCodes ends it.' })
  async newCodes(@Ctx() context: Context): Promise<NewCodes> {
    const userId = await whoSetsUp(context)
    const [person] = await context.database.run('SELECT email FROM app_user WHERE id = $1', [userId])
    return newCodes(context.productName, String(person?.email))
  }

  @AsksAgain()
  @Mutation(() => [String], { description: 'Adds an app whose code was right. Answers the recovery codes that come with the first factor, shown this once.' })
  async addCodes(
    @Arg('secret', () => String, { description: 'The secret that the app was given.' }) secret: string,
    @Arg('code', () => String, { description: 'A code of the app.' }) code: string,
    @Arg('name', () => String, { description: 'What the app is on.' }) name: string,
    @Ctx() context: Context,
  ): Promise<string[]> {
    const userId = await whoSetsUp(context)
    let step: number | null = null
    await prove(context, userId, async (run) => {
      const [now] = await run('SELECT extract(epoch FROM moment_of_write())::int AS seconds', [])
      step = SECRET.test(secret) && isOfApp(code) ? stepOf(secret, code, Number(now?.seconds)) : null
      return step !== null
    })
    if (step === null) throw wrongCode()
    return addFactor(context, userId, name, { kind: 'CODES', secret, last_step: step })
  }

  @AsksAgain()
  @Mutation(() => Boolean, { description: "Removes a second factor of one's own; an administrator anybody's, who is told of it by mail." })
  async removeFactor(@Arg('id', () => ID, { description: 'The factor.' }) id: string, @Ctx() context: Context): Promise<boolean> {
    const viewer = writer(context)
    await context.database.write(viewer, async (run) => {
      const userId = String(valuesOf(await lockFor(run, viewer, recordMeta(SecondFactor), 'remove', { id, version: null })).user)
      await dropFactor(run, id, userId)
      await logEvent(run, context, { kind: 'FACTOR_REMOVED', user: userId, record: { type: 'SecondFactor', id } })
      if (userId === viewer.userId) await refuseLastDemanded(context, run)
      else if (context.mailer.enabled) await queueMail(run, { kind: FACTORS_REMOVED_MAIL, to: userId, request: requestIdOf(context.response) })
    })
    return true
  }

  @AsksAgain()
  @Mutation(() => [String], { description: "Makes new recovery codes, shown this once; one's former ones end." })
  async renewRecoveryCodes(@Ctx() context: Context): Promise<string[]> {
    const viewer = writer(context)
    return context.database.write(viewer, async (run) => {
      const [factor] = await run('SELECT 1 FROM second_factor WHERE user_id = $1', [viewer.userId])
      if (!factor) throw badInput([{ path: [], code: 'NO_FACTOR', message: 'There is no second factor yet that such codes could stand in for.' }])
      await logEvent(run, context, { kind: 'RECOVERY_CODES_MADE' })
      return makeRecoveryCodes(run, String(viewer.userId))
    })
  }

  @Query(() => Int, { description: 'How many recovery codes one has left.' })
  @Costs({ cost: 50 })
  async recoveryCodesLeft(@Ctx() { database, viewer }: Context): Promise<number> {
    const [found] = await database.run('SELECT count(*)::int AS left FROM recovery_code WHERE user_id = $1 AND used_at IS NULL', [viewer.userId])
    return Number(found?.left)
  }
}

async function recover(run: RunSql, context: Context, userId: string, code: string): Promise<boolean> {
  const isUsed = await useRecoveryCode(run, userId, code)
  if (isUsed) await logEvent(run, context, { kind: 'RECOVERY_CODE_USED', user: userId, by: userId })
  return isUsed
}

/** What such an app is given: 160 bits. */
const SECRET = /^[A-Z2-7]{32}$/

/** Nobody takes away the last factor that they need here; it can be replaced. */
async function refuseLastDemanded({ viewer, demandsFactor }: Context, run: RunSql): Promise<void> {
  const leads = viewer.values[roleValues.LEAD_PARTNER] as readonly string[]
  if (!demandsFactor({ administrator: viewer.administrator, leadPartner: leads.length > 0 })) return
  const left = await run('SELECT 1 FROM second_factor WHERE user_id = $1', [viewer.userId])
  if (left.length === 0) throw badInput([{ path: [], code: 'FACTOR_DEMANDED', message: 'You need a second factor here. Add another one first.' }])
}
