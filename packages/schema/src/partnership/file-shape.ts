import { ProjectRecord } from '../access/index.js'
import { Choice, defineEnum, defineShape, Json, LongText, members, part, Record, role, type ShapeOf, Text } from '../model/index.js'

export const ImportKind = defineEnum('ImportKind', 'What a file is imported as.', ['STATISTICS', 'ENTRIES'], {
  STATISTICS: 'Regional statistics',
  ENTRIES: 'Initiatives and regions of a benchmark',
})

const ReadColumn = defineShape('ReadColumn', 'In which column of a file something stands.', {
  as: part.text('What the import asks for, as region.'),
  column: part.text('Name of the column, as the file has it.'),
})
const ReadConstant = defineShape('ReadConstant', 'What is the same for all rows of a file.', {
  as: part.text('What the import asks for, as unit.'),
  text: part.text('What it is, as it would stand in a cell.'),
})
const ReadOnly = defineShape('ReadOnly', 'Which rows of a file are taken.', {
  column: part.text('Name of the column, as the file has it.'),
  value: part.text('What stands there in the rows that are taken.'),
})

/** How a file is read: where each thing stands that its import asks for. */
export const FileReading = defineShape('FileReading', 'How a file is read: where each thing stands that its import asks for.', {
  columns: part.many(ReadColumn, 'Columns that are read.'),
  constants: part.many(ReadConstant, 'What no column says.'),
  only: part.many(ReadOnly, 'Rows that are taken; all others are passed over.'),
  yearsAsColumns: part.flag('True: each year is a column, and its cells are the values.'),
})
export type FileReading = ShapeOf<typeof FileReading>

@Record({
  room: 'partnership',
  label: 'Known shape of files',
  labels: 'Known shapes of files',
  description: 'How files with these columns were read the last time; the next one of the same shape is read so too.',
  columns: ['importedAs', 'heading', 'updatedAt'],
  read: members(),
  write: role('LEAD_PARTNER', 'WORK_PACKAGE_LEADER', 'EVALUATOR'),
  verbs: [],
  audited: false,
  unique: [['project', 'importedAs', 'shape']],
  order: ['heading'],
})
export class FileShape extends ProjectRecord {
  @Choice('Imported as', ImportKind, { input: 'none' })
  importedAs!: string

  @Text('Shape', { input: 'none', max: 64, help: 'Hash of the names of its columns, years left out' })
  shape!: string

  @LongText('Columns', { input: 'none' })
  heading!: string

  @Json('How they are read', { holds: FileReading })
  reading!: FileReading
}
