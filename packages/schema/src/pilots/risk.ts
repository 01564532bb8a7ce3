import { ProjectRecord } from '../access/index.js'
import { BelongsTo, Integer, LongText, type One, Record, Text, via, viaWrite } from '../model/index.js'
import { Partner } from '../partnership/index.js'
import { isOpenPilot, Pilot } from './pilot.js'

@Record({
  room: 'pilots',
  label: 'Risk',
  labels: 'Risks',
  description: 'What may go wrong with a pilot, and what is done about it.',
  columns: ['title', 'pilot', 'likelihood', 'impact', 'mitigation', 'owner'],
  read: via('pilot'),
  write: viaWrite('pilot'),
  order: ['title'],
  summary: true,
  listedIn: { pilot: { name: 'risks', sort: true } },
})
export class Risk extends ProjectRecord {
  @BelongsTo('Pilot action', () => Pilot, { input: 'create' })
  pilot!: One<Pilot>

  @Text('Title', { max: 200, sort: true, search: true })
  title!: string

  @Integer('Likelihood', { min: 1, max: 5, help: '1 hardly, 5 almost surely' })
  likelihood!: number

  @Integer('Impact', { min: 1, max: 5, help: '1 slight, 5 very grave' })
  impact!: number

  @LongText('What we do about it', { max: 2000, optional: true })
  mitigation?: string

  @BelongsTo('Owner', () => Partner, { optional: true, passesOn: (t) => `EXISTS (SELECT FROM pilot p WHERE p.id = ${t}.pilot_id AND ${isOpenPilot('p')})` })
  owner?: One<Partner>
}
