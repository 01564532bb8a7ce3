import { gunzipSync } from 'node:zlib'
import { readCsv } from './read-csv.js'
import { isOds, readOds } from './read-ods.js'
import type { Sheet } from './read-table.js'
import { readWorkbook } from './read-workbook.js'
import { MOST_BYTES, TableRefused } from './table-bounds.js'

/** Kinds of files by their first bytes. */
const beginnings = { zip: [0x50, 0x4b, 3, 4], gzip: [0x1f, 0x8b], old: [0xd0, 0xcf, 0x11, 0xe0] } as const

const begins = (file: Buffer, kind: keyof typeof beginnings): boolean => beginnings[kind].every((byte, place) => file[place] === byte)

/** Reads the sheets of a file, of whatever kind it is by its first bytes: a workbook (XLSX or ODS), text, or either packed by gzip. */
export async function readAnyTable(file: Buffer): Promise<Sheet[]> {
  if (begins(file, 'gzip')) return readPlain(unpacked(file))
  return readPlain(file)
}

async function readPlain(file: Buffer): Promise<Sheet[]> {
  if (begins(file, 'old'))
    throw new TableRefused('This is a workbook in the old form of Excel (XLS), which is not read. Open it and save it as XLSX, or as CSV.')
  if (!begins(file, 'zip')) return [{ name: null, rows: readCsv(file) }]
  return isOds(file) ? readOds(file) : readWorkbook(file)
}

function unpacked(file: Buffer): Buffer {
  try {
    return gunzipSync(file, { maxOutputLength: MOST_BYTES })
  } catch {
    throw new TableRefused(`This file cannot be unpacked, or is larger than ${MOST_BYTES / 1_000_000} MB then. Send it unpacked.`)
  }
}
