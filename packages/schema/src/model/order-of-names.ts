import type { FieldMeta } from './field.js'
import { fieldKinds } from './field-kinds.js'

/** The collation by which texts are ordered: see access/00-by-name.sql. */
export const BY_NAME = 'by_name'

/** True of what people look up by its letters; a choice has the order of its words. */
export const isOrderedByName = ({ kind }: FieldMeta): boolean =>
  kind !== 'belongsTo' && kind !== 'choice' && (fieldKinds[kind].sqlType === 'text' || fieldKinds[kind].sqlType === 'citext')
