import { sampleId } from '@clusterpolisee/schema'
import { changed } from '../../support/verbs/changes.js'
import { describeRoom } from '../../support/verbs/describe-room.js'
import { DEMONSTRATION, OTHER_PARTNER, PARTNER } from '../../support/verbs/people.js'
import type { RecordRow } from '../../support/verbs/record-rows.js'
import { verb } from '../../support/verbs/verb-rows.js'
import type { World } from '../../support/verbs/world.js'

const EVENT = sampleId('demonstration', 'Event', 'final-conference')

/** Whoever holds every event; the host holds its own. */
const holders = ['leadPartner', 'leader', 'otherLeader'] as const

const atOther = async (world: World, values = {}) => ({ event_id: await world.put('event', { host_partner_id: OTHER_PARTNER, ...values }) })
const decision =
  (values = {}) =>
  async (world: World) => ({ id: await world.put('event_decision', { ...(await atOther(world)), ...values }) })

const verbs = [
  verb({
    verb: 'finishDecision',
    state: 'not done',
    make: decision(),
    with: ({ id }) => ({ id, version: 1, on: '2014-03-01' }),
    by: [...holders, 'ownPartner', 'otherPartner'],
    changes: ({ id }) => ({ event_decision: [changed(id, { done_on: [null, '2014-03-01'] })] }),
    bad: {
      'a day that is none': { with: { on: '2014-02-31' }, code: 'NOT_A_DAY', at: 'on' },
      'a day to come': { with: { on: '2099-01-01' }, code: 'IN_THE_FUTURE', at: 'on' },
    },
  }),
  verb({
    verb: 'finishDecision',
    state: 'done and taken back',
    make: decision({ done_on: '2014-02-01' }),
    with: ({ id }) => ({ id, version: 1, on: null }),
    by: [...holders, 'ownPartner', 'otherPartner'],
    changes: ({ id }) => ({ event_decision: [changed(id, { done_on: ['2014-02-01', null] })] }),
  }),
  verb({
    verb: 'finishDecision',
    state: 'of an event kept to another host',
    make: async (world) => ({ id: await world.put('event_decision', await atOther(world, { audience: 'OWN' })) }),
    with: ({ id }) => ({ id, version: 1, on: '2014-03-01' }),
    by: [...holders, 'otherPartner'],
    blind: ['ownPartner', 'evaluator', 'otherEvaluator', 'controller', 'observer'],
    changes: ({ id }) => ({ event_decision: [changed(id, { done_on: [null, '2014-03-01'] })] }),
  }),
]

const inProject = { projectId: DEMONSTRATION }
const all = 'create update archive delete'

const records: readonly RecordRow[] = [
  {
    record: 'Event',
    table: 'event',
    verbs: all,
    by: [...holders, 'ownPartner'],
    create: () => ({ ...inProject, title: 'Meeting', kind: 'PROJECT_MEETING', hostPartnerId: PARTNER, startsOn: '2014-03-01', startsOnPrecision: 'MONTH' }),
    created: () => ({
      title: 'Meeting',
      kind: 'PROJECT_MEETING',
      host_partner_id: PARTNER,
      starts_on: '2014-03-01',
      starts_on_precision: 'MONTH',
      audience: 'PROJECT',
    }),
    update: { minutes: '# Agreed', endsOn: '2014-03-01', endsOnPrecision: 'MONTH' },
    updated: { minutes: [null, '# Agreed'], ends_on: [null, '2014-03-01'], ends_on_precision: [null, 'MONTH'] },
    bad: {
      'no title': { with: { title: ' ' }, code: 'REQUIRED', at: 'title' },
      'an end before the start': { with: { endsOn: '2014-02-28' }, code: 'END_BEFORE_START', at: 'endsOn' },
      'an end in a month before the start': { with: { endsOn: '2014-02-01', endsOnPrecision: 'MONTH' }, code: 'END_BEFORE_START', at: 'endsOn' },
      'an end in a year before the start': { with: { endsOn: '2013-01-01', endsOnPrecision: 'YEAR' }, code: 'END_BEFORE_START', at: 'endsOn' },
      'an address that is none': { with: { onlineAt: 'javascript:alert(1)' }, code: 'NOT_AN_ADDRESS', at: 'onlineAt' },
    },
  },
  {
    record: 'Event',
    table: 'event',
    state: 'kept to its host',
    verbs: 'update',
    by: [...holders, 'ownPartner'],
    blind: ['otherPartner', 'evaluator', 'otherEvaluator', 'controller', 'observer'],
    make: (world) => world.put('event', { audience: 'OWN', starts_on: '2014-03-20' }),
    update: { endsOn: '2014-01-01', endsOnPrecision: 'YEAR' },
    updated: { ends_on: [null, '2014-01-01'], ends_on_precision: [null, 'YEAR'] },
  },
  {
    record: 'Attendance',
    table: 'attendance',
    verbs: all,
    by: [...holders, 'ownPartner', 'otherPartner'],
    within: atOther,
    create: ({ event_id }) => ({ ...inProject, eventId: event_id ?? EVENT, partnerId: PARTNER, people: 3 }),
    created: ({ event_id }) => ({ event_id, partner_id: PARTNER, people: 3 }),
    update: { people: 4, note: 'One by telephone' },
    updated: { people: [2, 4], note: [null, 'One by telephone'] },
    bad: {
      'no people': { with: { people: 0 }, code: 'TOO_SMALL', at: 'people' },
      'no event': { with: { eventId: null }, code: 'REQUIRED', at: 'eventId' },
    },
  },
  {
    record: 'EventDecision',
    table: 'event_decision',
    verbs: all,
    by: [...holders, 'otherPartner'],
    within: atOther,
    create: ({ event_id }) => ({ ...inProject, eventId: event_id ?? EVENT, title: 'Ask the firms', partnerId: PARTNER, dueOn: '2014-06-30' }),
    created: ({ event_id }) => ({ event_id, title: 'Ask the firms', partner_id: PARTNER, due_on: '2014-06-30' }),
    update: { text: 'All of them', dueOn: '2014-07-01' },
    updated: { text: [null, 'All of them'], due_on: [null, '2014-07-01'] },
    bad: { 'no owner': { with: { partnerId: null }, code: 'REQUIRED', at: 'partnerId' } },
  },
]

describeRoom('events', verbs, records)
