import type { Database } from '../database/database.js'
import { makeResetSecret } from './one-time-link.js'

/** The link by which the first administrator of an empty installation begins; null where there are accounts. A newer one ends the older. */
export async function makeFirstLink(database: Database, publicUrl: string): Promise<string | null> {
  const [person] = await database.run('SELECT 1 FROM app_user LIMIT 1')
  if (person) return null
  const secret = await database.write(null, (run) => makeResetSecret(run, null))
  return `${publicUrl}/#/begin?token=${secret}`
}
