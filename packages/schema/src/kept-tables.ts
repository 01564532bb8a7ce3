import { allRecords } from './model/index.js'
import { ACCOUNTS, type PersonalColumn, personalColumnsOf, personalTables } from './personal-data.js'

/** A table in which something is kept of people, with its columns that say so. */
export interface PersonalTable {
  readonly table: string
  readonly record: string | null
  readonly columns: readonly PersonalColumn[]
}

/** All tables in which something is kept of people; the queue's mails are not among them, which are taken out of it by name. */
export const keptTables = (): PersonalTable[] =>
  personalTables()
    .filter((table) => !table.includes('.'))
    .map((table) => {
      const columns = personalColumnsOf(table)
      return { table, record: columns[0]?.record ?? null, columns }
    })

/** True of a column that holds something itself, and leads to no other row. */
export const isPlain = ({ leadsTo }: PersonalColumn): boolean => leadsTo === null

/** True of an address, by which somebody is found who has no account yet. */
export const isAddress = (column: PersonalColumn): boolean => isPlain(column) && column.column === 'email'

/** Whether the audit tells of the table's rows. */
export const isAudited = ({ record }: PersonalTable): boolean => allRecords().some(({ name, audited }) => name === record && audited)

/** SQL: blanks what the audit tells of the rows `ids`, and notes which rows of it those were in `touched`. */
export const auditBlanked = ({ record, columns }: PersonalTable): string => {
  const names = columns.filter((column) => isPlain(column) && column.erase !== 'KEEP').map(({ property }) => property)
  return `touched := touched || blank_audit('${record}', ids, '{${names.join(',')}}');`
}

/** A column, and what stands in it where nothing is kept any more. */
export interface Blank {
  readonly column: string
  readonly value: string
}

/** What somebody who was erased goes by. */
const ERASED_NAME = 'Person who was erased'
/** What stands in place of any other name that has to be there. */
const NO_NAME = 'Name no longer kept'

/** What is blanked in a row of the table. */
export const blanksOf = ({ columns }: PersonalTable): Blank[] =>
  columns.filter((column) => isPlain(column) && column.erase === 'BLANK').map((column) => ({ column: column.column, value: blankOf(column) }))

/** SQL that blanks. */
export const setsOf = (blanks: readonly Blank[]): string[] => blanks.map(({ column, value }) => `${column} = ${value}`)

/** SQL: there is something left to blank. */
export const areOther = (blanks: readonly Blank[]): string => `(${blanks.map(({ column, value }) => `${column} IS DISTINCT FROM ${value}`).join(' OR ')})`

/** SQL of the stamps that a write leaves. */
export const stampsOf = ({ record }: PersonalTable): string[] =>
  fieldsOf(record).some(({ name }) => name === 'updatedAt') ? ['version = version + 1', 'updated_at = moment_of_write()'] : []

/** What stands in place of a value: nothing where that may be, else what says nothing of anybody. */
function blankOf(column: PersonalColumn): string {
  if (column.optional) return 'NULL'
  if (fieldsOf(column.record).find((field) => field.name === column.property)?.kind === 'flag') return 'false'
  return isAddress(column) ? `(id || '@erased.invalid')` : `'${column.table === ACCOUNTS ? ERASED_NAME : NO_NAME}'`
}

const fieldsOf = (record: string | null) => allRecords().find(({ name }) => name === record)?.fields ?? []
