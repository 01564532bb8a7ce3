import { ProjectRecord } from '../access/index.js'
import { BelongsTo, Integer, LongText, type One, Record, via } from '../model/index.js'
import { Criterion } from './criterion.js'
import { EvaluationPlan } from './evaluation-plan.js'
import { whileOpened, writesResults } from './evaluation-rights.js'
import { ofSamePlan } from './same-plan.js'

@Record({
  room: 'evaluation',
  label: 'Consensus note',
  labels: 'Consensus notes',
  description: 'What the evaluators say together of a criterion on which they disagreed; their own marks stay as they are.',
  read: via('plan'),
  write: writesResults,
  verbs: ['create', 'update', 'delete'],
  during: whileOpened,
  unique: [['criterion']],
  rules: ofSamePlan,
  listedIn: { criterion: 'consensusNotes', plan: 'consensusNotes' },
})
export class ConsensusNote extends ProjectRecord {
  @BelongsTo('Evaluation', () => EvaluationPlan, { input: 'create' })
  plan!: One<EvaluationPlan>

  @BelongsTo('Criterion', () => Criterion, { input: 'create', within: 'plan' })
  criterion!: One<Criterion>

  @LongText('Note', { max: 4000, help: 'Why the marks differ, and what is agreed' })
  text!: string

  @Integer('Agreed mark', { optional: true, emptyIsNone: true, min: 1, max: 5, help: 'When there is one; it changes no mean' })
  agreedMark?: number
}
