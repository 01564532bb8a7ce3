import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import type { Compiled } from '@clusterpolisee/graph-sql'
import type pg from 'pg'
import Cursor from 'pg-cursor'

const ROWS_AT_ONCE = 1000
/** A reader that takes nothing for so long has gone, whatever its connection says. */
const PATIENCE = 60_000

export interface Wrapping {
  readonly head: string
  readonly between: string
  readonly tail: string
}

/**
 * Streams the single text of every row. PostgreSQL is asked for the next thousand only when the reader has taken the
 * last, so that memory stays flat however slow the reader is. Answers the number of rows.
 * `begin` is called before the first byte, when the statement is known to run.
 */
export async function streamRows(
  client: pg.PoolClient,
  { text, values }: Compiled,
  response: ServerResponse,
  wrapping: Wrapping,
  begin: () => void,
): Promise<number> {
  const cursor = client.query(new Cursor<[string]>(text, [...values], { rowMode: 'array' }))
  let count = 0
  try {
    let rows = await cursor.read(ROWS_AT_ONCE)
    begin()
    response.write(wrapping.head)
    while (rows.length > 0 && !response.destroyed) {
      const lines = rows.map(([line]) => line).join(wrapping.between)
      if (!response.write(count > 0 ? wrapping.between + lines : lines)) await drained(response)
      count += rows.length
      rows = await cursor.read(ROWS_AT_ONCE)
    }
    response.end(wrapping.tail)
    return count
  } finally {
    await cursor.close()
  }
}

async function drained(response: ServerResponse): Promise<void> {
  const patience = AbortSignal.timeout(PATIENCE)
  const waiting = new AbortController()
  const signal = AbortSignal.any([patience, waiting.signal])
  await Promise.race([once(response, 'drain', { signal }), once(response, 'close', { signal })]).catch(() => response.destroy())
  waiting.abort()
}
