import type { IncomingMessage, ServerResponse } from 'node:http'
import { isTraced, traced } from '../kernel/tracing.js'
import { requestIdOf } from '../request/request-id.js'
import { isGraphql } from './front.js'

/** A request and where its answer goes. */
export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

/**
 * Answers a request as a part of a trace, which is told its method, the template of its address, status and name. It belongs to the trace
 * that the request names only where a proxy of ours passes it on: a stranger could else choose what is kept.
 */
export function traceRequest(isProxied: boolean, exchange: Exchange, answer: () => void): void {
  if (isTraced()) void traceAnswer(isProxied, exchange, answer)
  else answer()
}

function traceAnswer(isProxied: boolean, { request, response }: Exchange, answer: () => void): Promise<void> {
  const { method = '' } = request
  const part = { name: method, kind: 'SERVER', facts: { 'http.request.method': method }, parent: isProxied ? parentIn(request) : undefined } as const
  return traced(part, async ({ rename, note }) => {
    const closed = new Promise((resolve) => response.once('close', resolve))
    answer()
    await closed
    const route = routeOf(request)
    if (route) rename(`${method} ${route}`)
    const { statusCode } = response
    note({ 'http.route': route, 'http.response.status_code': statusCode, 'clusterpolisee.request': requestIdOf(response) })
    if (statusCode >= 500) note({ 'error.type': String(statusCode) })
  })
}

const parentIn = ({ headers: { traceparent } }: IncomingMessage): string | undefined => (typeof traceparent === 'string' ? traceparent : undefined)

/** The template by which an address was answered, never with what was put into it; unknown for files. */
function routeOf(request: IncomingMessage): string | undefined {
  if (isGraphql(request)) return '/graphql'
  const { baseUrl, route } = request as { readonly baseUrl?: string; readonly route?: { readonly path: unknown } }
  return typeof route?.path === 'string' ? `${baseUrl ?? ''}${route.path}` : undefined
}
