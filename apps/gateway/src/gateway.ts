import type { Server } from 'node:http'
import type { Logger } from 'pino'
import { eraseAgain, forgetOver, forgetTries, forgetVisits, makeFirstLink } from './access/index.js'
import { isAsleep } from './backup/index.js'
import { buildProduct } from './build-product.js'
import type { Config } from './config.js'
import { Connections } from './database/connections.js'
import { DataDirectory } from './database/data-directory.js'
import { connect } from './database/data-source.js'
import { Database } from './database/database.js'
import { startEmbeddedServer } from './database/embedded-server.js'
import { letApplicationIn } from './database/let-application-in.js'
import { Listener } from './database/listen.js'
import { migrate } from './database/migrate.js'
import { openPool } from './database/open-pool.js'
import { Feeds } from './feeds/feeds.js'
import { makeApp } from './http/app.js'
import { graphqlEndpoint } from './http/graphql-endpoint.js'
import { drain, listen } from './http/server.js'
import { prepareJobQueue, startJobQueue } from './jobs/job-queue.js'
import type { MailTask } from './jobs/mail-lane.js'
import { makeMailer } from './kernel/mailer.js'
import { Provider } from './kernel/provider.js'
import { urlOf } from './kernel/url-of.js'
import { within } from './kernel/within.js'
import { makeLogger } from './observe/make-logger.js'
import { Metrics } from './observe/metrics.js'
import { SlowReads } from './observe/slow-reads.js'
import { startTelemetry } from './observe/start-telemetry.js'
import type { Telemetry } from './observe/telemetry.js'
import { startApollo } from './read/apollo.js'
import { makeKnownReads } from './read/executor.js'
import { Bodies } from './request/bodies.js'
import { CostGate } from './request/cost/index.js'
import { LastUse } from './request/last-use.js'
import { Refusals } from './request/refusals.js'
import { publicUrlOf } from './request/request-context.js'
import { Viewers } from './request/viewers.js'
import { waysIn } from './request/ways-in.js'
import { rooms } from './rooms.js'
import { loadSample, type SampleAccount } from './sample/load-sample.js'
import { ErasedList } from './sealing/erased-list.js'
import { readLogKey } from './sealing/log-key.js'
import { startSealing } from './sealing/seal-log.js'
import { ChangeStreams } from './streams/change-streams.js'
import type { Change } from './streams/readable-changes.js'
import { forgetCreations } from './write/forget-creations.js'

/** A running gateway. */
export interface Gateway {
  readonly url: string
  /** Accounts of the sample that were made at this start, with their password. */
  readonly accounts: readonly SampleAccount[]
  /** Where nobody can sign in yet: the link by which the first administrator begins. */
  readonly firstLink: string | null
  stop(): Promise<void>
}

/** Seconds after which a part that does not stop is left behind: the longest, what is asked, is answered in 30. */
const MOST_STOP = 35

