import { Column } from 'typeorm'
import { administrator, BelongsTo, Choice, defineEnum, Moment, OfPerson, type One, oneself, or, type Personal, Record, Text } from '../model/index.js'
import { Identified } from './base-record.js'
import { User } from './user.js'

export const FactorKind = defineEnum('FactorKind', 'By what somebody proves a second time who they are.', ['CODES', 'PASSKEY'], {
  CODES: 'One-time codes of an app',
  PASSKEY: 'Passkey',
})

const ofFactor: Personal = { purpose: 'SECURITY', until: 'REMOVED', erase: 'DELETE' }

@Record({
  room: 'access',
  label: 'Second factor',
  labels: 'Second factors',
  description: 'By what a person proves, after the password, a second time who they are: an app of one-time codes, or a passkey.',
  read: or(oneself(), administrator()),
  deeds: [{ name: 'remove', by: or(oneself(), administrator()) }],
  audited: false,
  makesViewers: true,
})
export class SecondFactor extends Identified {
  @BelongsTo('Person', () => User, { input: 'none', personal: ofFactor })
  user!: One<User>

  @Choice('Kind', FactorKind, { input: 'none' })
  kind!: string

  @Text('Name', { max: 80, help: 'What it is kept on, as "My telephone"', personal: ofFactor })
  name!: string

  @Moment('Created', { input: 'none' })
  createdAt!: string

  @Moment('Last used', { input: 'none', optional: true, personal: ofFactor })
  usedAt?: string

  /** Of an app: what its codes are made of. */
  @OfPerson(ofFactor)
  @Column({ type: 'text', nullable: true })
  secret?: string

  /** Of an app: the 30 seconds, counted since 1970, of the last code that was taken; no code of them or before is taken again. */
  @Column({ type: 'integer', name: 'last_step', nullable: true })
  lastStep?: number

  /** Of a passkey: by what its device finds it, and by what its answers are checked. */
  @OfPerson(ofFactor)
  @Column({ type: 'text', name: 'credential_id', nullable: true, unique: true })
  credentialId?: string

  @OfPerson(ofFactor)
  @Column({ type: 'text', name: 'public_key', nullable: true })
  publicKey?: string

  /** Of a passkey: how often its device says that it was used; a lower number comes from a copy. */
  @Column({ type: 'bigint', nullable: true })
  counter?: string
}
