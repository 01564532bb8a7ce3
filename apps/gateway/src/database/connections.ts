import type { Socket } from 'node:net'
import pg from 'pg'
import type { Logger } from 'pino'

/** Milliseconds that PostgreSQL may keep silent: to a new connection, to a sign of life, and beyond the time of a statement. */
export const PATIENCE = 5000

/** How a pool is to be. */
export interface PoolSettings {
  /** How many connections. */
  readonly max: number
  /** Under which PostgreSQL shows them. */
  readonly name: string
  /** Seconds after which PostgreSQL stops a statement; 0: never. */
  readonly timeout?: number
}

/**
 * Every connection to PostgreSQL that this process holds. One that is lost ends no process, whoever holds it, and the log
 * tells its reason alone: the driver hangs the whole connection on its error, statements and all. While the gateway stops,
 * its database may stop before its connections do, which is no news.
 */
export class Connections {
  stopping = false
  private readonly held = new Set<pg.ClientBase>()

  constructor(private readonly logger: Logger) {}

  /** A pool of connections that speak UTC and do not wait for ever. */
  pool(url: string, { max, name, timeout = 0 }: PoolSettings): pg.Pool {
    const pool = new pg.Pool({
      connectionString: url,
      max,
      application_name: name,
      keepAlive: true,
      connectionTimeoutMillis: PATIENCE,
      // Starting parallel workers costs more than answers of a page take.
      options: `-c TimeZone=UTC -c max_parallel_workers_per_gather=0 -c statement_timeout=${timeout}s`,
      ...(timeout > 0 ? { query_timeout: timeout * 1000 + PATIENCE } : {}),
    })
    // Told by the connection itself.
    pool.on('error', () => undefined)
    pool.on('connect', (client) => this.hold(client, `a connection to PostgreSQL is lost: ${name}`))
    return pool
  }

  /** A single connection, not yet made, by which it is known sooner than by others that PostgreSQL keeps silent. */
  client(url: string, name: string): pg.Client {
    const client = new pg.Client({ connectionString: url, application_name: name, keepAlive: true, connectionTimeoutMillis: PATIENCE - 1000 })
    this.hold(client, `a connection to PostgreSQL is lost: ${name}`)
    return client
  }

  note(error: Error & { readonly code?: string }, what: string): void {
    if (!this.stopping) this.logger.warn({ code: error.code, reason: error.message }, what)
  }

  /** Breaks all of them off: whoever waits for an answer hears that there is none. */
  giveUp(): void {
    for (const client of this.held) socketOf(client).destroy()
  }

  private hold(client: pg.ClientBase, what: string): void {
    this.held.add(client)
    client.on('error', (error) => this.note(error, what))
    client.on('end', () => this.held.delete(client))
  }
}

const socketOf = (client: pg.ClientBase) => (client as unknown as { readonly connection: { readonly stream: Socket } }).connection.stream
