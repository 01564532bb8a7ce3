import { recordMeta, User } from '@clusterpolisee/schema'
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { badInput } from '../kernel/errors.js'
import { hashPassword } from '../kernel/secret.js'
import { type Context, strangerOf } from '../request/context.js'
import { Costs } from '../request/cost/index.js'
import { givenValues } from '../write/check-given.js'
import { checkPassword } from './check-password.js'
import { insertPerson } from './insert-person.js'
import { readLink, useLink } from './one-time-link.js'

/** How an empty installation gets its first administrator. */
@Resolver()
export class BeginResolver {
  @Mutation(() => Boolean, { description: 'Makes the first administrator of an empty installation, by the link that its start prints.' })
  @Costs({ cost: 500, alone: true })
  async beginInstallation(
    @Arg('token', () => String, { description: 'Secret of the link.' }) token: string,
    @Arg('displayName', () => String, { description: 'Name of the person.' }) displayName: string,
    @Arg('email', () => String, { description: 'E-mail of the person.' }) email: string,
    @Arg('password', () => String, { description: 'Password, 10 to 200 characters.' }) password: string,
    @Ctx() context: Context,
  ): Promise<boolean> {
    const { values, faults } = givenValues(recordMeta(User), { displayName, email })
    if (faults.length > 0) throw badInput(faults)
    await readLink(context.database.run, token, 'first')
    await checkPassword(password, [displayName, email])
    const passwordHash = await hashPassword(password)
    await context.database.write(strangerOf(context), async (run) => {
      await useLink(run, token, 'first')
      await insertPerson(run, { displayName: String(values.displayName), email: String(values.email), administrator: true, passwordHash, byOneself: true })
    })
    return true
  }
}
