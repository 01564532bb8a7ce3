import type { RunSql } from '@clusterpolisee/schema'
import type { Database } from '../database/database.js'
import { dropMails } from '../jobs/outbox.js'

/**
 * Takes all that is kept of a person away, the log's too, by the function that the records' declarations make. What they did stands, by an
 * account without a name. Asked again, it takes away what came since: of a request, say, that was under way. Administrators who erase each
 * other do it one after the other.
 */
export async function erasePerson(run: RunSql, userId: string): Promise<void> {
  await run('SELECT FROM app_user WHERE administrator AND archived_at IS NULL FOR UPDATE', [])
  const recipients = await run('SELECT id::text AS to, email FROM app_user WHERE id = $1 UNION ALL SELECT id::text, NULL FROM session WHERE user_id = $1', [
    userId,
  ])
  await dropMails(
    run,
    recipients
      .flatMap(({ to, email }) => [to, email])
      .filter((text) => text !== null)
      .map(String),
  )
  await run('SELECT erase_person($1)', [userId])
}

/** Erases again whom a list names, where the database knows nothing of it: it was put back from before. Answers how many there were. */
export async function eraseAgain(database: Database, userIds: readonly string[]): Promise<number> {
  const back = await database.run('SELECT id FROM app_user WHERE id = ANY ($1) AND erased_at IS NULL', [userIds])
  for (const { id } of back) await database.write(null, (run) => erasePerson(run, String(id)))
  return back.length
}

/** Takes away what came of people after they were erased, in the last days: of requests that were under way. */
export async function eraseLate(database: Database): Promise<void> {
  const erased = await database.run(`SELECT id FROM app_user WHERE erased_at > moment_of_write() - interval '7 days'`)
  for (const { id } of erased) await database.write(null, (run) => erasePerson(run, String(id)))
}
