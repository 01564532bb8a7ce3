import type { TableCell } from './csv'
import { downloadRows } from './download-rows'
import { downloadWorkbook } from './download-workbook'

/** A table that is taken away: the names of its columns, and its rows. */
export interface Table {
  readonly head: readonly string[]
  readonly rows: readonly (readonly TableCell[])[]
}

/** The kinds of file in which a table can be taken away. */
export const exportForms = ['XLSX', 'CSV', 'SEMICOLONS'] as const
export type ExportForm = (typeof exportForms)[number]

/** Saves a table as a file of this name. */
export async function saveTable(name: string, { head, rows }: Table, form: ExportForm): Promise<void> {
  if (form === 'XLSX') await downloadWorkbook(name, head, rows)
  else downloadRows(name, head, rows, form === 'CSV' ? ',' : ';')
}
