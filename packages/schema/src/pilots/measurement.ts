import { RecordedRecord } from '../access/index.js'
import { BelongsTo, Choice, Day, Decimal, Flag, type One, or, own, Record, Text, via, viaWrite } from '../model/index.js'
import { Exactness } from '../partnership/index.js'
import { Contributor } from './contributor.js'
import { Indicator } from './indicator.js'

const corrects = or(own('contributor.partner'), viaWrite('indicator'))

@Record({
  room: 'pilots',
  label: 'Measurement',
  labels: 'Measurements',
  description: 'What was counted on a day, from one seat, with its source.',
  calls: ['onDay', 'value'],
  columns: ['onDay', 'contributor', 'exactness', 'value', 'numerator', 'denominator', 'source'],
  read: via('indicator'),
  deeds: [
    { name: 'correct', by: corrects },
    { name: 'retract', by: corrects },
  ],
  audited: false,
  versionsBy: ['contributor', 'onDay'],
  order: ['onDay'],
  summary: true,
  listedIn: { contributor: 'measurements', indicator: 'measurements' },
})
export class Measurement extends RecordedRecord {
  @BelongsTo('Indicator', () => Indicator, { input: 'none' })
  indicator!: One<Indicator>

  @BelongsTo('Contributor', () => Contributor, { input: 'none' })
  contributor!: One<Contributor>

  @Day('Day', { sort: true })
  onDay!: string

  @Decimal('Value', { optional: true })
  value?: number

  @Decimal('Counted', { optional: true, help: 'Numerator of a ratio' })
  numerator?: number

  @Decimal('Out of', { optional: true, help: 'Denominator of a ratio, above 0' })
  denominator?: number

  @Choice('How exact', Exactness, {
    optional: true,
    emptyIsNone: true,
    help: 'Empty: the very number. Level and progress count the number as it stands',
  })
  exactness?: string

  @Text('Source', { max: 300, optional: true })
  source?: string

  @Text('Note', { max: 1000, optional: true })
  note?: string

  @BelongsTo('Corrects', () => Measurement, { optional: true, input: 'none' })
  corrects?: One<Measurement>

  @Text('Reason', { max: 500, optional: true, help: 'Why it was corrected or retracted' })
  reason?: string

  @Flag('Retracted', { initial: false, input: 'none' })
  retracted!: boolean
}
