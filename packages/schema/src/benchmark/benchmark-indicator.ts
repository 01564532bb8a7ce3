import { ProjectRecord } from '../access/index.js'
import { BelongsTo, Choice, Decimal, Integer, LongText, type One, Record, Text, via, viaWrite } from '../model/index.js'
import type { Fault } from '../model/registry.js'
import { bandFaults, Direction } from '../pilots/index.js'
import { Benchmark } from './benchmark.js'
import { BenchmarkPillar } from './benchmark-pillar.js'
import { denominatorFaults } from './denominator-faults.js'
import { pillarFaults } from './pillar-faults.js'

@Record({
  room: 'benchmark',
  label: 'Indicator of a benchmark',
  labels: 'Indicators of benchmarks',
  description: 'What initiatives or regions are compared by.',
  read: via('benchmark'),
  write: viaWrite('benchmark'),
  unique: [['benchmark', 'title']],
  order: ['position'],
  beneath: { pillar: ['weight'] },
  rules: async (record, former, run) => [
    ...bandFaults(record),
    ...goalpostFaults(record),
    ...(await pillarFaults('pillar', record.pillar, record.benchmark, run)),
    ...(await denominatorFaults(record, former, run)),
  ],
  listedIn: { benchmark: { name: 'indicators', label: 'Indicators' }, pillar: { name: 'indicators', label: 'Indicators' } },
})
export class BenchmarkIndicator extends ProjectRecord {
  @BelongsTo('Benchmark', () => Benchmark, { input: 'create' })
  benchmark!: One<Benchmark>

  @BelongsTo('Pillar', () => BenchmarkPillar, {
    optional: true,
    emptyIsNone: true,
    within: 'benchmark',
    help: 'Empty: it is part of the index itself',
  })
  pillar?: One<BenchmarkPillar>

  @Integer('Place in the list', { min: 1, max: 999, initial: 1 })
  position!: number

  @Text('Title', { max: 200, sort: true, search: true })
  title!: string

  @LongText('Definition', { optional: true, emptyIsNone: true, max: 2000, help: 'What counts and what does not' })
  definition?: string

  @Text('Unit', { max: 40, optional: true, emptyIsNone: true, help: 'As firms, days, EUR' })
  unit?: string

  @Choice('Direction', Direction)
  direction!: string

  @Decimal('Lower bound of the band', { optional: true, emptyIsNone: true, onlyWhere: ['direction', 'BAND'] })
  bandLow?: number

  @Decimal('Upper bound of the band', { optional: true, emptyIsNone: true, onlyWhere: ['direction', 'BAND'] })
  bandHigh?: number

  @Decimal('Weight', { initial: 1, min: 0, max: 1000, help: 'Beside the others at its level: 1, 1 and 2 are a quarter, a quarter and a half' })
  weight!: number

  @Decimal('Low goalpost', { optional: true, emptyIsNone: true, help: 'The lower end of the scale: what is below counts no differently' })
  goalpostLow?: number

  @Decimal('High goalpost', { optional: true, emptyIsNone: true, help: 'The upper end of the scale: what is above counts no differently' })
  goalpostHigh?: number

  @BelongsTo('Counted per', () => BenchmarkIndicator, {
    optional: true,
    emptyIsNone: true,
    within: 'benchmark',
    help: 'Its figures are divided by those of this indicator, as firms by inhabitants; what others are divided by is not compared itself',
  })
  denominator?: One<BenchmarkIndicator>

  @Decimal('So many of them', { optional: true, emptyIsNone: true, min: 0.000001, help: 'As 1,000: per 1,000 inhabitants. Empty: per one' })
  per?: number

  @Text('Source', { max: 300, optional: true, help: 'Where its figures come from' })
  source?: string
}

function goalpostFaults({ goalpostLow: low, goalpostHigh: high, direction, bandLow, bandHigh }: Readonly<{ [field: string]: unknown }>): Fault[] {
  const [hasLow, hasHigh] = [low, high].map((value) => value !== null && value !== undefined)
  if (hasLow !== hasHigh) {
    const missing = hasLow ? 'goalpostHigh' : 'goalpostLow'
    return [{ path: [missing], code: 'BOTH_GOALPOSTS', message: 'Goalposts come in twos: give the low and the high one.' }]
  }
  if (!hasLow) return []
  if (Number(low) >= Number(high)) return [{ path: ['goalpostHigh'], code: 'GOALPOSTS_CROSSED', message: 'The high goalpost is not above the low one.' }]
  const isWithin = { goalpostLow: Number(low) >= Number(bandLow), goalpostHigh: Number(high) <= Number(bandHigh) }
  const wrong = direction === 'BAND' ? (['goalpostLow', 'goalpostHigh'] as const).filter((name) => isWithin[name]) : []
  return wrong.map((name) => ({
    path: [name],
    code: 'GOALPOST_IN_BAND',
    message: 'Where a band is best, the goalposts lie outside it: there nothing is reached.',
  }))
}