/** Database, schema, HTTP, in this order; stops in the other. A StartError says in a sentence why it cannot. */
export async function startGateway(config: Config, logger: Logger = makeLogger(config)): Promise<Gateway> {
  const stops: (() => Promise<void>)[] = []
  const connections = new Connections(logger)
  const stop = async () => {
    connections.stopping = true
    for (const step of stops.splice(0).reverse()) await within(MOST_STOP, step()).catch((error) => logger.error({ err: error }, 'a part did not stop'))
    logger.info('the gateway has stopped')
  }
  try {
    const telemetry = await startTelemetry(config, logger)
    if (telemetry) stops.push(() => telemetry.stop())
    const addresses = addressesOf(config) ?? (await embedded(config, stops, logger))
    const { url } = addresses
    const accounts = await prepare(config, addresses, connections, logger)
    const pool = await openPool(connections, url, { max: config.DATABASE_POOL, name: 'clusterpolisee', timeout: config.STATEMENT_TIMEOUT })
    stops.push(() => pool.end())
    const database = new Database(pool)
    const server = await serve({ config, addresses, database, logger, connections, stops, telemetry })
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : config.PORT
    const at = urlOf(config.HOST, port)
    logger.info({ url: at }, 'the gateway has started')
    return { url: at, accounts, firstLink: await makeFirstLink(database, publicUrlOf(config, port)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Where PostgreSQL is, for whom. */
interface Addresses {
  /** For requests. */
  readonly url: string
  /** For what needs a connection of its own, past a pooler. */
  readonly directUrl: string
  /** As the owner of the tables. */
  readonly ownerUrl: string
}

/** Null: PostgreSQL comes along. */
function addressesOf({ DATABASE_URL: url, DATABASE_DIRECT_URL: directUrl = url, DATABASE_OWNER_URL: ownerUrl = directUrl }: Config): Addresses | null {
  return url && directUrl && ownerUrl ? { url, directUrl, ownerUrl } : null
}

async function embedded(config: Config, stops: (() => Promise<void>)[], logger: Logger): Promise<Addresses> {
  const directory = new DataDirectory(config.DATA_DIR)
  directory.hold()
  stops.push(async () => directory.release())
  const { url, applicationUrl, stop } = await startEmbeddedServer(directory, [], (sentence) => logger.warn(sentence))
  stops.push(stop)
  return { url: applicationUrl, directUrl: applicationUrl, ownerUrl: url }
}

/** As the owner: makes or brings up to date what the database has to have. Answers the accounts of a sample that was loaded. */
async function prepare(config: Config, { url, ownerUrl }: Addresses, connections: Connections, logger: Logger): Promise<readonly SampleAccount[]> {
  const source = await connect(ownerUrl, 2)
  try {
    await migrate(source, { tell: (sentence) => logger.warn(sentence) })
    await prepareJobQueue(ownerUrl, connections)
    if (new URL(url).username !== new URL(ownerUrl).username) await letApplicationIn(source, url)
    else logger.warn('one role of PostgreSQL serves requests and owns the tables: set DATABASE_OWNER_URL to part them')
  } finally {
    await source.destroy()
  }
  const pool = connections.pool(ownerUrl, { max: 2, name: 'clusterpolisee-owner' })
  return loadSample(new Database(pool), config).finally(() => pool.end())
}

interface Prepared {
  readonly config: Config
  readonly addresses: Addresses
  readonly database: Database
  readonly logger: Logger
  readonly connections: Connections
  readonly stops: (() => Promise<void>)[]
  readonly telemetry: Telemetry | null
}

/** Erases again who was erased after the moment from which a database was put back. Answers what writes down who is erased from now on. */
async function recallErased({ config, database, logger }: Pick<Prepared, 'config' | 'database' | 'logger'>): Promise<() => Promise<void>> {
  const list = new ErasedList(config)
  const people = await eraseAgain(database, list.read())
  if (people > 0) logger.warn({ people }, 'the database was put back from before some people were erased: they are erased again')
  const listErased = () =>
    list.complete(database.run).catch((error) => logger.error({ err: error }, 'who was erased could not be written down beside the key of the log'))
  await listErased()
  return listErased
}

async function serve({ config, addresses: { url, directUrl }, database, logger, connections, stops, telemetry }: Prepared): Promise<Server> {
  const listErased = await recallErased({ config, database, logger })
  const viewers = new Viewers(database, new LastUse(database, logger), waysIn(config))
  database.onAccessChanged = () => viewers.forget()
  const streams = new ChangeStreams(database, logger)
  stops.push(await listenForChanges(directUrl, { database, viewers, streams, logger, connections }))
  const handlers = Object.fromEntries(rooms.flatMap(({ jobs = {} }) => Object.entries(jobs).map(([kind, make]) => [kind, make(database)])))
  const asleep = await isAsleep(database.run)
  if (asleep) logger.warn('restored from a backup: no mail is sent and no job is run until npm run admin -- wake')
  const mailer = makeMailer(asleep ? {} : config)
  const mails = {
    tasks: Object.assign({}, ...rooms.map((room) => room.mails)) as Readonly<Record<string, MailTask>>,
    parts: { database, mailer, publicUrl: publicUrlOf(config, config.PORT) },
  }
  const product = await buildProduct()
  const metrics = config.METRICS || telemetry ? new Metrics(product.engine, database) : null
  if (metrics) telemetry?.send(metrics)
  const noteForgotten = (table: string, rows: number) => {
    logger.info({ table, rows }, 'forgotten, its time being over')
    metrics?.forgotten(table, rows)
  }
  const chores = {
    forget_creations: () => forgetCreations(database),
    forget_over: () => forgetOver(database, noteForgotten).then(listErased),
    forget_tries: () => forgetTries(database),
    forget_visits: () => forgetVisits(database),
  }
  if (!asleep) stops.push(await startJobQueue({ url: directUrl, database, handlers, mails, chores, logger, connections }))
  const key = readLogKey(config)
  if (!asleep) stops.push(startSealing(database, key, logger))
  const slow = new SlowReads(database, logger, config.SLOW_READ)
  database.onRead = (statement, seconds, request) => {
    metrics?.read(seconds)
    slow.note(statement, seconds, request)
  }
  const known = makeKnownReads(product, metrics)
  const refusals = new Refusals(database, logger)
  stops.push(() => refusals.stop())
  const providers = config.PROVIDERS.map((settings) => new Provider(settings, logger))
  const services = { config, database, viewers, mailer, providers, bodies: new Bodies(config), logger, refusals, listErased }
  const apollo = await startApollo(product, known, services, metrics)
  stops.push(() => apollo.stop())
  const feeds = new Feeds({ ...services, product, metrics, connections, url })
  stops.push(() => feeds.stop())
  const app = makeApp({ services, streams, feeds: feeds.router, routes: rooms.flatMap(({ routes = [] }) => routes), metrics: config.METRICS ? metrics : null })
  const graphql = graphqlEndpoint({ gate: new CostGate(product.schema), apollo, known, services })
  const server = await listen({ app, graphql, services })
  stops.push(() => drain(server))
  stops.push(async () => streams.stop())
  return server
}

interface Hearers extends Pick<Prepared, 'database' | 'logger' | 'connections'> {
  readonly viewers: Viewers
  readonly streams: ChangeStreams
}

/**
 * Rights that change anywhere are felt here at once, not after the five seconds that viewers are kept; open pages learn of
 * changed records. A database that keeps silent is given up until it speaks again.
 */
async function listenForChanges(url: string, { database, viewers, streams, logger, connections }: Hearers): Promise<() => Promise<void>> {
  const listener = new Listener({
    url,
    logger,
    connections,
    onMissed() {
      viewers.forget()
      streams.endAll()
    },
    onSilent() {
      database.away()
      connections.giveUp()
    },
    onAlive: () => database.here(),
    channels: {
      access_changed() {
        viewers.forget()
        void streams.endOver()
      },
      record_changed: (payload) => streams.tell(JSON.parse(payload) as Change),
    },
  })
  await listener.start()
  return () => listener.stop()
}
