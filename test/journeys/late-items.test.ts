import type { Row } from '../support/verbs/deeds.js'
import { DEMONSTRATION, OTHER_PARTNER, PACKAGE, PARTNER } from '../support/verbs/people.js'
import { World } from '../support/verbs/world.js'

let world: World

beforeAll(async () => {
  world = await World.make()
})

afterAll(() => world?.stop())

type State = 'LATE' | 'DUE' | null
type Kind = 'DELIVERABLE' | 'MILESTONE' | 'PILOT_START' | 'PILOT_END' | 'MEASUREMENT' | 'DECISION' | 'MARKS' | 'ANSWER' | 'RECOMMENDATION'

/** How the thing stands on a day, as the list of late items says. */
async function stateOf(kind: Kind, id: string, day: string): Promise<State> {
  const { rows } = await world.db.query('SELECT state FROM late_items(ARRAY[$1]::uuid[], $2::date) WHERE kind = $3 AND record_id = $4', [
    DEMONSTRATION,
    day,
    kind,
    id,
  ])
  expect(rows.length).toBeLessThan(2)
  return rows[0]?.state ?? null
}

interface Case {
  readonly what: string
  readonly kind: Kind
  make(): Promise<string>
  /** From each day to the next one: how it stands. */
  readonly days: Readonly<Record<string, State>>
}

const put = (table: string, values: Row) => world.put(table, values)

const inTable =
  (table: string) =>
  (values: Row): Case['make'] =>
  () =>
    put(table, values)
const deliverable = inTable('deliverable')
const milestone = inTable('milestone')

const planned = { starts_on: '2014-03-01', ends_on: '2014-06-01' }

/** A pilot with what was planned for it. */
const pilot =
  (values: Row, plan: Row = planned): Case['make'] =>
  async () => {
    const pilot_id = await put('pilot', values)
    await put('pilot_plan', { pilot_id, ...plan })
    return pilot_id
  }

const decision =
  (values: Row, event: Row = {}): Case['make'] =>
  async () =>
    put('event_decision', { event_id: await put('event', event), ...values })

interface Seat {
  readonly pilot?: Row
  readonly indicator?: Row
  readonly seat?: Row
  readonly measured?: readonly Row[]
}

/** A seat that is to be measured every month, of a pilot that began in January. */
const seat =
  ({ pilot = {}, indicator = {}, seat = {}, measured = [{}] }: Seat = {}): Case['make'] =>
  async () => {
    const pilot_id = await put('pilot', { started_on: '2014-01-01', status: 'RUNNING', ...pilot })
    const indicator_id = await put('indicator', { pilot_id, every: 'MONTH', ...indicator })
    const contributor_id = await put('contributor', { indicator_id, ...seat })
    for (const values of measured) await put('measurement', { indicator_id, contributor_id, on_day: '2014-03-01', ...values })
    return contributor_id
  }

/** A seat that another one continues; answers the former or the latter. */
const continued =
  (which: 'former' | 'latter', latter: Row = {}): Case['make'] =>
  async () => {
    const former = await seat()()
    const { rows } = await world.db.query('SELECT indicator_id FROM contributor WHERE id = $1', [former])
    const next = await put('contributor', { indicator_id: rows[0].indicator_id, partner_id: OTHER_PARTNER, continues_id: former, ...latter })
    return which === 'former' ? former : next
  }

/** What somebody does in an evaluation that stands somewhere. */
const inEvaluation =
  (table: 'evaluator' | 'recommendation', values: Row, plan: Row): Case['make'] =>
  async () =>
    put(table, { plan_id: await put('evaluation_plan', plan), ...values })
const marks = (values: Row = {}, plan: Row = {}) => inEvaluation('evaluator', values, { status: 'SCORING', scoring_until: '2014-05-10', ...plan })
const advice = (values: Row = {}, plan: Row = {}) => inEvaluation('recommendation', { due_on: '2014-05-10', ...values }, { status: 'CONCLUDED', ...plan })
const accepted = { response: 'ACCEPT', response_due_on: '2014-06-10', answered_at: '2014-05-20T12:00:00Z' }

