import { ApolloServer, type ApolloServerPlugin, type GraphQLResponse } from '@apollo/server'
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import type { GatewayInterface } from '@apollo/server-gateway-interface'
import { isUnavailable } from '../kernel/errors.js'
import type { Metrics } from '../observe/metrics.js'
import type { Context } from '../request/context.js'
import { noteError } from '../request/refuse.js'
import type { Services } from '../request/request-context.js'
import { makeExecutor, RawJson, readPayloads } from './executor.js'
import { formatError } from './format-error.js'
import type { KnownReads } from './known-reads.js'
import type { Product } from './product.js'

/** Apollo parses, validates, guards and reports; the read engine answers. */
export async function startApollo(product: Product, known: KnownReads, services: Services, metrics: Metrics | null): Promise<ApolloServer<Context>> {
  readPayloads(product)
  const server = new ApolloServer<Context>({
    gateway: gatewayOf(product, known, metrics),
    // A question by GET changes nothing, and no other page reads its answer; what changes something is looked at by the front.
    csrfPrevention: false,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    // What ends the process is decided in one place, and not here.
    stopOnTerminationSignals: false,
    stringifyResult: (result) => {
      const { data, ...rest } = result as { data?: unknown }
      if (!(data instanceof RawJson)) return JSON.stringify(result)
      const others = JSON.stringify(rest)
      return others === '{}' ? `{"data":${data.text}}` : `{"data":${data.text},${others.slice(1)}`
    },
    formatError,
    logger: services.logger,
    plugins: [noteErrors(services), ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled(), cacheControl, unavailable],
  })
  await server.start()
  return server
}

/** Errors that are no refusals go to the log; what the security log is to know of is counted. */
const noteErrors = (services: Services): ApolloServerPlugin<Context> => ({
  async requestDidStart() {
    return {
      async didEncounterErrors({ errors, contextValue }) {
        for (const error of errors) noteError(services, error, contextValue.response)
      },
    }
  },
})

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

/** What the database could not do just now can be asked again: the status says so to whatever stands between. */
const unavailable: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body, http } }) {
        const error = body.kind === 'single' ? body.singleResult.errors?.find(isUnavailable) : undefined
        if (!error) return
        http.status = 503
        http.headers.set('retry-after', String(error.extensions?.retryAfter))
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
