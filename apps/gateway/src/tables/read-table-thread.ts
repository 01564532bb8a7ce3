import { parentPort, workerData } from 'node:worker_threads'
import { findTable } from './find-table.js'
import { readAnyTable } from './read-any-table.js'
import { TableRefused } from './table-bounds.js'

const { file, known } = workerData as { readonly file: Uint8Array; readonly known: readonly string[] }

try {
  parentPort?.postMessage({ answer: findTable(await readAnyTable(Buffer.from(file)), known) })
} catch (error) {
  const unread = 'This workbook cannot be read. Save it anew as XLSX, or as CSV.'
  parentPort?.postMessage({ refusal: error instanceof TableRefused ? error.message : unread })
}
