import { ObjectType } from 'type-graphql'
import { ProjectRecord } from '../access/index.js'
import { administrator, Localised, or, Record, type RecordOptions, role, Text, type Translations, via } from '../model/index.js'

/** An entry of a list that each project keeps for itself, in its own words. */
@ObjectType()
export abstract class ListEntry extends ProjectRecord {
  @Text('Code', { max: 60, sort: true, help: 'Short and lasting, as ERDF: reports go by it', isPublic: true })
  code!: string

  @Localised('Title', { max: 120, isPublic: true })
  title!: Translations
}

/** What all such lists have in common. */
const kept = {
  room: 'partnership',
  columns: ['code', 'title'],
  beneath: { project: ['code'] },
  read: via('project'),
  write: or(role('LEAD_PARTNER'), administrator()),
  unique: [['project', 'code']],
  order: ['code'],
} satisfies Partial<RecordOptions>

@Record({ ...kept, label: 'Fund', labels: 'Funds', description: 'Where money of a project comes from.', listedIn: { project: 'funds' } })
export class Fund extends ListEntry {}

@Record({
  ...kept,
  label: 'Partner type',
  labels: 'Partner types',
  description: 'A kind of organisation that a project tells apart.',
  listedIn: { project: 'partnerTypes' },
})
export class PartnerType extends ListEntry {}
