import { createServer, type Server } from 'node:http'
import type { Express } from 'express'
import type { Logger } from 'pino'
import type { Config } from '../config.js'
import { StartError } from '../kernel/start-error.js'
import { refuse } from '../request/refuse.js'
import { nameRequest } from '../request/request-id.js'
import { lookAt } from './front.js'
import type { GraphqlEndpoint } from './graphql-endpoint.js'

interface ServerParts {
  readonly app: Express
  readonly graphql: GraphqlEndpoint
  readonly logger: Logger
  readonly config: Config
}

/** One port and one front for all; behind it /graphql goes past express. */
export async function listen({ app, graphql, logger, config }: ServerParts): Promise<Server> {
  const { HOST: host, PORT: port } = config
  const server = createServer((request, response) => {
    nameRequest(response)
    const refused = lookAt(config, request)
    const isGraphql = request.url === '/graphql' || request.url?.startsWith('/graphql?')
    if (refused) return isGraphql ? graphql.refuse(refused, response) : refuse(logger, refused, response)
    if (!isGraphql) return app(request, response)
    graphql.answer(request, response).catch((error) => refuse(logger, error, response))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, port)))
    server.listen(port, host, resolve)
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