const due = { due_on: '2014-05-10' }
const gone = { archived_at: '2014-01-01T00:00:00Z' }
const never = { '2014-05-01': null, '2014-08-01': null } as const

const cases: readonly Case[] = [
  { what: 'is late from the day after', kind: 'DELIVERABLE', make: deliverable(due), days: { '2014-05-10': 'DUE', '2014-05-11': 'LATE' } },
  {
    what: 'is no longer from the day on when it is handed in',
    kind: 'DELIVERABLE',
    make: deliverable({ ...due, handed_in_on: '2014-05-20' }),
    days: { '2014-05-19': 'LATE', '2014-05-20': null },
  },
  { what: 'without a day is not', kind: 'DELIVERABLE', make: deliverable({}), days: never },
  { what: 'in the archive is not', kind: 'DELIVERABLE', make: deliverable({ ...due, ...gone }), days: never },
  { what: 'is late from the day after', kind: 'MILESTONE', make: milestone(due), days: { '2014-05-10': 'DUE', '2014-05-11': 'LATE' } },
  {
    what: 'is no longer from the day on when it is passed',
    kind: 'MILESTONE',
    make: milestone({ ...due, passed_on: '2014-05-20' }),
    days: { '2014-05-19': 'LATE', '2014-05-20': null },
  },
  { what: 'in the archive is not', kind: 'MILESTONE', make: milestone({ ...due, ...gone }), days: never },
  {
    what: 'is late until it starts',
    kind: 'PILOT_START',
    make: pilot({ started_on: '2014-03-10' }),
    days: { '2014-03-01': 'DUE', '2014-03-02': 'LATE', '2014-03-09': 'LATE', '2014-03-10': null },
  },
  {
    what: 'is not asked for before it starts',
    kind: 'PILOT_END',
    make: pilot({ started_on: '2014-03-10' }),
    days: { '2014-03-09': null, '2014-03-10': 'DUE', '2014-06-01': 'DUE', '2014-06-02': 'LATE' },
  },
  { what: 'of one that never started is not asked for', kind: 'PILOT_END', make: pilot({}), days: never },
  {
    what: 'is no longer from the day on when it ends',
    kind: 'PILOT_END',
    make: pilot({ started_on: '2014-03-01', ended_on: '2014-06-10' }),
    days: { '2014-06-09': 'LATE', '2014-06-10': null },
  },
  {
    what: 'is no longer from the day on when it is cancelled',
    kind: 'PILOT_END',
    make: pilot({ started_on: '2014-03-01', cancelled_on: '2014-07-01' }),
    days: { '2014-06-30': 'LATE', '2014-07-01': null },
  },
  { what: 'kept to its own partner is nobody else’s affair', kind: 'PILOT_START', make: pilot({ audience: 'OWN' }), days: never },
  { what: 'in the archive is not', kind: 'PILOT_START', make: pilot(gone), days: never },
  {
    what: 'goes by the plan that holds',
    kind: 'PILOT_START',
    make: async () => {
      const pilot_id = await pilot({}, { ...planned, superseded_at: '2014-01-05T00:00:00Z', recorded_at: '2014-01-04T00:00:00Z' })()
      await put('pilot_plan', { pilot_id, ...planned, starts_on: '2014-04-01', recorded_at: '2014-01-05T00:00:00Z' })
      return pilot_id
    },
    days: { '2014-03-15': 'DUE', '2014-04-02': 'LATE' },
  },
  { what: 'is due a month after the last', kind: 'MEASUREMENT', make: seat(), days: { '2014-04-01': 'DUE', '2014-04-02': 'LATE' } },
  {
    what: 'is due a month after the start where there is none',
    kind: 'MEASUREMENT',
    make: seat({ measured: [] }),
    days: { '2014-02-01': 'DUE', '2014-02-02': 'LATE' },
  },
  { what: 'that comes later does not help', kind: 'MEASUREMENT', make: seat(), days: { '2014-02-10': 'LATE' } },
  { what: 'that was retracted does not help', kind: 'MEASUREMENT', make: seat({ measured: [{ retracted: true }] }), days: { '2014-03-15': 'LATE' } },
  {
    what: 'that was superseded does not help',
    kind: 'MEASUREMENT',
    make: seat({ measured: [{ superseded_at: '2014-03-02T00:00:00Z' }] }),
    days: { '2014-03-15': 'LATE' },
  },
  { what: 'of an indicator without a rhythm is not', kind: 'MEASUREMENT', make: seat({ indicator: { every: null } }), days: never },
  { what: 'of an indicator in the archive is not', kind: 'MEASUREMENT', make: seat({ indicator: gone }), days: never },
  { what: 'of a seat in the archive is not', kind: 'MEASUREMENT', make: seat({ seat: gone }), days: never },
  {
    what: 'is no longer from the end of the seat on',
    kind: 'MEASUREMENT',
    make: seat({ seat: { until: '2014-05-01' } }),
    days: { '2014-04-30': 'LATE', '2014-05-01': null },
  },
  { what: 'of a suspended pilot is not', kind: 'MEASUREMENT', make: seat({ pilot: { status: 'SUSPENDED' } }), days: never },
  {
    what: 'is not asked for before the pilot starts',
    kind: 'MEASUREMENT',
    make: seat({ pilot: { started_on: '2014-03-01' } }),
    days: { '2014-02-28': null, '2014-03-01': 'DUE' },
  },
  {
    what: 'is no longer from the end of the pilot on',
    kind: 'MEASUREMENT',
    make: seat({ pilot: { ended_on: '2014-05-01' } }),
    days: { '2014-04-30': 'LATE', '2014-05-01': null },
  },
  { what: 'is asked of whoever continues a seat', kind: 'MEASUREMENT', make: continued('latter'), days: { '2014-04-01': 'DUE', '2014-04-02': 'LATE' } },
  { what: 'is not asked of a seat that another continues', kind: 'MEASUREMENT', make: continued('former'), days: never },
  { what: 'is asked of a seat whose successor is in the archive', kind: 'MEASUREMENT', make: continued('former', gone), days: { '2014-04-02': 'LATE' } },
  {
    what: 'is late until it is done',
    kind: 'DECISION',
    make: decision({ ...due, done_on: '2014-05-20' }),
    days: { '2014-05-10': 'DUE', '2014-05-11': 'LATE', '2014-05-19': 'LATE', '2014-05-20': null },
  },
  { what: 'in the archive is not', kind: 'DECISION', make: decision({ ...due, ...gone }), days: never },
  { what: 'of an event in the archive is not', kind: 'DECISION', make: decision(due, gone), days: never },
  { what: 'are awaited until scoring ends', kind: 'MARKS', make: marks(), days: { '2014-05-10': 'DUE', '2014-05-11': 'LATE' } },
  { what: 'that are handed in are not', kind: 'MARKS', make: marks({ handed_in_at: '2014-05-20T12:00:00Z' }), days: never },
  { what: 'of who has a conflict of interest are not', kind: 'MARKS', make: marks({ conflict_declared_at: '2014-05-01T12:00:00Z' }), days: never },
  { what: 'of who was left out are not', kind: 'MARKS', make: marks({ left_out_at: '2014-05-01T12:00:00Z' }), days: never },
  { what: 'of an evaluation that is not scored are not', kind: 'MARKS', make: marks({}, { status: 'OPENED' }), days: never },
  { what: 'of an evaluation in the archive are not', kind: 'MARKS', make: marks({}, gone), days: never },
  { what: 'is awaited until its day', kind: 'ANSWER', make: advice(), days: { '2014-05-10': 'DUE', '2014-05-11': 'LATE' } },
  { what: 'that is given is not', kind: 'ANSWER', make: advice(accepted), days: never },
  { what: 'before the evaluation is concluded is not', kind: 'ANSWER', make: advice({}, { status: 'OPENED' }), days: never },
  { what: 'to what is in the archive is not', kind: 'ANSWER', make: advice(gone), days: never },
  {
    what: 'that was accepted is late until it is done',
    kind: 'RECOMMENDATION',
    make: advice({ ...accepted, done_on: '2014-06-20' }),
    days: { '2014-06-10': 'DUE', '2014-06-11': 'LATE', '2014-06-20': null },
  },
  { what: 'that was refused is not', kind: 'RECOMMENDATION', make: advice({ ...accepted, response: 'REFUSE', response_due_on: null }), days: never },
  { what: 'of an event that is kept to its own is not', kind: 'DECISION', make: decision(due, { audience: 'OWN' }), days: never },
]

