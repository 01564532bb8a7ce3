import { Column } from 'typeorm'
import { administrator, BelongsTo, Moment, type One, oneself, or, type Personal, Record, Text } from '../model/index.js'
import { Identified } from './base-record.js'
import { User } from './user.js'

const ofSession: Personal = { purpose: 'SECURITY', until: 'ENDED', days: 90, erase: 'DELETE' }

@Record({
  room: 'access',
  label: 'Session',
  labels: 'Sessions',
  description: 'One sign-in of a person in one browser.',
  read: or(oneself(), administrator()),
  deeds: [{ name: 'revoke', by: or(oneself(), administrator()) }],
  audited: false,
  makesViewers: ['revokedAt', 'expiresAt', 'seeingAs', 'provedAt'],
})
export class Session extends Identified {
  @BelongsTo('Person', () => User, { input: 'none', personal: ofSession })
  user!: One<User>

  @Text('Device', { input: 'none', optional: true, help: 'What the browser says of itself', personal: ofSession })
  device?: string

  @Text('From', { input: 'none', optional: true, help: 'The network in which the browser was', personal: ofSession })
  network?: string

  @Moment('Signed in', { input: 'none', personal: ofSession })
  createdAt!: string

  @Moment('Last used', { input: 'none', personal: ofSession })
  seenAt!: string

  @Moment('Ends', { input: 'none' })
  expiresAt!: string

  @Moment('Revoked', { input: 'none', optional: true })
  revokedAt?: string

  @Moment('Proved', { input: 'none', optional: true, help: 'When its person last gave a password or a second factor', personal: ofSession })
  provedAt?: string

  @BelongsTo('Sees as', () => User, {
    input: 'none',
    optional: true,
    emptyIsNone: true,
    help: 'Whose rights are being looked at; meanwhile the session reads only',
    personal: { ...ofSession, erase: 'BLANK' },
  })
  seeingAs?: One<User>

  /** SHA-256 of the cookie's random value. */
  @Column({ type: 'text', name: 'token_hash', unique: true })
  tokenHash!: string
}
