import { ProjectRecord } from '../access/index.js'
import {
  and,
  BelongsTo,
  byAudience,
  Choice,
  Day,
  Decimal,
  defineEnum,
  Flag,
  LongText,
  leads,
  Money,
  type One,
  or,
  own,
  Record,
  role,
  Text,
  via,
  viaWrite,
  withMoney,
} from '../model/index.js'
import { Audience, Partner } from '../partnership/index.js'
import { Activity, Phase, ThematicArea, WorkPackage } from '../workplan/index.js'

export const PilotStatus = defineEnum('PilotStatus', 'Where a pilot action stands.', ['PLANNED', 'RUNNING', 'SUSPENDED', 'COMPLETED', 'CANCELLED', 'EVALUATED'])

/** Pilots that are not at their end, as SQL over the alias of one. */
export const isOpenPilot = (t: string): string => `coalesce(${t}.status, 'PLANNED') IN ('PLANNED', 'RUNNING', 'SUSPENDED')`

@Record({
  room: 'pilots',
  label: 'Pilot action',
  labels: 'Pilot actions',
  description: 'A policy measure tried in one region, placed in a cell of the matrix.',
  columns: ['title', 'status', 'partner', 'workPackage', 'thematicArea', 'phase', 'startedOn'],
  beneath: { partner: ['status'], workPackage: ['status'], thematicArea: ['status'], phase: ['status'] },
  read: byAudience(own('partner'), leads('workPackage')),
  write: or(leads('workPackage'), own('partner')),
  order: ['title'],
  announced: true,
  summary: true,
  listedIn: { thematicArea: 'pilots', phase: 'pilots', workPackage: 'pilots', partner: { name: 'pilots', sort: true } },
})
export class Pilot extends ProjectRecord {
  @Text('Title', { max: 200, sort: true, search: true, isPublic: true })
  title!: string

  @LongText('Summary', { max: 2000, optional: true, search: true, help: 'What is tried, in two sentences', isPublic: true })
  summary?: string

  @Choice('Status', PilotStatus, { optional: true, input: 'none', initial: 'PLANNED', isPublic: true })
  status?: string

  @Decimal('Weight', { initial: 1, min: 0, max: 1000, help: 'How much it counts in the progress of its cell', isPublic: true })
  weight!: number

  @BelongsTo('Responsible partner', () => Partner, { sort: true, optional: true, help: 'Empty when not known', passesOn: isOpenPilot, isPublic: true })
  partner?: One<Partner>

  @Text('Carried out by', { max: 300, optional: true })
  implementer?: string

  @BelongsTo('Work package', () => WorkPackage, { optional: true })
  workPackage?: One<WorkPackage>

  @BelongsTo('Activity', () => Activity, { optional: true })
  activity?: One<Activity>

  @BelongsTo('Thematic area', () => ThematicArea, { optional: true, isPublic: true })
  thematicArea?: One<ThematicArea>

  @BelongsTo('Phase', () => Phase, { optional: true, isPublic: true })
  phase?: One<Phase>

  @Choice('Audience', Audience, { initial: 'PROJECT', help: 'What only its partner sees counts in no progress', isPublic: true })
  audience!: string

  @Flag('In public benchmarks', { initial: false, help: 'Anyone may see its title and values where a published benchmark compares it', isPublic: true })
  inPublicBenchmarks!: boolean

  @Day('Started on', { optional: true, partial: true, input: 'none', sort: true, isPublic: true })
  startedOn?: string

  @Day('Ended on', { optional: true, partial: true, input: 'none', sort: true, isPublic: true })
  endedOn?: string

  @Day('Cancelled on', { optional: true, emptyIsNone: true, input: 'none', isPublic: true })
  cancelledOn?: string

  @Money('Budget', { optional: true, visibleTo: and(withMoney(), or(own('partner'), role('LEAD_PARTNER', 'CONTROLLER', 'OBSERVER'))) })
  budget?: number

  @LongText('Why it has no targets', { max: 500, optional: true, emptyIsNone: true, help: 'Lets it start without; it then counts in no progress' })
  withoutTargets?: string

  @LongText('Note', { optional: true, emptyIsNone: true })
  note?: string
}

@Record({
  room: 'pilots',
  label: 'Further partner of a pilot',
  labels: 'Further partners of pilots',
  description: 'A partner that carries a pilot out beside the responsible one; it gives no rights.',
  calls: ['pilot', 'partner'],
  beneath: { partner: [] },
  read: via('pilot'),
  write: viaWrite('pilot'),
  verbs: ['create', 'delete'],
  unique: [['pilot', 'partner']],
  listedIn: { pilot: { name: 'furtherPartners', label: 'Further partners' } },
})
export class PilotPartner extends ProjectRecord {
  @BelongsTo('Pilot action', () => Pilot, { input: 'create' })
  pilot!: One<Pilot>

  @BelongsTo('Partner', () => Partner, { input: 'create' })
  partner!: One<Partner>
}

@Record({
  room: 'pilots',
  label: 'Further row of a pilot',
  labels: 'Further rows of pilots',
  description: 'An area that a pilot touches beside its own; it counts in its own cell only.',
  calls: ['pilot', 'thematicArea'],
  read: via('pilot'),
  write: viaWrite('pilot'),
  verbs: ['create', 'delete'],
  unique: [['pilot', 'thematicArea']],
  listedIn: { pilot: { name: 'furtherAreas', label: 'Further rows' } },
})
export class PilotArea extends ProjectRecord {
  @BelongsTo('Pilot action', () => Pilot, { input: 'create' })
  pilot!: One<Pilot>

  @BelongsTo('Thematic area', () => ThematicArea, { input: 'create' })
  thematicArea!: One<ThematicArea>
}
