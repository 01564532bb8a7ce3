import { RecordedRecord } from '../access/index.js'
import { BelongsTo, Choice, Decimal, defineEnum, Integer, inSight, type One, Record, role, Text } from '../model/index.js'
import { Region } from '../partnership/index.js'

export const StatisticMeasure = defineEnum(
  'StatisticMeasure',
  'What a regional statistic counts.',
  ['EMPLOYMENT', 'ESTABLISHMENTS', 'RESEARCH_AND_DEVELOPMENT', 'WAGES'],
  { RESEARCH_AND_DEVELOPMENT: 'Research and development' },
)

@Record({
  room: 'foresight',
  label: 'Regional statistic',
  labels: 'Regional statistics',
  description: 'A figure of a region for one division of the economy and one year. A revised one keeps the former beside it.',
  columns: ['division', 'region', 'measure', 'year', 'value', 'unit', 'source'],
  read: inSight(),
  write: role('LEAD_PARTNER', 'WORK_PACKAGE_LEADER', 'EVALUATOR'),
  verbs: [],
  audited: false,
  versionsBy: ['project', 'region', 'measure', 'division', 'year'],
  order: ['year', 'division'],
  summary: true,
})
export class RegionalStatistic extends RecordedRecord {
  @BelongsTo('Region', () => Region, { input: 'none', sort: true })
  region!: One<Region>

  @Choice('Measure', StatisticMeasure, { input: 'none' })
  measure!: string

  @Text('Division', { input: 'none', max: 7, sort: true, help: 'NACE Rev. 2, as C25; also a section or a group, as C or B-E' })
  division!: string

  @Integer('Year', { input: 'none', sort: true, min: 1950, max: 2100 })
  year!: number

  @Decimal('Value', { input: 'none', min: 0 })
  value!: number

  @Text('Flags', { input: 'none', max: 20, optional: true, emptyIsNone: true, help: 'What its source says of the figure, as b for a break in the series' })
  flags?: string

  @Text('Unit', { input: 'none', max: 40 })
  unit!: string

  @Text('Source', { input: 'none', max: 300 })
  source!: string
}
