import { Partner, type RunSql, recordMeta, scalars } from '@clusterpolisee/schema'
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { badInput } from '../kernel/errors.js'
import type { Context } from '../request/context.js'
import { checkCountries } from '../write/check-countries.js'
import { checkGiven } from '../write/check-given.js'
import { checkVersion, insertRow, type LockedRow, lockRow, updateRow, writer } from '../write/write-record.js'
import { passOn } from './pass-on.js'

const partners = recordMeta(Partner)

/** Partners that come in another's place. */
@Resolver()
export class PartnerResolver {
  @Mutation(() => Partner, {
    nullable: true,
    description:
      'Puts another partner in the place of one from a day on: the former withdraws, its seats and open work go on with the new one. Who comes is in the list already, or is made by the name and the country, as far as they are known.',
  })
  async replacePartner(
    @Arg('id', () => ID, { description: 'The partner that leaves.' }) id: string,
    @Arg('version', () => Int, { description: 'Its version.' }) version: number,
    @Arg('from', () => scalars.Date, { description: 'First day of the new partner.' }) from: string,
    @Arg('byId', () => ID, { nullable: true, description: 'The partner that comes, when it is in the list and replaces nobody yet.' }) byId: string | null,
    @Arg('name', () => String, { nullable: true, description: 'Name of a partner that is not in the list yet.' }) name: string | null,
    @Arg('acronym', () => String, { nullable: true, description: 'Its acronym.' }) acronym: string | null,
    @Arg('country', () => String, { nullable: true, description: 'Its country.' }) country: string | null,
    @Ctx() context: Context,
  ): Promise<{ id: string }> {
    const viewer = writer(context)
    checkGiven(partners, { withdrawnOn: from }, { needed: { withdrawnOn: 'Say from which day.' }, called: { withdrawnOn: 'from' } })
    const named = checkGiven(partners, { name, acronym, country })
    if (id === byId) throw badInput([{ path: ['byId'], code: 'SAME_PARTNER', message: 'A partner cannot replace itself.' }])
    return context.database.write(viewer, async (run) => {
      const leaving = await lockRow(run, viewer, partners, id)
      await checkVersion(run, viewer, partners, leaving, version)
      checkDay(leaving, from)
      await updateRow(run, viewer, partners, id, { withdrawnOn: from })
      const successor = byId ? await takeIn(run, viewer, byId, leaving, from) : await makeSuccessor(run, viewer, named, leaving, from)
      await passOn(run, id, successor, from)
      return { id: successor }
    })
  }
}

type Viewer = Context['viewer']

function checkDay({ values }: LockedRow<Partner>, from: string): void {
  if (values.joinedOn && from < values.joinedOn) {
    throw badInput([{ path: ['from'], code: 'END_BEFORE_START', message: 'The end is before the start. Choose a later day.' }])
  }
}

/** A partner of the list comes in the place of the one that leaves. */
async function takeIn(run: RunSql, viewer: Viewer, byId: string, leaving: LockedRow<Partner>, from: string): Promise<string> {
  const coming = await lockRow(run, viewer, partners, byId)
  if (coming.values.project !== leaving.values.project || coming.values.replaces || coming.values.archivedAt) {
    throw badInput([{ path: ['byId'], code: 'UNKNOWN_REFERENCE', message: 'Choose a partner of the same project that replaces nobody yet.' }])
  }
  await updateRow(run, viewer, partners, byId, { replaces: leaving.id, joinedOn: coming.values.joinedOn ?? from })
  return byId
}

/** A partner that is not in the list yet comes, with the role and the place of the one that leaves. */
async function makeSuccessor(run: RunSql, viewer: Viewer, named: object, { id: replaces, values }: LockedRow<Partner>, from: string): Promise<string> {
  const id = uuidv7()
  const { project, role, position } = values
  await checkCountries(run, partners, { ...named, project })
  await insertRow(run, viewer, partners, id, { ...named, project, role, position, replaces, joinedOn: from })
  return id
}
