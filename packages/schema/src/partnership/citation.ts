import { ProjectRecord } from '../access/index.js'
import { BelongsTo, Choice, defineEnum, type One, Record, role, Text, via } from '../model/index.js'
import { Source } from './source.js'

export const CitationBasis = defineEnum('CitationBasis', 'What a fact rests on.', ['SOURCE', 'COMMON_KNOWLEDGE', 'EDITORIAL', 'DERIVED'])

@Record({
  room: 'partnership',
  label: 'Citation',
  labels: 'Citations',
  description: 'Says what a record, or one field of it, rests on.',
  beneath: { source: ['recordType', 'recordId', 'field', 'basis'] },
  read: via('project'),
  write: role('LEAD_PARTNER'),
  audited: false,
  listedIn: { source: 'citations' },
})
export class Citation extends ProjectRecord {
  @Text('Kind of record', { max: 60, code: 'record' })
  recordType!: string

  @Text('Record', { max: 36, code: 'row' })
  recordId!: string

  @Text('Field', { max: 60, optional: true, code: 'field', help: 'Empty: the record as a whole' })
  field?: string

  @Choice('Basis', CitationBasis)
  basis!: string

  @BelongsTo('Source', () => Source, { optional: true })
  source?: One<Source>
}
