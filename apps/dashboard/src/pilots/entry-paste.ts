import { lineOf } from '@clusterpolisee/values'
import { cellKey, type EntryColumn, type EntryRow, isOpen, type Typed } from './entry-model'

/** A cell of the clipboard, quoted where it holds a tab or a line break; then what ends it. */
const CELL = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/y

/** A block of a spreadsheet, as it stands on the clipboard: lines by cells. */
export function parseBlock(text: string): string[][] {
  const block = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  const lines: string[][] = [[]]
  for (let at = 0; ; ) {
    CELL.lastIndex = at
    const [whole = '', quoted, plain = '', end = ''] = CELL.exec(block) ?? []
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    at += whole.length
    if (end === '') return lines
    if (end === '\n') lines.push([])
  }
}

/** What a pasted block fills, and the texts in it for which there is no cell. */
export interface Pasted {
  readonly cells: Typed
  readonly homeless: readonly string[]
}

/** Puts a block into the grid from one cell on. Closed cells take up their place: what aims at one, or beyond the grid, is homeless. */
export function pasted(rows: readonly EntryRow[], columns: readonly EntryColumn[], at: { row: number; column: number }, block: readonly string[][]): Pasted {
  const placed = block.flatMap((line, down) =>
    line.map((cell, along) => {
      const [row, column, text] = [rows[at.row + down], columns[at.column + along], lineOf(cell)]
      return { text, key: row && column && isOpen(row, column) ? cellKey(row, column) : null }
    }),
  )
  return {
    cells: Object.fromEntries(placed.flatMap(({ key, text }) => (key === null ? [] : [[key, text] as const]))),
    homeless: placed.flatMap(({ key, text }) => (key === null && text !== '' ? [text] : [])),
  }
}
