import { strFromU8 } from 'fflate'
import { Parser } from 'saxen'
import type { Sheet } from './read-table.js'
import { unpack } from './read-workbook.js'
import { checkBounds, TableRefused } from './table-bounds.js'

type Cell = string | number | null

/** True for a spreadsheet of OpenDocument: its first entry says so, unpacked. */
export const isOds = (file: Buffer): boolean => file.subarray(0, 200).includes('application/vnd.oasis.opendocument.spreadsheet')

/** Cells of all sheets of an ODS workbook, rows without any left out. */
export function readOds(file: Uint8Array): Sheet[] {
  const content = unpack(file)['content.xml']
  if (!content) throw new TableRefused('This workbook has no content. Save it anew as ODS, or as CSV.')
  const sheets = new Sheets()
  const parser = new Parser()
  parser.on('openTag', (name, attributes) => sheets.open(name, () => attributes() as Readonly<Record<string, string>>))
  parser.on('text', (text, decode) => sheets.write(decode(text)))
  parser.on('closeTag', (name) => sheets.close(name))
  parser.on('error', () => {
    throw new TableRefused('This workbook cannot be read. Save it anew as ODS, or as CSV.')
  })
  parser.parse(strFromU8(content))
  return sheets.all
}

/** Of a cell: what its program keeps of it, what it shows, and how often it stands there. */
interface Open {
  readonly type: string
  readonly value: string
  readonly times: number
  text: string
  paragraphs: number
}

/** Sheets, as their elements come by. What is empty and repeated, often a million times, is counted and not made. */
class Sheets {
  readonly all: { readonly name: string; readonly rows: Cell[][] }[] = []
  private rows: Cell[][] = []
  private row: Cell[] = []
  private rowTimes = 1
  private gap = 0
  private gapOfRows = 0
  private cell: Open | null = null
  private inText = 0
  private inNote = 0
  private width = 0

  open(name: string, attributes: () => Readonly<Record<string, string>>): void {
    if (name === 'table:table') this.beginSheet(attributes()['table:name'] ?? '')
    if (name === 'office:annotation') this.inNote += 1
    if (name === 'table:table-row') this.beginRow(timesOf(attributes()['table:number-rows-repeated']))
    if (isCell(name)) this.cell = cellOf(attributes())
    if (this.cell && this.inNote === 0) this.openText(name, this.cell, attributes)
  }

  private openText(name: string, cell: Open, attributes: () => Readonly<Record<string, string>>): void {
    if (name === 'text:p') {
      this.inText += 1
      if (cell.paragraphs > 0) cell.text += '\n'
      cell.paragraphs += 1
    }
    if (name === 'text:s') cell.text += ' '.repeat(Math.min(timesOf(attributes()['text:c']), 1000))
    if (name === 'text:line-break') cell.text += '\n'
    if (name === 'text:tab') cell.text += '\t'
  }

  write(text: string): void {
    if (this.cell && this.inText > 0 && this.inNote === 0) this.cell.text += text
  }

  close(name: string): void {
    if (name === 'office:annotation') this.inNote -= 1
    if (name === 'text:p' && this.inNote === 0 && this.inText > 0) this.inText -= 1
    if (isCell(name)) this.endCell()
    if (name === 'table:table-row') this.endRow()
  }

  private beginSheet(name: string): void {
    this.rows = []
    this.width = 0
    this.gapOfRows = 0
    this.all.push({ name, rows: this.rows })
  }

  private beginRow(times: number): void {
    this.row = []
    this.gap = 0
    this.rowTimes = times
  }

  private endCell(): void {
    const { cell } = this
    if (!cell) return
    this.cell = null
    const value = valueOfCell(cell)
    if (value === null) {
      this.gap += cell.times
      return
    }
    checkBounds(this.rows.length + this.gapOfRows + 1, this.row.length + this.gap + cell.times)
    this.row.push(...Array<null>(this.gap).fill(null), ...Array<Cell>(cell.times).fill(value))
    this.gap = 0
  }

  private endRow(): void {
    if (this.row.length === 0) {
      this.gapOfRows += this.rowTimes
      return
    }
    this.width = Math.max(this.width, this.row.length)
    checkBounds(this.rows.length + this.gapOfRows + this.rowTimes, this.width)
    for (; this.gapOfRows > 0; this.gapOfRows -= 1) this.rows.push([])
    for (let time = 0; time < this.rowTimes; time += 1) this.rows.push(this.row)
  }
}

const isCell = (name: string): boolean => name === 'table:table-cell' || name === 'table:covered-table-cell'

const timesOf = (given: string | undefined): number => (/^[1-9]\d{0,8}$/.test(given ?? '') ? Number(given) : 1)

const cellOf = (attributes: Readonly<Record<string, string>>): Open => ({
  type: attributes['office:value-type'] ?? '',
  value: attributes['office:value'] ?? attributes['office:date-value'] ?? '',
  times: timesOf(attributes['table:number-columns-repeated']),
  text: '',
  paragraphs: 0,
})

/** Numbers and days as the workbook keeps them, else what it shows. */
function valueOfCell({ type, value, text }: Open): Cell {
  if (['float', 'percentage', 'currency'].includes(type) && value !== '' && Number.isFinite(Number(value))) return Number(value)
  if (type === 'date' && value !== '') return value.replace('T00:00:00', '')
  return text.trim() || null
}
