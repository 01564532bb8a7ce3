import { ProjectRecord } from '../access/index.js'
import { BelongsTo, type One, Record, via } from '../model/index.js'
import { Pilot } from '../pilots/index.js'
import { EvaluationPlan } from './evaluation-plan.js'
import { whilePlanDrafted, writesPlan } from './evaluation-rights.js'
import { hiddenFaults } from './hidden-pilot.js'

@Record({
  room: 'evaluation',
  label: 'Evaluated pilot',
  labels: 'Evaluated pilots',
  description: 'A pilot that an evaluation judges.',
  calls: ['plan', 'pilot'],
  read: via('plan'),
  write: writesPlan,
  verbs: ['create', 'delete'],
  during: whilePlanDrafted,
  unique: [['plan', 'pilot']],
  rules: (record, _, run) => hiddenFaults(record, ['pilot'], run),
  listedIn: { plan: { name: 'subjects', label: 'Pilot actions' }, pilot: { name: 'evaluations', label: 'Evaluations' } },
})
export class EvaluationSubject extends ProjectRecord {
  @BelongsTo('Evaluation', () => EvaluationPlan, { input: 'create', isPublic: true })
  plan!: One<EvaluationPlan>

  @BelongsTo('Pilot action', () => Pilot, { input: 'create', isPublic: true })
  pilot!: One<Pilot>
}
