import { RecordedRecord } from '../access/index.js'
import { BelongsTo, Day, Decimal, type One, Record, Text, via } from '../model/index.js'
import { Indicator } from './indicator.js'

@Record({
  room: 'pilots',
  label: 'Target',
  labels: 'Targets',
  description: 'The level that an indicator should show by a day.',
  read: via('indicator'),
  audited: false,
  versionsBy: ['indicator', 'dueOn'],
  order: ['dueOn'],
  summary: true,
  listedIn: { indicator: 'targets' },
})
export class Target extends RecordedRecord {
  @BelongsTo('Indicator', () => Indicator, { input: 'none' })
  indicator!: One<Indicator>

  @Day('Due on', { sort: true })
  dueOn!: string

  @Decimal('Value', { optional: true, help: 'Empty: the target was given up' })
  value?: number

  @Text('Reason', { max: 500, optional: true })
  reason?: string
}
