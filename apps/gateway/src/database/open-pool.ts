import type pg from 'pg'
import type { Connections, PoolSettings } from './connections.js'
import { unreachable } from './data-source.js'

/** A pool whose first connection was made; a StartError when it could not be. */
export async function openPool(connections: Connections, url: string, settings: PoolSettings): Promise<pg.Pool> {
  const pool = connections.pool(url, settings)
  try {
    const client = await pool.connect()
    client.release()
    return pool
  } catch (error) {
    await pool.end()
    throw unreachable(error, url)
  }
}
