import { ProjectRecord } from '../access/index.js'
import { BelongsTo, Choice, Day, defineEnum, type One, Record, Text, via, viaWrite } from '../model/index.js'
import type { Fault, RunSql } from '../model/registry.js'
import { Pilot } from '../pilots/index.js'
import { CollaborationActor } from './collaboration-actor.js'

/** From no contact on, each is stronger than the one before. */
export const CollaborationLevel = defineEnum(
  'CollaborationLevel',
  'How two actors work together; each more than the one before.',
  ['NONE', 'CONTACT', 'EXCHANGE', 'JOINT_WORK'],
  {
    NONE: 'Not at all',
    CONTACT: 'Contact now and then',
    EXCHANGE: 'Regular exchange',
  },
)

@Record({
  room: 'collaboration',
  label: 'Collaboration',
  labels: 'Collaborations',
  description: 'How two actors of a pilot worked together before it, and after.',
  read: via('pilot'),
  write: viaWrite('pilot'),
  unique: [['actor', 'other']],
  rules: (record, _, run) => pairFaults(record, run),
})
export class Collaboration extends ProjectRecord {
  @BelongsTo('Pilot action', () => Pilot, { input: 'create' })
  pilot!: One<Pilot>

  @BelongsTo('Actor', () => CollaborationActor, { input: 'create' })
  actor!: One<CollaborationActor>

  @BelongsTo('With', () => CollaborationActor, { input: 'create' })
  other!: One<CollaborationActor>

  @Choice('Before', CollaborationLevel, { optional: true })
  before?: string

  @Choice('After', CollaborationLevel, { optional: true })
  after?: string

  @Day('Before: asked on', { optional: true })
  beforeOn?: string

  @Day('After: asked on', { optional: true })
  afterOn?: string

  @Text('Source', { max: 300, optional: true, help: 'Who was asked, and how' })
  source?: string
}

/** Two different actors, both of the pilot, each pair once whichever of the two comes first. */
async function pairFaults({ id, pilot, actor, other }: Readonly<{ [field: string]: unknown }>, run: RunSql): Promise<Fault[]> {
  if (actor === other) return [{ path: ['otherId'], code: 'SAME_ACTOR', message: 'An actor does not work with itself. Choose another.' }]
  const [found] = await run(
    `SELECT (SELECT count(*) FROM collaboration_actor WHERE id IN ($2, $3) AND pilot_id = $1) = 2 AS together,
       EXISTS (SELECT 1 FROM collaboration WHERE actor_id = $3 AND other_id = $2 AND id <> $4 AND archived_at IS NULL) AS twice`,
    [pilot, actor, other, id],
  )
  if (found?.together === false) return [{ path: ['otherId'], code: 'ACTORS_OF_ANOTHER_PILOT', message: 'Both actors belong to the pilot action itself.' }]
  return found?.twice === true ? [{ path: ['otherId'], code: 'PAIR_EXISTS', message: 'These two are written down already. Change that one.' }] : []
}
