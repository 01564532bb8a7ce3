/** A table is not read, with the sentence that says why. */
export class TableRefused extends Error {}

/** Bytes that a file may have unpacked. */
export const MOST_BYTES = 50_000_000

/** Rows with the header, columns, and what they make together. */
export const MOST_ROWS = 200_001
const MOST_COLUMNS = 200
const MOST_CELLS = 1_500_000

/** Refuses a table that is larger than we read. */
export function checkBounds(rows: number, columns: number): void {
  if (rows > MOST_ROWS) throw new TableRefused(`The table goes on below row ${MOST_ROWS}. Split it, or delete what stands far down.`)
  if (columns > MOST_COLUMNS) throw new TableRefused(`The table goes on to the right of column ${MOST_COLUMNS}. Delete what stands far away.`)
  if (rows * columns > MOST_CELLS) throw new TableRefused(`The table has more than ${MOST_CELLS} cells. Split it.`)
}
