import type { RunSql } from '@clusterpolisee/schema'
import { Arg, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { badInput, forbidden, unauthenticated } from '../kernel/errors.js'
import { isUuid } from '../kernel/uuid.js'
import type { Context, Seeing } from '../request/context.js'
import { logEvent } from '../request/security-log.js'
import { writer } from '../write/write-record.js'

@ObjectType({ description: 'Somebody sees as another person: what both may read, and nothing can be changed meanwhile.', simpleResolvers: true })
class SeeingAs {
  @Field(() => ID, { description: 'Whose rights are looked at.' })
  personId!: string

  @Field({ description: 'Name of that person.' })
  personName!: string

  @Field({ description: 'Name of who looks.' })
  byName!: string
}

const shared = `SELECT array_agg(DISTINCT theirs.project_id) FILTER (WHERE mine.role = 'LEAD_PARTNER') AS led, array_agg(DISTINCT theirs.project_id) AS both
  FROM membership theirs JOIN membership mine ON mine.project_id = theirs.project_id AND mine.user_id = $1 AND mine.archived_at IS NULL
  WHERE theirs.user_id = $2 AND theirs.archived_at IS NULL`

/** The lead partner and administrators see as another member, so that a right can be checked by looking. */
@Resolver()
export class SeeingResolver {
  @Query(() => SeeingAs, { nullable: true, description: 'As whom this session sees; null: as oneself.' })
  seeingAs(@Ctx() { viewer }: Context): Seeing | null {
    return viewer.seeing ?? null
  }

  @Mutation(() => SeeingAs, { description: 'From now on this session sees as another person, and reads only. Written to the audit trail.' })
  async seeAs(@Arg('userId', () => ID, { description: 'Whose rights to look at.' }) userId: string, @Ctx() context: Context): Promise<Seeing> {
    const viewer = writer(context)
    const known = isUuid(userId) ? await context.database.run('SELECT display_name FROM app_user WHERE id = $1 AND archived_at IS NULL', [userId]) : []
    const [both] = await context.database.run(shared, [viewer.userId, isUuid(userId) ? userId : null])
    const led = (both?.led ?? []) as string[]
    if (!viewer.administrator && led.length === 0)
      throw forbidden('NOT_YOURS', 'LEAD_PARTNER,ADMINISTRATOR', 'Only the lead partner or an administrator can see as a member.')
    if (known.length === 0 || userId === viewer.userId) {
      throw badInput([{ path: ['userId'], code: 'UNKNOWN_REFERENCE', message: 'There is no such other person.' }])
    }
    const name = String(known[0]?.display_name)
    const projects = (both?.both ?? []) as string[]
    await context.database.write(viewer, async (run) => {
      await run('UPDATE session SET seeing_as_id = $2, version = version + 1 WHERE id = $1', [viewer.sessionId, userId])
      await tell(run, { sessionId: viewer.sessionId, by: viewer.userId, projects, before: null, after: name })
      await logEvent(run, context, { kind: 'SEEING_AS', user: userId })
    })
    const [me] = await context.database.run('SELECT display_name FROM app_user WHERE id = $1', [viewer.userId])
    return { personId: userId, personName: name, byName: String(me?.display_name) }
  }

  @Mutation(() => Boolean, { description: 'This session sees as its own person again.' })
  async stopSeeingAs(@Ctx() context: Context): Promise<boolean> {
    const { sessionId, seeing, also } = context.viewer
    if (!sessionId) throw unauthenticated()
    if (!seeing) return true
    const me = (also?.values.user as string[] | undefined)?.[0] ?? null
    const [both] = await context.database.run(shared, [me, seeing.personId])
    await context.database.write(also ?? null, async (run) => {
      await run('UPDATE session SET seeing_as_id = NULL, version = version + 1 WHERE id = $1', [sessionId])
      await tell(run, { sessionId, by: me, projects: (both?.both ?? []) as string[], before: seeing.personName, after: null })
    })
    return true
  }
}

interface Look {
  readonly sessionId: string | null
  readonly by: string | null
  readonly projects: readonly string[]
  readonly before: string | null
  readonly after: string | null
}

/** One line in the audit trail of every project that both are members of; without one, in that of the installation. */
async function tell(run: RunSql, { sessionId, by, projects, before, after }: Look): Promise<void> {
  for (const project of projects.length > 0 ? projects : [null]) {
    await run(
      `INSERT INTO audit_entry (id, version, project_id, record_type, record_id, action, field, before, after, by_user_id, at)
       VALUES ($1, 1, $2, 'Session', $3, 'CHANGED', 'seeingAs', to_jsonb($4::text), to_jsonb($5::text), $6, moment_now())`,
      [uuidv7(), project, sessionId, before, after, by],
    )
  }
}
