import { ProjectRecord } from '../access/index.js'
import { Choice, defineEnum, Integer, LongText, Record, role, Text, via } from '../model/index.js'

export const NoteKind = defineEnum('NoteKind', 'What a project note speaks of.', [
  'OBJECTIVE',
  'GOVERNANCE',
  'PARTNER_COUNT',
  'PILOT_ACTIONS',
  'BUDGET',
  'OTHER',
])

@Record({
  room: 'partnership',
  label: 'Project note',
  labels: 'Project notes',
  description: 'A fact or remark about the project that no other record holds.',
  beneath: { project: ['kind'] },
  read: via('project'),
  write: role('LEAD_PARTNER'),
  order: ['position'],
  listedIn: { project: { name: 'notes', label: 'Notes' } },
})
export class ProjectNote extends ProjectRecord {
  @Choice('Kind', NoteKind)
  kind!: string

  @Integer('Place in the list', { min: 1, max: 9999 })
  position!: number

  @Text('Title', { max: 300 })
  title!: string

  @LongText('Text', { optional: true })
  text?: string
}
