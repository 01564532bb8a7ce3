import { ProjectRecord } from '../access/index.js'
import { BelongsTo, type One, Record, via } from '../model/index.js'
import { Pilot } from '../pilots/index.js'
import { EvaluationPlan } from './evaluation-plan.js'
import { whilePlanDrafted, writesPlan } from './evaluation-rights.js'

@Record({
  room: 'evaluation',
  label: 'Evaluated pilot',
  labels: 'Evaluated pilots',
  description: 'A pilot that an evaluation judges.',
  read: via('plan'),
  write: writesPlan,
  verbs: ['create', 'delete'],
  during: whilePlanDrafted,
  unique: [['plan', 'pilot']],
  rules: async ({ pilot }, _, run) => {
    const hidden = await run(`SELECT 1 FROM pilot WHERE id = $1 AND audience = 'OWN'`, [pilot])
    if (hidden.length === 0) return []
    return [{ path: ['pilotId'], code: 'SEEN_BY_OWN', message: 'Only its own partner sees this pilot: evaluators could not. Widen who may read it first.' }]
  },
})
export class EvaluationSubject extends ProjectRecord {
  @BelongsTo('Evaluation', () => EvaluationPlan, { input: 'create' })
  plan!: One<EvaluationPlan>

  @BelongsTo('Pilot action', () => Pilot, { input: 'create' })
  pilot!: One<Pilot>
}
