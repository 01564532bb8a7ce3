import { statementName, type Viewer } from '@clusterpolisee/graph-sql'
import type { RunSql } from '@clusterpolisee/schema'
import pg from 'pg'
import { databaseAway, savedOrNot } from '../kernel/errors.js'
import { mapDatabaseError } from '../kernel/map-database-error.js'
import { traced } from '../kernel/tracing.js'
import { demandTold } from './demand-told.js'
import { FairShare, type Leave, type Patience } from './fair-share.js'
import { faultOf, isAway, isEnded } from './fault-of.js'
import { traceStatement } from './trace-statement.js'

pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)

export interface Statement {
  readonly name?: string
  readonly text: string
  readonly values: readonly unknown[]
}

/** For whom a statement runs: who shares the pool, and when the answer is no longer wanted. */
export interface Asker {
  readonly who: string
  readonly patience?: Patience
  /** Name of the request, for the log. */
  readonly request?: string
}

/** Where a write was asked for, for the security log: from which network, in which request. */
export interface Asked {
  readonly network: string
  readonly request: string
}

/** In whose name a write is done. */
export interface Author {
  readonly values: Viewer['values']
  readonly asked?: Asked
}

/** What is told of each read, for logs and metrics. */
export type ReadListener = (statement: Statement, seconds: number, request: string | undefined) => void

/** How often work is done again that met another's in a deadlock. */
const MOST_DEADLOCKS = 3
/** Letters of the prepared statements that one connection may hold; then it is replaced by a new one. A plan takes a hundred times its text. */
const MOST_PREPARED = 1_000_000
/** A longer statement is planned each time and not kept. The longest of the dashboard has some 38,000 letters. */
const LONGEST_PREPARED = 50_000

const TRANSACTION = { name: 'transaction' }

const nobody: Asker = { who: '' }

/** The one door to PostgreSQL for requests: reads run alone, writes in a transaction that knows its author. */
export class Database {
  /** One connection stays free for what makes viewers, so that nobody's reads can keep people from signing in. */
  readonly share: FairShare
  onRead: ReadListener = () => undefined
  /** Told before a write is answered that changed who may see what; other gateways hear of it from PostgreSQL. */
  onAccessChanged: () => void = () => undefined
  private readonly prepared = new WeakMap<pg.PoolClient, Prepared>()
  private isAway = false

  constructor(readonly pool: pg.Pool) {
    this.share = new FairShare(Math.max(1, pool.options.max - 1))
  }

  /** PostgreSQL keeps silent: whoever waits for it, and whoever comes, hears so at once. */
  away(): void {
    this.isAway = true
    this.share.refuseAll(databaseAway())
  }

  /** It speaks again. */
  here(): void {
    this.isAway = false
  }

  private take(who: string, patience?: Patience): Leave | Promise<Leave> {
    if (this.isAway) throw databaseAway()
    return this.share.take(who, patience)
  }

  /** Runs one read and answers the single text that it returns (null for no row). Patience that ends stops the SQL. */
  async readText(statement: Statement, { who, patience, request }: Asker = nobody): Promise<string | null> {
    const leave = await this.take(who, patience)
    try {
      return await this.again(() => this.readOnce(statement, patience, request))
    } finally {
      leave()
    }
  }

  private async readOnce(statement: Statement, patience: Patience | undefined, request: string | undefined): Promise<string | null> {
    const client = await this.connect()
    const started = performance.now()
    try {
      const text = await this.readOn(client, statement, patience)
      client.release(this.isWornOut(client))
      traceStatement(statement, started)
      return text
    } catch (error) {
      const fault = faultOf(error)
      client.release(isAway(fault))
      traceStatement({ ...statement, fault }, started)
      throw error
    } finally {
      this.onRead(statement, (performance.now() - started) / 1000, request)
    }
  }

