import type { Database } from '../database/database.js'

/** A client that heard no answer asks again within minutes; what would tell it that its record is there already, or its deed done, goes after 30 days. */
export async function forgetCreations(database: Database): Promise<void> {
  await database.run(`DELETE FROM creation WHERE created_at < moment_of_write() - interval '30 days'`)
  await database.run(`DELETE FROM done_deed WHERE done_at < moment_of_write() - interval '30 days'`)
}
