import type { Viewer } from '@clusterpolisee/graph-sql'
import type { RunSql } from '@clusterpolisee/schema'
import pg from 'pg'
import { mapDatabaseError } from '../graphql/map-database-error.js'

pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)

export interface Statement {
  readonly name?: string
  readonly text: string
  readonly values: readonly unknown[]
}

/** The one door to PostgreSQL for requests: reads run alone, writes in a transaction that knows its author. */
export class Database {
  constructor(readonly pool: pg.Pool) {}

  /** Runs one read and answers the single text that it returns (null for no row). */
  async readText({ name, text, values }: Statement): Promise<string | null> {
    const query = { ...(name ? { name } : {}), text, values: [...values], rowMode: 'array' as const }
    const result = await this.pool.query<[string | null]>(query)
    return result.rows[0]?.[0] ?? null
  }

  /** Runs a statement outside any transaction. */
  async run(text: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
    const result = await this.pool.query(text, [...values])
    return result.rows
  }

  /** Runs `work` in one transaction, whose author the audit trigger writes down; faults of the database come out as ours. */
  async write<T>(viewer: Pick<Viewer, 'values'> | null, work: (run: RunSql) => Promise<T>): Promise<T> {
    const client = await this.pool.connect()
    try {
      const author = (viewer?.values.user as string[] | undefined)?.[0] ?? ''
      await client.query(`BEGIN; SELECT set_config('app.user_id', ${client.escapeLiteral(author)}, true)`)
      const answer = await work(async (sql, values) => (await client.query(sql, [...values])).rows)
      await client.query('COMMIT')
      return answer
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined)
      throw mapDatabaseError(error)
    } finally {
      client.release()
    }
  }
}
