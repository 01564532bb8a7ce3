import { Column } from 'typeorm'
import {
  addsOfNoProject,
  administrator,
  Choice,
  type Condition,
  companions,
  defineEnum,
  Email,
  type Fault,
  Flag,
  Moment,
  OfPerson,
  oneself,
  or,
  type Personal,
  Record,
  type RunSql,
  Text,
} from '../model/index.js'
import { BaseRecord } from './base-record.js'

export const Language = defineEnum('Language', 'A language of the dashboard.', ['EN', 'IT'], { EN: 'English', IT: 'Italiano' })
export const ColourScheme = defineEnum('ColourScheme', 'Colours of the dashboard.', ['LIGHT', 'DARK', 'SYSTEM'], { SYSTEM: 'As the device says' })

const notErased: Condition = { code: 'ERASED', message: 'This person was erased. That cannot be taken back.', sql: (t) => `${t}.erased_at IS NULL` }

const notTheLast: Condition = {
  code: 'LAST_ADMINISTRATOR',
  message: 'An installation keeps at least one administrator.',
  sql: (t) => `NOT (${t}.administrator AND NOT EXISTS (SELECT 1 FROM app_user o WHERE o.administrator AND o.archived_at IS NULL AND o.id <> ${t}.id))`,
}

/** What an account is without a person is no account: it is there as long as they are. */
const ofAccount: Personal = { purpose: 'ACCOUNT', until: 'ERASED', erase: 'BLANK' }

@Record({
  room: 'access',
  label: 'Person',
  labels: 'People',
  table: 'app_user',
  description: 'A person who can sign in.',
  calls: ['displayName'],
  columns: ['displayName', 'email', 'administrator'],
  read: or(oneself('id'), companions('id'), administrator()),
  write: or(oneself('id'), administrator()),
  verbs: ['update', 'archive'],
  order: ['displayName'],
  deeds: [
    { name: 'askForErasure', by: oneself('id') },
    { name: 'erase', by: administrator(), when: [notErased, notTheLast] },
  ],
  makesViewers: true,
  unique: [['email']],
  rules: async (record, former, run) => {
    if (record.erasedAt) return [faultOf(notErased)]
    const leaves = former?.administrator === true && record.archivedAt && !former.archivedAt
    if (!leaves || (await hasOtherAdministrator(record, run))) return []
    return [faultOf(notTheLast)]
  },
  figures: { fields: [addsOfNoProject], relations: [] },
})
export class User extends BaseRecord {
  @Text('Name', { max: 120, sort: true, search: true, help: 'As others see it', personal: ofAccount })
  displayName!: string

  @Email('E-mail', { visibleTo: or(oneself('id'), administrator()), input: 'create', personal: ofAccount })
  email!: string

  @Choice('Language', Language, { optional: true, personal: ofAccount })
  language?: string

  @Choice('Colours', ColourScheme, { optional: true, personal: ofAccount })
  colourScheme?: string

  @Flag('Administrator', { input: 'none', initial: false, visibleTo: or(oneself('id'), administrator()), personal: { ...ofAccount, purpose: 'ROLES' } })
  administrator!: boolean

  @Moment('Asked to be erased', {
    input: 'none',
    optional: true,
    emptyIsNone: true,
    visibleTo: or(oneself('id'), administrator()),
    personal: ofAccount,
  })
  erasureAskedAt?: string

  @Moment('Erased', { input: 'none', optional: true, emptyIsNone: true, help: 'When what was known of the person was blanked; what they did stands' })
  erasedAt?: string

  @OfPerson({ ...ofAccount, purpose: 'SECURITY' })
  @Column({ type: 'text', name: 'password_hash', nullable: true })
  passwordHash?: string
}

const faultOf = ({ code, message }: Condition): Fault => ({ path: [], code, message })

/** Whether somebody else administers the installation; those stay so until this write is done. */
async function hasOtherAdministrator({ id }: Readonly<{ [field: string]: unknown }>, run: RunSql): Promise<boolean> {
  const others = await run('SELECT 1 FROM app_user WHERE administrator AND archived_at IS NULL AND id <> $1 FOR UPDATE', [id])
  return others.length > 0
}
