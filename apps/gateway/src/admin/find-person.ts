import type { Database } from '../database/database.js'

/** The account of an address, null when there is none. */
export async function findPerson(database: Database, email: string): Promise<string | null> {
  const [person] = await database.run('SELECT id FROM app_user WHERE email = $1 AND archived_at IS NULL', [email])
  return person ? String(person.id) : null
}
