import { ProjectRecord } from '../access/index.js'
import { BelongsTo, LongText, type One, Record, via } from '../model/index.js'
import { Indicator } from '../pilots/index.js'
import { EvaluationPlan } from './evaluation-plan.js'
import { whilePlanDrafted, writesPlan } from './evaluation-rights.js'
import { hiddenFaults } from './hidden-pilot.js'

@Record({
  room: 'evaluation',
  label: 'Indicator of an evaluation',
  labels: 'Indicators of evaluations',
  description: 'An indicator whose measurements an evaluation draws on.',
  read: via('plan'),
  write: writesPlan,
  verbs: ['create', 'update', 'delete'],
  during: whilePlanDrafted,
  unique: [['plan', 'indicator']],
  rules: (record, _, run) => hiddenFaults(record, ['indicator'], run),
  listedIn: { plan: { name: 'indicators', label: 'Indicators' } },
})
export class EvaluationIndicator extends ProjectRecord {
  @BelongsTo('Evaluation', () => EvaluationPlan, { input: 'create' })
  plan!: One<EvaluationPlan>

  @BelongsTo('Indicator', () => Indicator, { input: 'create' })
  indicator!: One<Indicator>

  @LongText('Compared with', { max: 1000, optional: true, emptyIsNone: true, help: 'Group, region or time that it is held against' })
  comparison?: string
}
