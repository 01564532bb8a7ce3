import type { FoundTable } from './find-table.js'

/** What is wrong with a file, at a row (the first is 1) and a column; null for the row as a whole. */
export interface FileFault {
  readonly row: number
  readonly column: string | null
  readonly code: string
  readonly message: string
  readonly params?: Readonly<Record<string, string | number>>
}

/** What the head lacks. */
export const columnMissing = ({ head }: FoundTable, column: string): FileFault => ({
  row: head,
  column,
  code: 'COLUMN_MISSING',
  params: { column },
  message: `There is no column "${column}". Say which one it is, or take the template.`,
})

/** Not one cell of such a row can be trusted to stand in its column. */
export const tooManyCells = (row: number): FileFault => ({
  row,
  column: null,
  code: 'TOO_MANY_CELLS',
  message: 'This row has more cells than the header. Put a text with a comma between quotation marks, and write 1.5 or "1,5".',
})