  /**
   * Connections that PostgreSQL ended while nobody used them are found out by whoever takes them next, when PostgreSQL itself
   * may long be there again. What only reads is then asked again, on the others that stood idle and at last on a new one.
   */
  private async again<T>(read: () => Promise<T>): Promise<T> {
    for (let more = Math.max(1, this.pool.idleCount); ; more -= 1) {
      try {
        return await read()
      } catch (error) {
        if (!isEnded(error) || this.isAway || more === 0) throw faultOf(error)
      }
    }
  }

  private async readOn(client: pg.PoolClient, { name, text, values }: Statement, patience?: Patience): Promise<string | null> {
    const query = { ...this.prepare(client, text, name), values: [...values], rowMode: 'array' as const }
    let cancelled: Promise<void> | undefined
    const cancel = () => {
      cancelled = this.cancel(client)
    }
    const stop = patience?.whenOver(cancel)
    try {
      return (await ask<[string | null]>(client, query)).rows[0]?.[0] ?? null
    } finally {
      stop?.()
      // The connection is given back only then: a cancel that comes late must not hit the next one's statement.
      await cancelled
    }
  }

  /** Past the pool, which may be full of what is to be stopped. */
  private async cancel(client: pg.PoolClient): Promise<void> {
    const { processID } = client as unknown as { processID: number }
    const other = new pg.Client(this.pool.options)
    other.on('error', () => undefined)
    try {
      await other.connect()
      await other.query('SELECT pg_cancel_backend($1)', [processID])
    } catch {
      // The statement's time-out ends it all the same.
    } finally {
      await other.end().catch(() => undefined)
    }
  }

  /** The statement as it is sent: under its name where the connection may keep it. */
  private prepare(client: pg.PoolClient, text: string, name: string | undefined): { text: string; name?: string } {
    if (name === undefined || text.length > LONGEST_PREPARED) return { text }
    const prepared = this.prepared.get(client) ?? { names: new Set(), letters: 0 }
    this.prepared.set(client, prepared)
    if (!prepared.names.has(name)) prepared.letters += text.length
    prepared.names.add(name)
    return { text, name }
  }

  /** Nobody ever deallocates prepared statements; a connection that holds too many makes room by ending. */
  private isWornOut(client: pg.PoolClient): boolean {
    return (this.prepared.get(client)?.letters ?? 0) > MOST_PREPARED
  }

  /** Runs a statement outside any transaction, though none that changes who may see what; it may be handed on as a `RunSql`. */
  readonly run = async (text: string, values: readonly unknown[] = []): Promise<Row[]> => {
    try {
      return await this.runOnce(text, values)
    } catch (error) {
      throw faultOf(error)
    }
  }

  /** The same for a statement that only reads. */
  readonly runRead = (text: string, values: readonly unknown[] = []): Promise<Row[]> => this.again(() => this.runOnce(text, values))

  private async runOnce(text: string, values: readonly unknown[]): Promise<Row[]> {
    demandTold(text)
    if (this.isAway) throw databaseAway()
    const began = performance.now()
    try {
      const { rows, rowCount } = await this.pool.query(text, [...values])
      traceStatement({ text, rows: rowCount }, began)
      return rows
    } catch (error) {
      traceStatement({ text, fault: faultOf(error) }, began)
      throw error
    }
  }

  private async connect(): Promise<pg.PoolClient> {
    try {
      return await this.pool.connect()
    } catch (error) {
      throw faultOf(error)
    }
  }

  /**
   * Runs `work` in one transaction, whose author the audit trigger writes down; faults of the database come out as ours. When
   * it went away while it was asked to keep the work, nobody knows whether it did, and that is what is said. Work that met
   * another's in a deadlock is undone and done again: of the two, the one that PostgreSQL ended did nothing wrong.
   */
  write<T>(author: Author | null, work: (run: RunSql) => Promise<T>): Promise<T> {
    return traced(TRANSACTION, () => this.writeInTurn(author, work))
  }

