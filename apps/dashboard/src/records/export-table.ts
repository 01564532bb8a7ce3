import { hasCurrencyBeside, nameOf, plainFields, type RecordFacts } from '../api/contract'

/** A list as a table: the names of its columns, and a row for each record. */
export interface ExportTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
}

/** Rows of a list with every field that people keep; what a row belongs to by its name, and amounts with their currency. */
export function exportTable(record: RecordFacts, rows: readonly Readonly<Record<string, unknown>>[]): ExportTable {
  const fields = plainFields(record).filter((field) => !['createdAt', 'archivedAt', 'project'].includes(field.name))
  const value = (row: Readonly<Record<string, unknown>>, { name, target }: (typeof fields)[number]) => {
    const related = row[name] as Readonly<Record<string, unknown>> | null
    return target ? related && nameOf(target, related) : row[name]
  }
  const beside = hasCurrencyBeside(record) ? ['currency'] : []
  return {
    head: ['id', ...fields.map((field) => field.name), ...beside],
    rows: rows.map((row) => [row.id, ...fields.map((field) => value(row, field)), ...beside.map((name) => row[name])]),
  }
}
