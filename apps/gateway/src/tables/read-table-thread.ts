import { parentPort, workerData } from 'node:worker_threads'
import { readCsv } from './read-csv.js'
import { readWorkbook } from './read-workbook.js'
import { TableRefused } from './table-bounds.js'

const WORKBOOK = Buffer.from('PK\u0003\u0004')
const file = Buffer.from(workerData as Uint8Array)

try {
  parentPort?.postMessage({ answer: file.subarray(0, 4).equals(WORKBOOK) ? await readWorkbook(file) : readCsv(file) })
} catch (error) {
  const unread = 'This workbook cannot be read. Save it anew as XLSX, or as CSV.'
  parentPort?.postMessage({ refusal: error instanceof TableRefused ? error.message : unread })
}
