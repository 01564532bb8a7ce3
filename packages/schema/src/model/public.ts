import type { ComputedMeta, FieldMeta } from './field.js'
import type { RecordMeta } from './registry.js'

/** Fields that go with every record, and so do not make one public. */
const COMMON = new Set(['project', 'createdAt', 'updatedAt', 'archivedAt'])

type Said = Pick<FieldMeta | ComputedMeta, 'name' | 'isPublic'>

/** True of what lies in a project: outside of projects nothing is published. */
const isOfProject = (record: RecordMeta): boolean => record.isProject || record.fields.some(({ name }) => name === 'project')

/** True of a record of which strangers may read some fields, in the rows that its rule gives them; of any other they read no row. */
export const isOpen = (record: RecordMeta): boolean => !isOfProject(record) || record.fields.some(({ isPublic }) => isPublic)

/** True of a field that whoever may read the row may read; any other of an open record is for members of the project. */
export const isPublicField = (record: RecordMeta, { name, isPublic }: Said): boolean => !isOfProject(record) || COMMON.has(name) || isPublic === true

/** A field that only members may see, in a record that strangers may read too. Relations are as visible as what they lead to. */
export const isForMembers = (record: RecordMeta, field: FieldMeta | ComputedMeta): boolean =>
  isOpen(record) && !isPublicField(record, field) && !('kind' in field && field.kind === 'belongsTo')

/** The names of the fields that strangers read of a record, where its rule gives them a row; none of a record that is closed to them. */
export const publicFields = (record: RecordMeta): readonly string[] =>
  isOfProject(record) && isOpen(record) ? [...record.fields, ...record.computed].filter(({ isPublic }) => isPublic).map(({ name }) => name) : []

/** A needed field cannot be hidden from whoever reads the row: an open record says of each that it is public, or that fewer may see it. */
export function checkPublic(record: RecordMeta): void {
  const hidden = [...record.fields, ...record.computed].filter((field) => isForMembers(record, field) && !field.optional && !field.visibleTo)
  if (hidden.length > 0) throw new Error(`${record.name} is read by strangers: ${hidden.map(({ name }) => name).join(', ')} must be public or optional`)
}
