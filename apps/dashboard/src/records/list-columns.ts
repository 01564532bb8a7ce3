import { type FieldFacts, fieldOf, isOrderable, type ListFacts, labelKey, nameFields, plainFields, type RecordFacts, recordNamed } from '../api/contract'
import type { Translate } from '../api/translate'

/** A column of a list: a field, or records that belong to the row. */
export interface Column {
  readonly name: string
  readonly field?: FieldFacts
  readonly list?: ListFacts
}

/** The record's own columns, else the first six that are typed in. */
export function columnsOf(record: RecordFacts): readonly Column[] {
  const plain = record.fields.filter((field) => field.input !== 'none' && field.name !== 'project').map((field) => field.name)
  return (record.columns ?? plain.slice(0, 6)).map((name) => {
    const list = record.lists?.find((candidate) => candidate.name === name)
    const field = fieldOf(record, name)
    return { name, ...(list ? { list } : {}), ...(field ? { field } : {}) }
  })
}

/** Fields that no column says: every row here has the same project, and no row here is archived. */
const neverColumns = ['project', 'archivedAt']

/** What a list can show: its own columns, and every other field that any page can show. */
export function choosableColumns(record: RecordFacts): readonly Column[] {
  const own = columnsOf(record)
  const others = plainFields(record).filter(({ name }) => !neverColumns.includes(name) && !own.some((column) => column.name === name))
  return [...own, ...others.map((field) => ({ name: field.name, field }))]
}

/** The columns that a person chose, in that order; `kept` is what the browser stored, and counts only as far as it still fits. */
export function shownColumns(record: RecordFacts, kept: unknown): readonly Column[] {
  const choices = choosableColumns(record)
  const chosen = Array.isArray(kept) ? kept.flatMap((name: unknown) => choices.find((column) => column.name === name) ?? []) : []
  const main = mainColumn(record, columnsOf(record))
  return main && chosen.some(({ name }) => name === main.name) ? chosen : columnsOf(record)
}

/** The fields among columns. */
export const fieldsOf = (columns: readonly Column[]): FieldFacts[] => columns.flatMap(({ field }) => field ?? [])

/** The column that opens the record: the last that it is called by, else the first text. */
export function mainColumn(record: RecordFacts, columns: readonly Column[]): Column | undefined {
  const named = [...nameFields(record.name)].reverse()
  const main = named.find((name) => columns.some((column) => column.name === name))
  return columns.find(({ name }) => name === main) ?? columns.find(({ field }) => field?.kind === 'text') ?? columns[0]
}

/** What heads a column: a field's label, or what belongs to the row, in the plural. */
export function columnLabel(record: RecordFacts, { name, list }: Column, translate: Translate): string {
  return list ? translate(`resources.${toldOf(list).record.plural}.name`, { smart_count: 2 }) : translate(labelKey(record, name))
}

/** What a relation to many tells of: a record that only joins two is told by the other of them. */
export function toldOf({ target, by }: ListFacts): { readonly record: RecordFacts; readonly through?: string } {
  const record = recordNamed(target)
  const [first, ...more] = nameFields(target).filter((name) => name !== by)
  const other = first && more.length === 0 ? fieldOf(record, first)?.target : undefined
  return other && first ? { record: recordNamed(other), through: first } : { record }
}

/** How a list is ordered. */
export interface Sort {
  readonly field: string
  readonly order: 'ASC' | 'DESC'
}

/** How a list is ordered at first: as the record says, where a column shows it; `id` leaves the order to the gateway. */
export function firstSort(record: RecordFacts, columns: readonly Column[]): Sort {
  const orderable = fieldsOf(columns).filter(isOrderable)
  const [own] = record.order ?? []
  if (!own) return { field: orderable[0]?.name ?? 'id', order: 'ASC' }
  return orderable.some(({ name }) => name === own.field) ? { field: own.field, order: own.direction } : { field: 'id', order: 'ASC' }
}