it.each(cases.map((row) => [row.kind, row.what, row] as const))('%s %s', async (_, __, { kind, make, days }) => {
  const id = await make()
  const found: Record<string, State> = {}
  for (const day of Object.keys(days)) found[day] = await stateOf(kind, id, day)
  expect(found).toEqual(days)
})

it('days are counted from the day when it was due, and a deliverable without a partner is the one of its work package', async () => {
  const [of, without] = [await deliverable({ ...due, partner_id: OTHER_PARTNER })(), await deliverable({ ...due, partner_id: null })()]
  await world.set('work_package', PACKAGE, { leading_partner_id: PARTNER })
  const { rows } = await world.db.query(`SELECT record_id, days_late, partner_id FROM late_items(ARRAY[$1]::uuid[], '2014-05-31') WHERE record_id = ANY ($2)`, [
    DEMONSTRATION,
    [of, without],
  ])
  const byId = Object.fromEntries(rows.map(({ record_id, ...rest }) => [record_id, rest]))
  expect(byId).toEqual({ [of]: { days_late: 21, partner_id: OTHER_PARTNER }, [without]: { days_late: 21, partner_id: PARTNER } })
})

const groups = { AREA: 'thematic_area_id', PHASE: 'phase_id', WORK_PACKAGE: 'work_package_id', PARTNER: 'partner_id', PILOT: 'pilot_id' }

