import type { ServerResponse } from 'node:http'
import type { ErrorRequestHandler } from 'express'
import type { GraphQLError } from 'graphql'
import type { Logger } from 'pino'
import { isUnavailable, refusal } from '../kernel/errors.js'
import { causeOf, refusalOf, UNEXPECTED } from '../kernel/told-error.js'
import { askingNetwork } from './asking-network.js'
import { personOf } from './context.js'
import { type LoggedRefusal, loggedRefusal } from './refusals.js'
import { type Services, viewerOf } from './request-context.js'
import { requestIdOf } from './request-id.js'

const statuses: Readonly<Record<string, number>> = {
  BAD_USER_INPUT: 400,
  BAD_REQUEST: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  PROVE_AGAIN: 403,
  FOREIGN_PAGE: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  FILE_TOO_LARGE: 413,
  UNREADABLE_BODY: 415,
  TOO_COMPLEX: 422,
  UNREADABLE_FILE: 422,
  RATE_LIMITED: 429,
}

/** Status of a refusal over plain HTTP. */
export const statusOf = (error: Pick<GraphQLError, 'extensions'>): number => statuses[String(error.extensions.code)] ?? (isUnavailable(error) ? 503 : 500)

/**
 * The one answer of a request over plain HTTP that is not done: `{code, message, …}` with the status of its code. Whatever is no
 * refusal goes to the log. An answer that is on its way can only be broken off: a short file must not look whole.
 */
export function refuse(services: Services, error: unknown, response: ServerResponse): void {
  const known = refusalOf(error) ?? httpRefusal(error)
  noteError(services, known ?? error, response)
  if (response.headersSent) {
    response.destroy()
    return
  }
  const { message, extensions = {} } = known ?? UNEXPECTED
  response.statusCode = known ? statusOf(known) : 500
  if (response.statusCode === 401 && !response.hasHeader('www-authenticate')) response.setHeader('www-authenticate', 'Bearer')
  if (extensions.retryAfter) response.setHeader('retry-after', String(extensions.retryAfter))
  response.setHeader('content-type', 'application/json; charset=utf-8')
  response.setHeader('cache-control', 'no-store')
  response.end(JSON.stringify({ ...extensions, message }))
}

/** Writes an error that is no refusal to the log, under the name of its request. */
export function noteUnexpected(logger: Logger, error: unknown, response: ServerResponse): void {
  if (!refusalOf(error)) logger.error({ err: causeOf(error), request: requestIdOf(response) }, 'a request failed')
}

/** {@link noteUnexpected}; and counts a refusal that the security log is to know of. */
export function noteError(services: Services, error: unknown, response: ServerResponse): void {
  noteUnexpected(services.logger, error, response)
  const refused = refusalOf(error)
  const logged = refused && loggedRefusal(refused)
  if (logged) void countRefusal(services, logged, response)
}

async function countRefusal({ config, viewers, refusals }: Services, logged: LoggedRefusal, { req }: ServerResponse): Promise<void> {
  const viewer = logged.detail === 'UNAUTHENTICATED' ? null : await viewerOf(viewers, req).catch(() => null)
  refusals.count({ ...logged, about: null, by: viewer && personOf(viewer), network: askingNetwork(config, req) })
}

/** {@link refuse}, for all routes of express: its last handler. */
export const refuseAll =
  (services: Services): ErrorRequestHandler =>
  (error, _request, response, _next) =>
    refuse(services, error, response)

/** What express and its parts refuse themselves, in our words. */
function httpRefusal(error: unknown): GraphQLError | null {
  const { status } = Object(error) as { readonly status?: unknown }
  if (status === 404) return noSuchAddress()
  const isClients = typeof status === 'number' && status >= 400 && status < 500
  return isClients ? refusal('BAD_REQUEST', 'This request cannot be read. Look at its address and its headers.') : null
}

/** Nothing stands at the address. */
export const noSuchAddress = () => refusal('NOT_FOUND', 'There is nothing at this address.')
