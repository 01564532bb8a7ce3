import { METHODS_VERSION } from '@clusterpolisee/methods'
import type { EditionSettings, Fault, FrozenData, RunSql } from '@clusterpolisee/schema'
import { v7 as uuidv7 } from 'uuid'
import { badInput } from '../kernel/errors.js'
import { editionFaults } from './edition-faults.js'

export interface FreezeOptions {
  readonly benchmarkId: string
  /** Identity of the new edition; made when left out. */
  readonly id?: string
  /** Default: year and number, as 2014-1. */
  readonly title?: string | null
  readonly frozenById: string | null
  /** Default: now. */
  readonly frozenAt?: string
}

const settingsOf = `json_build_object('normalisation', b.normalisation, 'aggregation', b.aggregation, 'missingValues', b.missing_values, 'outliers', b.outliers,
  'weighting', b.weighting, 'weightsDecidedBy', b.weights_decided_by, 'weightDoubt', b.weight_doubt, 'normalisationDoubt', b.normalisation_doubt,
  'aggregationDoubt', b.aggregation_doubt, 'missingDoubt', b.missing_doubt)`

/** Freezes a benchmark as its next edition, which then waits to be computed. Faults of its data are thrown, and nothing is written. */
export async function freezeEdition(run: RunSql, { benchmarkId, id = uuidv7(), title, frozenById, frozenAt }: FreezeOptions): Promise<string> {
  const [found] = await run(`SELECT benchmark_data(b.id) AS data, ${settingsOf} AS settings FROM benchmark b WHERE b.id = $1`, [benchmarkId])
  const faults = [...editionFaults(found?.data as FrozenData, found?.settings as EditionSettings), ...(await pilotFaults(run, benchmarkId))]
  if (faults.length > 0) throw badInput(faults)
  await run(
    `INSERT INTO benchmark_edition (id, version, created_at, updated_at, project_id, benchmark_id, number, title, state, runs, seed, method_version, frozen_at, frozen_by_id, settings)
     SELECT $1, 1, moment_of_write(), moment_of_write(), b.project_id, b.id, n.number, coalesce($3, extract(year FROM coalesce($5::timestamptz, project_as_of(b.project_id)::timestamptz)) || '-' || n.number),
       'COMPUTING', b.runs, b.seed, $4, coalesce($5::timestamptz, moment_now()), $6, ${settingsOf}
     FROM benchmark b CROSS JOIN LATERAL (SELECT coalesce(max(e.number), 0) + 1 AS number FROM benchmark_edition e WHERE e.benchmark_id = b.id) n WHERE b.id = $2`,
    [id, benchmarkId, title ?? null, METHODS_VERSION, frozenAt ?? null, frozenById],
  )
  await run('INSERT INTO benchmark_edition_data (edition_id, frozen) SELECT $1, benchmark_data($2)', [id, benchmarkId])
  return id
}

/** What only a pilot's partner may read is in no edition, which all members see. */
async function pilotFaults(run: RunSql, benchmarkId: string): Promise<Fault[]> {
  const rows = await run(
    `SELECT e.id FROM benchmark_entry e JOIN pilot p ON p.id = e.pilot_id WHERE e.benchmark_id = $1 AND e.archived_at IS NULL AND p.audience = 'OWN'`,
    [benchmarkId],
  )
  if (rows.length === 0) return []
  return [{ path: ['entries'], code: 'PILOT_NOT_SHARED', message: 'A pilot action of it may be read by its partner only. Share it with the members first.' }]
}
