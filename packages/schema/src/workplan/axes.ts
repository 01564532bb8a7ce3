import { ProjectRecord } from '../access/index.js'
import { BelongsTo, Day, HasMany, Integer, Localised, LongText, type Many, type One, Record, role, Text, type Translations, via } from '../model/index.js'
import { recordMeta } from '../model/registry.js'
import { Partner } from '../partnership/index.js'
import type { Pilot } from '../pilots/index.js'
import type { Activity } from './activity.js'

@Record({
  room: 'workplan',
  label: 'Thematic area',
  labels: 'Thematic areas',
  description: "A row of the work plan's matrix.",
  read: via('project'),
  write: role('LEAD_PARTNER'),
  order: ['number'],
  unique: [['project', 'number']],
})
export class ThematicArea extends ProjectRecord {
  @Integer('Number', { min: 1, max: 99, sort: true })
  number!: number

  @Localised('Title')
  title!: Translations

  @Localised('Short name', { optional: true, max: 80 })
  shortName?: Translations

  @Text('Name of the working group', { optional: true })
  workingGroup?: string

  @BelongsTo('Leading partner', () => Partner, { optional: true, help: 'Empty when not known' })
  leadingPartner?: One<Partner>

  @LongText('Note on the leader', { optional: true, emptyIsNone: true })
  leaderNote?: string

  @LongText('Aim', { optional: true })
  aim?: string

  @HasMany('Pilot actions', () => recordMeta('Pilot').type, 'thematicArea')
  pilots!: Many<Pilot>

  @HasMany('Activities', () => recordMeta('Activity').type, 'thematicArea')
  activities!: Many<Activity>
}

@Record({
  room: 'workplan',
  label: 'Phase',
  labels: 'Phases',
  description: "A column of the work plan's matrix.",
  read: via('project'),
  write: role('LEAD_PARTNER'),
  order: ['number'],
  unique: [['project', 'number']],
})
export class Phase extends ProjectRecord {
  @Integer('Number', { min: 1, max: 99, sort: true })
  number!: number

  @Localised('Title')
  title!: Translations

  @LongText('Aim', { optional: true })
  aim?: string

  @Day('Starts on', { optional: true, partial: true })
  startsOn?: string

  @Day('Ends on', { optional: true, partial: true })
  endsOn?: string

  @HasMany('Pilot actions', () => recordMeta('Pilot').type, 'phase')
  pilots!: Many<Pilot>

  @HasMany('Activities', () => recordMeta('Activity').type, 'phase')
  activities!: Many<Activity>
}
