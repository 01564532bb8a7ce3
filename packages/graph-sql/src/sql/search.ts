import type { RecordModel, Row, Sql } from '../model.js'
import { mapped, valueNow } from '../read/variables.js'
import { fieldSql } from './scope.js'
import type { Statement } from './statement.js'

/**
 * Rows of which a searchable field holds the words; `search_form` folds case and accents alike on both sides. What joins two words
 * may be a space or a hyphen in either: any one sign fits there, so that the index still serves.
 */
export function searchPredicate(record: RecordModel, row: Row, words: unknown, statement: Statement): Sql | true {
  statement.check('String', words, ['search'])
  const fields = record.fields.filter((field) => field.searchable)
  if (String(valueNow(words)).trim() === '' || fields.length === 0) return true
  const pattern = statement.value(
    mapped(words, (text) => `%${escapeLike(String(text).trim().normalize('NFC')).replace(/[\s\p{Pd}]+/gu, '_')}%`),
    'text',
  )
  return `(${fields.map((field) => `search_form(${fieldSql(field, row)}) LIKE search_form(${pattern})`).join(' OR ')})`
}

/** A text in a LIKE pattern, its wild cards taken literally. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&')
