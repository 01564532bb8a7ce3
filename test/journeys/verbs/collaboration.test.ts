import { added, changed } from '../../support/verbs/changes.js'
import { describeRoom } from '../../support/verbs/describe-room.js'
import { DEMONSTRATION, members, PARTNER } from '../../support/verbs/people.js'
import type { RecordRow } from '../../support/verbs/record-rows.js'
import { verb } from '../../support/verbs/verb-rows.js'
import type { World } from '../../support/verbs/world.js'

const runs = ['leadPartner', 'leader', 'ownPartner'] as const
const insiders: readonly string[] = runs

/** A pilot with three actors, of whom the first two are written down already. */
async function network(world: World, values = {}) {
  const pilot_id = await world.put('pilot', values)
  const [a, b, c] = [
    await world.put('collaboration_actor', { pilot_id }),
    await world.put('collaboration_actor', { pilot_id }),
    await world.put('collaboration_actor', { pilot_id }),
  ]
  return { pilot_id, a, b, c, tie: await world.put('collaboration', { pilot_id, actor_id: a, other_id: b, before: 'NONE' }) }
}

type Network = Awaited<ReturnType<typeof network>>

const both = ({ pilot_id, a, b, c }: Network) => ({
  pilotId: pilot_id,
  input: [
    { actorId: b, otherId: a, before: 'CONTACT', after: 'JOINT_WORK', version: 1 },
    { actorId: a, otherId: c, before: null, after: 'EXCHANGE', version: null },
  ],
})

/** Pairs that are refused: all of them are asked at once. */
const refused = (state: string, code: string, input: (made: Network) => object[]) =>
  verb({
    verb: 'recordCollaborations',
    state,
    make: (world) => network(world),
    with: (made) => ({ pilotId: made.pilot_id, input: input(made) }),
    by: runs,
    refused: code,
  })

const verbs = [
  ...['PROJECT', 'OWN'].map((audience) =>
    verb({
      verb: 'recordCollaborations',
      state: audience,
      make: (world) => network(world, { audience }),
      with: both,
      by: runs,
      blind: audience === 'OWN' ? members.filter((person) => !insiders.includes(person)) : [],
      changes: ({ pilot_id, a, c, tie }) => ({
        collaboration: [
          changed(tie, { before: ['NONE', 'CONTACT'], after: [null, 'JOINT_WORK'] }),
          added({ pilot_id, actor_id: a, other_id: c, after: 'EXCHANGE' }),
        ],
      }),
      bad: { nothing: { with: { input: [] }, code: 'BATCH_SIZE', at: 'input' }, 'a pilot of nothing': { with: { pilotId: PARTNER }, code: 'NOT_FOUND' } },
    }),
  ),
  refused('with a version that is over', 'CONFLICT', ({ a, b }) => [{ actorId: a, otherId: b, version: 7 }]),
  refused('as new, of a pair that is there', 'CONFLICT', ({ a, b }) => [{ actorId: a, otherId: b }]),
  refused('of an actor with itself', 'SAME_ACTOR', ({ c }) => [{ actorId: c, otherId: c }]),
  refused('of a pair twice', 'DUPLICATE_KEY', ({ a, c }) => [
    { actorId: a, otherId: c },
    { actorId: c, otherId: a },
  ]),
  refused('of an actor that is none', 'UNKNOWN_REFERENCE', ({ c }) => [{ actorId: c, otherId: PARTNER }]),
  verb({
    verb: 'createCollaboration',
    state: 'of a pair that is there, the other way round',
    make: (world) => network(world),
    with: ({ pilot_id, a, b }) => ({ input: { projectId: DEMONSTRATION, pilotId: pilot_id, actorId: b, otherId: a } }),
    by: members,
    answers: { administrator: 'UNKNOWN_REFERENCE', elsewhere: 'UNKNOWN_REFERENCE' },
    refused: 'PAIR_EXISTS',
  }),
  verb({
    verb: 'createCollaboration',
    state: 'with an actor of another pilot',
    make: async (world) => ({ ...(await network(world)), stranger: await world.put('collaboration_actor') }),
    with: ({ pilot_id, a, stranger }) => ({ input: { projectId: DEMONSTRATION, pilotId: pilot_id, actorId: a, otherId: stranger } }),
    by: members,
    answers: { administrator: 'UNKNOWN_REFERENCE', elsewhere: 'UNKNOWN_REFERENCE' },
    refused: 'ACTORS_OF_ANOTHER_PILOT',
  }),
]

const all = 'create update archive delete'
const inProject = { projectId: DEMONSTRATION }

const records: readonly RecordRow[] = [
  {
    record: 'CollaborationActor',
    table: 'collaboration_actor',
    verbs: all,
    by: runs,
    within: async (world) => ({ pilot_id: await world.put('pilot') }),
    create: ({ pilot_id }) => ({ ...inProject, pilotId: pilot_id, name: 'Mill', kind: 'FIRM', partnerId: PARTNER }),
    created: ({ pilot_id }) => ({ pilot_id, name: 'Mill', kind: 'FIRM', partner_id: PARTNER }),
    update: { kind: 'FINANCE' },
    updated: { kind: ['FIRM', 'FINANCE'] },
    bad: { 'no name': { of: 'update', with: { name: ' ' }, code: 'REQUIRED', at: 'name' } },
  },
  {
    record: 'Collaboration',
    table: 'collaboration',
    verbs: all,
    by: runs,
    within: async (world) => {
      const { pilot_id, a, c } = await network(world)
      return { pilot_id, actor_id: a, other_id: c }
    },
    create: ({ pilot_id, actor_id, other_id }) => ({ ...inProject, pilotId: pilot_id, actorId: actor_id, otherId: other_id, before: 'CONTACT' }),
    created: (within) => ({ ...within, before: 'CONTACT' }),
    update: { after: 'NONE', afterOn: '2014-03-01', source: 'Asked' },
    updated: { after: [null, 'NONE'], after_on: [null, '2014-03-01'], source: [null, 'Asked'] },
    bad: { 'a day that is none': { of: 'update', with: { beforeOn: '2014-02-30' }, code: 'NOT_A_DAY', at: 'beforeOn' } },
  },
]

describeRoom('collaboration', verbs, records)
