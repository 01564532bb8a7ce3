import type { Server } from 'node:http'
import type pg from 'pg'
import pino, { type Logger } from 'pino'
import type { DataSource } from 'typeorm'
import { buildProduct } from './build-product.js'
import type { Config } from './config.js'
import { DataDirectory } from './database/data-directory.js'
import { connect } from './database/data-source.js'
import { Database } from './database/database.js'
import { type EmbeddedServer, startEmbeddedServer } from './database/embedded-server.js'
import { listenTo } from './database/listen.js'
import { LostConnections } from './database/lost-connections.js'
import { migrate } from './database/migrate.js'
import { Feeds } from './feeds/feeds.js'
import { makeApp } from './http/app.js'
import { graphqlEndpoint } from './http/graphql-endpoint.js'
import { drain, listen } from './http/server.js'
import { prepareJobQueue, startJobQueue } from './jobs/job-queue.js'
import { makeMailer } from './kernel/mailer.js'
import { Metrics } from './observe/metrics.js'
import { SlowReads } from './observe/slow-reads.js'
import { startApollo } from './read/apollo.js'
import { makeKnownReads } from './read/executor.js'
import { LastUse } from './request/last-use.js'
import { Viewers } from './request/viewers.js'
import { rooms } from './rooms.js'
import { loadSample, type SampleAccount } from './sample/load-sample.js'
import { ChangeStreams } from './streams/change-streams.js'
import type { Change } from './streams/readable-changes.js'
import { forgetCreations } from './write/forget-creations.js'

/** A running gateway. */
export interface Gateway {
  readonly url: string
  /** Accounts of the sample that were made at this start, with their password. */
  readonly accounts: readonly SampleAccount[]
  stop(): Promise<void>
}

/** Database, schema, HTTP, in this order; stops in the other. A StartError says in a sentence why it cannot. */
export async function startGateway(config: Config, logger: Logger = pino({ level: config.LOG_LEVEL })): Promise<Gateway> {
  const stops: (() => Promise<void>)[] = []
  const lost = new LostConnections(logger)
  const stop = async () => {
    lost.stopping = true
    for (const step of stops.splice(0).reverse()) await step().catch((error) => logger.error({ err: error }, 'a part did not stop'))
    logger.info('the gateway has stopped')
  }
  try {
    const url = config.DATABASE_URL ?? (await embedded(config, stops)).url
    const source = await connect(url, config.DATABASE_POOL, config.STATEMENT_TIMEOUT)
    stops.push(() => source.destroy())
    await prepare(config, url, source, logger)
    await prepareJobQueue(config.DATABASE_DIRECT_URL ?? url, lost)
    const database = new Database(poolOf(source, lost))
    const accounts = await loadSample(database, config)
    const server = await serve({ config, url, database, logger, lost, stops })
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : config.PORT
    const at = `http://${config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST}:${port}`
    logger.info({ url: at }, 'the gateway has started')
    return { url: at, accounts, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function embedded(config: Config, stops: (() => Promise<void>)[]): Promise<EmbeddedServer> {
  const directory = new DataDirectory(config.DATA_DIR)
  directory.hold()
  stops.push(async () => directory.release())
  const server = await startEmbeddedServer(directory)
  stops.push(() => server.stop())
  return server
}

/** Migrations go past a pooler. */
async function prepare(config: Config, url: string, source: DataSource, logger: Logger): Promise<void> {
  const tell = (sentence: string) => logger.warn(sentence)
  if (!config.DATABASE_DIRECT_URL || config.DATABASE_DIRECT_URL === url) return migrate(source, { tell })
  const direct = await connect(config.DATABASE_DIRECT_URL, 2)
  await migrate(direct, { tell }).finally(() => direct.destroy())
}

function poolOf(source: DataSource, lost: LostConnections): pg.Pool {
  const { master } = source.driver as unknown as { master: pg.Pool }
  return master.on('error', (error) => lost.note(error, 'an idle connection to PostgreSQL is lost'))
}

interface Prepared {
  readonly config: Config
  readonly url: string
  readonly database: Database
  readonly logger: Logger
  readonly lost: LostConnections
  readonly stops: (() => Promise<void>)[]
}

async function serve({ config, url, database, logger, lost, stops }: Prepared): Promise<Server> {
  const directUrl = config.DATABASE_DIRECT_URL ?? url
  const viewers = new Viewers(database, new LastUse(database, logger))
  database.onAccessChanged = () => viewers.forget()
  const streams = new ChangeStreams(database, logger)
  stops.push(await listenForChanges(directUrl, viewers, streams, { logger, lost }))
  const handlers = Object.fromEntries(rooms.flatMap(({ jobs = {} }) => Object.entries(jobs).map(([kind, make]) => [kind, make(database)])))
  stops.push(await startJobQueue({ url: directUrl, database, handlers, chores: { forget_creations: () => forgetCreations(database) }, logger, lost }))
  const product = await buildProduct()
  const metrics = config.METRICS ? new Metrics(product.engine, database) : null
  const slow = new SlowReads(database, logger, config.SLOW_READ)
  database.onRead = (statement, seconds) => {
    metrics?.read(seconds)
    slow.note(statement, seconds)
  }
  const known = makeKnownReads(product, metrics)
  const apollo = await startApollo(product, known, logger, metrics)
  stops.push(() => apollo.stop())
  const services = { config, database, viewers, mailer: makeMailer(config), logger }
  const feeds = new Feeds({ ...services, product, metrics, lost })
  stops.push(() => feeds.stop())
  const app = makeApp({ services, streams, feeds: feeds.router, routes: rooms.flatMap(({ routes = [] }) => routes), metrics })
  const graphql = graphqlEndpoint({ apollo, known, services })
  const server = await listen({ app, graphql, logger, host: config.HOST, port: config.PORT })
  stops.push(() => drain(server))
  stops.push(async () => streams.stop())
  return server
}

/** Rights that change anywhere are felt here at once, not after the five seconds that viewers are kept; open pages learn of changed records. */
function listenForChanges(url: string, viewers: Viewers, streams: ChangeStreams, told: Pick<Prepared, 'logger' | 'lost'>): Promise<() => Promise<void>> {
  return listenTo({
    url,
    ...told,
    onLost: () => viewers.forget(),
    channels: { access_changed: () => viewers.forget(), record_changed: (payload) => streams.tell(JSON.parse(payload) as Change) },
  })
}
