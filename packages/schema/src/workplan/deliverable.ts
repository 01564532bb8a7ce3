import { ProjectRecord } from '../access/index.js'
import { BelongsTo, Day, LongText, type One, or, own, Record, Text, via } from '../model/index.js'
import { Partner } from '../partnership/index.js'
import { Activity, plansWorkPackage } from './activity.js'
import { WorkPackage } from './work-package.js'

@Record({
  room: 'workplan',
  label: 'Deliverable',
  labels: 'Deliverables',
  description: 'What a work package hands over, by when.',
  columns: ['title', 'workPackage', 'partner', 'dueOn', 'handedInOn'],
  beneath: { workPackage: ['dueOn', 'handedInOn'], activity: ['dueOn', 'handedInOn'] },
  read: via('workPackage'),
  write: plansWorkPackage,
  deeds: [{ name: 'handIn', by: or(plansWorkPackage, own('partner')) }],
  order: ['dueOn'],
  summary: true,
  listedIn: { activity: 'deliverables', workPackage: 'deliverables' },
})
export class Deliverable extends ProjectRecord {
  @BelongsTo('Work package', () => WorkPackage, { input: 'create' })
  workPackage!: One<WorkPackage>

  @BelongsTo('Activity', () => Activity, { optional: true, emptyIsNone: true })
  activity?: One<Activity>

  @Text('Title', { max: 300, sort: true, search: true })
  title!: string

  @LongText('Description', { optional: true, emptyIsNone: true })
  description?: string

  @BelongsTo('Responsible partner', () => Partner, { optional: true, passesOn: (t) => `${t}.handed_in_on IS NULL` })
  partner?: One<Partner>

  @Day('Due on', { optional: true, sort: true })
  dueOn?: string

  @Day('Handed in on', { optional: true, emptyIsNone: true, sort: true, help: 'Set by handing it in' })
  handedInOn?: string
}
