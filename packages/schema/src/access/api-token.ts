import { Column } from 'typeorm'
import { administrator, BelongsTo, Flag, Moment, type One, oneself, or, type Personal, Record, Text } from '../model/index.js'
import { Identified } from './base-record.js'
import { User } from './user.js'

const ofToken: Personal = { purpose: 'SECURITY', until: 'ENDED', days: 90, erase: 'DELETE' }

@Record({
  room: 'access',
  label: 'API token',
  labels: 'API tokens',
  description: 'Lets a reporting tool read what its owner may read, in the projects that it names.',
  read: or(oneself(), administrator()),
  deeds: [{ name: 'revoke', by: or(oneself(), administrator()) }],
  audited: false,
  makesViewers: ['revokedAt', 'expiresAt', 'withMoney'],
})
export class ApiToken extends Identified {
  @BelongsTo('Person', () => User, { input: 'none', personal: ofToken })
  user!: One<User>

  @Text('Name', { max: 80, help: 'What uses it, as "Power BI of the programme"', personal: ofToken })
  name!: string

  @Flag('With money and contacts', { initial: false })
  withMoney!: boolean

  @Moment('Created', { input: 'none' })
  createdAt!: string

  @Moment('Ends', { input: 'none' })
  expiresAt!: string

  @Moment('Last used', { input: 'none', optional: true, personal: ofToken })
  usedAt?: string

  @Moment('Revoked', { input: 'none', optional: true })
  revokedAt?: string

  @Column({ type: 'uuid', name: 'project_ids', array: true })
  projectIds!: string[]

  /** SHA-256 of the token. */
  @Column({ type: 'text', name: 'token_hash', unique: true })
  tokenHash!: string
}