  private async writeInTurn<T>(author: Author | null, work: (run: RunSql) => Promise<T>): Promise<T> {
    const leave = await this.take(idOf(author))
    try {
      for (let again = MOST_DEADLOCKS; ; again -= 1) {
        try {
          return await this.writeOnce(author, work)
        } catch (error) {
          if (!isDeadlock(error) || again === 0) throw mapDatabaseError(error)
        }
      }
    } finally {
      leave()
    }
  }

  private async writeOnce<T>(author: Author | null, work: (run: RunSql) => Promise<T>): Promise<T> {
    const client = await this.connect()
    const answer = await this.undoUnlessDone(client, () =>
      this.begin(client, idOf(author), author?.asked).then(() => work((sql, values) => this.step(client, sql, values))),
    )
    await this.commit(client)
    client.release(this.isWornOut(client))
    return answer
  }

  private async begin(client: pg.PoolClient, who: string, asked: Asked | undefined): Promise<void> {
    const settings = {
      'app.user_id': who,
      ...(asked ? { 'app.network': asked.network, 'app.request': asked.request } : {}),
      plan_cache_mode: 'force_generic_plan',
    }
    const sets = Object.entries(settings).map(([name, value]) => `set_config('${name}', ${client.escapeLiteral(value)}, true)`)
    await client.query(`BEGIN; SELECT ${sets.join(', ')}`).catch((error) => {
      throw faultOf(error)
    })
  }

  /** What fails is undone, and its connection given back; one that is lost has undone it by itself. */
  private async undoUnlessDone<T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      const isLost =
        isAway(error) ||
        (await client.query('ROLLBACK').then(
          () => false,
          () => true,
        ))
      client.release(isLost || this.isWornOut(client))
      throw error
    }
  }

  private async commit(client: pg.PoolClient): Promise<void> {
    try {
      const [{ rows }] = (await client.query("SELECT current_setting('app.access_changed', true) AS changed; COMMIT")) as unknown as [pg.QueryResult]
      if (rows[0]?.changed) this.onAccessChanged()
    } catch (error) {
      const fault = faultOf(error)
      client.release(isAway(fault))
      throw isAway(fault) ? savedOrNot() : fault
    }
  }

  /**
   * One statement of a write, prepared and planned once: a write looks single rows up, and planning that costs more than doing
   * it. What PostgreSQL says of it is left to whoever asked.
   */
  private async step(client: pg.PoolClient, text: string, values: readonly unknown[]): Promise<Row[]> {
    const name = statementName(text)
    const began = performance.now()
    try {
      const { rows, rowCount } = await ask(client, { ...this.prepare(client, text, name), values: [...values] })
      traceStatement({ text, name, rows: rowCount }, began)
      return rows
    } catch (error) {
      traceStatement({ text, name, fault: error }, began)
      throw error instanceof pg.DatabaseError ? error : faultOf(error)
    }
  }
}

/** What a connection keeps prepared. */
interface Prepared {
  readonly names: Set<string>
  letters: number
}

type Row = Record<string, unknown>

const idOf = (author: Author | null): string => (author?.values.user as string[] | undefined)?.[0] ?? ''

/** From here on, the transaction's writes are in this person's name: somebody who proved who they are while it went on. */
export async function actAs(run: RunSql, userId: string): Promise<void> {
  await run(`SELECT set_config('app.user_id', $1, true)`, [userId])
}

/** By a callback: the driver's own promise keeps its answer from being collected soon, which cost small reads a third of their rate. */
function ask<R extends pg.QueryResultRow = Row>(client: pg.PoolClient, query: pg.QueryConfig & { readonly rowMode?: 'array' }): Promise<pg.QueryResult<R>> {
  return new Promise((resolve, reject) => {
    client.query<R>(query, (error, result) => (error ? reject(error) : resolve(result)))
  })
}

const isDeadlock = (error: unknown): boolean => error instanceof pg.DatabaseError && error.code === '40P01'
