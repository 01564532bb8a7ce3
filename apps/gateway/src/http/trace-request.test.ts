import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import pino from 'pino'
import { tellTrace, traced } from '../kernel/tracing.js'
import { Telemetry } from '../observe/telemetry.js'
import { traceRequest } from './trace-request.js'

const silent = pino({ level: 'silent' })
const [KEPT, DROPPED] = [`00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`, `00-${'c'.repeat(32)}-${'d'.repeat(16)}-00`]

const listening = async (answer: RequestListener): Promise<Server> => {
  const server = createServer(answer)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return server
}

const urlOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const ended = (server: Server) => {
  server.closeAllConnections()
  return once(server.close(), 'close')
}

/** Takes spans, and answers after so many milliseconds; their traces stand in `traces`. */
async function startReceiver(answersAfter = 0) {
  const traces: string[] = []
  const server = await listening(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    traces.push(...[...body.matchAll(/"traceId":"(\w+)"/g)].map(([, trace = '']) => trace))
    setTimeout(() => response.setHeader('content-type', 'application/json').end('{}'), answersAfter)
  })
  return { url: urlOf(server), traces, stop: () => ended(server) }
}

/** Traces of requests that name these parents, as they are sent. */
async function tracesOf(isProxied: boolean, parents: readonly string[]): Promise<readonly string[]> {
  const receiver = await startReceiver()
  const telemetry = new Telemetry({ endpoint: `${receiver.url}/`, share: 1 }, silent)
  const server = await listening((request, response) => traceRequest(isProxied, { request, response }, () => response.end()))
  for (const traceparent of parents) await (await fetch(urlOf(server), { headers: { traceparent } })).text()
  await ended(server)
  await telemetry.stop()
  await receiver.stop()
  return receiver.traces
}

it('a proxy says to which trace a request belongs, and whether it is kept', async () =>
  expect(await tracesOf(true, [KEPT, DROPPED, 'nonsense'])).toEqual(['a'.repeat(32), expect.not.stringMatching(/^[ac]{32}$/)]))

it('a stranger says neither', async () =>
  expect(await tracesOf(false, [KEPT, DROPPED])).toEqual([expect.not.stringMatching(/^a+$/), expect.not.stringMatching(/^c+$/)]))

it('a receiver that takes nothing keeps nobody, and what waits is bounded', async () => {
  const receiver = await startReceiver(3000)
  const telemetry = new Telemetry({ endpoint: receiver.url, share: 1 }, silent)
  const began = performance.now()
  await traced({ name: 'many' }, async () => {
    for (let count = 0; count < 100_000; count += 1) tellTrace({ name: 'one' }, began)
  })
  expect(performance.now() - began).toBeLessThan(5000)
  await telemetry.stop()
  expect(performance.now() - began).toBeLessThan(12_000)
  await receiver.stop()
  expect(receiver.traces.length).toBeLessThan(4096)
})
