import { Column } from 'typeorm'
import { mailFigures, ProjectRecord, User } from '../access/index.js'
import { BelongsTo, Choice, type Condition, Email, Moment, type One, type Personal, partInProject, Record, role, Text, withMoney } from '../model/index.js'
import { MemberRole } from './membership.js'
import { Partner } from './partner.js'

const ofInvitation: Personal = { purpose: 'ROLES', until: 'EXPIRED', days: 30, erase: 'BLANK' }

const isOpen: Condition = {
  code: 'INVITATION_OVER',
  message: 'This invitation was accepted, or taken back. Invite anew.',
  sql: (t) => `(${t}.accepted_at IS NULL AND ${t}.archived_at IS NULL)`,
}

@Record({
  room: 'partnership',
  label: 'Invitation',
  labels: 'Invitations',
  description: 'An offer to a person to join the project in a role.',
  read: role('LEAD_PARTNER'),
  write: role('LEAD_PARTNER'),
  verbs: ['archive'],
  figures: mailFigures,
  deeds: [{ name: 'resend', by: role('LEAD_PARTNER'), when: [isOpen] }],
})
export class Invitation extends ProjectRecord {
  @Email('E-mail', { visibleTo: withMoney(), personal: ofInvitation })
  email!: string

  @Text('Name', { max: 120, personal: ofInvitation })
  displayName!: string

  @Choice('Role', MemberRole)
  role!: string

  @BelongsTo('Partner', () => Partner, { optional: true })
  partner?: One<Partner>

  @BelongsTo('Person', () => User, { optional: true, input: 'none', personal: partInProject })
  user?: One<User>

  @Moment('Ends', { input: 'none' })
  expiresAt!: string

  @Moment('Accepted', { input: 'none', optional: true })
  acceptedAt?: string

  /** SHA-256 of the link's random value. */
  @Column({ type: 'text', name: 'token_hash', unique: true })
  tokenHash!: string

  /** Those of links in mails of which nobody knows whether they arrived. */
  @Column({ type: 'text', name: 'earlier_token_hashes', array: true, default: () => "'{}'" })
  earlierTokenHashes!: string[]
}
