import { ProjectRecord } from '../access/index.js'
import { BelongsTo, Choice, Computed, Country, Day, defineEnum, Integer, inSight, LongText, type One, own, Record, role, Text, Url } from '../model/index.js'
import { Fund, PartnerType } from './list-entry.js'
import { Region } from './region.js'

export const PartnerRole = defineEnum('PartnerRole', "A partner's place in the partnership.", ['LEAD_PARTNER', 'PARTNER', 'ASSOCIATED_PARTNER'])

@Record({
  room: 'partnership',
  label: 'Partner',
  labels: 'Partners',
  description: 'An organisation in the partnership.',
  calls: ['shortName'],
  columns: ['position', 'name', 'englishName', 'type', 'role', 'country', 'region'],
  beneath: { region: ['type'] },
  read: inSight(),
  write: role('LEAD_PARTNER'),
  deeds: [{ name: 'speakFor', by: own('id') }],
  order: ['position'],
  lasts: ['joinedOn', 'withdrawnOn'],
  makesViewers: ['withdrawnOn'],
  rules: ({ joinedOn, withdrawnOn }) =>
    typeof joinedOn === 'string' && typeof withdrawnOn === 'string' && withdrawnOn < joinedOn
      ? [{ path: ['withdrawnOn'], code: 'END_BEFORE_START', message: 'The end is before the start. Choose a later day.' }]
      : [],
  summary: true,
  listedIn: { project: 'partners', region: 'partners', replaces: { name: 'successors', label: 'Replaced by' } },
})
export class Partner extends ProjectRecord {
  @Integer('Number', { optional: true, min: 0, max: 999, sort: true, help: 'Official partner number; empty when not known', isPublic: true })
  number?: number

  @Integer('Place in the list', { min: 1, max: 999, sort: true, isPublic: true })
  position!: number

  @Text('Name', {
    max: 300,
    sort: true,
    search: true,
    optional: true,
    help: 'In the language of the partner; empty when not known',
    personal: 'An organisation',
    isPublic: true,
  })
  name?: string

  @Text('English name', { max: 300, sort: true, search: true, optional: true, personal: 'An organisation', isPublic: true })
  englishName?: string

  @LongText('Former names', { max: 2000, optional: true, emptyIsNone: true, search: true, help: 'One a line; it is found by them', isPublic: true })
  formerNames?: string

  @Text('Acronym', { max: 40, optional: true, search: true, isPublic: true })
  acronym?: string

  @Text('Unit', { max: 300, optional: true, help: 'Department that takes part' })
  unit?: string

  @BelongsTo('Type', () => PartnerType, { optional: true })
  type?: One<PartnerType>

  @Choice('Role', PartnerRole, { isPublic: true })
  role!: string

  @BelongsTo('Funding', () => Fund, { optional: true, help: 'Fund that co-finances it' })
  fund?: One<Fund>

  @Country('Country', { sort: true, optional: true, help: 'Empty when not known', isPublic: true })
  country?: string

  @Text('City', { max: 120, optional: true, search: true, isPublic: true })
  city?: string

  @Text('City in English', { max: 120, optional: true, search: true, isPublic: true })
  cityEn?: string

  @BelongsTo('Region', () => Region, { optional: true, help: 'Region of the seat', isPublic: true })
  region?: One<Region>

  @Text('NUTS 3 code', { max: 5, optional: true, isPublic: true })
  nuts3?: string

  @Url('Website', { optional: true, isPublic: true })
  website?: string

  @LongText('Note', { optional: true, emptyIsNone: true })
  note?: string

  @Day('Joined on', { optional: true, partial: true, isPublic: true })
  joinedOn?: string

  @Day('Withdrew on', { optional: true, emptyIsNone: true, help: 'First day without it; its history stays', isPublic: true })
  withdrawnOn?: string

  @BelongsTo('Replaces', () => Partner, { optional: true, emptyIsNone: true, input: 'none', isPublic: true })
  replaces?: One<Partner>

  @Computed(
    'Short name',
    'text',
    (t, language) => `name_or_place(coalesce(${t}.acronym, ${t}.english_name, ${t}.name), ${t}.role, ${t}.position, ${language})`,
    { optional: false, spoken: true, isPublic: true },
  )
  shortName!: string
}
