import { GraphQLError } from 'graphql'
import { runInThread, WorkRefused } from '../kernel/run-in-thread.js'
import { Turns } from '../kernel/turns.js'
import type { FoundTable } from './find-table.js'

/** Rows of cells as they stand in a sheet; an empty row has none. */
export type Table = readonly (readonly (string | number | null)[])[]

/** A sheet of a file, by its name; a text has one without a name. */
export interface Sheet {
  readonly name: string | null
  readonly rows: Table
}

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
 * Finds the table of a file: of a workbook (XLSX or ODS), of CSV or TSV in UTF-8, UTF-16 or Windows-1252, or of JSON-stat, also
 * packed by gzip; which it is, is told by its first bytes, and where its head is, by the names that are `known`: in a thread of
 * its own, one file at a time, with little memory and for a minute at most. Faults of the file are an {@link UnreadableFile}.
 */
export function readTable(file: Uint8Array, known: readonly string[]): Promise<FoundTable> {
  return conversions.take(async () => {
    try {
      return await runInThread<FoundTable>({
        file: 'tables/read-table-thread.js',
        data: { file: new Uint8Array(file), known },
        memory: MEMORY,
        signal: AbortSignal.timeout(PATIENCE),
      })
    } catch (error) {
      throw new UnreadableFile(error instanceof WorkRefused ? error.message : 'This file cannot be read. Save it anew as XLSX, or as CSV.')
    }
  })
}
