import { ProjectRecord } from '../access/index.js'
import { BelongsTo, Choice, defineEnum, type One, Record, Text, via, viaWrite } from '../model/index.js'
import { Partner } from '../partnership/index.js'
import { Pilot } from '../pilots/index.js'

export const ActorKind = defineEnum(
  'ActorKind',
  'The kinds of organisation between which collaboration is looked at.',
  ['FIRM', 'CLUSTER_ORGANISATION', 'RESEARCH', 'AUTHORITY', 'FINANCE', 'OTHER'],
  { RESEARCH: 'Research and education', AUTHORITY: 'Public authority', FINANCE: 'Bank or fund' },
)

@Record({
  room: 'collaboration',
  label: 'Actor',
  labels: 'Actors',
  description: 'An organisation whose collaboration with others a pilot may change.',
  calls: ['name'],
  read: via('pilot'),
  write: viaWrite('pilot'),
  unique: [['pilot', 'name']],
  order: ['name'],
})
export class CollaborationActor extends ProjectRecord {
  @BelongsTo('Pilot action', () => Pilot, { input: 'create' })
  pilot!: One<Pilot>

  @Text('Name', { max: 200, sort: true, search: true, help: 'An organisation, no person', personal: 'An organisation' })
  name!: string

  @Choice('Kind', ActorKind)
  kind!: string

  @BelongsTo('Partner', () => Partner, { optional: true, emptyIsNone: true, help: 'When it is one of the partnership' })
  partner?: One<Partner>
}
