import { Column } from 'typeorm'
import {
  addsOfNoProject,
  administrator,
  Choice,
  companions,
  defineEnum,
  Email,
  Flag,
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
  makesViewers: true,
  unique: [['email']],
  rules: async (record, former, run) => {
    const leaves = former?.administrator === true && record.archivedAt && !former.archivedAt
    if (!leaves || (await hasOtherAdministrator(record, run))) return []
    return [{ path: [], code: 'LAST_ADMINISTRATOR', message: 'An installation keeps at least one administrator.' }]
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

  @OfPerson({ ...ofAccount, purpose: 'SECURITY' })
  @Column({ type: 'text', name: 'password_hash', nullable: true })
  passwordHash?: string
}

/** Whether somebody else administers the installation; those stay so until this write is done. */
async function hasOtherAdministrator({ id }: Readonly<{ [field: string]: unknown }>, run: RunSql): Promise<boolean> {
  const others = await run('SELECT 1 FROM app_user WHERE administrator AND archived_at IS NULL AND id <> $1 FOR UPDATE', [id])
  return others.length > 0
}
