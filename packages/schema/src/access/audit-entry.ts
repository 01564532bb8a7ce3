import { BelongsTo, Choice, Computed, defineEnum, desc, Json, Moment, named, type One, Record, type Related, Text } from '../model/index.js'
import { Identified } from './base-record.js'
import { User } from './user.js'

export const AuditAction = defineEnum('AuditAction', 'What was done to a record.', ['CREATED', 'CHANGED', 'DELETED'])

@Record({
  room: 'access',
  label: 'Change',
  labels: 'Changes',
  plural: 'auditTrail',
  description: 'One field of one record, changed by one person: what it was and what it became.',
  read: { rule: 'history' },
  audited: false,
  order: [desc('at')],
})
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

  @Json('Before', { optional: true })
  before?: unknown

  @Json('After', { optional: true })
  after?: unknown

  @BelongsTo('By', () => User, { input: 'none', optional: true })
  byUser?: One<User>

  @Moment('At', { input: 'none', sort: true })
  at!: string

  @Computed('Name of who did it', 'text', (t) => `(SELECT u.display_name FROM app_user u WHERE u.id = ${t}.by_user_id)`)
  byName?: string
}
