import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A span as it was sent, with its attributes by their names. */
export interface SentSpan {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly name: string
  readonly facts: Readonly<Record<string, string | number>>
}

/** Takes what OpenTelemetry sends: OTLP over HTTP, as JSON. */
export interface TraceReceiver {
  readonly url: string
  readonly spans: readonly SentSpan[]
  /** Names of figures, as they were sent last. */
  readonly figures: readonly string[]
  /** All that was sent, as it came. */
  text(): string
  stop(): Promise<void>
}

interface Sent {
  readonly resourceSpans?: readonly { readonly scopeSpans: readonly { readonly spans: readonly RawSpan[] }[] }[]
  readonly resourceMetrics?: readonly { readonly scopeMetrics: readonly { readonly metrics: readonly { readonly name: string }[] }[] }[]
}

interface RawSpan extends Omit<SentSpan, 'facts'> {
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, string | number>> }[]
}

/** Starts one on a port of its own. */
export async function startTraceReceiver(): Promise<TraceReceiver> {
  const [bodies, spans, figures]: [string[], SentSpan[], string[]] = [[], [], []]
  const hear = (body: string) => {
    bodies.push(body)
    const { resourceSpans = [], resourceMetrics = [] } = JSON.parse(body) as Sent
    spans.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans.map(spanOf))))
    const found = resourceMetrics.flatMap(({ scopeMetrics }) => scopeMetrics.flatMap(({ metrics }) => metrics.map(({ name }) => name)))
    if (found.length > 0) figures.splice(0, figures.length, ...found)
  }
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    hear(body)
    response.setHeader('content-type', 'application/json').end('{}')
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    figures,
    text: () => bodies.join('\n'),
    async stop() {
      server.closeAllConnections()
      await once(server.close(), 'close')
    },
  }
}

function spanOf({ attributes, ...span }: RawSpan): SentSpan {
  const facts = attributes.map(({ key, value }) => [key, Object.values(value)[0] ?? ''] as const)
  return { ...span, facts: Object.fromEntries(facts) }
}
