import type { Database } from '../database/database.js'
import { withDatabase } from '../database/with-database.js'
import type { Command } from './command.js'

/** Tells who has an account. */
export const list: Command = {
  takes: '',
  does: 'the accounts, who is an administrator, and when each was last here',
  run: (config) => withDatabase(config, printPeople),
}

async function printPeople(database: Database): Promise<void> {
  const people = await database.run(`SELECT u.email, u.display_name, u.administrator, to_char(max(s.seen_at), 'YYYY-MM-DD') AS seen
    FROM app_user u LEFT JOIN session s ON s.user_id = u.id WHERE u.archived_at IS NULL GROUP BY u.id ORDER BY u.email`)
  for (const { email, display_name, administrator, seen } of people) {
    console.log([email, display_name, ...(administrator ? ['administrator'] : []), seen ? `last here ${seen}` : 'never here'].join(', '))
  }
}
