import { nameOf, plainFields, type RecordFacts } from '../api/contract'
import { allRows } from '../api/data-provider'
import { downloadRows } from '../kit/download-rows'

/** Every row of a list as CSV, beyond the page that is shown. */
export async function exportRows(record: RecordFacts, filter: Record<string, unknown>): Promise<void> {
  const rows = await allRows(record.plural, { filter })
  const fields = plainFields(record).filter((field) => !['createdAt', 'archivedAt', 'project'].includes(field.name))
  const value = (row: Record<string, unknown>, { name, target }: (typeof fields)[number]) => {
    const related = row[name] as Record<string, unknown> | null
    return target ? related && nameOf(target, related) : row[name]
  }
  downloadRows(
    record.plural,
    ['id', ...fields.map((field) => field.name)],
    rows.map((row) => [row.id, ...fields.map((field) => value(row, field))]),
  )
}
