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

/** UTF-16 says what it is by its first two bytes; what is no UTF-8 was written by an older Windows. */
function decode(file: Buffer): string {
  const utf16 = [
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
  ] as const
  const [name] = utf16.find(([, [first, second]]) => file[0] === first && file[1] === second) ?? []
  const text = name ? decodeAs(name, file) : (decodeAs('utf-8', file) ?? fromWindows(file))
  if (text === null || text.includes('\0')) throw new TableRefused('This file is no text. Save it as "CSV UTF-8", or as XLSX.')
  return text
}

/** Letters of Windows-1252 where ISO 8859-1 has controls, from 0x80 on. Node 20 decodes the one as the other. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const fromWindows = (file: Buffer): string => file.toString('latin1').replace(/[\u0080-\u009f]/g, (letter) => WINDOWS[letter.charCodeAt(0) - 0x80] ?? letter)

function decodeAs(name: string, file: Buffer): string | null {
  try {
    return new TextDecoder(name, { fatal: true }).decode(file)
  } catch {
    return null
  }
}

/** The one that the header has most of, without what stands in quotation marks. */
function delimiterOf(text: string): string {
  const [line = ''] = text.split('\n', 1)
  const header = line.replace(/"[^"]*"/g, '')
  const count = (mark: string) => header.split(mark).length
  return [',', ';', '\t'].sort((a, b) => count(b) - count(a))[0] as string
}
