import { RecordedRecord } from '../access/index.js'
import { BelongsTo, Choice, Day, type One, Record, Text, via } from '../model/index.js'
import { Pilot, PilotStatus } from './pilot.js'

@Record({
  room: 'pilots',
  label: 'Move',
  labels: 'Moves',
  description: 'A move of a pilot from one state to another, with its reason.',
  read: via('pilot'),
  audited: false,
  versionsBy: ['pilot'],
  order: ['recordedAt'],
  listedIn: { pilot: 'transitions' },
})
export class PilotTransition extends RecordedRecord {
  @BelongsTo('Pilot action', () => Pilot, { input: 'none' })
  pilot!: One<Pilot>

  @Text('Move', { max: 40 })
  key!: string

  @Choice('From', PilotStatus, { optional: true })
  fromStatus?: string

  @Choice('To', PilotStatus)
  toStatus!: string

  @Day('On', { optional: true })
  onDay?: string

  @Text('Reason', { max: 500, optional: true })
  reason?: string
}
