import { type Request, type Response, Router } from 'express'
import type pg from 'pg'
import type { Connections } from '../database/connections.js'
import { faultOf } from '../database/fault-of.js'
import { badInput, rateLimited, refusal, unauthenticated } from '../kernel/errors.js'
import { Tally } from '../kernel/tally.js'
import type { Metrics } from '../observe/metrics.js'
import type { Product } from '../read/product.js'
import { askForToken } from '../request/ask-for-token.js'
import { checkProved } from '../request/asks-again.js'
import type { Context } from '../request/context.js'
import { requestContext, type Services } from '../request/request-context.js'
import { logEvent } from '../request/security-log.js'
import { feedParameters, readFeedQuery } from './feed-query.js'
import { streamRows, type Wrapping } from './stream-rows.js'

interface FeedServices extends Services {
  readonly product: Product
  readonly metrics: Metrics | null
  readonly connections: Connections
  /** Of PostgreSQL. */
  readonly url: string
}

/** Lists as flat files: `GET /feeds` names them, `GET /feeds/<list>.csv|.json` streams every row that the asker may read. */
export class Feeds {
  readonly router = Router()
  /** Apart from the requests' pool: a slow reader holds its connection as long as it reads. */
  private readonly pool: pg.Pool
  private readonly reading = new Tally()

  constructor(private readonly services: FeedServices) {
    this.pool = services.connections.pool(services.url, { max: services.config.FEED_CONNECTIONS, name: 'clusterpolisee-feeds' })
    this.router.get('/', (request, response) => void response.json(this.index(request)))
    this.router.get('/:file', (request, response) => this.answer(request, response))
    this.router.use(askForToken(services.config.APP_NAME))
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
    if (!record) throw noSuchFeed()
    return record
  }

  private async answer(request: Request, response: Response): Promise<void> {
    const [, list = '', format = ''] = /^(\w+)\.(csv|json)$/.exec(String(request.params.file)) ?? []
    if (!this.services.product.engine.feeds().some(({ name }) => name === list)) throw noSuchFeed()
    const context = await requestContext(this.services, request, response)
    if (context.viewer.userId === null && request.query.public !== 'true')
      throw unauthenticated('Give an API token, as Bearer or as the password of Basic; ?public=true reads what anyone may.')
    checkProved(context)
    await this.stream(context, list, format as 'csv' | 'json', request, response)
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
      const columns = engine.feeds().find(({ name }) => name === list)?.columns ?? []
      const wrapping = wrappingOf(
        format,
        mark,
        columns.map(({ name }) => name),
      )
      const rows = await this.onConnection(response, (client) => streamRows(client, compiled, response, wrapping, () => begin(response, list, format)))
      this.services.metrics?.fed(list, format, rows)
      if (context.viewer.userId) await logEvent(context.database.run, context, { kind: 'FEED_READ', detail: `${list}.${format}` })
    } finally {
      leave()
    }
  }

  /** Reads on a connection of its own; one that is lost, or cannot be had, is said as it is everywhere. */
  private async onConnection<T>(response: Response, read: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect().catch((error) => {
      throw faultOf(error)
    })
    // Between two reads nobody waits for the connection, and a loss of it would be nobody's error.
    const lost = () => response.destroy()
    client.on('error', lost)
    let failed = true
    try {
      const answer = await read(client)
      failed = false
      return answer
    } catch (error) {
      throw faultOf(error)
    } finally {
      client.off('error', lost)
      client.release(failed)
    }
  }

  /** At most half of the connections for one asker. */
  private enter(who: string): () => void {
    const { FEED_CONNECTIONS } = this.services.config
    if (this.reading.sum >= FEED_CONNECTIONS || this.reading.of(who) >= Math.ceil(FEED_CONNECTIONS / 2)) throw rateLimited(10)
    this.reading.add(who, 1)
    return () => void this.reading.add(who, -1)
  }
}

const wrappingOf = (format: 'csv' | 'json', mark: boolean, names: readonly string[]): Wrapping =>
  format === 'json' ? { head: '[', between: ',\n', tail: ']\n' } : { head: `${mark ? '\uFEFF' : ''}${names.join(',')}\r\n`, between: '\r\n', tail: '\r\n' }

const noSuchFeed = () => refusal('NOT_FOUND', 'There is no such feed. GET /feeds lists them, each as .csv and .json.')

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
