import { ProjectRecord } from '../access/index.js'
import { Flag, LongText, Record, role, Text, Url, via } from '../model/index.js'

@Record({
  room: 'partnership',
  label: 'Source',
  labels: 'Sources',
  description: 'A page or document from which facts of the project were taken.',
  columns: ['title', 'publisher', 'language', 'address'],
  read: via('project'),
  write: role('LEAD_PARTNER'),
  order: ['title'],
  listedIn: { project: 'sources' },
})
export class Source extends ProjectRecord {
  @Text('Key', { max: 60, search: true, help: 'Short name by which it is cited' })
  key!: string

  @Text('Title', { max: 300, sort: true, search: true })
  title!: string

  @Text('Publisher', { max: 300, optional: true, search: true })
  publisher?: string

  @Url('Address', { optional: true, personal: 'An address of the web' })
  address?: string

  @Text('Language', { code: 'language', max: 10, optional: true })
  language?: string

  @LongText('Supports', { optional: true, help: 'Which facts it carries' })
  supports?: string

  @Flag('Read in full', { optional: true })
  readInFull?: boolean
}
