import { ProjectRecord } from '../access/index.js'
import { BelongsTo, LongText, type One, Record, Text, via } from '../model/index.js'
import { Criterion } from './criterion.js'
import { EvaluationPlan } from './evaluation-plan.js'
import { whileOpened, writesResults } from './evaluation-rights.js'
import { ofSamePlan } from './same-plan.js'

@Record({
  room: 'evaluation',
  label: 'Lesson',
  labels: 'Lessons',
  description: 'What others should take from an evaluation.',
  columns: ['title', 'plan', 'forWhom'],
  read: via('plan'),
  write: writesResults,
  during: whileOpened,
  order: ['title'],
  rules: ofSamePlan,
  summary: true,
  listedIn: { plan: 'lessons' },
})
export class Lesson extends ProjectRecord {
  @BelongsTo('Evaluation', () => EvaluationPlan, { input: 'create', sort: true, isPublic: true })
  plan!: One<EvaluationPlan>

  @BelongsTo('Criterion', () => Criterion, { optional: true, emptyIsNone: true, within: 'plan', isPublic: true })
  criterion?: One<Criterion>

  @Text('Lesson', { max: 300, sort: true, search: true, help: 'In one sentence', isPublic: true })
  title!: string

  @LongText('More about it', { max: 4000, optional: true, help: 'Where it holds, and where it may not', isPublic: true })
  text?: string

  @Text('For whom', { max: 300, search: true, help: 'Who should act on it, as cluster managers or regional ministries', isPublic: true })
  forWhom!: string
}
