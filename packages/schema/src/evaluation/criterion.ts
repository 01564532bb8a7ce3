import { ProjectRecord } from '../access/index.js'
import { BelongsTo, Choice, Computed, defineEnum, Integer, Localised, type One, Record, Share, type Translations, via } from '../model/index.js'
import { EvaluationPlan } from './evaluation-plan.js'
import { whilePlanDrafted, writesPlan } from './evaluation-rights.js'

export const CriterionCode = defineEnum(
  'CriterionCode',
  'Which criterion: one of the six of the OECD Development Assistance Committee, or an own one.',
  ['RELEVANCE', 'COHERENCE', 'EFFECTIVENESS', 'EFFICIENCY', 'IMPACT', 'SUSTAINABILITY', 'OWN'],
  { OWN: 'An own one' },
)

/** What came of the opened scores; before they are opened nothing is. */
const result = (column: string) => (t: string) => `(SELECT r.${column} FROM criterion_result(${t}.id) r)`
const rubric = { max: 500 } as const

@Record({
  room: 'evaluation',
  label: 'Criterion',
  labels: 'Criteria',
  plural: 'criteria',
  description: 'What is judged, what each mark means, and how much it counts; with the result once the scores are opened.',
  read: via('plan'),
  write: writesPlan,
  verbs: ['create', 'update', 'delete'],
  during: whilePlanDrafted,
  order: ['position'],
  listedIn: { plan: 'criteria' },
})
export class Criterion extends ProjectRecord {
  @BelongsTo('Evaluation', () => EvaluationPlan, { input: 'create', isPublic: true })
  plan!: One<EvaluationPlan>

  @Integer('Place in the list', { min: 1, max: 99, initial: 1, sort: true, isPublic: true })
  position!: number

  @Choice('Criterion', CriterionCode, { initial: 'OWN', isPublic: true })
  code!: string

  @Localised('Title', { max: 120, isPublic: true })
  title!: Translations

  @Localised('Question', { max: 500, isPublic: true })
  question!: Translations

  @Share('Weight', { help: 'A share of 1; all together give 1, or all are equal', isPublic: true })
  weight!: number

  @Localised('What 1 means', { ...rubric, isPublic: true })
  rubric1!: Translations

  @Localised('What 2 means', { ...rubric, isPublic: true })
  rubric2!: Translations

  @Localised('What 3 means', { ...rubric, isPublic: true })
  rubric3!: Translations

  @Localised('What 4 means', { ...rubric, isPublic: true })
  rubric4!: Translations

  @Localised('What 5 means', { ...rubric, isPublic: true })
  rubric5!: Translations

  @Computed('Mean of the marks', 'decimal', result('mean'), { isPublic: true })
  mean?: number

  @Computed('Spread (standard deviation)', 'decimal', result('spread'), { isPublic: true })
  spread?: number

  @Computed('Lowest mark', 'integer', result('lowest'), { isPublic: true })
  lowest?: number

  @Computed('Highest mark', 'integer', result('highest'), { isPublic: true })
  highest?: number

  @Computed('Marks', 'integer', result('marks'), { optional: false, isPublic: true })
  marks!: number

  @Computed('Cannot judge', 'integer', result('cannot_judge'), { optional: false, isPublic: true })
  cannotJudge!: number

  @Computed('Too early', 'integer', result('too_early'), { optional: false, isPublic: true })
  tooEarly!: number

  @Computed('Evaluators disagree', 'flag', result('disagrees'), { optional: false, isPublic: true })
  disagrees!: boolean
}
