import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { Database } from '../database/database.js'
import { rateLimited } from '../kernel/errors.js'

const WINDOW = '15 minutes'
/** An account from one address: someone who mistypes; an account from anywhere; an address with many accounts. */
const limits = { pair: 10, account: 50, address: 100 } as const

const subjectsOf = (given: string, address: string) => {
  // Blanks around an address are no other address: else each would have its own tries.
  const email = given.trim().replace(/\s+/g, ' ')
  const hash = (kind: string, text: string) => createHash('sha256').update(`${kind}:${text.toLowerCase()}`).digest('hex')
  return { pair: hash('pair', `${email}|${address}`), account: hash('account', email), address: hash('address', address) }
}

/** Refuses a sign-in after too many failures. The pair comes first, so that a stranger's tries do not lock the person out soon. */
export async function checkThrottle(database: Database, email: string, address: string): Promise<void> {
  const subjects = subjectsOf(email, address)
  const rows = await database.run(
    `SELECT subject, count(*)::int AS failures FROM sign_in_failure WHERE subject = ANY ($1) AND at > moment_of_write() - interval '${WINDOW}' GROUP BY subject`,
    [Object.values(subjects)],
  )
  for (const [kind, limit] of Object.entries(limits)) {
    const failures = rows.find((row) => row.subject === subjects[kind as keyof typeof limits])?.failures
    if (Number(failures ?? 0) >= limit) throw rateLimited(15 * 60)
  }
}

/** Writes a failed sign-in down; old ones go. */
export async function noteFailure(database: Database, email: string, address: string): Promise<void> {
  const subjects = Object.values(subjectsOf(email, address))
  await database.run(
    `INSERT INTO sign_in_failure (id, subject, at) SELECT id, subject, moment_of_write() FROM unnest($1::uuid[], $2::text[]) f (id, subject)`,
    [subjects.map(() => uuidv7()), subjects],
  )
  await database.run(`DELETE FROM sign_in_failure WHERE at < moment_of_write() - interval '1 day'`)
}

/** A right sign-in clears what was written down of the pair. */
export async function clearFailures(database: Database, email: string, address: string): Promise<void> {
  await database.run('DELETE FROM sign_in_failure WHERE subject = $1', [subjectsOf(email, address).pair])
}
