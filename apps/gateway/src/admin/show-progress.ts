import type { Progress } from '../backup/index.js'

/** Tells a person on stderr how far it is: which table, after how many rows. */
export const showProgress: Progress = (table, rows) => {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${rows.toLocaleString('en')} rows, ${table}`)
}

/** Clears the line. */
export function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K')
}
