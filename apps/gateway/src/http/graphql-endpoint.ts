import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ApolloServer, HeaderMap } from '@apollo/server'
import { GraphQLError } from 'graphql'
import type { KnownReads, Question } from '../read/known-reads.js'
import type { Context } from '../request/context.js'
import { requestContext, type Services } from '../request/request-context.js'

const MOST_BYTES = 2_000_000

/** What answers GraphQL. */
export interface EndpointParts {
  readonly apollo: ApolloServer<Context>
  readonly known: KnownReads
  readonly services: Services
}

/** POST and GET /graphql straight from node:http into the known reads, else Apollo: express before it would halve the rate of small reads. */
export function graphqlEndpoint({ apollo, known, services }: EndpointParts) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const body = request.method === 'POST' ? parseBody(await readBody(request)) : undefined
      const question = isPlain(request) ? known.find(body) : undefined
      const tried = question && (await tryKnown(question))
      if (tried?.text !== undefined) {
        response.setHeader('content-type', 'application/json; charset=utf-8')
        response.setHeader('cache-control', 'no-store')
        response.end(`{"data":${tried.text}}`)
        return
      }
      const answer = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: request.method ?? 'POST', headers: headersOf(request), search: searchOf(request), body },
        context: async () => tried?.context ?? requestContext(services, request, response),
      })
      for (const [name, value] of answer.headers) response.setHeader(name, value)
      response.statusCode = answer.status ?? 200
      if (answer.body.kind !== 'complete') response.destroy()
      else if (request.method === 'GET') endTagged(request, response, answer.body.string)
      else response.end(answer.body.string)
    } catch (error) {
      if (!(error instanceof BodyError)) throw error
      response.statusCode = error.status
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ errors: [{ message: error.message, extensions: { code: 'BAD_REQUEST' } }] }))
    }

    /** The answer; or else the context with what went wrong, which Apollo reports. Who may not ask at all is Apollo's too. */
    async function tryKnown(question: Question): Promise<{ readonly text?: string; readonly context?: Context }> {
      const context = await Promise.resolve(requestContext(services, request, response)).catch(() => undefined)
      if (!context) return {}
      try {
        return { text: await known.answer(question, context) }
      } catch (error) {
        context.failure = error
        return { context }
      }
    }
  }
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

class BodyError extends GraphQLError {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message)
  }
}

function headersOf({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap()
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value)
  return map
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new BodyError(400, 'The body is not JSON.')
  }
}

/** By events: to iterate over a request costs small reads a tenth of their time. */
function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > MOST_BYTES) reject(new BodyError(413, 'The body is too large.'))
      else chunks.push(chunk)
    })
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    request.on('error', reject)
  })
}
