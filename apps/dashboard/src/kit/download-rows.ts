import { downloadCSV } from 'react-admin'
import { csvOf } from './csv'

/** Writes rows as a CSV file that a spreadsheet opens. */
export function downloadRows(name: string, head: readonly string[], rows: readonly (readonly unknown[])[]): void {
  downloadCSV(csvOf(head, rows), name)
}
