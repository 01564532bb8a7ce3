import { ProjectRecord } from '../access/index.js'
import { BelongsTo, Choice, Computed, type Condition, Day, Decimal, defineEnum, Integer, LongText, Moment, type One, Record, Text } from '../model/index.js'
import { readsPlan, whileDrafted, whileFrozen, writesPlan } from './evaluation-rights.js'

export const EvaluationTiming = defineEnum('EvaluationTiming', 'When in the life of a pilot it is evaluated.', ['EX_ANTE', 'INTERIM', 'FINAL'], {
  EX_ANTE: 'Ex ante',
})
export const EvaluationStatus = defineEnum(
  'EvaluationStatus',
  'Where an evaluation stands.',
  ['DRAFT', 'SCORING', 'OPENED', 'CONCLUDED', 'PUBLISHED', 'SUPERSEDED'],
  { SCORING: 'Being scored', OPENED: 'Scores opened', SUPERSEDED: 'Superseded by a revision' },
)
export const EvaluationDesign = defineEnum(
  'EvaluationDesign',
  'How an effect is told from what would have come anyway.',
  ['BEFORE_AFTER', 'COMPARISON_GROUP', 'DIFFERENCE_IN_DIFFERENCES', 'CONTRIBUTION_STORY'],
  { BEFORE_AFTER: 'Before and after', COMPARISON_GROUP: 'With a comparison group' },
)
export const Delivery = defineEnum('Delivery', 'Whether a pilot was carried out as planned.', ['AS_PLANNED', 'PARTLY', 'NOT_AS_PLANNED'])
export const AgreementMeasure = defineEnum('AgreementMeasure', 'How the agreement of evaluators is measured.', ['WEIGHTED_KAPPA', 'KRIPPENDORFF_ALPHA'], {
  WEIGHTED_KAPPA: "Cohen's kappa, weighted by the square of the distance",
  KRIPPENDORFF_ALPHA: "Krippendorff's alpha, ordinal",
})
export const AgreementReading = defineEnum(
  'AgreementReading',
  'The agreement of evaluators in plain words.',
  ['ONE_JUDGEMENT', 'NOT_KNOWN', 'BY_CHANCE', 'WEAK', 'TENTATIVE', 'FIRM'],
  {
    ONE_JUDGEMENT: 'One judgement, agreement not known',
    NOT_KNOWN: 'Agreement not known: too few marks in common, or all the same',
    BY_CHANCE: 'No more agreement than by chance',
    WEAK: 'Weak agreement',
    TENTATIVE: 'Fair agreement, good for tentative conclusions',
    FIRM: 'Firm agreement',
  },
)

const isLatest: Condition = {
  code: 'ALREADY_REVISED',
  message: 'There is a later revision already. Revise that one.',
  sql: (t) => `NOT EXISTS (SELECT 1 FROM evaluation_plan l WHERE l.supersedes_id = ${t}.id AND l.archived_at IS NULL)`,
}

const result = (column: string) => (t: string) => `(SELECT r.${column} FROM evaluation_result(${t}.id) r)`

@Record({
  room: 'evaluation',
  label: 'Evaluation',
  labels: 'Evaluations',
  description: 'A structured judgement of one pilot or of several: what is asked, by which criteria, by whom, and what came of it.',
  columns: ['title', 'timing', 'subjects', 'status', 'agreementReading', 'scoringUntil'],
  read: readsPlan,
  write: writesPlan,
  during: whileDrafted,
  deeds: [{ name: 'revise', by: writesPlan, during: whileFrozen, when: [isLatest] }],
  order: ['title', 'revision'],
  unique: [['supersedes']],
  rules: ({ scoringFrom, scoringUntil }) =>
    typeof scoringFrom === 'string' && typeof scoringUntil === 'string' && scoringUntil < scoringFrom
      ? [{ path: ['scoringUntil'], code: 'END_BEFORE_START', message: 'The end is before the start. Choose a later day.' }]
      : [],
  summary: true,
  listedIn: { supersedes: { name: 'revisions', label: 'Later revisions' } },
})
export class EvaluationPlan extends ProjectRecord {
  @Text('Title', { max: 200, sort: true, search: true, isPublic: true })
  title!: string

