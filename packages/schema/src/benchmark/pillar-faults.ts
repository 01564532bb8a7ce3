import type { Fault, RunSql } from '../model/registry.js'

/** A pillar that something of a benchmark is part of is of the same benchmark, and not archived. `field` is the relation that names it. */
export async function pillarFaults(field: string, pillar: unknown, benchmark: unknown, run: RunSql): Promise<Fault[]> {
  if (!pillar) return []
  const [found] = await run('SELECT benchmark_id = $2 AND archived_at IS NULL AS fits FROM benchmark_pillar WHERE id = $1 FOR KEY SHARE', [pillar, benchmark])
  if (found?.fits === true) return []
  return [{ path: [`${field}Id`], code: 'PILLAR_ELSEWHERE', message: 'This pillar belongs to another benchmark, or is archived.' }]
}
