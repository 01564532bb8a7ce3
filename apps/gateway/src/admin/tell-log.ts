import type { RunSql } from '@clusterpolisee/schema'
import pg from 'pg'
import { type LoggedEvent, logEvent } from '../request/security-log.js'

/**
 * Tells the security log what was done here with a file that stands by itself: by nobody with an account, but who has the machine. Tables of
 * an older release, which have no such log yet, are no reason to fail.
 */
export async function tellLog(url: string, event: LoggedEvent): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'clusterpolisee-admin', options: '-c TimeZone=UTC' })
  client.on('error', () => undefined)
  const run: RunSql = async (text, values) => (await client.query(text, [...values])).rows
  try {
    await client.connect()
    await logEvent(run, null, event)
  } catch (error) {
    console.error(`The security log was not told of it: ${(error as Error).message}.`)
  } finally {
    await client.end().catch(() => undefined)
  }
}
