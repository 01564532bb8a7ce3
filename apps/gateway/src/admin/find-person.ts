import type { Database } from '../database/database.js'
import { StartError } from '../kernel/start-error.js'

/** The account of an address, null when there is none. */
export async function findPerson(database: Database, email: string): Promise<string | null> {
  const [person] = await database.run('SELECT id FROM app_user WHERE email = $1 AND archived_at IS NULL', [email])
  return person ? String(person.id) : null
}

/** The same; a StartError when there is none. */
export async function personOf(database: Database, email: string): Promise<string> {
  const person = await findPerson(database, email)
  if (!person) throw new StartError(`There is no account ${email}.`)
  return person
}
