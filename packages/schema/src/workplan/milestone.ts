import { ProjectRecord } from '../access/index.js'
import { BelongsTo, Day, LongText, type One, Record, Text, via } from '../model/index.js'
import { plansWorkPackage } from './activity.js'
import { WorkPackage } from './work-package.js'

@Record({
  room: 'workplan',
  label: 'Milestone',
  labels: 'Milestones',
  description: 'A point that a work package passes, by when.',
  columns: ['title', 'workPackage', 'dueOn', 'passedOn'],
  beneath: { workPackage: ['dueOn', 'passedOn'] },
  read: via('workPackage'),
  write: plansWorkPackage,
  order: ['dueOn'],
  summary: true,
  listedIn: { workPackage: 'milestones' },
})
export class Milestone extends ProjectRecord {
  @BelongsTo('Work package', () => WorkPackage, { input: 'create' })
  workPackage!: One<WorkPackage>

  @Text('Title', { max: 300, sort: true, search: true })
  title!: string

  @LongText('Description', { optional: true, emptyIsNone: true })
  description?: string

  @Day('Due on', { optional: true, sort: true })
  dueOn?: string

  @Day('Passed on', { optional: true, emptyIsNone: true, sort: true })
  passedOn?: string
}
