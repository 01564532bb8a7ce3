import type { RunSql } from '@clusterpolisee/schema'
import pg from 'pg'
import { ASLEEP } from '../kernel/secret.js'

/** Every table that keeps hashes of secrets by which somebody comes in: sessions, tokens, links, devices. */
async function tablesOfSecrets(run: RunSql): Promise<string[]> {
  const rows = await run(
    `SELECT c.table_name::text AS name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND c.column_name = 'token_hash' AND t.table_type = 'BASE TABLE'`,
    [],
  )
  return rows.map(({ name }) => pg.escapeIdentifier(String(name)))
}

/** From now on no secret is taken that was given until now. */
export async function putSecretsToSleep(run: RunSql): Promise<void> {
  for (const table of await tablesOfSecrets(run)) {
    await run(`UPDATE ${table} SET token_hash = $1 || token_hash WHERE NOT starts_with(token_hash, $1)`, [ASLEEP])
  }
}

/** True for what was restored, until somebody wakes it. */
export async function isAsleep(run: RunSql): Promise<boolean> {
  const [restoration] = await run('SELECT 1 FROM restoration WHERE woken_at IS NULL LIMIT 1', [])
  return restoration !== undefined
}

/** Takes the former installation's secrets again; its mails and jobs go on from the next start. */
export async function wakeUp(run: RunSql): Promise<void> {
  await run('UPDATE restoration SET woken_at = moment_of_write() WHERE woken_at IS NULL', [])
  for (const table of await tablesOfSecrets(run)) {
    await run(`UPDATE ${table} SET token_hash = substr(token_hash, length($1) + 1) WHERE starts_with(token_hash, $1)`, [ASLEEP])
  }
  await run(`SELECT pg_notify('access_changed', '')`, [])
}
