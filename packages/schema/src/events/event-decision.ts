import { ProjectRecord } from '../access/index.js'
import { and, BelongsTo, Day, LongText, members, type One, or, own, Record, Text, via, viaWrite } from '../model/index.js'
import { Partner } from '../partnership/index.js'
import { Event } from './event.js'

@Record({
  room: 'events',
  label: 'Decision',
  labels: 'Decisions',
  description: 'What an event decided, which partner sees to it, and by when. Never public.',
  columns: ['title', 'event', 'partner', 'dueOn', 'doneOn'],
  beneath: { event: ['partner', 'dueOn', 'doneOn'] },
  read: and(members(), via('event')),
  write: viaWrite('event'),
  deeds: [{ name: 'finish', by: or(viaWrite('event'), own('partner')) }],
  order: ['dueOn', 'title'],
  listedIn: { event: { name: 'decisions', label: 'Decisions' } },
})
export class EventDecision extends ProjectRecord {
  @BelongsTo('Event', () => Event, { input: 'create', sort: true })
  event!: One<Event>

  @Text('Decision', { max: 300, sort: true, search: true, help: 'In one sentence' })
  title!: string

  @LongText('More about it', { max: 4000, optional: true, emptyIsNone: true })
  text?: string

  @BelongsTo('Owner', () => Partner, { sort: true, help: 'The partner that sees to it', passesOn: (t) => `${t}.done_on IS NULL` })
  partner!: One<Partner>

  @Day('Due on', { optional: true, emptyIsNone: true, sort: true })
  dueOn?: string

  @Day('Done on', { input: 'none', optional: true, emptyIsNone: true, help: 'Set by its owner' })
  doneOn?: string
}
