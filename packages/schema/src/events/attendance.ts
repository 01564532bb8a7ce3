import { ProjectRecord } from '../access/index.js'
import { and, BelongsTo, Integer, members, type One, or, own, Record, Text, via, viaWrite } from '../model/index.js'
import { Partner } from '../partnership/index.js'
import { Event } from './event.js'

@Record({
  room: 'events',
  label: 'Attendance',
  labels: 'Attendance',
  description: 'How many people a partner sent to an event. Never public; a partner enters its own.',
  calls: ['partner', 'event'],
  columns: ['event', 'partner', 'people', 'note'],
  beneath: { event: ['people', 'note'] },
  read: and(members(), via('event')),
  write: or(viaWrite('event'), own('partner')),
  unique: [['event', 'partner']],
  listedIn: { event: 'attendances' },
  summary: true,
})
export class Attendance extends ProjectRecord {
  @BelongsTo('Event', () => Event, { input: 'create' })
  event!: One<Event>

  @BelongsTo('Partner', () => Partner, { input: 'create' })
  partner!: One<Partner>

  @Integer('People', { min: 1, max: 9999, optional: true, help: 'How many came from this partner' })
  people?: number

  @Text('Note', { max: 500, optional: true, emptyIsNone: true })
  note?: string
}
