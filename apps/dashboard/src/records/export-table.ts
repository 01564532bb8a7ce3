import { type FieldFacts, hasCurrencyBeside, nameOf, plainFields, type RecordFacts } from '../api/contract'
import type { Translate } from '../api/translate'
import type { TableCell } from '../kit/csv'
import type { Table } from '../kit/export-table'
import { partialDayText } from '../kit/format'
import { type Column, columnLabel, toldOf } from './list-columns'
import { valueText } from './value-text'

type Row = Readonly<Record<string, unknown>>

/** A column of the table that is taken away. */
interface Taken {
  readonly head: string
  readonly cell: (row: Row) => TableCell
}

/** Fields that every row of a project has, or that only archived rows have. */
const leftOut = ['createdAt', 'archivedAt', 'project']

/**
 * Rows of a list as the screen words them: first the columns that it shows, in its order, then every other field that people
 * keep, amounts with their currency; and at the end the ids and codes behind the words, under the names of the contract.
 */
export function exportTable(record: RecordFacts, shown: readonly Column[], rows: readonly Row[], translate: Translate): Table {
  const isShown = (field: FieldFacts) => shown.some(({ name }) => name === field.name)
  const others = plainFields(record).filter((field) => !leftOut.includes(field.name) && !isShown(field))
  const columns = [...shown, ...others.map((field) => ({ name: field.name, field }))]
  const taken = [...columns.map((column) => inWords(record, column, translate)), ...columns.flatMap(({ field }) => (field ? keysOf(field) : []))]
  const currency: Taken[] = hasCurrencyBeside(record) ? [{ head: 'currency', cell: (row) => row.currency as TableCell }] : []
  const all = [...taken, ...currency, { head: 'id', cell: (row: Row) => row.id as TableCell }]
  return { head: all.map(({ head }) => head), rows: rows.map((row) => all.map(({ cell }) => cell(row))) }
}

/** A column as the screen words it. */
function inWords(record: RecordFacts, column: Column, translate: Translate): Taken {
  const { field, list, name } = column
  const head = columnLabel(record, column, translate)
  if (list) return { head, cell: (row) => namesOf(list, row[name] as { readonly nodes: readonly Row[] }) }
  return { head, cell: (row) => (field ? cellOf(field, row, translate) : null) }
}

/** The names of records that belong to a row. */
function namesOf(list: NonNullable<Column['list']>, { nodes }: { readonly nodes: readonly Row[] }): string {
  const { record, through } = toldOf(list)
  return nodes.map((node) => nameOf(record.name, (through ? node[through] : node) as Row)).join('; ')
}

/** Kinds whose values are codes, which only words tell. */
const inPlainWords: ReadonlySet<string> = new Set(['choice', 'flag', 'country'])

/** A value as the screen words it; numbers and days stay such, so that one can reckon with them. */
function cellOf(field: FieldFacts, row: Row, translate: Translate): TableCell {
  const { name, kind, target } = field
  const value = row[name] as TableCell
  if (value === null || value === undefined) return null
  if (target) return nameOf(target, value as Row)
  if (inPlainWords.has(kind)) return valueText(field, value, translate, '')
  return kind === 'day' ? dayCell(String(value), row[`${name}Precision`]) : value
}

/** A day that is known to the day is one; else it is the month or year in words. */
function dayCell(day: string, precision: unknown): TableCell {
  return precision === 'MONTH' || precision === 'YEAR' ? partialDayText(day, precision) : new Date(day)
}

/** The id or code behind words. */
function keysOf({ name, kind, target }: FieldFacts): Taken[] {
  if (target) return [{ head: `${name}Id`, cell: (row) => (row[name] as Row | null)?.id as TableCell }]
  return kind === 'choice' || kind === 'country' ? [{ head: `${name}Code`, cell: (row) => row[name] as TableCell }] : []
}
