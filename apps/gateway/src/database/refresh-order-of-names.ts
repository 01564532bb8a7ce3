import type { QueryRunner } from 'typeorm'

/**
 * Where the system's rules for the order of names changed since the indexes were made, these have rows at wrong places: they
 * are rebuilt, and the new version is noted.
 */
export async function refreshOrderOfNames(runner: QueryRunner, tell: (sentence: string) => void): Promise<void> {
  const [collation] = await runner.query(
    `SELECT oid, collversion AS noted, pg_collation_actual_version(oid) AS present FROM pg_collation
     WHERE collname = 'by_name' AND collnamespace = current_schema::regnamespace`,
  )
  if (collation.noted === collation.present) return
  const indexes: { name: string }[] = await runner.query('SELECT indexrelid::regclass::text AS name FROM pg_index WHERE $1::oid = ANY (indcollation)', [
    collation.oid,
  ])
  for (const { name } of indexes) await runner.query(`REINDEX INDEX ${name}`)
  await runner.query('ALTER COLLATION by_name REFRESH VERSION')
  tell(`The system orders names by other rules than before: ${indexes.length} indexes were rebuilt.`)
}
