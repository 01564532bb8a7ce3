import { ProjectRecord, User } from '../access/index.js'
import { author, BelongsTo, Choice, Computed, Day, defineEnum, LongText, Moment, type One, Record, Text, via } from '../model/index.js'
import { Partner } from '../partnership/index.js'
import { EvaluationPlan } from './evaluation-plan.js'
import { answersRecommendation, whileAnswered, whileOpened, writesResults } from './evaluation-rights.js'

export const RecommendationResponse = defineEnum('RecommendationResponse', 'What a partner answers to a recommendation.', ['ACCEPT', 'ADAPT', 'REFUSE'], {
  ACCEPT: 'Accepted',
  ADAPT: 'Accepted with changes',
  REFUSE: 'Refused',
})

/** Recommendations that are not answered yet, or not carried out. */
const isUnfinished = (t: string): string => `(${t}.response IS NULL OR ${t}.response <> 'REFUSE' AND ${t}.done_on IS NULL)`

@Record({
  room: 'evaluation',
  label: 'Recommendation',
  labels: 'Recommendations',
  description: 'What an evaluation asks a partner to do, and what the partner answers.',
  columns: ['title', 'plan', 'partner', 'dueOn', 'response', 'responseDueOn'],
  read: via('plan'),
  write: writesResults,
  during: whileOpened,
  deeds: [{ name: 'respond', by: answersRecommendation, during: whileAnswered }],
  order: ['dueOn', 'title'],
  summary: true,
  listedIn: { plan: 'recommendations' },
})
export class Recommendation extends ProjectRecord {
  @BelongsTo('Evaluation', () => EvaluationPlan, { input: 'create', sort: true, isPublic: true })
  plan!: One<EvaluationPlan>

  @Text('Recommendation', { max: 300, sort: true, search: true, help: 'In one sentence', isPublic: true })
  title!: string

  @LongText('More about it', { max: 4000, optional: true, isPublic: true })
  text?: string

  @BelongsTo('To', () => Partner, { sort: true, help: 'The partner that answers', passesOn: isUnfinished, isPublic: true })
  partner!: One<Partner>

  @Day('Answer due on', { sort: true, isPublic: true })
  dueOn!: string

  @Choice('Answer', RecommendationResponse, { input: 'none', optional: true, emptyIsNone: true, isPublic: true })
  response?: string

  @LongText('Answer in words', { input: 'none', max: 2000, optional: true, emptyIsNone: true, isPublic: true })
  responseText?: string

  @Day('To be done by', { input: 'none', optional: true, emptyIsNone: true, sort: true, isPublic: true })
  responseDueOn?: string

  @Day('Done on', { input: 'none', optional: true, emptyIsNone: true, isPublic: true })
  doneOn?: string

  @Moment('Answered', { input: 'none', optional: true, emptyIsNone: true, isPublic: true })
  answeredAt?: string

  @BelongsTo('Answered by', () => User, { input: 'none', optional: true, emptyIsNone: true, personal: author })
  answeredBy?: One<User>

  @Computed(
    'Overdue',
    'flag',
    (t) =>
      `coalesce(CASE WHEN ${t}.response IS NULL THEN ${t}.due_on WHEN ${t}.response <> 'REFUSE' AND ${t}.done_on IS NULL THEN ${t}.response_due_on END < project_as_of(${t}.project_id), false)`,
    { optional: false, isPublic: true },
  )
  overdue!: boolean
}
