import { parentPort, workerData } from 'node:worker_threads'
import { readAnyTable } from './read-any-table.js'
import { TableRefused } from './table-bounds.js'

try {
  parentPort?.postMessage({ answer: await readAnyTable(Buffer.from(workerData as Uint8Array)) })
} catch (error) {
  const unread = 'This workbook cannot be read. Save it anew as XLSX, or as CSV.'
  parentPort?.postMessage({ refusal: error instanceof TableRefused ? error.message : unread })
}