  @Choice('Timing', EvaluationTiming, { sort: true, isPublic: true })
  timing!: string

  @Choice('Status', EvaluationStatus, { input: 'none', initial: 'DRAFT', sort: true, isPublic: true })
  status!: string

  @Choice('Design', EvaluationDesign, { help: 'How an effect is told from what would have come anyway', isPublic: true })
  design!: string

  @LongText('Questions', { max: 4000, optional: true, help: 'What the evaluation is to answer', isPublic: true })
  questions?: string

  @Text('Weights decided by', {
    max: 300,
    optional: true,
    help: 'Who decided how much each criterion counts, and when',
    personal: 'Who decided for the partnership, as a body',
    isPublic: true,
  })
  weightsDecidedBy?: string

  @Day('Scoring from', { optional: true, isPublic: true })
  scoringFrom?: string

  @Day('Scoring until', { optional: true, sort: true, help: 'After this day the lead partner may go on without those who have not handed in', isPublic: true })
  scoringUntil?: string

  @Integer('Disagreement from', {
    initial: 2,
    min: 0,
    max: 4,
    help: 'A note is asked for where the highest and the lowest mark are further apart than this',
    isPublic: true,
  })
  disagreementThreshold!: number

  @LongText('Other support received', { max: 4000, optional: true, help: 'What else helped: programmes, grants, advice' })
  otherSupport?: string

  @Choice('Delivered', Delivery, { optional: true, help: 'Whether the pilot was carried out as planned', isPublic: true })
  delivery?: string

  @LongText('Note on the delivery', { max: 2000, optional: true, emptyIsNone: true })
  deliveryNote?: string

  @Integer('Revision', { input: 'none', initial: 1, min: 1, max: 999, sort: true, isPublic: true })
  revision!: number

  @BelongsTo('Supersedes', () => EvaluationPlan, { input: 'none', optional: true, emptyIsNone: true, isPublic: true })
  supersedes?: One<EvaluationPlan>

  @LongText('Reason of the revision', { input: 'none', max: 500, optional: true, emptyIsNone: true })
  revisionReason?: string

  @Moment('Scores opened', { input: 'none', optional: true, emptyIsNone: true, isPublic: true })
  openedAt?: string

  @Moment('Published', { input: 'none', optional: true, emptyIsNone: true, isPublic: true })
  publishedAt?: string

  @LongText('Gone on without all because', { input: 'none', max: 500, optional: true, emptyIsNone: true })
  wentOnBecause?: string

  @Choice('Agreement measured by', AgreementMeasure, { input: 'none', optional: true, emptyIsNone: true, isPublic: true })
  agreementMeasure?: string

  @Decimal('Agreement', { input: 'none', optional: true, min: -1, max: 1, help: '1 is complete agreement, 0 no more than by chance', isPublic: true })
  agreement?: number

  @Decimal('Agreement from', { input: 'none', optional: true, help: 'Lower end of the 95 % interval', isPublic: true })
  agreementLow?: number

  @Decimal('Agreement to', { input: 'none', optional: true, help: 'Upper end of the 95 % interval', isPublic: true })
  agreementHigh?: number

  @Choice('Agreement in words', AgreementReading, { input: 'none', optional: true, emptyIsNone: true, isPublic: true })
  agreementReading?: string

  @Integer('Seed of the interval', { input: 'none', optional: true, emptyIsNone: true, isPublic: true })
  agreementSeed?: number

  @Text('Version of the method', { input: 'none', max: 40, optional: true, emptyIsNone: true, isPublic: true })
  methodVersion?: string

  @Computed('Sum of the weights', 'decimal', result('weight_sum'), { optional: false, isPublic: true })
  weightSum!: number

  @Computed('Overall mark', 'decimal', result('overall'), { isPublic: true })
  overall?: number

  @Computed('Weight that was judged', 'decimal', result('judged_share'), { isPublic: true })
  judgedShare?: number

  @Computed('Still awaited', 'integer', result('awaited'), { optional: false, isPublic: true })
  awaited!: number

  @Computed('Judgements', 'integer', result('judgements'), { optional: false, isPublic: true })
  judgements!: number
}
