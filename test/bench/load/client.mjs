// The load, in a process of its own: the parent sends what to ask, and gets what was measured.
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { percentile } from '../statistics.mjs'
import { Connection, requestBytes } from './connection.mjs'

/** Answers that are under way when the time is over are waited for, this many seconds at most. */
const PATIENCE = 20

process.on('message', async ({ url, headers, bodies, once, byKey, connections, warmUp, seconds }) => {
  const port = Number(new URL(url).port)
  const key = () => (byKey ? { 'idempotency-key': randomUUID() } : {})
  const requests = bodies.map((body) => requestBytes(url, { ...headers, ...key() }, body))
  const nextRequest = once ? () => requests.shift() ?? null : () => requests[0]
  try {
    const before = process.cpuUsage()
    const warm = await burst({ port, nextRequest, writes: once, connections, seconds: warmUp })
    const found = warm.count === 0 ? warm : await burst({ port, nextRequest, writes: once, connections, seconds })
    const { user, system } = process.cpuUsage(before)
    process.send({ ...found, asked: warm.count + found.count, cpu: (user + system) / 1000 })
  } catch (error) {
    process.send({ error: error.message })
  }
})

/**
 * Asks for so many seconds over so many connections. Answers the number of answers, answers per second, latencies p50
 * and p99 in ms, mean bytes of an answer, and the first fault (a status, or an error in the answer of a write).
 */
async function burst({ port, nextRequest, writes, connections, seconds }) {
  const latencies = []
  const seen = { bytes: 0, fault: null }
  const begin = performance.now()
  const next = () => (performance.now() < begin + seconds * 1000 && !seen.fault ? nextRequest() : null)
  const heard = (milliseconds, status, size, text) => {
    latencies.push(milliseconds)
    seen.bytes += size
    if (status !== 200 || (writes && text().includes('"errors"'))) seen.fault ??= `${status}: ${text().slice(0, 300)}`
  }
  await Promise.all(Array.from({ length: connections }, () => talk(port, next, heard, seconds + PATIENCE)))
  const elapsed = (performance.now() - begin) / 1000
  latencies.sort((a, b) => a - b)
  const count = latencies.length
  const [p50, p99] = [0.5, 0.99].map((share) => percentile(latencies, share))
  return { count, rate: count / elapsed, p50, p99, bytes: count ? seen.bytes / count : 0, fault: seen.fault }
}

/** One connection until there is no next request, or patience ends. */
function talk(port, next, heard, patience) {
  let sent = 0
  const ask = () => {
    sent = performance.now()
    return next()
  }
  const connection = new Connection(port, ask, (...answer) => heard(performance.now() - sent, ...answer))
  return Promise.race([connection.done, wait(patience * 1000, undefined, { ref: false })]).finally(() => connection.socket.destroy())
}
