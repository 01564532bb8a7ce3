import type { Cell } from 'write-excel-file/browser'
import { saveFile } from '../api/files'
import type { TableCell } from './csv'

/** Saves rows as an XLSX file; days are days in it, numbers are numbers. */
export async function downloadWorkbook(name: string, head: readonly string[], rows: readonly (readonly TableCell[])[]): Promise<void> {
  const { default: writeWorkbook } = await import('write-excel-file/browser')
  const table = [head.map((value) => ({ value, fontWeight: 'bold' as const })), ...rows.map((row) => row.map(workbookCell))]
  saveFile(await writeWorkbook(table, { stickyRowsCount: 1 }).toBlob(), `${name}.xlsx`)
}

/** A value as a workbook keeps it: what has parts as JSON, as CSV does. */
export function workbookCell(value: TableCell): Cell {
  if (value === null || value === undefined || value === '') return null
  if (value instanceof Date) return { value, type: Date, format: 'yyyy-mm-dd' }
  return typeof value === 'object' ? JSON.stringify(value) : value
}
