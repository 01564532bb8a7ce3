import type { RecordModel, Row, Sql } from '../model.js'
import { checkValue } from './check-value.js'
import { fieldSql } from './scope.js'
import type { Statement } from './statement.js'

/** Rows of which a searchable field holds the words; `search_form` folds case and accents alike on both sides. */
export function searchPredicate(record: RecordModel, row: Row, words: string, statement: Statement): Sql | true {
  checkValue('String', words, ['search'])
  const fields = record.fields.filter((field) => field.searchable)
  if (words.trim() === '' || fields.length === 0) return true
  const pattern = statement.value(`%${words.trim().replace(/[\\%_]/g, '\\$&')}%`, 'text')
  return `(${fields.map((field) => `search_form(${fieldSql(field, row)}) LIKE search_form(${pattern})`).join(' OR ')})`
}
