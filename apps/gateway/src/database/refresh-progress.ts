import type { QueryRunner } from 'typeorm'

/** Under which name it stands beside the files of SQL that what is stored was worked out by their rules. */
const NAME = 'pilots/progress of all'
/** Pilots of one transaction: those who write about them wait for some tenths of a second. */
const AT_ONCE = 300

/** Works out anew what is stored of the pilots' progress, unless that was done by the rules of this `hash`. */
export async function refreshProgress(runner: QueryRunner, hash: string): Promise<void> {
  const [known] = await runner.query('SELECT 1 FROM sql_file WHERE name = $1 AND hash = $2', [NAME, hash])
  if (known) return
  const rows: { id: string }[] = await runner.query('SELECT id FROM pilot ORDER BY id')
  const pilots = rows.map(({ id }) => id)
  for (let at = 0; at < pilots.length; at += AT_ONCE) await runner.query('SELECT refresh_pilot_progress($1)', [pilots.slice(at, at + AT_ONCE)])
  await runner.query('INSERT INTO sql_file (name, hash) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET hash = $2, applied_at = moment_now()', [NAME, hash])
}
