import { parse } from 'csv-parse/sync'
import { GraphQLError } from 'graphql'
import { runInThread } from '../kernel/run-in-thread.js'

/** Rows of cells as they stand in a file, the header first. */
export type Table = readonly (readonly (string | number | null)[])[]

/** A file that is no table that we read, with the sentence that says so. */
export class UnreadableFile extends GraphQLError {
  constructor(message: string) {
    super(message, { extensions: { code: 'UNREADABLE_FILE' } })
  }
}

const WORKBOOK = Buffer.from('PK\u0003\u0004')
const MEMORY = 512

/** Reads an XLSX workbook's first sheet (told by its first bytes), or CSV in UTF-8 with comma, semicolon or tab. */
export async function readTable(file: Buffer): Promise<Table> {
  if (!file.subarray(0, 4).equals(WORKBOOK)) return readCsv(file)
  try {
    // In a thread with little memory: a workbook may be packed so that it bursts.
    return await runInThread<Table>({ file: 'tables/read-workbook-thread.js', data: new Uint8Array(file), memory: MEMORY })
  } catch {
    throw new UnreadableFile('This workbook cannot be read. Save it anew as XLSX, or as CSV.')
  }
}

/** Cells of CSV, as text. Faults of the file are an {@link UnreadableFile}. */
export function readCsv(file: Buffer | string): Table {
  const text = typeof file === 'string' ? file : decode(file)
  try {
    return parse(text, { bom: true, delimiter: delimiterOf(text), relax_column_count: true, skip_empty_lines: true, trim: true }) as string[][]
  } catch {
    throw new UnreadableFile('This is not CSV as we read it: a quotation mark is open somewhere.')
  }
}

function decode(file: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch {
    throw new UnreadableFile('This file is not in UTF-8. Save it as "CSV UTF-8".')
  }
}

/** The one that the header has most of. */
function delimiterOf(text: string): string {
  const [header = ''] = text.split('\n', 1)
  const count = (mark: string) => header.split(mark).length
  return [',', ';', '\t'].sort((a, b) => count(b) - count(a))[0] as string
}

/** A number as people write it: `1234.5`, or `1234,5`; NaN when it is none. Grouped thousands are not guessed at. */
export function readNumber(cell: string | number): number {
  if (typeof cell === 'number') return cell
  return /^[+-]?\d+([.,]\d+)?(e[+-]?\d+)?$/i.test(cell) ? Number(cell.replace(',', '.')) : Number.NaN
}
