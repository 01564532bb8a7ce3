import type { SampleRow } from '../sample-rows.js'
import benchmark from './benchmark.json' with { type: 'json' }
import indicators from './indicators.json' with { type: 'json' }
import { id, inProject } from './rows.js'
import { type Story, stories } from './stories.js'

/** Month ends from a start until 31 March 2014. */
export function monthEnds(start: string): string[] {
  const ends: string[] = []
  const first = new Date(`${start}T00:00:00Z`)
  for (let month = 0; ends.at(-1) !== '2014-03-31' && month < 24; month += 1) {
    ends.push(new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1 + month, 0)).toISOString().slice(0, 10))
  }
  return ends
}

const planned = { recordedAt: '2013-06-01T09:00:00Z' }
const recorded = { recordedAt: '2014-04-10T09:00:00Z' }

/** Rows of one indicator of a story: made here, so that every key is made one way. */
function partsOf(story: Story, indicator: string) {
  const key = (part: string | number) => `${story.key}/${indicator}/${part}`
  const owner = { indicator: id('Indicator', `${story.key}/${indicator}`) }
  const former = indicator === 'reached' ? story.formerSeat : undefined
  const seatOn = (day: string) => id('Contributor', key(former && day < former.until ? former.partner : story.partner))
  return {
    seats: (): SampleRow[] => {
      const continues = former ? { since: former.until, continues: id('Contributor', key(former.partner)) } : {}
      const seat = inProject('Contributor', key(story.partner), { ...owner, partner: id('Partner', story.partner), ...continues })
      if (!former) return [seat]
      return [inProject('Contributor', key(former.partner), { ...owner, partner: id('Partner', former.partner), until: former.until }), seat]
    },
    target: (dueOn: string, value: number) => inProject('Target', key(dueOn), { ...owner, dueOn, value, ...planned }),
    measured: (onDay: string, values: Record<string, unknown>): SampleRow[] => {
      const shared = { ...owner, contributor: seatOn(onDay), onDay, source: 'Invented', retracted: false }
      const now = inProject('Measurement', key(onDay), { ...shared, ...recorded, ...values })
      if (indicator !== 'reached' || story.mistaken?.day !== onDay) return [now]
      const first = inProject('Measurement', key(`${onDay}/first`), {
        ...shared,
        value: story.mistaken.value,
        recordedAt: '2014-03-03T09:00:00Z',
        supersededAt: recorded.recordedAt,
      })
      return [first, { ...now, values: { ...now.values, corrects: first.id, reason: 'Three firms were counted twice' } }]
    },
  }
}

function indicatorRows(story: Story): SampleRow[] {
  const [, planEnd = ''] = story.plan
  const months = story.start ? monthEnds(story.start) : []
  const kept = story.status === 'SUSPENDED' ? months.slice(0, -2) : months
  const quarters = kept.filter((_, month) => month % 3 === 2)
  const [reached, satisfied, days, rating] = ['reached', 'satisfied', 'days', 'rating'].map((name) => partsOf(story, name)) as [Parts, Parts, Parts, Parts]
  return [
    ...Object.entries(indicators).flatMap(([name, values]) => [
      inProject('Indicator', `${story.key}/${name}`, { pilot: id('Pilot', story.key), ...values }),
      ...partsOf(story, name).seats(),
    ]),
    reached.target('2014-03-31', Math.round(story.target * 0.6)),
    reached.target(planEnd, story.target),
    satisfied.target(planEnd, 0.8),
    days.target('2014-03-31', 40),
    days.target(planEnd, 30),
    rating.target(planEnd, 4.5),
    ...kept.flatMap((day, month) => reached.measured(day, { value: Math.max(story.pace + ((month * 7) % 3) - 1, 0) })),
    ...quarters.flatMap((day, quarter) => [
      ...satisfied.measured(day, { numerator: 10 + quarter * 4 + story.pace, denominator: 22 + quarter * 5 + story.pace }),
      ...days.measured(day, { value: 58 - quarter * 9 - (story.pace % 5) }),
    ]),
    ...kept.slice(-1).flatMap((day) => rating.measured(day, { value: 3.5 })),
    ...watchedRows(story, quarters),
  ]
}

function watchedRows(story: Story, quarters: readonly string[]): SampleRow[] {
  if (!story.watched) return []
  const { target, counted, ...values } = story.watched
  const parts = partsOf(story, 'watched')
  const counting = { position: 5, measure: 'RATIO', aggregation: 'LATEST', combination: 'POOLED', direction: 'BAND', weight: 0, every: 'QUARTER' }
  return [
    inProject('Indicator', `${story.key}/watched`, { pilot: id('Pilot', story.key), ...counting, ...values }),
    ...parts.seats(),
    parts.target('2014-03-31', target),
    ...quarters.flatMap((day, quarter) => parts.measured(day, { numerator: counted[quarter] ?? counted.at(-1), denominator: 100 })),
  ]
}

type Parts = ReturnType<typeof partsOf>

function planRows({ key, plan, formerEnd }: Story): SampleRow[] {
  const [startsOn, endsOn] = plan
  const pilot = { pilot: id('Pilot', key), startsOn }
  if (!formerEnd) return [inProject('PilotPlan', key, { ...pilot, endsOn, ...planned })]
  const changed = '2014-02-03T09:00:00Z'
  return [
    inProject('PilotPlan', `${key}/former`, { ...pilot, endsOn: formerEnd, ...planned, supersededAt: changed }),
    inProject('PilotPlan', key, { ...pilot, endsOn, recordedAt: changed, reason: 'More firms asked than the first call could serve' }),
  ]
}

function storyRows(story: Story): SampleRow[] {
  const started = story.start ? { startedOn: story.start, startedOnPrecision: 'DAY' } : {}
  const ended = story.end ? { endedOn: story.end, endedOnPrecision: 'DAY' } : {}
  return [
    inProject('Pilot', story.key, {
      title: story.title,
      summary: story.summary,
      status: story.status,
      weight: 1,
      partner: id('Partner', story.partner),
      workPackage: id('WorkPackage', 4),
      ...started,
      ...ended,
      ...(story.area ? { thematicArea: id('ThematicArea', story.area) } : {}),
      ...(story.phase ? { phase: id('Phase', story.phase) } : {}),
      audience: story.audience,
      inPublicBenchmarks: benchmark.entries.some((entry) => entry.story === story.key),
      budget: 24_000 + story.target * 100,
      ...(story.status === 'CANCELLED' ? { cancelledOn: '2014-02-10' } : {}),
    }),
    ...planRows(story),
    ...indicatorRows(story),
    inProject('Risk', story.key, {
      pilot: id('Pilot', story.key),
      title: 'Too few firms answer',
      likelihood: 2 + (story.pace % 3),
      impact: 3,
      mitigation: 'Ask through the chambers as well',
      owner: id('Partner', story.partner),
    }),
  ]
}

/** Every story's pilot with plans, indicators, targets, measurements and a risk. */
export const pilotRows = (): SampleRow[] => stories.flatMap(storyRows)
