import { ProjectRecord } from '../access/index.js'
import { BelongsTo, Choice, Decimal, HasMany, Integer, LongText, type Many, type One, Record, Text, via, viaWrite } from '../model/index.js'
import { type Fault, recordMeta } from '../model/registry.js'
import { Direction } from '../pilots/index.js'
import { Benchmark } from './benchmark.js'
import type { BenchmarkValue } from './benchmark-value.js'

@Record({
  room: 'evaluation',
  label: 'Indicator of a benchmark',
  labels: 'Indicators of benchmarks',
  description: 'What initiatives or regions are compared by.',
  read: via('benchmark'),
  write: viaWrite('benchmark'),
  unique: [['benchmark', 'title']],
  order: ['position'],
  rules: ({ goalpostLow, goalpostHigh }): Fault[] => goalpostFaults(goalpostLow, goalpostHigh),
})
export class BenchmarkIndicator extends ProjectRecord {
  @BelongsTo('Benchmark', () => Benchmark, { input: 'create' })
  benchmark!: One<Benchmark>

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

  @Decimal('Weight', { initial: 1, min: 0, max: 1000, help: 'Share of 1 when the weights are given; all of them together make 1' })
  weight!: number

  @Decimal('Low goalpost', { optional: true, emptyIsNone: true, help: 'The level that counts as nothing reached' })
  goalpostLow?: number

  @Decimal('High goalpost', { optional: true, emptyIsNone: true, help: 'The level that counts as all reached' })
  goalpostHigh?: number

  @Text('Source', { max: 300, optional: true, help: 'Where its figures come from' })
  source?: string

  @HasMany('Values', () => recordMeta('BenchmarkValue').type, 'indicator')
  values!: Many<BenchmarkValue>
}

function goalpostFaults(low: unknown, high: unknown): Fault[] {
  const [hasLow, hasHigh] = [low, high].map((value) => value !== null && value !== undefined)
  if (hasLow !== hasHigh) {
    const missing = hasLow ? 'goalpostHigh' : 'goalpostLow'
    return [{ path: [missing], code: 'BOTH_GOALPOSTS', message: 'Goalposts come in twos: give the low and the high one.' }]
  }
  if (hasLow && Number(low) >= Number(high)) {
    return [{ path: ['goalpostHigh'], code: 'GOALPOSTS_CROSSED', message: 'The high goalpost is not above the low one.' }]
  }
  return []
}
