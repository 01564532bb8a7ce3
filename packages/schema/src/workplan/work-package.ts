import { ProjectRecord, User } from '../access/index.js'
import { BelongsTo, Integer, LongText, type One, oneself, or, partInProject, Record, role, Text, via } from '../model/index.js'
import { Partner } from '../partnership/index.js'

@Record({
  room: 'workplan',
  label: 'Work package',
  labels: 'Work packages',
  description: 'A part of the work plan, led by one partner.',
  calls: ['number', 'title'],
  columns: ['number', 'title', 'leadingPartner'],
  read: via('project'),
  write: role('LEAD_PARTNER'),
  order: ['number'],
  unique: [['project', 'number']],
  listedIn: { project: 'workPackages' },
})
export class WorkPackage extends ProjectRecord {
  @Integer('Number', { min: 0, max: 99, sort: true })
  number!: number

  @Text('Title', { max: 300, sort: true, search: true })
  title!: string

  @LongText('Objective', { optional: true })
  objective?: string

  @BelongsTo('Leading partner', () => Partner, { optional: true, help: 'A fact of the work plan; rights come from the leaders', passesOn: () => 'true' })
  leadingPartner?: One<Partner>

  @LongText('Note', { optional: true, emptyIsNone: true })
  note?: string
}

@Record({
  room: 'workplan',
  label: 'Leader of a work package',
  labels: 'Leaders of work packages',
  description: 'A person who leads a work package in the product, with the rights that this gives.',
  calls: ['workPackage', 'user'],
  beneath: { workPackage: [] },
  read: or(oneself(), role('LEAD_PARTNER')),
  write: role('LEAD_PARTNER'),
  verbs: ['create', 'archive'],
  unique: [['workPackage', 'user']],
  grants: { value: 'workPackages', field: 'workPackage', makes: 'WORK_PACKAGE_LEADER' },
  listedIn: { workPackage: { name: 'leaderships', label: 'Leaders' } },
})
export class Leadership extends ProjectRecord {
  @BelongsTo('Work package', () => WorkPackage, { input: 'create' })
  workPackage!: One<WorkPackage>

  @BelongsTo('Person', () => User, { input: 'create', personal: partInProject })
  user!: One<User>
}
