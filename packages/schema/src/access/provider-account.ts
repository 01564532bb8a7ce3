import { Column, Index } from 'typeorm'
import { administrator, BelongsTo, Email, Moment, OfPerson, type One, oneself, or, type Personal, Record, Text } from '../model/index.js'
import { Identified } from './base-record.js'
import { User } from './user.js'

const ofJoinedAccount: Personal = { purpose: 'ACCOUNT', until: 'REMOVED', erase: 'DELETE' }

@Record({
  room: 'access',
  label: 'Joined account',
  labels: 'Joined accounts',
  description: 'An account at a provider of identities, by which its person signs in here.',
  read: or(oneself(), administrator()),
  deeds: [{ name: 'part', by: or(oneself(), administrator()) }],
  audited: false,
})
@Index('provider_account_issuer_subject_key', ['issuer', 'subject'], { unique: true })
export class ProviderAccount extends Identified {
  @BelongsTo('Person', () => User, { input: 'none', personal: ofJoinedAccount })
  user!: One<User>

  @Text('Provider', { input: 'none', max: 31, help: 'Its short name in the settings', personal: ofJoinedAccount })
  provider!: string

  @Email('E-mail', { input: 'none', optional: true, help: 'As the provider told it last; who signs in is known by another mark', personal: ofJoinedAccount })
  email?: string

  @Moment('Joined', { input: 'none' })
  createdAt!: string

  @Moment('Last used', { input: 'none', optional: true, personal: ofJoinedAccount })
  usedAt?: string

  @Column({ type: 'text' })
  issuer!: string

  /** What the provider calls the person; never given to another. */
  @OfPerson(ofJoinedAccount)
  @Column({ type: 'text' })
  subject!: string
}
