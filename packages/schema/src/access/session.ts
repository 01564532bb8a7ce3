import { Column } from 'typeorm'
import { administrator, BelongsTo, Moment, type One, oneself, or, Record, Text } from '../model/index.js'
import { Identified } from './base-record.js'
import { User } from './user.js'

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
  @BelongsTo('Person', () => User, { input: 'none' })
  user!: One<User>

  @Text('Device', { input: 'none', optional: true, help: 'What the browser says of itself' })
  device?: string

  @Text('From', { input: 'none', optional: true, help: 'The network in which the browser was' })
  network?: string

  @Moment('Signed in', { input: 'none' })
  createdAt!: string

  @Moment('Last used', { input: 'none' })
  seenAt!: string

  @Moment('Ends', { input: 'none' })
  expiresAt!: string

  @Moment('Revoked', { input: 'none', optional: true })
  revokedAt?: string

  @Moment('Proved', { input: 'none', optional: true, help: 'When its person last gave a password or a second factor' })
  provedAt?: string

  @BelongsTo('Sees as', () => User, {
    input: 'none',
    optional: true,
    emptyIsNone: true,
    help: 'Whose rights are being looked at; meanwhile the session reads only',
  })
  seeingAs?: One<User>

  /** SHA-256 of the cookie's random value. */
  @Column({ type: 'text', name: 'token_hash', unique: true })
  tokenHash!: string
}
