import { Partner, recordMeta, scalars } from '@clusterpolisee/schema'
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { badInput } from '../kernel/errors.js'
import type { Context } from '../request/context.js'
import { checkGiven } from '../write/check-given.js'
import { checkVersion, lockRow, updateRow, writer } from '../write/write-record.js'

/** Partners that come in another's place. */
@Resolver()
export class PartnerResolver {
  @Mutation(() => Partner, {
    nullable: true,
    description: 'Puts another partner in the place of one from a day on: the former withdraws, its seats and unfinished pilots go on with the new one.',
  })
  async replacePartner(
    @Arg('id', () => ID, { description: 'The partner that leaves.' }) id: string,
    @Arg('version', () => Int, { description: 'Its version.' }) version: number,
    @Arg('from', () => scalars.Date, { description: 'First day of the new partner.' }) from: string,
    @Arg('byId', () => ID, { description: 'The partner that comes; it is in the list already and replaces nobody yet.' }) byId: string,
    @Ctx() context: Context,
  ): Promise<{ id: string }> {
    const viewer = writer(context)
    const record = recordMeta(Partner)
    checkGiven(record, { withdrawnOn: from }, { needed: { withdrawnOn: 'Say from which day.' }, called: { withdrawnOn: 'from' } })
    if (id === byId) throw badInput([{ path: ['byId'], code: 'SAME_PARTNER', message: 'A partner cannot replace itself.' }])
    return context.database.write(viewer, async (run) => {
      const leaving = await lockRow(run, viewer, record, id)
      await checkVersion(run, viewer, record, leaving, version)
      const coming = await lockRow(run, viewer, record, byId)
      if (coming.values.project !== leaving.values.project || coming.values.replaces || coming.values.archivedAt) {
        throw badInput([{ path: ['byId'], code: 'UNKNOWN_REFERENCE', message: 'Choose a partner of the same project that replaces nobody yet.' }])
      }
      await updateRow(run, viewer, record, id, { withdrawnOn: from })
      await updateRow(run, viewer, record, byId, { replaces: id, joinedOn: coming.values.joinedOn ?? from })
      const seats = await run(
        'UPDATE contributor SET until = $2, version = version + 1, updated_at = moment_of_write() WHERE partner_id = $1 AND until IS NULL AND archived_at IS NULL RETURNING id',
        [id, from],
      )
      if (seats.length > 0) {
        await run(
          `INSERT INTO contributor (id, version, project_id, indicator_id, partner_id, since, continues_id, created_at, updated_at)
           SELECT n.id, 1, c.project_id, c.indicator_id, $3, $4, c.id, moment_of_write(), moment_of_write() FROM unnest($1::uuid[], $2::uuid[]) n (id, seat) JOIN contributor c ON c.id = n.seat`,
          [seats.map(() => uuidv7()), seats.map((seat) => seat.id), byId, from],
        )
      }
      await run(
        `UPDATE pilot SET partner_id = $2, version = version + 1, updated_at = moment_of_write()
         WHERE partner_id = $1 AND archived_at IS NULL AND coalesce(status, 'PLANNED') IN ('PLANNED', 'RUNNING', 'SUSPENDED')`,
        [id, byId],
      )
      return { id: byId }
    })
  }
}
