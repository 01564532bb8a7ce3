import type { Fault, RunSql } from '../model/registry.js'

type Indicator = Readonly<{ [field: string]: unknown }>

/** What an indicator is counted per is another one of its benchmark, not archived while others are counted per it, and counted per nothing itself. */
export async function denominatorFaults(record: Indicator, former: Indicator | null | undefined, run: RunSql): Promise<Fault[]> {
  const { id, benchmark, denominator, per, archivedAt } = record
  const at = (field: string, code: string, message: string): Fault[] => [{ path: [field], code, message }]
  if (archivedAt) {
    if (former?.archivedAt) return []
    const [used] = await run('SELECT title FROM benchmark_indicator WHERE denominator_id = $1 AND archived_at IS NULL LIMIT 1', [id])
    return used ? at('archivedAt', 'DENOMINATOR_IN_USE', 'Others are counted per this indicator. Change them first.') : []
  }
  if (!denominator) return per ? at('per', 'PER_OF_NOTHING', 'Say first what it is counted per.') : []
  const [found] = await run(
    `SELECT d.id <> $1 AND d.benchmark_id = $2 AND d.archived_at IS NULL AS fits, d.denominator_id IS NOT NULL AS divided,
       EXISTS (SELECT FROM benchmark_indicator i WHERE i.denominator_id = $1 AND i.archived_at IS NULL) AS divides
     FROM benchmark_indicator d WHERE d.id = $3 FOR KEY SHARE`,
    [id, benchmark, denominator],
  )
  if (found?.fits !== true) return at('denominatorId', 'DENOMINATOR_ELSEWHERE', 'This is the indicator itself, belongs to another benchmark, or is archived.')
  if (!found.divided && !found.divides) return []
  return at('denominatorId', 'DENOMINATOR_CHAIN', 'What others are counted per is counted per nothing itself.')
}
