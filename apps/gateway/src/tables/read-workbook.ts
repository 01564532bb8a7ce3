import { strFromU8, unzipSync, zipSync } from 'fflate'
import readSheets from 'read-excel-file/node'
import type { Sheet } from './read-table.js'
import { checkBounds, MOST_BYTES, TableRefused } from './table-bounds.js'

/** Cells of all sheets, rows without any left out. What is read is what was measured: the workbook is packed anew for it. */
export async function readWorkbook(file: Uint8Array): Promise<Sheet[]> {
  const parts = unpack(file)
  for (const [name, bytes] of Object.entries(parts)) if (name.startsWith('xl/worksheets/')) checkSheet(strFromU8(bytes, true))
  const sheets = await readSheets(Buffer.from(zipSync(parts, { level: 0 })))
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellOf)) }))
}

/** A day stands there as ISO says it, whatever the workbook shows. */
function cellOf(cell: unknown): string | number | null {
  if (typeof cell === 'number' || cell === null) return cell
  if (!(cell instanceof Date)) return String(cell).trim()
  return cell.toISOString().replace('T00:00:00.000Z', '')
}

/** The texts of a workbook. Each is unpacked into as many bytes as it says it has, and all together are bounded. */
export function unpack(file: Uint8Array): Record<string, Uint8Array> {
  let bytes = 0
  return unzipSync(file, {
    filter: ({ name, originalSize }) => {
      if (!/\.(xml|rels)$/.test(name)) return false
      bytes += originalSize
      if (bytes > MOST_BYTES)
        throw new TableRefused(`The workbook is larger than ${MOST_BYTES / 1_000_000} MB when it is unpacked. Save the sheet alone, or as CSV.`)
      return true
    },
  })
}

/** How far rows and cells of a sheet reach, by their own places: the reader fills all that lies before them. */
function checkSheet(text: string): void {
  let [rows, columns] = [0, 0]
  for (const [, place = ''] of text.matchAll(/\sr\s*=\s*["']([^"']*)["']/g)) {
    const [, letters, digits] = /^([A-Z]{0,3})(\d{1,7})$/.exec(place) ?? []
    if (digits === undefined) throw new TableRefused('A cell of the workbook stands at no place. Save it anew as XLSX, or as CSV.')
    rows = Math.max(rows, Number(digits))
    columns = Math.max(columns, columnOf(letters ?? ''))
  }
  checkBounds(rows, columns)
}

/** `A` is 1, `AB` is 28. */
const columnOf = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
