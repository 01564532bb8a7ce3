import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Express } from 'express'
import { StartError } from '../kernel/start-error.js'
import { refuse } from '../request/refuse.js'
import type { Services } from '../request/request-context.js'
import { nameRequest } from '../request/request-id.js'
import { boundConnections } from './connections.js'
import { isGraphql, lookAt } from './front.js'
import type { GraphqlEndpoint } from './graphql-endpoint.js'
import { headersFor } from './headers.js'
import { traceRequest } from './trace-request.js'

/**
 * Milliseconds within which a request has to be there, its body included; how often that is looked at; how long an idle
 * connection is kept: longer than proxies keep theirs, so that none sends on one that is just being closed.
 */
const patience = { headersTimeout: 30_000, requestTimeout: 30_000, connectionsCheckingInterval: 1000, keepAliveTimeout: 65_000 }

/** Connections that wait to be taken: with too few of them, whoever comes during a rush tries again only after a second. */
const BACKLOG = 4096

interface ServerParts {
  readonly app: Express
  readonly graphql: GraphqlEndpoint
  readonly services: Services
}

/** One port and one front for all; behind it /graphql goes past express. */
export async function listen({ app, graphql, services }: ServerParts): Promise<Server> {
  const { config } = services
  const { HOST: host, PORT: port } = config
  const headers = headersFor(config)
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    for (const [name, value] of headers) response.setHeader(name, value)
    const refused = lookAt(config, request)
    if (refused && isGraphql(request)) graphql.refuse(refused, response)
    else if (refused) refuse(services, refused, response)
    else if (isGraphql(request)) graphql.answer(request, response).catch((error) => refuse(services, error, response))
    else app(request, response)
  }
  const server = createServer(patience, (request, response) => {
    nameRequest(response)
    traceRequest(config.TRUST_PROXY, { request, response }, () => answer(request, response))
  })
  boundConnections(server, config)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, port)))
    server.listen({ port, host, backlog: BACKLOG }, resolve)
  })
  return server
}

function listenError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') return new StartError(`Port ${port} is in use. Stop the program that listens there, or choose another with PORT.`)
  if (error.code === 'EACCES') return new StartError(`This user may not listen on port ${port}. Choose one above 1024 with PORT.`)
  return error
}

/** Seconds that requests under way may take when the gateway stops. */
const MOST_DRAIN = 30

/** Stops taking connections, and ends when what was asked on them is answered, 30 seconds at most. */
export function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), MOST_DRAIN * 1000)
    // A connection that is kept open is idle only when its answer has gone.
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    server.close(() => {
      clearTimeout(late)
      clearInterval(idle)
      resolve()
    })
    server.closeIdleConnections()
  })
}
