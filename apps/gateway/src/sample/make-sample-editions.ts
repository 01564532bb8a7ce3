import { type RunSql, type SampleEdition, sampleEditions } from '@clusterpolisee/schema'
import { asStored, computeEdition, freezeEdition, readEditionInput, storeResult } from '../benchmark/index.js'

/** The sample's editions come about as any other: frozen, computed, published. */
export async function makeSampleEditions(run: RunSql): Promise<void> {
  for (const edition of sampleEditions) await makeEdition(run, edition)
}

async function makeEdition(run: RunSql, { id, benchmarkId, frozenAt, published, correctedAfter }: SampleEdition): Promise<void> {
  await freezeEdition(run, { id, benchmarkId, frozenById: null, frozenAt })
  const input = await readEditionInput(run, id)
  if (!input) throw new Error('An edition of the sample was not frozen')
  await storeResult(run, id, asStored(computeEdition(input), input.data))
  await run('UPDATE benchmark_edition SET computed_at = frozen_at WHERE id = $1', [id])
  if (published) await run(`UPDATE benchmark_edition SET state = 'PUBLISHED', published_at = frozen_at WHERE id = $1`, [id])
  for (const { id: valueId, value } of correctedAfter) await run('UPDATE benchmark_value SET value = $2, version = version + 1 WHERE id = $1', [valueId, value])
}
