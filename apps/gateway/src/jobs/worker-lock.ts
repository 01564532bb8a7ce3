import type pg from 'pg'
import type { Connections } from '../database/connections.js'

const LOCK = 7_140_413

/**
 * Says that a worker lives: a connection of its own holds an advisory lock of its name. A job whose worker's lock is free was
 * interrupted, by kill -9 say. A lost connection is made anew by the next call.
 */
export class WorkerLock {
  private client: pg.Client | null = null

  constructor(
    private readonly url: string,
    private readonly workerId: string,
    private readonly connections: Connections,
  ) {}

  /** Sets jobs free whose workers live no more, and makes sure that this one's lock is held. */
  async sweep(): Promise<void> {
    const client = this.client ?? (await this.connect())
    await client.query(
      `WITH worker AS MATERIALIZED (SELECT DISTINCT locked_by AS id FROM graphile_worker.jobs WHERE locked_by <> $2),
         free AS MATERIALIZED (SELECT w.id, pg_try_advisory_xact_lock($1, hashtext(w.id)) AS is_free FROM worker w)
       SELECT graphile_worker.force_unlock_workers(array_agg(f.id)) FROM free f WHERE f.is_free HAVING count(*) > 0`,
      [LOCK, this.workerId],
    )
  }

  /** Lets go of the lock. */
  async release(): Promise<void> {
    const { client } = this
    this.client = null
    await client?.end()
  }

  private async connect(): Promise<pg.Client> {
    const client = this.connections.client(this.url, 'clusterpolisee-jobs')
    client.on('end', () => {
      if (this.client === client) this.client = null
    })
    await client.connect()
    await client.query('SELECT pg_advisory_lock($1, hashtext($2))', [LOCK, this.workerId])
    this.client = client
    return client
  }
}