it.each(Object.entries(groups))('progress by %s counts the late items of each', async (by, column) => {
  const listed = `SELECT ${column} AS place, count(*)::int AS late FROM late_items(ARRAY[$1]::uuid[], '2014-05-31') WHERE state = 'LATE' AND ${column} IS NOT NULL GROUP BY 1 ORDER BY 1`
  const summed = `SELECT ${column} AS place, late FROM programme_progress(ARRAY[$1]::uuid[], '2014-05-31', NULL, ARRAY['${by}']) WHERE late > 0 ORDER BY 1`
  const [expected, found] = [await world.db.query(listed, [DEMONSTRATION]), await world.db.query(summed, [DEMONSTRATION])]
  expect(expected.rows.length).toBeGreaterThan(0)
  expect(found.rows).toEqual(expected.rows)
})

/** Of each pilot on each day whether it counts, and if so its figures. */
const figuresOn = (knownAt: string) => `SELECT d::date::text AS day, s.pilot_id, s.counted, CASE WHEN s.counted THEN to_jsonb(s) END AS figures
  FROM generate_series('2013-12-01'::date, '2015-01-31', interval '9 days') d, LATERAL pilots_on(ARRAY['${DEMONSTRATION}']::uuid[], d::date, ${knownAt}) s
  ORDER BY d, s.pilot_id`

it('what is stored of a pilot’s progress is what the rule says of it, on each day', async () => {
  const [stored, byRule] = [await world.db.query(figuresOn('NULL')), await world.db.query(figuresOn('moment_now()'))]
  expect(stored.rows.filter(({ counted }) => counted).length).toBeGreaterThan(100)
  expect(stored.rows).toEqual(byRule.rows)
})
