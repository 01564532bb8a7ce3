import { createHash } from 'node:crypto'
import type { EditionResult, EditionSettings, FrozenData, RunSql } from '@clusterpolisee/schema'
import { v7 as uuidv7 } from 'uuid'
import type { EditionInput } from './edition-input.js'

/** SHA-256 of a result's bytes, in hexadecimal. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What an edition is computed from, as it was frozen; null when there is no such edition. */
export async function readEditionInput(run: RunSql, editionId: string): Promise<EditionInput | null> {
  const [row] = await run(
    'SELECT d.frozen, e.settings, e.runs, e.seed FROM benchmark_edition e JOIN benchmark_edition_data d ON d.edition_id = e.id WHERE e.id = $1',
    [editionId],
  )
  if (!row) return null
  return { data: row.frozen as FrozenData, settings: row.settings as EditionSettings, runs: Number(row.runs), seed: Number(row.seed) }
}

/** Stores the bytes of a result, their hash, and a row per entry. Answers false, and stores nothing, when the edition waits no more. */
export async function storeResult(run: RunSql, editionId: string, text: string): Promise<boolean> {
  const [edition] = await run(
    `UPDATE benchmark_edition SET state = 'READY', computed_at = moment_now(), result_hash = $2, updated_at = moment_of_write(), version = version + 1
     WHERE id = $1 AND state = 'COMPUTING' RETURNING project_id`,
    [editionId, hashOf(text)],
  )
  if (!edition) return false
  await run('UPDATE benchmark_edition_data SET result = $2 WHERE edition_id = $1', [editionId, text])
  const { units } = JSON.parse(text) as EditionResult
  const rows = units.map((unit) => ({
    id: uuidv7(),
    version: 1,
    project_id: edition.project_id,
    edition_id: editionId,
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
  }))
  await run('INSERT INTO benchmark_result SELECT * FROM json_populate_recordset(NULL::benchmark_result, $1)', [JSON.stringify(rows)])
  return true
}

/** Marks a waiting edition as failed, with the sentence that says why. */
export async function storeFailure(run: RunSql, editionId: string, message: string): Promise<void> {
  await run(
    `UPDATE benchmark_edition SET state = 'FAILED', failure = $2, updated_at = moment_of_write(), version = version + 1 WHERE id = $1 AND state = 'COMPUTING'`,
    [editionId, message.slice(0, 500)],
  )
}
