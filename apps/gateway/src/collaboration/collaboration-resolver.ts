import { networkChange } from '@clusterpolisee/methods'
import { CollaborationLevel, type Fault, Pilot, type RunSql, recordMeta } from '@clusterpolisee/schema'
import { Arg, Ctx, Field, Float, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { badInput, conflict } from '../kernel/errors.js'
import { readableRow } from '../read/readable-scope.js'
import type { Context } from '../request/context.js'
import { Costs } from '../request/cost/index.js'
import { lockRow, writer } from '../write/write-record.js'

const MOST = 500
/** From none on, in the order of their strength. */
const levels = Object.keys(CollaborationLevel.values)

@InputType({ description: 'How two actors worked together; the pair in either order.' })
class CollaborationInput {
  @Field(() => ID, { description: 'One actor.' }) actorId!: string
  @Field(() => ID, { description: 'The other.' }) otherId!: string
  @Field(() => CollaborationLevel.values, { nullable: true, description: 'Before the pilot; null: not known.' }) before?: string | null
  @Field(() => CollaborationLevel.values, { nullable: true, description: 'After it; null: not known.' }) after?: string | null
  @Field(() => Int, { nullable: true, description: 'Version of the collaboration that is changed; none for a new one.' }) version?: number | null
}

@ObjectType({ description: 'Collaboration at one time.', simpleResolvers: true })
class CollaborationFigures {
  @Field(() => Int, { description: 'Pairs that work together.' }) ties!: number
  @Field(() => Float, { nullable: true, description: 'Of all pairs of which it is known, 0 to 1.' }) density!: number | null
  @Field(() => Float, { description: 'With how many others an actor works on average.' }) meanDegree!: number
  @Field(() => Int, { description: 'Actors that work with nobody.' }) isolates!: number
  @Field(() => Float, { nullable: true, description: 'E-I index: from -1, all within a kind of actor, to 1, all across kinds.' }) eiIndex!: number | null
}

@ObjectType({ description: 'Who works with whom around a pilot, before it and after.', simpleResolvers: true })
class CollaborationChange {
  @Field(() => Int, { description: 'Actors.' }) actors!: number
  @Field(() => Int, { description: 'Pairs there can be.' }) pairs!: number
  @Field(() => CollaborationFigures, { description: 'Before the pilot.' }) before!: CollaborationFigures
  @Field(() => CollaborationFigures, { description: 'After it.' }) after!: CollaborationFigures
  @Field(() => Int, { description: 'Pairs that worked together before and do so after.' }) kept!: number
  @Field(() => Int, { description: 'Pairs that work together only after.' }) gained!: number
  @Field(() => Int, { description: 'Pairs that worked together only before.' }) lost!: number
  @Field(() => Int, { description: 'Kept ones that became stronger.' }) stronger!: number
  @Field(() => Int, { description: 'Kept ones that became weaker.' }) weaker!: number
  @Field(() => Int, { description: 'Pairs of which before or after is not known.' }) unknown!: number
  @Field(() => Float, { nullable: true, description: 'Jaccard index: kept of all that there was before or after, 0 to 1.' }) stability!: number | null
}

/** Who works with whom around a pilot: entered for many pairs at once, and what changed. */
@Resolver()
export class CollaborationResolver {
  @Query(() => CollaborationChange, {
    nullable: true,
    description: 'How collaboration around a pilot changed; null with fewer than two actors. Whoever may read the pilot may ask.',
  })
  @Costs({ cost: 200 })
  async collaborationChange(
    @Arg('pilotId', () => ID, { description: 'The pilot.' }) pilotId: string,
    @Arg('from', () => CollaborationLevel.values, { defaultValue: 'CONTACT', description: 'The least that counts as working together.' }) from: string,
    @Ctx() context: Context,
  ): Promise<CollaborationChange | null> {
    if (from === 'NONE') throw badInput([{ path: ['from'], code: 'NOT_A_TIE', message: 'Choose at least contact: not working together is no tie.' }])
    const { run } = context.database
    await readableRow(context, recordMeta(Pilot), pilotId)
    const actors = await run('SELECT id, kind FROM collaboration_actor WHERE pilot_id = $1 AND archived_at IS NULL ORDER BY id', [pilotId])
    if (actors.length < 2) return null
    const ties = await run(
      `SELECT c.actor_id AS a, c.other_id AS b, c.before, c.after FROM collaboration c
       JOIN collaboration_actor a ON a.id = c.actor_id AND a.archived_at IS NULL JOIN collaboration_actor o ON o.id = c.other_id AND o.archived_at IS NULL
       WHERE c.pilot_id = $1 AND c.archived_at IS NULL`,
      [pilotId],
    )
    const strength = (level: unknown) => (level === null ? null : levels.indexOf(String(level)))
    return networkChange({
      actors: actors.map(({ id }) => String(id)),
      groups: actors.map(({ kind }) => String(kind)),
      ties: ties.map(({ a, b, before, after }) => ({ a: String(a), b: String(b), before: strength(before), after: strength(after) })),
      from: levels.indexOf(from),
    })
  }

  @Mutation(() => Pilot, {
    nullable: true,
    description: 'Writes down how actors of a pilot work together, all pairs or none; a pair that is there already is changed by its version.',
  })
  async recordCollaborations(
    @Arg('pilotId', () => ID, { description: 'The pilot.' }) pilotId: string,
    @Arg('input', () => [CollaborationInput], { description: `At most ${MOST} pairs.` }) input: CollaborationInput[],
    @Ctx() context: Context,
  ): Promise<{ id: string }> {
    const viewer = writer(context)
    if (input.length === 0 || input.length > MOST)
      throw badInput([{ path: ['input'], code: 'BATCH_SIZE', params: { max: MOST }, message: `Give 1 to ${MOST} pairs.` }])
    return context.database.write(viewer, async (run) => {
      const { values } = await lockRow(run, viewer, recordMeta(Pilot), pilotId)
      const faults = await inputFaults(run, pilotId, input)
      if (faults.length > 0) throw badInput(faults)
      await write(run, { pilotId, projectId: values.project, input })
      return { id: pilotId }
    })
  }
}

const pairKey = (a: string, b: string) => [a.toLowerCase(), b.toLowerCase()].sort().join(' ')

async function inputFaults(run: RunSql, pilotId: string, input: readonly CollaborationInput[]): Promise<Fault[]> {
  const known = await run('SELECT id FROM collaboration_actor WHERE pilot_id = $1 AND archived_at IS NULL', [pilotId])
  const actors = new Set(known.map(({ id }) => String(id)))
  const places = new Map<string, number>()
  return input.flatMap((item, index): Fault[] => {
    const { actorId, otherId } = item
    const strangers = (['actorId', 'otherId'] as const).filter((name) => !actors.has(item[name].toLowerCase()))
    if (strangers.length > 0) {
      const message = 'The pilot action has no such actor.'
      return strangers.map((name) => ({ path: ['input', index, name], code: 'UNKNOWN_REFERENCE', message }))
    }
    const key = pairKey(actorId, otherId)
    const first = places.get(key)
    places.set(key, first ?? index)
    if (actorId.toLowerCase() === otherId.toLowerCase())
      return [{ path: ['input', index, 'otherId'], code: 'SAME_ACTOR', message: 'An actor does not work with itself. Choose another.' }]
    return first === undefined ? [] : [{ path: ['input', index], code: 'DUPLICATE_KEY', params: { first: first + 1 }, message: 'This pair is there already.' }]
  })
}

interface Writing {
  readonly pilotId: string
  readonly projectId: string
  readonly input: readonly CollaborationInput[]
}

/** The pilot's row is locked: nobody else changes its pairs meanwhile, unless by their own form, which the versions tell. */
async function write(run: RunSql, { pilotId, projectId, input }: Writing): Promise<void> {
  const rows = await run('SELECT id, version, actor_id, other_id FROM collaboration WHERE pilot_id = $1 AND archived_at IS NULL FOR UPDATE', [pilotId])
  const present = new Map(rows.map((row) => [pairKey(String(row.actor_id), String(row.other_id)), row]))
  const found = input.map((item) => present.get(pairKey(item.actorId, item.otherId)))
  if (input.some(({ version }, index) => (version ?? null) !== ((found[index]?.version as number | undefined) ?? null))) throw conflict()
  const changed = input.filter((_, index) => found[index])
  const added = input.filter((_, index) => !found[index])
  await run(
    `UPDATE collaboration c SET before = n.before, after = n.after, version = c.version + 1, updated_at = moment_of_write()
     FROM unnest($1::uuid[], $2::text[], $3::text[]) n (id, before, after) WHERE c.id = n.id`,
    [found.flatMap((row) => (row ? [row.id] : [])), changed.map(({ before }) => before ?? null), changed.map(({ after }) => after ?? null)],
  )
  await run(
    `INSERT INTO collaboration (id, version, created_at, updated_at, project_id, pilot_id, actor_id, other_id, before, after)
     SELECT n.id, 1, moment_of_write(), moment_of_write(), $1, $2, n.actor_id, n.other_id, n.before, n.after
     FROM unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[]) n (id, actor_id, other_id, before, after)`,
    [
      projectId,
      pilotId,
      added.map(() => uuidv7()),
      added.map(({ actorId }) => actorId),
      added.map(({ otherId }) => otherId),
      added.map(({ before }) => before ?? null),
      added.map(({ after }) => after ?? null),
    ],
  )
}
