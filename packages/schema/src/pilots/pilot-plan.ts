import { RecordedRecord } from '../access/index.js'
import { BelongsTo, Day, type One, Record, Text, via } from '../model/index.js'
import { Pilot } from './pilot.js'

@Record({
  room: 'pilots',
  label: 'Plan',
  labels: 'Plans',
  description: 'When a pilot is to begin and end, as it was planned at a time.',
  read: via('pilot'),
  audited: false,
  versionsBy: ['pilot'],
  order: ['recordedAt'],
  listedIn: { pilot: 'plans' },
})
export class PilotPlan extends RecordedRecord {
  @BelongsTo('Pilot action', () => Pilot, { input: 'none' })
  pilot!: One<Pilot>

  @Day('Starts on', { optional: true })
  startsOn?: string

  @Day('Ends on', { optional: true })
  endsOn?: string

  @Text('Reason', { max: 500, optional: true })
  reason?: string
}
