import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ApolloServer, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server'
import { GraphQLError } from 'graphql'
import { isUnavailable, refusal } from '../kernel/errors.js'
import { isOfDocument, statusOfRead, toldOf } from '../read/format-error.js'
import type { KnownReads, ReadAnswer } from '../read/known-reads.js'
import { SMALL_BODY } from '../request/bodies.js'
import type { Context } from '../request/context.js'
import type { Asked, CostGate } from '../request/cost/index.js'
import { noteError, statusOf } from '../request/refuse.js'
import { requestContext, type Services, viewerOf } from '../request/request-context.js'
import { endWithPage, opensPage } from './graphql-page.js'
import { endPacked } from './pack-answer.js'

/** Bytes that who is signed in may send: a table to import. */
const LARGE_BODY = 2_000_000

/** What answers GraphQL. */
export interface EndpointParts {
  readonly gate: CostGate
  readonly apollo: ApolloServer<Context>
  readonly known: KnownReads
  readonly services: Services
}

/** Answers /graphql, and refuses it in its own form. */
export interface GraphqlEndpoint {
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>
  /** Says why nothing was read of a request. */
  refuse(refusal: GraphQLError, response: ServerResponse): void
}

/** POST and GET /graphql straight from node:http into the known reads, else Apollo: express before it would halve the rate of small reads. */
export function graphqlEndpoint({ gate, apollo, known, services }: EndpointParts): GraphqlEndpoint {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (opensPage(request)) return endWithPage(response, services.config.APP_NAME)
    try {
      const body = request.method === 'POST' ? parseBody(await readBody(services, request)) : undefined
      const question = isPlain(request) ? known.find(body) : undefined
      gate.check(question ? { variables: question.variables } : askedBy(request, body))
      const context = await requestContext(services, request, response)
      if (question) {
        const text = toldWhole(await known.answer(question, context))
        startJson(response, 200)
        await endPacked(request, response, text)
      } else await answerByApollo({ apollo, known }, request, body, context)
    } catch (error) {
      refuseOperation(services, error, response)
    }
  }
  const refuse = (refusal: GraphQLError, response: ServerResponse): void => {
    noteError(services, refusal, response)
    endRefused(response, statusOf(refusal), refusal)
  }
  return { answer, refuse }
}

/** A read as Apollo would tell it. */
const toldWhole = ({ text, errors }: ReadAnswer): string =>
  errors.length === 0 ? `{"data":${text}}` : `{"data":${text},"errors":${JSON.stringify(errors.map(toldOf))}}`

async function answerByApollo(
  { apollo, known }: Pick<EndpointParts, 'apollo' | 'known'>,
  request: IncomingMessage,
  body: unknown,
  context: Context,
): Promise<void> {
  const { response } = context
  const answer = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: request.method ?? 'POST', headers: headersOf(request), search: searchOf(request), body },
    context: async () => context,
  })
  for (const [name, value] of answer.headers) response.setHeader(name, value)
  response.statusCode = statusOfAnswer(answer)
  if (answer.body.kind !== 'complete') response.destroy()
  else if (request.method === 'GET') endTagged(request, response, answer.body.string)
  // It was a read, and is known from now on.
  else if (isPlain(request) && known.find(body)) await endPacked(request, response, answer.body.string)
  else response.end(answer.body.string)
}

/** Apollo's status, but for what GraphQL over HTTP asks for in plain JSON. */
function statusOfAnswer({ status = 200, headers, body }: HTTPGraphQLResponse): number {
  if (status !== 400 || body.kind !== 'complete' || !headers.get('content-type')?.startsWith('application/json')) return status
  return JSON.parse(body.string).errors.every(isOfDocument) ? 200 : status
}

/** What Apollo is not asked for, answered as it would: who may not ask at all, a body that is none, and a known read that fails. */
function refuseOperation(services: Services, error: unknown, response: ServerResponse): void {
  noteError(services, error, response)
  const status = error instanceof GraphQLError && unread.has(String(error.extensions.code)) ? statusOf(error) : statusOfRead(error)
  if (status === 401) response.setHeader('www-authenticate', 'Bearer')
  endRefused(response, status, error)
}

/** Codes of bodies that were not read. */
const unread = new Set(['FILE_TOO_LARGE', 'RATE_LIMITED'])

function endRefused(response: ServerResponse, status: number, error: unknown): void {
  const told = toldOf(error)
  if (isUnavailable(told)) response.setHeader('retry-after', String(told.extensions?.retryAfter))
  endJson(response, status, JSON.stringify({ errors: [told] }))
}

function endJson(response: ServerResponse, status: number, body: string): void {
  startJson(response, status)
  response.end(body)
}

function startJson(response: ServerResponse, status: number): void {
  response.statusCode = status
  response.setHeader('content-type', 'application/json; charset=utf-8')
  response.setHeader('cache-control', 'no-store')
}

const JSON_BODY = /^application\/json(; ?charset=utf-8)?$/i

/** What needs no negotiation and cannot come from a foreign form: JSON that is answered as JSON. */
function isPlain({ method, headers }: IncomingMessage): boolean {
  const { accept = '*/*' } = headers
  return method === 'POST' && JSON_BODY.test(headers['content-type'] ?? '') && (accept === '*/*' || accept === 'application/json')
}

/** What came by GET can be asked again with its tag, and is then not sent a second time. */
function endTagged(request: IncomingMessage, response: ServerResponse, body: string): void {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  response.setHeader('etag', tag)
  const known = (request.headers['if-none-match'] ?? '').split(',').some((given) => given.trim().replace(/^W\//, '') === tag)
  if (!known || response.statusCode !== 200) {
    response.end(body)
    return
  }
  response.statusCode = 304
  response.removeHeader('content-length')
  response.end()
}

/** What stands from the question mark on. */
const searchOf = ({ url = '' }: IncomingMessage) => /[?][^#]*/.exec(url)?.[0] ?? ''

/** What a request asks, by its body or its address; variables that are no JSON are refused by Apollo. */
function askedBy(request: IncomingMessage, body: unknown): Asked {
  if (request.method === 'POST') return Object(body)
  const given = new URLSearchParams(searchOf(request))
  return { query: given.get('query'), variables: jsonIn(given.get('variables') ?? 'null') }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function headersOf({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap()
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value)
  return map
}

/** A mark of the byte order before it, which some programs write, says nothing. */
function parseBody(body: Buffer): unknown {
  const text = body.toString('utf8')
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text)
  } catch {
    throw refusal('BAD_REQUEST', 'The body is not JSON.')
  }
}

/** Who sends much is looked at before it is read. */
async function readBody({ bodies, viewers }: Services, request: IncomingMessage): Promise<Buffer> {
  const isLarge = Number(request.headers['content-length'] ?? 0) > SMALL_BODY
  const mayBeLarge = isLarge && (await viewerOf(viewers, request)).userId !== null
  return bodies.read(request, mayBeLarge ? LARGE_BODY : SMALL_BODY)
}
