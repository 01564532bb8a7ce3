// The load, in a process of its own: the parent sends what to ask, and gets what was measured.
import { percentile } from '../statistics.mjs'
import { Connection, requestBytes } from './connection.mjs'

process.on('message', async (job) => {
  try {
    await burst(job, job.warmUp)
    process.send(await burst(job, job.seconds))
  } catch (error) {
    process.send({ error: error.message })
  }
})

/**
 * Asks for so many seconds over so many connections, the bodies in turn (each once when `once`).
 * Answers requests, requests per second, latencies p50 and p99 in ms, bytes of an answer, and the first fault.
 */
async function burst({ url, headers, bodies, once, connections, most = Number.POSITIVE_INFINITY }, seconds) {
  const requests = bodies.slice(0, once ? bodies.length : 1).map((body) => requestBytes(url, headers, body))
  const latencies = []
  let asked = 0
  let bytes = 0
  let fault = null
  const begin = performance.now()
  const end = begin + seconds * 1000
  const next = () => {
    if (performance.now() >= end || fault || asked >= most || (once && bodies.length === 0)) return null
    asked += 1
    if (!once) return requests[0]
    bodies.shift()
    return requests.shift()
  }
  const one = () => {
    let sent = 0
    const connection = new Connection(
      new URL(url).port,
      () => {
        sent = performance.now()
        return next()
      },
      (status, size, text) => {
        latencies.push(performance.now() - sent)
        bytes += size
        if (status !== 200 || (once && text().includes('"errors"'))) fault ??= `${status}: ${text().slice(0, 300)}`
      },
    )
    return connection.done
  }
  await Promise.all(Array.from({ length: connections }, one))
  const elapsed = (performance.now() - begin) / 1000
  latencies.sort((a, b) => a - b)
  const count = latencies.length
  return { count, rate: count / elapsed, p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99), bytes: count ? bytes / count : 0, fault }
}
