import type { QueryRunner } from 'typeorm'
import { StartError } from '../kernel/start-error.js'
import { migrations } from './migrations/index.js'
import { release } from './release.js'

const advice = `This gateway is ${release}; it has touched nothing. Start the newer one, or restore a backup from before it.`

/** A StartError when tables or SQL of this database were made by a gateway newer than this one. `hashes` of our SQL files by name. */
export async function refuseNewer(runner: QueryRunner, hashes: ReadonlyMap<string, string>): Promise<void> {
  const foreign = (await rowsOf(runner, 'migration', 'name')).find(({ name }) => !ours.has(name))
  if (foreign) throw new StartError(`A newer gateway has worked on this database: it made the migration ${foreign.name}, which is not known here. ${advice}`)
  // Columns of later releases are read as JSON: the first ones did not write which release they were.
  const files = await rowsOf(runner, 'sql_file', "name, hash, coalesce(to_jsonb(sql_file) ->> 'release', '') AS release")
  const newer = files.find((file) => isNewer(file.release ?? '', release) && hashes.get(file.name) !== file.hash)
  if (newer) throw new StartError(`A newer gateway, ${newer.release}, has worked on this database: the SQL of ${newer.name} is its own. ${advice}`)
}

const ours: ReadonlySet<string> = new Set(migrations.map((Migration) => new Migration().name))

/** True when release `a` came after `b`. */
export const isNewer = (a: string, b: string): boolean => a.localeCompare(b, 'en', { numeric: true }) > 0

interface Row {
  readonly name: string
  readonly hash?: string
  readonly release?: string
}

/** None where the table is not there yet. */
async function rowsOf(runner: QueryRunner, table: string, columns: string): Promise<Row[]> {
  const [{ there }] = await runner.query('SELECT to_regclass($1) IS NOT NULL AS there', [table])
  return there ? runner.query(`SELECT ${columns} FROM ${table}`) : []
}
