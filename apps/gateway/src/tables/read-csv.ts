import { parse } from 'csv-parse/sync'
import { isJson, readJsonStat } from './read-json-stat.js'
import type { Table } from './read-table.js'
import { checkBounds, MOST_ROWS, TableRefused } from './table-bounds.js'

/** Cells of CSV or TSV, as text, or of JSON-stat; rows as long as they are, without any left out. */
export function readCsv(file: Buffer): Table {
  const text = decode(file)
  const table = isJson(text) ? readJsonStat(text) : cellsOf(text)
  checkBounds(
    table.length,
    table.reduce((most, row) => Math.max(most, row.length), 0),
  )
  return table
}

/** Excel's own first line, which says what parts the cells. */
const SAYS_MARK = /^\ufeff?sep=(.)(?=\r?\n)/i

function cellsOf(text: string): string[][] {
  const [line = '', mark] = SAYS_MARK.exec(text) ?? []
  const table = text.slice(line.length)
  try {
    const rows = parse(table, { bom: true, to: MOST_ROWS + 1, delimiter: mark ?? delimiterOf(table), relax_column_count: true, trim: true }) as string[][]
    return rows.map((row) => (row.some((cell) => cell !== '') ? row : []))
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

/** Letters and lines by which the mark between cells is told. */
const LOOKED_AT = { letters: 20_000, lines: 30 }

/** The mark of which most of the first lines have the same number, without what stands in quotation marks; a tab behind Eurostat's `geo\TIME_PERIOD`. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, LOOKED_AT.letters)
    .replace(/"[^"]*"/g, '')
    .split('\n', LOOKED_AT.lines)
  if (/^[^\t]+\\[^\t]*\t/.test(lines[0] ?? '')) return '\t'
  const marks = [',', ';', '\t'].map((mark) => ({ mark, ...steadiness(lines, mark) }))
  return marks.sort((a, b) => b.lines - a.lines || b.cells - a.cells)[0]?.mark ?? ','
}

/** How many lines have as many of a mark as most of those that have it, and how many that is. */
function steadiness(lines: readonly string[], mark: string): { readonly lines: number; readonly cells: number } {
  const counts = lines.map((line) => line.split(mark).length - 1).filter((count) => count > 0)
  const same = (count: number) => counts.filter((other) => other === count).length
  const cells = counts.reduce((best, count) => (same(count) > same(best) ? count : best), counts[0] ?? 0)
  return { lines: same(cells), cells }
}
