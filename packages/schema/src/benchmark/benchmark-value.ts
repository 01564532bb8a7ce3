import { ProjectRecord } from '../access/index.js'
import { BelongsTo, Computed, Day, Decimal, type One, Record, Text, Url, via, viaWrite } from '../model/index.js'
import type { Fault, RunSql } from '../model/registry.js'
import { Measurement } from '../pilots/index.js'
import { BenchmarkEntry } from './benchmark-entry.js'
import { BenchmarkIndicator } from './benchmark-indicator.js'

@Record({
  room: 'benchmark',
  label: 'Value of a benchmark',
  labels: 'Values of benchmarks',
  description: 'The figure of one initiative or region for one indicator, with its source; empty is missing.',
  calls: ['entry', 'indicator'],
  beneath: { entry: ['value', 'onDay', 'source'], indicator: ['value', 'onDay', 'source'] },
  read: via('entry'),
  write: viaWrite('entry'),
  unique: [['entry', 'indicator']],
  rules: async (record, _, run) => [...originFaults(record), ...(await matchFaults(record, run))],
  summary: true,
  listedIn: { entry: { name: 'values', label: 'Values' }, indicator: { name: 'values', label: 'Values' } },
})
export class BenchmarkValue extends ProjectRecord {
  @BelongsTo('Initiative or region', () => BenchmarkEntry, { input: 'create' })
  entry!: One<BenchmarkEntry>

  @BelongsTo('Indicator of the benchmark', () => BenchmarkIndicator, { input: 'create' })
  indicator!: One<BenchmarkIndicator>

  @Decimal('Value', { optional: true, help: 'Left out when a measurement gives it' })
  value?: number

  @BelongsTo('Measurement', () => Measurement, { optional: true, emptyIsNone: true })
  measurement?: One<Measurement>

  @Day('Day', { optional: true })
  onDay?: string

  @Text('Source', { max: 300, optional: true })
  source?: string

  @Url('Address of the source', { optional: true })
  sourceLink?: string

  @Computed('Figure that counts', 'decimal', (t) => `benchmark_figure(${t}.value, ${t}.measurement_id)`)
  figure?: number
}

type Values = Readonly<{ [field: string]: unknown }>

const originFaults = ({ value, measurement }: Values): Fault[] =>
  measurement && value !== null && value !== undefined
    ? [{ path: ['value'], code: 'VALUE_FROM_MEASUREMENT', message: 'The measurement gives the value. Leave this empty.' }]
    : []

/** Indicator and entry are of one benchmark, and a measurement is of the entry's own pilot. */
async function matchFaults({ entry, indicator, measurement }: Values, run: RunSql): Promise<Fault[]> {
  const [found] = await run(
    `SELECT e.benchmark_id = i.benchmark_id AS together, $3::uuid IS NULL OR EXISTS (
       SELECT 1 FROM measurement m JOIN indicator p ON p.id = m.indicator_id WHERE m.id = $3 AND p.pilot_id = e.pilot_id) AS own
     FROM benchmark_entry e, benchmark_indicator i WHERE e.id = $1 AND i.id = $2`,
    [entry, indicator, measurement ?? null],
  )
  if (found?.together === false) return [{ path: ['indicatorId'], code: 'OF_ANOTHER_BENCHMARK', message: 'This indicator belongs to another benchmark.' }]
  if (found?.own === false) return [{ path: ['measurementId'], code: 'OF_ANOTHER_PILOT', message: "This measurement is not of the entry's pilot action." }]
  return []
}
