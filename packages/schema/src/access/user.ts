import { Column } from 'typeorm'
import { addsOfNoProject, administrator, Choice, companions, defineEnum, Email, Flag, oneself, or, Record, type RunSql, Text } from '../model/index.js'
import { BaseRecord } from './base-record.js'

export const Language = defineEnum('Language', 'A language of the dashboard.', ['EN', 'IT'], { EN: 'English', IT: 'Italiano' })
export const ColourScheme = defineEnum('ColourScheme', 'Colours of the dashboard.', ['LIGHT', 'DARK', 'SYSTEM'], { SYSTEM: 'As the device says' })

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
  @Text('Name', { max: 120, sort: true, search: true, help: 'As others see it' })
  displayName!: string

  @Email('E-mail', { visibleTo: or(oneself('id'), administrator()), input: 'create' })
  email!: string

  @Choice('Language', Language, { optional: true })
  language?: string

  @Choice('Colours', ColourScheme, { optional: true })
  colourScheme?: string

  @Flag('Administrator', { input: 'none', initial: false, visibleTo: or(oneself('id'), administrator()) })
  administrator!: boolean

  @Column({ type: 'text', name: 'password_hash', nullable: true })
  passwordHash?: string
}

/** Whether somebody else administers the installation; those stay so until this write is done. */
async function hasOtherAdministrator({ id }: Readonly<{ [field: string]: unknown }>, run: RunSql): Promise<boolean> {
  const others = await run('SELECT 1 FROM app_user WHERE administrator AND archived_at IS NULL AND id <> $1 FOR UPDATE', [id])
  return others.length > 0
}
