import { createHash } from 'node:crypto'
import type { EditionResult, EditionSettings, FrozenData, FrozenValue, RunSql, UnitResult } from '@clusterpolisee/schema'
import { v7 as uuidv7 } from 'uuid'
import { divided } from './divide.js'
import type { EditionInput, FrozenEdition } from './edition-input.js'

/** SHA-256 of a result's bytes, in hexadecimal. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What an edition is computed from, as it was frozen; null when there is no such edition. */
export async function readEditionInput(run: RunSql, editionId: string): Promise<EditionInput | null> {
  const found = await readFrozenEdition(run, editionId)
  if (!found) return null
  return inputOf(found)
}

/** An edition's input from the text of its frozen data. */
export function inputOf({ frozen, ...others }: Omit<FrozenEdition, 'threads'>): EditionInput & { readonly undivided: FrozenData } {
  const undivided = JSON.parse(frozen) as FrozenData
  return { ...others, data: divided(undivided), undivided }
}

/** The same for a thread to read. */
export async function readFrozenEdition(run: RunSql, editionId: string): Promise<FrozenEdition | null> {
  const [row] = await run(
    'SELECT d.frozen::text, e.settings, e.runs, e.seed FROM benchmark_edition e JOIN benchmark_edition_data d ON d.edition_id = e.id WHERE e.id = $1',
    [editionId],
  )
  if (!row) return null
  return { frozen: String(row.frozen), settings: row.settings as EditionSettings, runs: Number(row.runs), seed: Number(row.seed) }
}

/** What is stored of a result. */
export interface StoredResult {
  /** Its bytes. */
  readonly text: string
  readonly hash: string
  /** The rows of its entries, as JSON, with all columns that the result itself gives. */
  readonly rows: string
}

/** A result as it is stored, with the values that it was computed from; made where it is computed, for a large one takes a while. */
export function asStored(result: EditionResult, { values }: FrozenData): StoredResult {
  const text = JSON.stringify(result)
  const byEntry = new Map(result.units.map(({ entryId }) => [entryId, [] as FrozenValue[]]))
  for (const value of values) byEntry.get(value.entryId)?.push(value)
  return { text, hash: hashOf(text), rows: JSON.stringify(result.units.map((unit) => rowOf(unit, byEntry.get(unit.entryId) ?? []))) }
}

const rowOf = (unit: UnitResult, frozenValues: readonly FrozenValue[]) => ({
  id: uuidv7(),
  entry_id: unit.entryId,
  title: unit.title,
  kind: unit.kind,
  region_code: unit.regionCode,
  planned: unit.planned,
  score: unit.score,
  rank: unit.rank,
  median_rank: unit.medianRank,
  rank_from: unit.rankFrom,
  rank_to: unit.rankTo,
  first_third: unit.firstThird,
  rank_group: unit.group,
  tie_group: unit.tieGroup,
  rank_shares: unit.rankShares,
  contributions: unit.contributions,
  peers: unit.peers,
  pillars: unit.pillars ?? null,
  frozen_values: frozenValues,
})

/** Stores a result, and a row per entry. Answers false, and stores nothing, when the edition waits no more. */
export async function storeResult(run: RunSql, editionId: string, { text, hash, rows }: StoredResult): Promise<boolean> {
  const [edition] = await run(
    `UPDATE benchmark_edition SET state = 'READY', computed_at = moment_now(), result_hash = $2, updated_at = moment_of_write(), version = version + 1
     WHERE id = $1 AND state = 'COMPUTING' RETURNING project_id`,
    [editionId, hash],
  )
  if (!edition) return false
  await run('UPDATE benchmark_edition_data SET result = $2 WHERE edition_id = $1', [editionId, text])
  await run(
    `INSERT INTO benchmark_result SELECT r.* FROM json_populate_record(NULL::benchmark_result, json_build_object('version', 1, 'project_id', $1::uuid, 'edition_id', $2::uuid)) shared,
       json_populate_recordset(shared, $3) r`,
    [edition.project_id, editionId, rows],
  )
  return true
}

/** Marks a waiting edition as failed, with the sentence that says why. */
export async function storeFailure(run: RunSql, editionId: string, message: string): Promise<void> {
  await run(
    `UPDATE benchmark_edition SET state = 'FAILED', failure = $2, updated_at = moment_of_write(), version = version + 1 WHERE id = $1 AND state = 'COMPUTING'`,
    [editionId, message.slice(0, 500)],
  )
}
