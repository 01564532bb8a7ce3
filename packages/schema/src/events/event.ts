import { ProjectRecord } from '../access/index.js'
import { BelongsTo, byAudience, Choice, Country, Day, defineEnum, LongText, members, type One, or, own, Record, role, Text, Url } from '../model/index.js'
import type { Fault } from '../model/registry.js'
import { Audience, Partner } from '../partnership/index.js'

export const EventKind = defineEnum('EventKind', 'What people meet for.', [
  'LAUNCH',
  'STEERING_COMMITTEE',
  'WORKING_GROUP',
  'PROJECT_MEETING',
  'STUDY_VISIT',
  'SEMINAR',
  'TRAINING',
  'ROUND_TABLE',
  'CONFERENCE',
  'FINAL_CONFERENCE',
  'AGREEMENT',
  'OTHER',
])

/** Whoever holds events together: the lead partner, leaders of work packages, and the host. */
const holds = [role('WORK_PACKAGE_LEADER'), own('hostPartner')] as const

@Record({
  room: 'events',
  label: 'Event',
  labels: 'Events',
  description: 'A meeting of the partnership or beyond it, with who came and what was decided.',
  columns: ['title', 'kind', 'startsOn', 'city', 'country', 'hostPartner', 'audience'],
  beneath: { hostPartner: ['kind', 'startsOn'] },
  read: byAudience(...holds),
  write: or(role('LEAD_PARTNER'), ...holds),
  order: ['startsOn', 'title'],
  rules: turnedDays,
})
export class Event extends ProjectRecord {
  @Text('Title', { max: 300, sort: true, search: true, isPublic: true })
  title!: string

  @Choice('Kind', EventKind, { sort: true, isPublic: true })
  kind!: string

  @Day('Starts on', { optional: true, partial: true, sort: true, isPublic: true })
  startsOn?: string

  @Day('Ends on', { optional: true, partial: true, help: 'Last day; empty for an event of one day', isPublic: true })
  endsOn?: string

  @Text('City', { max: 120, optional: true, search: true, isPublic: true })
  city?: string

  @Country('Country', { optional: true, sort: true, isPublic: true })
  country?: string

  @BelongsTo('Host', () => Partner, {
    optional: true,
    help: 'The partner that invites; it may change the event',
    passesOn: (t) => `${t}.starts_on > project_today(${t}.project_id)`,
    isPublic: true,
  })
  hostPartner?: One<Partner>

  @Url('Online at', { optional: true, emptyIsNone: true })
  onlineAt?: string

  @LongText('Description', { optional: true, search: true, isPublic: true })
  description?: string

  @Choice('Audience', Audience, { initial: 'PROJECT', help: 'Minutes, attendance and decisions are for members at most', isPublic: true })
  audience!: string

  @LongText('Minutes', { max: 100_000, optional: true, emptyIsNone: true, markdown: true, visibleTo: members() })
  minutes?: string

  @LongText('Note', { optional: true, emptyIsNone: true })
  note?: string
}

/** An end that is known to the month or year is turned only when all of it is before the start. */
function turnedDays({ startsOn, endsOn, endsOnPrecision }: Readonly<{ [field: string]: unknown }>): Fault[] {
  if (typeof startsOn !== 'string' || typeof endsOn !== 'string' || latestDay(endsOn, endsOnPrecision) >= startsOn) return []
  return [{ path: ['endsOn'], code: 'END_BEFORE_START', message: 'The end is before the start. Choose a later day.' }]
}

function latestDay(day: string, precision: unknown): string {
  if (precision === 'YEAR') return `${day.slice(0, 4)}-12-31`
  return precision === 'MONTH' ? `${day.slice(0, 7)}-31` : day
}
