import { type RunSql, User } from '@clusterpolisee/schema'
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { AsksAgain } from '../request/asks-again.js'
import { type Context, strangerOf } from '../request/context.js'
import { writer } from '../write/write-record.js'
import { addFactor, prove, whoSetsUp, wrongCode } from './factors.js'
import { halfSession } from './half-session.js'
import { demandLetIn, letIn, noteProved } from './open-session.js'
import { askPasskey, offerPasskey, type Passkey, readPasskey, takeAnyPasskey, takePasskey } from './passkeys.js'
import { countTry } from './throttle.js'

/** Passkeys, as second factor and alone. What passes between browser and gateway is JSON as WebAuthn has it. */
@Resolver()
export class PasskeyResolver {
  @AsksAgain()
  @Mutation(() => String, { description: 'Begins to make a passkey; answers what the browser needs for it, as JSON.' })
  async newPasskey(@Ctx() context: Context): Promise<string> {
    const userId = await whoSetsUp(context)
    return context.database.write(strangerOf(context), async (run) => {
      const [person] = await run('SELECT email FROM app_user WHERE id = $1', [userId])
      return offerPasskey(run, context, { id: userId, email: String(person?.email) })
    })
  }

  @AsksAgain()
  @Mutation(() => [String], {
    description: 'Adds a passkey that the browser made. Answers the recovery codes that come with the first factor, shown this once.',
  })
  async addPasskey(
    @Arg('answer', () => String, { description: 'What the browser answered, as JSON.' }) answer: string,
    @Arg('name', () => String, { description: 'What the passkey is on.' }) name: string,
    @Ctx() context: Context,
  ): Promise<string[]> {
    const userId = await whoSetsUp(context)
    let made: Passkey | null = null
    await prove(context, userId, async (run) => {
      made = await unlessNonsense(run, (inRun) => readPasskey(inRun, context.publicUrl, userId, answer), null)
      return made !== null
    })
    if (made === null) throw wrongCode()
    return addFactor(context, userId, name, { kind: 'PASSKEY', ...(made as Passkey) })
  }

  @Mutation(() => String, {
    description: 'Begins to end signing in, or to prove again who is there, by a passkey; answers what the browser needs for it, as JSON.',
  })
  async askPasskey(@Ctx() context: Context): Promise<string> {
    const userId = context.viewer.sessionId ? String(writer(context).userId) : (await halfSession(context)).userId
    return context.database.write(strangerOf(context), (run) => askPasskey(run, context.publicUrl, userId))
  }

  @Mutation(() => User, { nullable: true, description: 'Ends signing in by what a passkey signed.' })
  async confirmPasskey(
    @Arg('answer', () => String, { description: 'What the browser answered, as JSON.' }) answer: string,
    @Ctx() context: Context,
  ): Promise<{ id: string }> {
    const { id, userId, way } = await halfSession(context)
    await prove(context, userId, (run) => unlessNonsense(run, (inRun) => takePasskey(inRun, context.publicUrl, userId, answer), false))
    return letIn(context, { userId, sessionId: id, ways: [way, 'passkey'] })
  }

  @Mutation(() => Boolean, { description: 'Proves again who is there by what a passkey signed, for the next quarter of an hour.' })
  async proveAgainByPasskey(
    @Arg('answer', () => String, { description: 'What the browser answered, as JSON.' }) answer: string,
    @Ctx() context: Context,
  ): Promise<boolean> {
    const viewer = writer(context)
    const userId = String(viewer.userId)
    await prove(context, userId, (run) => unlessNonsense(run, (inRun) => takePasskey(inRun, context.publicUrl, userId, answer), false))
    await noteProved(context.database, viewer.sessionId)
    return true
  }

  @Mutation(() => String, { description: 'Begins to sign in by a passkey alone; answers what the browser needs for it, as JSON.' })
  async askAnyPasskey(@Ctx() context: Context): Promise<string> {
    await countTry(context.database, 'passkey', { account: '', network: context.address })
    return context.database.write(strangerOf(context), (run) => askPasskey(run, context.publicUrl, null))
  }

  @Mutation(() => User, { nullable: true, description: 'Signs in by what a passkey signed whose device knew its person: it is both factors.' })
  async signInByPasskey(
    @Arg('answer', () => String, { description: 'What the browser answered, as JSON.' }) answer: string,
    @Ctx() context: Context,
  ): Promise<{ id: string }> {
    const { database, publicUrl } = context
    await countTry(database, 'passkey', { account: '', network: context.address })
    const userId = await database.write(strangerOf(context), (run) => unlessNonsense(run, (inRun) => takeAnyPasskey(inRun, publicUrl, answer), null))
    if (userId === null) {
      context.refused('SIGN_IN_FAILED', null)
      throw wrongCode()
    }
    demandLetIn(context, userId)
    return letIn(context, { userId, sessionId: uuidv7(), ways: ['passkey'] })
  }
}

/** The library throws for each thing that does not fit; that is as wrong as any. A fault of the database goes on. */
async function unlessNonsense<T>(run: RunSql, work: (run: RunSql) => Promise<T>, wrong: T): Promise<T> {
  let fault: unknown = null
  const noting: RunSql = (sql, values) =>
    run(sql, values).catch((error: unknown) => {
      fault = error
      throw error
    })
  return work(noting).catch((error: unknown) => {
    if (fault) throw error
    return wrong
  })
}
