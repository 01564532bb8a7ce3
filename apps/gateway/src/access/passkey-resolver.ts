import { type RunSql, User } from '@clusterpolisee/schema'
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { AsksAgain } from '../request/asks-again.js'
import { type Context, strangerOf } from '../request/context.js'
import { addFactor, prove, whoSetsUp, wrongCode } from './factors.js'
import { halfSession } from './half-session.js'
import { letIn } from './open-session.js'
import { askPasskey, offerPasskey, type Passkey, readPasskey, takePasskey } from './passkeys.js'

/** Passkeys as second factor. What passes between browser and gateway is JSON as WebAuthn has it. */
@Resolver()
export class PasskeyResolver {
  @AsksAgain()
  @Mutation(() => String, { description: 'Begins to make a passkey; answers what the browser needs for it, as JSON.' })
  async newPasskey(@Ctx() context: Context): Promise<string> {
    const userId = await whoSetsUp(context)
    return context.database.write(strangerOf(context), async (run) => {
      const [person] = await run('SELECT email FROM app_user WHERE id = $1', [userId])
      return offerPasskey(run, context.publicUrl, { id: userId, email: String(person?.email) })
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

  @Mutation(() => String, { description: 'Begins to end signing in by a passkey; answers what the browser needs for it, as JSON.' })
  async askPasskey(@Ctx() context: Context): Promise<string> {
    const { userId } = await halfSession(context)
    return context.database.write(strangerOf(context), (run) => askPasskey(run, context.publicUrl, userId))
  }

  @Mutation(() => User, { nullable: true, description: 'Ends signing in by what a passkey signed.' })
  async confirmPasskey(
    @Arg('answer', () => String, { description: 'What the browser answered, as JSON.' }) answer: string,
    @Ctx() context: Context,
  ): Promise<{ id: string }> {
    const { id, userId } = await halfSession(context)
    await prove(context, userId, (run) => unlessNonsense(run, (inRun) => takePasskey(inRun, context.publicUrl, userId, answer), false))
    return letIn(context, userId, id)
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
