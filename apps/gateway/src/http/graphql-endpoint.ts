import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ApolloServer, HeaderMap } from '@apollo/server'
import { GraphQLError } from 'graphql'
import type { Context } from '../graphql/context.js'
import { requestContext, type Services } from './request-context.js'

const MOST_BYTES = 2_000_000

/** POST and GET /graphql straight from node:http into Apollo: express before it would halve the rate of small reads. */
export function graphqlEndpoint(apollo: ApolloServer<Context>, services: Services) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const body = request.method === 'POST' ? parseBody(await readBody(request)) : undefined
      const { search } = new URL(request.url ?? '/', 'http://localhost')
      const answer = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: request.method ?? 'POST', headers: headersOf(request), search, body },
        context: () => requestContext(services, request, response),
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
  }
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

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MOST_BYTES) throw new BodyError(413, 'The body is too large.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
