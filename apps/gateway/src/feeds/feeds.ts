import type { Request, Response } from 'express'
import { Router } from 'express'
import { GraphQLError } from 'graphql'
import pg from 'pg'
import type { Logger } from 'pino'
import { badInput, rateLimited, unauthenticated } from '../kernel/errors.js'
import { mapDatabaseError } from '../kernel/map-database-error.js'
import type { Metrics } from '../observe/metrics.js'
import type { Product } from '../read/product.js'
import type { Context } from '../request/context.js'
import { requestContext, type Services } from '../request/request-context.js'
import { feedParameters, readFeedQuery } from './feed-query.js'
import { streamRows } from './stream-rows.js'

interface FeedServices extends Services {
  readonly product: Product
  readonly metrics: Metrics | null
  readonly logger: Logger
}

const statusOf: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  RATE_LIMITED: 429,
  TOO_COMPLEX: 422,
}

/** Lists as flat files: `GET /feeds` names them, `GET /feeds/<list>.csv|.json` streams every row that the asker may read. */
export class Feeds {
  readonly router = Router()
  /** Apart from the requests' pool: a slow reader holds its connection as long as it reads. */
  private readonly pool: pg.Pool
  private readonly reading = new Map<string, number>()

  constructor(private readonly services: FeedServices) {
    const { max: _, ...options } = services.database.pool.options
    const { FEED_CONNECTIONS } = services.config
    this.pool = new pg.Pool({ ...options, max: FEED_CONNECTIONS, options: '-c TimeZone=UTC -c statement_timeout=0' } as pg.PoolConfig)
    this.pool.on('error', () => undefined)
    this.router.get('/', (request, response) => void response.json(this.index(request)))
    this.router.get('/:file', (request, response) => this.answer(request, response))
  }

  stop(): Promise<void> {
    return this.pool.end()
  }

  private index({ baseUrl }: Request) {
    return this.services.product.engine.feeds().map(({ name, description, columns }) => ({
      name,
      description,
      csv: `${baseUrl}/${name}.csv`,
      json: `${baseUrl}/${name}.json`,
      parameters: feedParameters(this.record(name)),
      columns,
    }))
  }

  private record(list: string) {
    const record = this.services.product.model.records.find(({ plural }) => plural === list)
    if (!record) throw new GraphQLError(`There is no feed ${list}. See /feeds.`, { extensions: { code: 'NOT_FOUND' } })
    return record
  }

  private async answer(request: Request, response: Response): Promise<void> {
    try {
      const [, list = '', format = ''] = /^(\w+)\.(csv|json)$/.exec(String(request.params.file)) ?? []
      if (!this.services.product.engine.feeds().some(({ name }) => name === list)) {
        throw new GraphQLError('There is no such feed. GET /feeds lists them, each as .csv and .json.', { extensions: { code: 'NOT_FOUND' } })
      }
      const context = await requestContext(this.services, request, response)
      if (context.viewer.userId === null && request.query.public !== 'true')
        throw unauthenticated('Give an API token, as Bearer or as the password of Basic; ?public=true reads what anyone may.')
      await this.stream(context, list, format as 'csv' | 'json', request, response)
    } catch (error) {
      this.refuse(error, response)
    }
  }

  private async stream(context: Context, list: string, format: 'csv' | 'json', request: Request, response: Response): Promise<void> {
    const { engine } = this.services.product
    const { mark, ...query } = readFeedQuery(this.record(list), parametersOf(request))
    const compiled = engine.compileFeed({ list, format, viewer: context.viewer, ...query })
    if (request.method === 'HEAD') {
      begin(response, list, format)
      response.end()
      return
    }
    const leave = this.enter(String(context.viewer.values.user ?? context.address))
    try {
      const client = await this.pool.connect()
      let failed = true
      // Between two reads nobody waits for the connection, and a loss of it would be nobody's error.
      const lost = () => response.destroy()
      client.on('error', lost)
      try {
        const names =
          engine
            .feeds()
            .find(({ name }) => name === list)
            ?.columns.map((column) => column.name) ?? []
        const wrapping =
          format === 'json'
            ? { head: '[', between: ',\n', tail: ']\n' }
            : { head: `${mark ? '\uFEFF' : ''}${names.join(',')}\r\n`, between: '\r\n', tail: '\r\n' }
        const rows = await streamRows(client, compiled, response, wrapping, () => begin(response, list, format))
        this.services.metrics?.fed(list, format, rows)
        failed = false
      } finally {
        client.off('error', lost)
        client.release(failed)
      }
    } finally {
      leave()
    }
  }

  /** At most half of the connections for one asker. */
  private enter(who: string): () => void {
    const { FEED_CONNECTIONS } = this.services.config
    const mine = this.reading.get(who) ?? 0
    const all = [...this.reading.values()].reduce((sum, count) => sum + count, 0)
    if (all >= FEED_CONNECTIONS || mine >= Math.ceil(FEED_CONNECTIONS / 2)) throw rateLimited(10)
    this.reading.set(who, mine + 1)
    return () => {
      const rest = (this.reading.get(who) ?? 1) - 1
      if (rest > 0) this.reading.set(who, rest)
      else this.reading.delete(who)
    }
  }

  /** Once rows are on their way a fault can only break the stream off: a short file must not look whole. */
  private refuse(fault: unknown, response: Response): void {
    const error = mapDatabaseError(fault)
    const code = error instanceof GraphQLError ? String(error.extensions.code) : 'INTERNAL_SERVER_ERROR'
    if (!(code in statusOf)) this.services.logger.error({ err: fault }, 'a feed failed')
    if (response.headersSent) {
      response.destroy()
      return
    }
    const message = code in statusOf ? (error as GraphQLError).message : 'Something went wrong here. It has been written down.'
    const faults = error instanceof GraphQLError && error.extensions.faults ? { faults: error.extensions.faults } : {}
    if (code === 'UNAUTHENTICATED') response.set('www-authenticate', 'Basic realm="ClusterPoliSEE", charset="UTF-8"')
    if (code === 'RATE_LIMITED') response.set('retry-after', '10')
    response.status(statusOf[code] ?? 500).json({ code, message, ...faults })
  }
}

function begin(response: Response, list: string, format: string): void {
  response.status(200).set({
    'content-type': format === 'json' ? 'application/json; charset=utf-8' : 'text/csv; charset=utf-8; header=present',
    'content-disposition': `attachment; filename="${list}.${format}"`,
    'cache-control': 'private, no-store',
  })
}

/** Each parameter once; one that is given twice is refused. */
function parametersOf({ query }: Request): Record<string, string> {
  const entries = Object.entries(query).map(([name, value]) => {
    if (typeof value !== 'string') throw badInput([{ path: [name], code: 'ONE_VALUE', message: `${name} is given more than once.` }])
    return [name, value] as const
  })
  return Object.fromEntries(entries)
}
