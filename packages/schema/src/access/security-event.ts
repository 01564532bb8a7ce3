import {
  administrator,
  BelongsTo,
  Choice,
  Computed,
  defineEnum,
  desc,
  empty,
  Integer,
  Moment,
  type One,
  oneself,
  or,
  type Personal,
  Record,
  Text,
} from '../model/index.js'
import { Identified } from './base-record.js'
import { User } from './user.js'

export const SecurityEventKind = defineEnum(
  'SecurityEventKind',
  'What the security log tells of.',
  [
    'SIGNED_IN',
    'SIGNED_OUT',
    'SIGNED_OUT_EVERYWHERE',
    'SIGN_IN_FAILED',
    'DEVICE_NEW',
    'SEEING_AS',
    'PASSWORD_CHANGED',
    'PASSWORD_RESET',
    'PASSWORD_FAILED',
    'EMAIL_CHANGED',
    'RESET_LINK_MAILED',
    'RESET_LINK_TAKEN',
    'FACTOR_ADDED',
    'FACTOR_REMOVED',
    'FACTOR_FAILED',
    'RECOVERY_CODES_MADE',
    'RECOVERY_CODE_USED',
    'PROVIDER_JOINED',
    'PROVIDER_LEFT',
    'SESSION_ENDED',
    'TOKEN_MADE',
    'TOKEN_ENDED',
    'ACCOUNT_MADE',
    'ACCOUNT_CHANGED',
    'ACCOUNT_CLOSED',
    'ACCOUNT_REOPENED',
    'ERASURE_ASKED',
    'ACCOUNT_ERASED',
    'ADMINISTRATOR_MADE',
    'ADMINISTRATOR_ENDED',
    'MEMBERSHIP_GIVEN',
    'MEMBERSHIP_CHANGED',
    'MEMBERSHIP_ENDED',
    'INVITATION_MADE',
    'INVITATION_ACCEPTED',
    'PROJECT_MADE',
    'DEMONSTRATION_REMOVED',
    'DATA_FORGOTTEN',
    'FEED_READ',
    'DATA_EXPORTED',
    'IMPORTED',
    'BACKED_UP',
    'RESTORED',
    'LOG_KEY_CHANGED',
    'REFUSED',
    'TRIED_TOO_OFTEN',
  ],
  {
    SIGN_IN_FAILED: 'Sign-in failed',
    DEVICE_NEW: 'Signed in on a new device',
    SEEING_AS: 'Seen as another person',
    PASSWORD_RESET: 'Password set by a link',
    PASSWORD_FAILED: 'Present password was wrong',
    EMAIL_CHANGED: 'E-mail changed',
    RESET_LINK_MAILED: 'Link for the password mailed',
    RESET_LINK_TAKEN: 'Link for the password taken by an administrator',
    FACTOR_ADDED: 'Second factor added',
    FACTOR_REMOVED: 'Second factor removed',
    FACTOR_FAILED: 'Second factor was wrong',
    PROVIDER_JOINED: 'Account of another service joined',
    PROVIDER_LEFT: 'Account of another service left',
    TOKEN_ENDED: 'Token revoked',
    ACCOUNT_CHANGED: 'Account changed by somebody else',
    ACCOUNT_REOPENED: 'Account opened again',
    ERASURE_ASKED: 'Asked to be erased',
    ACCOUNT_ERASED: 'Personal data erased',
    ADMINISTRATOR_MADE: 'Made an administrator',
    ADMINISTRATOR_ENDED: 'No administrator any more',
    MEMBERSHIP_GIVEN: 'Joined a project',
    MEMBERSHIP_CHANGED: 'Role in a project changed',
    MEMBERSHIP_ENDED: 'Left a project',
    DATA_FORGOTTEN: 'Forgotten, its time being over',
    FEED_READ: 'List downloaded',
    IMPORTED: 'Data imported',
    BACKED_UP: 'Backup made',
    RESTORED: 'Backup restored',
    LOG_KEY_CHANGED: 'Key of the log changed',
  },
)

const ofLog: Personal = { purpose: 'SECURITY', until: 'LOG', erase: 'KEEP' }
const whence: Personal = { purpose: 'SECURITY', until: 'HAPPENED', days: 365, erase: 'BLANK' }

@Record({
  room: 'access',
  label: 'Security event',
  labels: 'Security log',
  plural: 'securityLog',
  description: 'Who did what to an account, a right or the installation, or was refused it: from where, when, in which request. Only ever added to.',
  calls: ['at', 'kind'],
  columns: ['at', 'kind', 'user', 'byUser', 'network', 'times'],
  read: or(oneself(), administrator()),
  audited: false,
  order: [desc('at')],
})
export class SecurityEvent extends Identified {
  @Choice('What', SecurityEventKind, { input: 'none' })
  kind!: string

  @BelongsTo('About', () => User, { input: 'none', optional: true, emptyIsNone: true, help: 'Whose account or right it is', personal: ofLog })
  user?: One<User>

  @BelongsTo('By', () => User, { input: 'none', optional: true, emptyIsNone: true, personal: ofLog })
  byUser?: One<User>

  @Computed('Name of who did it', 'text', (t) => `(SELECT u.display_name FROM app_user u WHERE u.id = ${t}.by_user_id)`)
  byName?: string

  @Text('From', {
    input: 'none',
    optional: true,
    max: 45,
    visibleTo: or(oneself('byUser'), empty('byUser'), administrator()),
    help: 'Network of whoever asked: the address, of IPv6 its first half',
    personal: { ...whence, of: 'by_user_id' },
  })
  network?: string

  @Text('Kind of record', { input: 'none', optional: true, emptyIsNone: true, code: 'record' })
  recordType?: string

  @Text('Record', { input: 'none', optional: true, emptyIsNone: true, code: 'row' })
  recordId?: string

  @Text('Detail', { input: 'none', optional: true, emptyIsNone: true, personal: whence })
  detail?: string

  @Integer('How often', { input: 'none', initial: 1, min: 1, help: 'Within an hour; what is refused is counted' })
  times!: number

  @Text('Request', { input: 'none', optional: true, emptyIsNone: true, max: 36, help: 'The log of the server tells of it under this name' })
  requestId?: string

  @Moment('When', { input: 'none', sort: true })
  at!: string
}

/** A kind of the security log's events. */
export type SecurityEventKindName = keyof typeof SecurityEventKind.values
