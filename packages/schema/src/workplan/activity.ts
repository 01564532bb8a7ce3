import { ProjectRecord } from '../access/index.js'
import { BelongsTo, Day, LongText, leads, type One, Record, Text, via, viaWrite } from '../model/index.js'
import { Phase, ThematicArea } from './axes.js'
import { WorkPackage } from './work-package.js'

/** Whoever plans a work package: the lead partner and its leaders. */
export const plansWorkPackage = leads('workPackage')

@Record({
  room: 'workplan',
  label: 'Activity',
  labels: 'Activities',
  plural: 'activities',
  description: 'What a work package does, placed in a cell of the matrix or not placed.',
  calls: ['number', 'title'],
  columns: ['number', 'title', 'workPackage', 'thematicArea', 'phase', 'plannedStart', 'plannedEnd'],
  beneath: { workPackage: [], thematicArea: [] },
  read: via('workPackage'),
  write: plansWorkPackage,
  order: ['number'],
  summary: true,
  listedIn: { thematicArea: 'activities', phase: 'activities', workPackage: 'activities' },
})
export class Activity extends ProjectRecord {
  @BelongsTo('Work package', () => WorkPackage, { input: 'create' })
  workPackage!: One<WorkPackage>

  @Text('Number', { max: 20, sort: true, search: true, help: 'As in the work plan, as 5.2' })
  number!: string

  @Text('Title', { max: 300, sort: true, search: true })
  title!: string

  @LongText('Description', { optional: true, emptyIsNone: true })
  description?: string

  @BelongsTo('Thematic area', () => ThematicArea, { optional: true })
  thematicArea?: One<ThematicArea>

  @BelongsTo('Phase', () => Phase, { optional: true })
  phase?: One<Phase>

  @Day('Planned start', { optional: true, partial: true, sort: true })
  plannedStart?: string

  @Day('Planned end', { optional: true, partial: true, sort: true })
  plannedEnd?: string

  @Day('Replanned start', { optional: true, emptyIsNone: true, partial: true })
  replannedStart?: string

  @Day('Replanned end', { optional: true, emptyIsNone: true, partial: true })
  replannedEnd?: string

  @Day('Actual start', { optional: true, partial: true })
  actualStart?: string

  @Day('Actual end', { optional: true, partial: true })
  actualEnd?: string
}

@Record({
  room: 'workplan',
  label: 'Further row of an activity',
  labels: 'Further rows of activities',
  description: 'An area that an activity touches beside its own; it counts in its own cell only.',
  calls: ['activity', 'thematicArea'],
  beneath: { activity: [] },
  read: via('activity'),
  write: viaWrite('activity'),
  verbs: ['create', 'delete'],
  unique: [['activity', 'thematicArea']],
  listedIn: { activity: { name: 'furtherAreas', label: 'Further rows' } },
})
export class ActivityArea extends ProjectRecord {
  @BelongsTo('Activity', () => Activity, { input: 'create' })
  activity!: One<Activity>

  @BelongsTo('Thematic area', () => ThematicArea, { input: 'create' })
  thematicArea!: One<ThematicArea>
}
