import { downloadCSV } from 'react-admin'
import { nameField, type RecordFacts } from '../app/contract'
import { allRows } from '../app/data-provider'

/** A text that a spreadsheet would take for a formula is marked as text; numbers stay numbers. */
const cell = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Every row of a list as CSV, beyond the page that is shown. */
export async function exportRows(record: RecordFacts, filter: Record<string, unknown>): Promise<void> {
  const rows = await allRows(record.plural, { filter })
  const fields = record.fields.filter((field) => !['createdAt', 'archivedAt', 'project'].includes(field.name))
  const lines = rows.map((row) =>
    [row.id, ...fields.map((field) => (field.target ? row[field.name]?.[nameField(field.target)] : row[field.name]))].map(cell).join(','),
  )
  downloadCSV([['id', ...fields.map((field) => field.name)].join(','), ...lines].join('\r\n'), record.plural)
}
