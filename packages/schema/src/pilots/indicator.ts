import { ProjectRecord } from '../access/index.js'
import { BelongsTo, Choice, Decimal, defineEnum, Integer, LongText, type One, Record, Text, via, viaWrite } from '../model/index.js'
import { type Fault } from '../model/registry.js'
import { bandFaults } from './band.js'
import { indicatorFigures } from './indicator-figures.js'
import { Pilot } from './pilot.js'

export const Measure = defineEnum('Measure', 'What is counted: a number, a ratio of two, or a mark on a scale from 1.', ['NUMBER', 'RATIO', 'SCALE'], {
  NUMBER: 'A number',
  RATIO: 'A ratio: so many out of so many',
  SCALE: 'A mark on a scale from 1',
})
export const Aggregation = defineEnum('Aggregation', 'Over time: add up, average, or take the newest.', ['SUM', 'AVERAGE', 'LATEST'], {
  SUM: 'Add up',
  LATEST: 'Newest counts',
})
export const Combination = defineEnum('Combination', 'Over partners: add up, average, or all cases together.', ['SUM', 'AVERAGE', 'POOLED'], {
  SUM: 'Add up',
  POOLED: 'All cases together',
})
export const Direction = defineEnum('Direction', 'Whether more is better, less, or a level between two bounds.', ['MORE', 'LESS', 'BAND'], {
  MORE: 'More is better',
  LESS: 'Less is better',
  BAND: 'Within a band is best',
})
export const Every = defineEnum('Every', 'How often it is measured.', ['MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR'])

const ratio = ['measure', 'RATIO'] as const
const frozen = ['measure', 'aggregation', 'combination', 'direction', 'bandLow', 'bandHigh', 'baseline'] as const

@Record({
  room: 'pilots',
  label: 'Indicator',
  labels: 'Indicators',
  description: 'What is counted of a pilot, and how it adds up.',
  columns: ['title', 'pilot', 'measure', 'direction', 'unit', 'every'],
  read: via('pilot'),
  write: viaWrite('pilot'),
  order: ['position'],
  figures: indicatorFigures,
  rules: async (record, former, run) => {
    const faults = [...shapeFaults(record), ...bandFaults(record)]
    const changed = former ? frozen.filter((name) => String(record[name]) !== String(former[name])) : []
    if (changed.length === 0) return faults
    const measured = await run('SELECT 1 FROM measurement WHERE indicator_id = $1 LIMIT 1', [record.id])
    if (measured.length === 0) return faults
    return [...faults, ...changed.map((name) => fault(name, 'FROZEN', 'This is fixed since the first measurement. Add a new indicator instead.'))]
  },
  summary: true,
  listedIn: { pilot: { name: 'indicators', sort: true } },
})
export class Indicator extends ProjectRecord {
  @BelongsTo('Pilot action', () => Pilot, { input: 'create' })
  pilot!: One<Pilot>

  @Integer('Place in the list', { min: 1, max: 999, initial: 1 })
  position!: number

  @Text('Title', { max: 200, sort: true, search: true })
  title!: string

  @LongText('Definition', { optional: true, emptyIsNone: true, max: 2000, help: 'What counts and what does not' })
  definition?: string

  @Text('Unit', { max: 40, optional: true, emptyIsNone: true, help: 'As firms, days, EUR' })
  unit?: string

  @Choice('Measure', Measure)
  measure!: string

  @Integer('Top of the scale', { optional: true, emptyIsNone: true, onlyWhere: ['measure', 'SCALE'], min: 2, max: 100 })
  scaleMax?: number

  @Choice('Over time', Aggregation)
  aggregation!: string

  @Choice('Over partners', Combination)
  combination!: string

  @Choice('Direction', Direction)
  direction!: string

  @Decimal('Lower bound of the band', { optional: true, emptyIsNone: true, onlyWhere: ['direction', 'BAND'], percentWhere: ratio })
  bandLow?: number

  @Decimal('Upper bound of the band', { optional: true, emptyIsNone: true, onlyWhere: ['direction', 'BAND'], percentWhere: ratio })
  bandHigh?: number

  @Decimal('Baseline', { optional: true, help: 'The level before the pilot; needed where less is better, or a band', percentWhere: ratio })
  baseline?: number

  @Decimal('Weight', { initial: 1, min: 0, max: 1000, help: 'How much it counts in the progress of the pilot' })
  weight!: number

  @Choice('Measured every', Every, { optional: true })
  every?: string
}

function fault(name: string, code: string, message: string): Fault {
  return { path: [name], code, message }
}

/** RATIO goes with POOLED and not with AVERAGE over time; LESS and BAND need a baseline; a scale has a top. */
function shapeFaults(record: Readonly<{ [field: string]: unknown }>): Fault[] {
  const faults: Fault[] = []
  if ((record.measure === 'RATIO') !== (record.combination === 'POOLED')) {
    faults.push(fault('combination', 'RATIO_IS_POOLED', 'A ratio is taken over all cases together, and only a ratio is.'))
  }
  if (record.measure === 'RATIO' && record.aggregation === 'AVERAGE') {
    faults.push(fault('aggregation', 'RATIO_NOT_AVERAGED', 'A ratio is not averaged over time. Choose add up or newest.'))
  }
  if (record.direction !== 'MORE' && (record.baseline === null || record.baseline === undefined)) {
    faults.push(fault('baseline', 'BASELINE_NEEDED', 'Where less is better, or a band, the level before the pilot is needed.'))
  }
  if ((record.measure === 'SCALE') !== (record.scaleMax !== null && record.scaleMax !== undefined)) {
    faults.push(fault('scaleMax', 'SCALE_TOP', 'A scale needs its top mark, and only a scale has one.'))
  }
  return faults
}
