import { Column, Index } from 'typeorm'
import {
  BelongsTo,
  Choice,
  Computed,
  defineEnum,
  desc,
  history,
  Json,
  Moment,
  named,
  OfPerson,
  type One,
  type Personal,
  Record,
  type Related,
  Text,
  via,
} from '../model/index.js'
import { Identified } from './base-record.js'
import { User } from './user.js'

export const AuditAction = defineEnum('AuditAction', 'What was done to a record.', ['CREATED', 'CHANGED', 'DELETED'])

const ofAudit: Personal = { purpose: 'RECORD', until: 'LOG', erase: 'KEEP' }
/** Emptied where it is a field of a person's. */
const ofPast: Personal = { ...ofAudit, erase: 'BLANK' }

@Record({
  room: 'access',
  label: 'Change',
  labels: 'Changes',
  plural: 'auditTrail',
  description: 'One field of one record, changed by one person: what it was and what it became.',
  read: history(),
  audited: false,
  order: [desc('at')],
})
@Index('audit_entry_at_brin_idx', { synchronize: false })
export class AuditEntry extends Identified {
  @BelongsTo('Project', named('Project'), { input: 'none', optional: true })
  project?: Related

  @Text('Kind of record', { input: 'none', code: 'record' })
  recordType!: string

  @Text('Record', { input: 'none', code: 'row' })
  recordId!: string

  @Choice('Action', AuditAction, { input: 'none' })
  action!: string

  @Text('Field', { input: 'none', optional: true, code: 'field' })
  field?: string

  @Json('Before', { optional: true, personal: ofPast })
  before?: unknown

  @Json('After', { optional: true, personal: ofPast })
  after?: unknown

  @BelongsTo('By', () => User, { input: 'none', optional: true, personal: ofAudit })
  byUser?: One<User>

  @Moment('At', { input: 'none', sort: true })
  at!: string

  @Computed('Name of who did it', 'text', (t) => `(SELECT u.display_name FROM app_user u WHERE u.id = ${t}.by_user_id)`, { visibleTo: via('byUser') })
  byName?: string

  /** What the rules of reading looked at in the record before this change, where the change touched it. */
  @OfPerson(ofAudit)
  @Column({ type: 'jsonb', name: 'judged_before', nullable: true })
  judgedBefore?: unknown

  /** The same after this change; of changes from before this was kept, neither is there. */
  @OfPerson(ofAudit)
  @Column({ type: 'jsonb', name: 'judged_after', nullable: true })
  judgedAfter?: unknown
}
