import { GraphQLError } from 'graphql'
import { runInThread, WorkRefused } from '../kernel/run-in-thread.js'
import { Turns } from '../kernel/turns.js'

/** Rows of cells as they stand in a file, the header first. */
export type Table = readonly (readonly (string | number | null)[])[]

/** A file that is no table that we read, with the sentence that says so. */
export class UnreadableFile extends GraphQLError {
  constructor(message: string) {
    super(message, { extensions: { code: 'UNREADABLE_FILE' } })
  }
}

const MEMORY = 384
const PATIENCE = 60_000
/** One at a time, and three more that wait. */
const conversions = new Turns(1, 3, 10)

/**
 * Reads the first sheet of a workbook (XLSX or ODS), or CSV in UTF-8, UTF-16 or Windows-1252 with comma, semicolon or tab, also
 * packed by gzip; which it is, is told by its first bytes: in a thread of
 * its own, one file at a time, with little memory and for a minute at most. Faults of the file are an {@link UnreadableFile}.
 */
export function readTable(file: Uint8Array): Promise<Table> {
  return conversions.take(async () => {
    try {
      return await runInThread<Table>({
        file: 'tables/read-table-thread.js',
        data: new Uint8Array(file),
        memory: MEMORY,
        signal: AbortSignal.timeout(PATIENCE),
      })
    } catch (error) {
      throw new UnreadableFile(error instanceof WorkRefused ? error.message : 'This file cannot be read. Save it anew as XLSX, or as CSV.')
    }
  })
}

/** Rows with more cells than the header, by their place among all rows: each value behind the cell too many would stand in another column. */
export function longRows([header = [], ...body]: Table): number[] {
  return body.flatMap((cells, index) => (cells.length > header.length ? [index + 2] : []))
}
