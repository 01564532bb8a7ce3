import { ProjectRecord, User } from '../access/index.js'
import { and, BelongsTo, Computed, type Condition, LongText, Moment, members, type One, oneself, partInProject, Record, role, via } from '../model/index.js'
import { EvaluationPlan } from './evaluation-plan.js'
import { whileBlind, whilePlanDrafted, whileScoring, writesPlan } from './evaluation-rights.js'

const notDeclared: Condition = {
  code: 'CONFLICT_OF_INTEREST',
  message: 'A conflict of interest is declared: whoever has one does not score here.',
  sql: (t) => `${t}.conflict_declared_at IS NULL`,
}

/** What must hold of whoever gives marks and hands them in. */
export const mayScore: readonly Condition[] = [
  { code: 'HANDED_IN', message: 'Your marks are handed in and stay as they are.', sql: (t) => `${t}.handed_in_at IS NULL` },
  notDeclared,
  { code: 'OWN_PARTNERS_PILOT', message: 'Nobody scores a pilot of their own partner.', sql: (t) => `NOT evaluates_own_pilot(${t}.plan_id, ${t}.user_id)` },
]

@Record({
  room: 'evaluation',
  label: 'Evaluator',
  labels: 'Evaluators',
  description: 'A person who judges in an evaluation: awaited, handed in, left out, or kept out by a conflict of interest.',
  read: via('plan'),
  write: writesPlan,
  verbs: ['delete'],
  during: whilePlanDrafted,
  deeds: [
    { name: 'handIn', by: and(oneself(), role('EVALUATOR')), during: whileScoring, when: mayScore },
    { name: 'declareConflict', by: oneself(), during: whileBlind, when: [notDeclared] },
  ],
  order: ['createdAt'],
  unique: [['plan', 'user']],
  grants: { value: 'evaluations', field: 'plan', role: 'EVALUATOR', until: ['conflictDeclaredAt', 'leftOutAt'] },
  listedIn: { plan: 'evaluators' },
})
export class Evaluator extends ProjectRecord {
  @BelongsTo('Evaluation', () => EvaluationPlan, { input: 'none', isPublic: true })
  plan!: One<EvaluationPlan>

  @BelongsTo('Person', () => User, { input: 'none', personal: partInProject })
  user!: One<User>

  @Moment('Handed in', { input: 'none', optional: true, emptyIsNone: true, isPublic: true })
  handedInAt?: string

  @Moment('Conflict of interest declared', { input: 'none', optional: true, emptyIsNone: true, personal: partInProject })
  conflictDeclaredAt?: string

  @LongText('Conflict of interest', {
    input: 'none',
    max: 1000,
    optional: true,
    emptyIsNone: true,
    visibleTo: members(),
    personal: { ...partInProject, erase: 'BLANK' },
  })
  conflict?: string

  @Moment('Left out', { input: 'none', optional: true, emptyIsNone: true })
  leftOutAt?: string

  @LongText('Left out because', { input: 'none', max: 500, optional: true, emptyIsNone: true, personal: { ...partInProject, erase: 'BLANK' } })
  leftOutReason?: string

  @Computed('Still awaited', 'flag', (t) => `(${t}.handed_in_at IS NULL AND ${t}.conflict_declared_at IS NULL AND ${t}.left_out_at IS NULL)`, {
    optional: false,
    isPublic: true,
  })
  awaited!: boolean
}
