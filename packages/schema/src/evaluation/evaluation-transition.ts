import { RecordedRecord } from '../access/index.js'
import { BelongsTo, Choice, Day, type One, Record, Text, via } from '../model/index.js'
import { EvaluationPlan, EvaluationStatus } from './evaluation-plan.js'

@Record({
  room: 'evaluation',
  label: 'Move of an evaluation',
  labels: 'Moves of evaluations',
  description: 'A move of an evaluation from one state to another, with its reason.',
  read: via('plan'),
  audited: false,
  versionsBy: ['plan'],
  order: ['recordedAt'],
  listedIn: { plan: { name: 'transitions', label: 'Moves' } },
})
export class EvaluationTransition extends RecordedRecord {
  @BelongsTo('Evaluation', () => EvaluationPlan, { input: 'none' })
  plan!: One<EvaluationPlan>

  @Text('Move', { max: 40 })
  key!: string

  @Choice('From', EvaluationStatus, { optional: true })
  fromStatus?: string

  @Choice('To', EvaluationStatus)
  toStatus!: string

  @Day('On', { optional: true })
  onDay?: string

  @Text('Reason', { max: 500, optional: true })
  reason?: string
}
