import { downloadCSV } from 'react-admin'
import { nameOf, type RecordFacts } from '../app/contract'
import { allRows } from '../app/data-provider'

/** A text that a spreadsheet would take for a formula is marked as text; numbers stay numbers. */
const cell = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Writes rows as a CSV file that a spreadsheet opens. */
export function downloadRows(name: string, head: readonly string[], rows: readonly (readonly unknown[])[]): void {
  downloadCSV([head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n'), name)
}

/** Every row of a list as CSV, beyond the page that is shown. */
export async function exportRows(record: RecordFacts, filter: Record<string, unknown>): Promise<void> {
  const rows = await allRows(record.plural, { filter })
  const fields = record.fields.filter((field) => !['createdAt', 'archivedAt', 'project'].includes(field.name))
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
