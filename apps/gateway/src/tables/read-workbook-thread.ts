import { parentPort, workerData } from 'node:worker_threads'
import { readSheet } from 'read-excel-file/node'

const rows = await readSheet(Buffer.from(workerData as Uint8Array))
const answer = rows.map((row) => row.map((cell) => (typeof cell === 'number' || cell === null ? cell : String(cell).trim())))
parentPort?.postMessage({ answer: answer.filter((row) => row.some((cell) => cell !== null && cell !== '')) })
