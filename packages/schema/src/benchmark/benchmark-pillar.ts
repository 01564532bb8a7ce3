import { ProjectRecord } from '../access/index.js'
import { BelongsTo, Decimal, Integer, LongText, type One, Record, Text, via, viaWrite } from '../model/index.js'
import type { Fault, RunSql } from '../model/registry.js'
import { Benchmark } from './benchmark.js'
import { pillarFaults } from './pillar-faults.js'

@Record({
  room: 'benchmark',
  label: 'Pillar of a benchmark',
  labels: 'Pillars of benchmarks',
  description: 'A part of an index with a score of its own: indicators, or other pillars, which it is the mean of. Those in no other make up the index.',
  columns: ['title', 'benchmark', 'above', 'weight'],
  beneath: { above: ['weight'] },
  read: via('benchmark'),
  write: viaWrite('benchmark'),
  unique: [['benchmark', 'title']],
  order: ['position'],
  rules: async (record, former, run) => [
    ...(await pillarFaults('above', record.above, record.benchmark, run)),
    ...(await ringFaults(record, run)),
    ...(record.archivedAt && !former?.archivedAt ? await memberFaults(record.id, run) : []),
  ],
  listedIn: { benchmark: { name: 'pillars', label: 'Pillars' }, above: { name: 'pillars', label: 'Pillars within it' } },
})
export class BenchmarkPillar extends ProjectRecord {
  @BelongsTo('Benchmark', () => Benchmark, { input: 'create' })
  benchmark!: One<Benchmark>

  @BelongsTo('Pillar that it is part of', () => BenchmarkPillar, {
    optional: true,
    emptyIsNone: true,
    within: 'benchmark',
    help: 'Empty: it is part of the index itself',
  })
  above?: One<BenchmarkPillar>

  @Integer('Place in the list', { min: 1, max: 999, initial: 1 })
  position!: number

  @Text('Title', { max: 200, sort: true, search: true })
  title!: string

  @LongText('Definition', { optional: true, emptyIsNone: true, max: 2000, help: 'What it stands for' })
  definition?: string

  @Decimal('Weight', { initial: 1, min: 0, max: 1000, help: 'Beside the others at its level: 1, 1 and 2 are a quarter, a quarter and a half' })
  weight!: number
}

type Values = Readonly<{ [field: string]: unknown }>

/** Nothing is part of itself, however far down. Changes of one benchmark's levels wait for each other, so that two cannot make a ring together. */
async function ringFaults({ id, above, benchmark }: Values, run: RunSql): Promise<Fault[]> {
  if (!above) return []
  await run('SELECT 1 FROM benchmark WHERE id = $1 FOR NO KEY UPDATE', [benchmark])
  const [ring] = await run(
    `WITH RECURSIVE up AS (
       SELECT p.id, p.above_id FROM benchmark_pillar p WHERE p.id = $1
       UNION SELECT p.id, p.above_id FROM benchmark_pillar p JOIN up ON p.id = up.above_id)
     SELECT 1 FROM up WHERE id = $2`,
    [above, id],
  )
  return ring ? [{ path: ['aboveId'], code: 'PART_OF_ITSELF', message: 'A pillar cannot be part of itself, or of one that is part of it.' }] : []
}

/** What has parts stays, so that no part is left without its place. */
async function memberFaults(id: unknown, run: RunSql): Promise<Fault[]> {
  const [member] = await run(
    `SELECT 1 WHERE EXISTS (SELECT 1 FROM benchmark_indicator i WHERE i.pillar_id = $1 AND i.archived_at IS NULL)
       OR EXISTS (SELECT 1 FROM benchmark_pillar p WHERE p.above_id = $1 AND p.archived_at IS NULL)`,
    [id],
  )
  return member ? [{ path: [], code: 'PILLAR_IN_USE', message: 'It still has indicators or pillars. Move them elsewhere first.' }] : []
}
