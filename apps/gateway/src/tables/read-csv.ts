import { parse } from 'csv-parse/sync'
import type { Table } from './read-table.js'
import { checkBounds, MOST_ROWS, TableRefused } from './table-bounds.js'

/** Cells of CSV, as text; rows as long as they are. */
export function readCsv(file: Buffer): Table {
  const text = decode(file)
  const table = cellsOf(text)
  checkBounds(
    table.length,
    table.reduce((most, row) => Math.max(most, row.length), 0),
  )
  return table
}

function cellsOf(text: string): string[][] {
  try {
    return parse(text, {
      bom: true,
      to: MOST_ROWS + 1,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as string[][]
  } catch {
    throw new TableRefused('This is not CSV as we read it: a quotation mark is open somewhere.')
  }
}

function decode(file: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch {
    throw new TableRefused('This file is not in UTF-8. Save it as "CSV UTF-8".')
  }
}

/** The one that the header has most of. */
function delimiterOf(text: string): string {
  const [header = ''] = text.split('\n', 1)
  const count = (mark: string) => header.split(mark).length
  return [',', ';', '\t'].sort((a, b) => count(b) - count(a))[0] as string
}
