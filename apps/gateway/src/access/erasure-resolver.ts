import { recordMeta, User } from '@clusterpolisee/schema'
import { Arg, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { badInput, forbidden } from '../kernel/errors.js'
import { normalEmail } from '../kernel/normal-email.js'
import { AsksAgain } from '../request/asks-again.js'
import type { Context } from '../request/context.js'
import { Costs } from '../request/cost/index.js'
import { logEvent } from '../request/security-log.js'
import { lockFor } from '../write/lock-for.js'
import { NOW, updateRow, valuesOf, writer } from '../write/write-record.js'
import { erasePerson } from './erase-person.js'
import { findMentions, type Mention } from './find-mentions.js'

@ObjectType({ description: 'A record in whose texts a person is named: erasing them does not reach it.', simpleResolvers: true })
class PersonMention implements Mention {
  @Field({ description: 'Kind of the record.' })
  recordType!: string

  @Field(() => ID, { description: 'The record.' })
  recordId!: string

  @Field(() => String, { nullable: true, description: 'Acronym of its project.' })
  project!: string | null
}

/** Erasing people: they ask for it, and an administrator does it. */
@Resolver()
export class ErasureResolver {
  @AsksAgain()
  @Mutation(() => User, { nullable: true, description: 'Asks the administrators to erase one’s own account, or takes that back.' })
  async askForErasure(
    @Arg('asked', () => Boolean, { defaultValue: true, description: 'False: takes it back.' }) asked: boolean,
    @Ctx() context: Context,
  ): Promise<{ id: string }> {
    const viewer = writer(context)
    const id = String(viewer.userId)
    await context.database.write(viewer, async (run) => {
      const row = await lockFor(run, viewer, recordMeta(User), 'askForErasure', { id, version: null })
      if ((valuesOf(row).erasureAskedAt !== null) === asked) return
      await updateRow(run, viewer, recordMeta(User), id, { erasureAskedAt: asked ? NOW : null })
      if (asked) await logEvent(run, context, { kind: 'ERASURE_ASKED' })
    })
    return { id }
  }

  @AsksAgain()
  @Mutation(() => User, { nullable: true, description: 'Erases a person: what they did stays, without a name; all else goes, for good.' })
  @Costs({ cost: 500, alone: true })
  async erasePerson(
    @Arg('id', () => ID, { description: 'The person.' }) id: string,
    @Arg('email', () => String, { description: 'Their e-mail, so that it is nobody else.' }) email: string,
    @Ctx() context: Context,
  ): Promise<{ id: string }> {
    const viewer = writer(context)
    await context.database.write(viewer, async (run) => {
      const row = await lockFor(run, viewer, recordMeta(User), 'erase', { id, version: null })
      if (valuesOf(row).email !== normalEmail(email)) {
        throw badInput([{ path: ['email'], code: 'ANOTHER_PERSON', message: 'This is not the e-mail of the person. Look whom you are about to erase.' }])
      }
      await erasePerson(run, id)
    })
    await context.listErased()
    return { id }
  }

  @Query(() => [PersonMention], { description: 'For administrators: records in whose texts a name or an e-mail of the person stands, at most 100.' })
  @Costs({ cost: 500 })
  async personMentions(@Arg('id', () => ID, { description: 'The person.' }) id: string, @Ctx() context: Context): Promise<Mention[]> {
    const viewer = writer(context)
    if (!viewer.administrator) throw forbidden('NOT_YOURS', 'ADMINISTRATOR', 'Only an administrator may look for people in all projects.')
    return findMentions(context.database.run, id)
  }
}
