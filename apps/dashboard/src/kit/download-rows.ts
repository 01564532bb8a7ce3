import { saveFile } from '../api/files'
import { csvOf, type Separator, type TableCell } from './csv'

/** Bytes by which spreadsheets know that a CSV file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

/** Saves rows as a CSV file that a spreadsheet opens. */
export function downloadRows(name: string, head: readonly string[], rows: readonly (readonly TableCell[])[], separator: Separator = ','): void {
  const text = BYTE_ORDER_MARK + csvOf(head, rows, separator)
  saveFile(new Blob([text], { type: 'text/csv;charset=utf-8' }), `${name}.csv`)
}
