/** What a cell of a table that is taken away holds: a text, a number, a day (as midnight UTC); null: nothing known. */
export type TableCell = string | number | boolean | Date | null | undefined | object

/** What stands between the cells. With semicolons, as spreadsheets of many languages want them, a comma stands before decimals. */
export type Separator = ',' | ';'

/** A text that a spreadsheet would take for a formula is marked as text; numbers stay numbers. */
function cell(value: TableCell, separator: Separator): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return separator === ';' ? String(value).replace('.', ',') : String(value)
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /["\r\n]/.test(safe) || safe.includes(separator) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A table as CSV: a line for its head and each of its rows. */
export const csvOf = (head: readonly string[], rows: readonly (readonly TableCell[])[], separator: Separator = ','): string =>
  [head, ...rows].map((row) => row.map((value) => cell(value, separator)).join(separator)).join('\r\n')
