import { ProjectRecord } from '../access/index.js'
import { BelongsTo, Day, Integer, Localised, LongText, type One, Record, role, Text, type Translations, via } from '../model/index.js'
import { Partner } from '../partnership/index.js'

@Record({
  room: 'workplan',
  label: 'Thematic area',
  labels: 'Thematic areas',
  description: "A row of the work plan's matrix.",
  calls: [['shortName', 'title']],
  columns: ['number', 'title', 'leadingPartner'],
  read: via('project'),
  write: role('LEAD_PARTNER'),
  order: ['number'],
  unique: [['project', 'number']],
  listedIn: { project: 'thematicAreas' },
})
export class ThematicArea extends ProjectRecord {
  @Integer('Number', { min: 1, max: 99, sort: true, isPublic: true })
  number!: number

  @Localised('Title', { isPublic: true })
  title!: Translations

  @Localised('Short name', { optional: true, max: 80, personal: 'A thematic area', isPublic: true })
  shortName?: Translations

  @Text('Name of the working group', { optional: true })
  workingGroup?: string

  @BelongsTo('Leading partner', () => Partner, { optional: true, help: 'Empty when not known', passesOn: () => 'true', isPublic: true })
  leadingPartner?: One<Partner>

  @LongText('Note on the leader', { optional: true, emptyIsNone: true })
  leaderNote?: string

  @LongText('Aim', { optional: true, isPublic: true })
  aim?: string
}

@Record({
  room: 'workplan',
  label: 'Phase',
  labels: 'Phases',
  description: "A column of the work plan's matrix.",
  columns: ['number', 'title', 'startsOn', 'endsOn'],
  read: via('project'),
  write: role('LEAD_PARTNER'),
  order: ['number'],
  unique: [['project', 'number']],
  listedIn: { project: 'phases' },
})
export class Phase extends ProjectRecord {
  @Integer('Number', { min: 1, max: 99, sort: true, isPublic: true })
  number!: number

  @Localised('Title', { isPublic: true })
  title!: Translations

  @LongText('Aim', { optional: true, isPublic: true })
  aim?: string

  @Day('Starts on', { optional: true, partial: true, sort: true, isPublic: true })
  startsOn?: string

  @Day('Ends on', { optional: true, partial: true, sort: true, isPublic: true })
  endsOn?: string
}
