import { ProjectRecord, User } from '../access/index.js'
import { BelongsTo, HasMany, Integer, LongText, type Many, type One, oneself, or, Record, role, Text, via } from '../model/index.js'
import { recordMeta } from '../model/registry.js'
import { Partner } from '../partnership/index.js'
import type { Pilot } from '../pilots/index.js'
import type { Activity } from './activity.js'
import type { Deliverable } from './deliverable.js'
import type { Milestone } from './milestone.js'

@Record({
  room: 'workplan',
  label: 'Work package',
  labels: 'Work packages',
  description: 'A part of the work plan, led by one partner.',
  read: via('project'),
  write: role('LEAD_PARTNER'),
  order: ['number'],
  unique: [['project', 'number']],
})
export class WorkPackage extends ProjectRecord {
  @Integer('Number', { min: 0, max: 99, sort: true })
  number!: number

  @Text('Title', { max: 300, sort: true, search: true })
  title!: string

  @LongText('Objective', { optional: true })
  objective?: string

  @BelongsTo('Leading partner', () => Partner, { optional: true, help: 'A fact of the work plan; rights come from the leaders' })
  leadingPartner?: One<Partner>

  @LongText('Note', { optional: true, emptyIsNone: true })
  note?: string

  @HasMany('Leaders', () => recordMeta('Leadership').type, 'workPackage')
  leaderships!: Many<Leadership>

  @HasMany('Activities', () => recordMeta('Activity').type, 'workPackage')
  activities!: Many<Activity>

  @HasMany('Deliverables', () => recordMeta('Deliverable').type, 'workPackage')
  deliverables!: Many<Deliverable>

  @HasMany('Milestones', () => recordMeta('Milestone').type, 'workPackage')
  milestones!: Many<Milestone>

  @HasMany('Pilot actions', () => recordMeta('Pilot').type, 'workPackage')
  pilots!: Many<Pilot>
}

@Record({
  room: 'workplan',
  label: 'Leader of a work package',
  labels: 'Leaders of work packages',
  description: 'A person who leads a work package in the product, with the rights that this gives.',
  read: or(oneself(), role('LEAD_PARTNER')),
  write: role('LEAD_PARTNER'),
  verbs: ['create', 'archive'],
  unique: [['workPackage', 'user']],
  grants: { value: 'workPackages', field: 'workPackage', role: 'WORK_PACKAGE_LEADER' },
})
export class Leadership extends ProjectRecord {
  @BelongsTo('Work package', () => WorkPackage, { input: 'create' })
  workPackage!: One<WorkPackage>

  @BelongsTo('Person', () => User, { input: 'create' })
  user!: One<User>
}
