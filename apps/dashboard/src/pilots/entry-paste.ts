import { cellKey, type EntryColumn, type EntryRow, isOpen, type Typed } from './entry-model'

/** A block of a spreadsheet: lines by cells. */
export const parseBlock = (text: string): string[][] =>
  text
    .replace(/\r/g, '')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t'))

/** Puts a block into the grid from one cell on; cells that are closed are passed over. */
export function pasted(rows: readonly EntryRow[], columns: readonly EntryColumn[], at: { row: number; column: number }, block: readonly string[][]): Typed {
  const cells = block.flatMap((line, down) => {
    const row = rows[at.row + down]
    if (!row) return []
    const open = columns.slice(at.column).filter((column) => isOpen(row, column))
    return line.flatMap((text, along) => (open[along] ? [[cellKey(row, open[along]), text.trim()] as const] : []))
  })
  return Object.fromEntries(cells)
}
