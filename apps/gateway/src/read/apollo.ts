import { ApolloServer, type ApolloServerPlugin, type GraphQLResponse } from '@apollo/server'
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled'
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default'
import type { GatewayInterface } from '@apollo/server-gateway-interface'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { Logger } from 'pino'
import { mapDatabaseError } from '../kernel/map-database-error.js'
import type { Metrics } from '../observe/metrics.js'
import type { Context } from '../request/context.js'
import { makeExecutor, RawJson, readPayloads } from './executor.js'
import type { KnownReads } from './known-reads.js'
import type { Product } from './product.js'

/** A document longer than this is not parsed. */
const MOST_TOKENS = 20_000

/** Apollo parses, validates, guards and reports; the read engine answers. */
export async function startApollo(product: Product, known: KnownReads, logger: Logger, metrics: Metrics | null): Promise<ApolloServer<Context>> {
  readPayloads(product)
  const server = new ApolloServer<Context>({
    gateway: gatewayOf(product, known, metrics),
    csrfPrevention: true,
    introspection: true,
    parseOptions: { maxTokens: MOST_TOKENS },
    includeStacktraceInErrorResponses: false,
    stringifyResult: (result) => {
      const { data, ...rest } = result as { data?: unknown }
      if (!(data instanceof RawJson)) return JSON.stringify(result)
      const others = JSON.stringify(rest)
      return others === '{}' ? `{"data":${data.text}}` : `{"data":${data.text},${others.slice(1)}`
    },
    formatError: (formatted, error) => formatError(formatted, error, logger),
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageLocalDefault({ embed: false }), cacheControl],
  })
  await server.start()
  return server
}

/**
 * Answers depend on who asks, and nobody on the way may keep them. The exception: what a stranger reads by GET is what
 * anyone may read, and a proxy may serve it for a minute.
 */
const cacheControl: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response, contextValue }) {
        const { headers } = response.http
        const isPublic = request.http?.method === 'GET' && contextValue.viewer.userId === null && isWhole(response.body)
        headers.set('cache-control', isPublic ? 'public, max-age=60, stale-while-revalidate=600' : 'no-store')
        if (request.http?.method === 'GET') headers.set('vary', 'authorization, cookie')
      },
    }
  },
}

const isWhole = (body: GraphQLResponse['body']) => body.kind === 'single' && !body.singleResult.errors

/** Apollo hands over whole operations when it is given a gateway; it wants the schema before load() ends. */
function gatewayOf(product: Product, known: KnownReads, metrics: Metrics | null): GatewayInterface {
  let tell: Parameters<GatewayInterface['onSchemaLoadOrUpdate']>[0] | undefined
  return {
    onSchemaLoadOrUpdate(callback) {
      tell = callback
      return () => undefined
    },
    async load() {
      tell?.({ apiSchema: product.schema, coreSupergraphSdl: '' })
      return { executor: makeExecutor(product, known, metrics) }
    },
    async stop() {},
  }
}

const kept = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'CONFLICT',
  'TOO_COMPLEX',
  'RATE_LIMITED',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
])

/** What is not said to be told outside is written to the log, and told as "something went wrong". */
function formatError(formatted: GraphQLFormattedError, error: unknown, logger: Logger): GraphQLFormattedError {
  const original = error instanceof GraphQLError && error.originalError ? error.originalError : error
  const mapped = mapDatabaseError(original)
  if (mapped !== original && mapped instanceof GraphQLError)
    return { message: mapped.message, extensions: mapped.extensions, ...(formatted.path ? { path: formatted.path } : {}) }
  if (kept.has(String(formatted.extensions?.code))) return formatted
  logger.error({ err: original }, 'a request failed')
  return { message: 'Something went wrong here. It has been written down.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }
}
