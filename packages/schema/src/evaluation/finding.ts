import { ProjectRecord } from '../access/index.js'
import { BelongsTo, Choice, defineEnum, LongText, type One, Record, Text, via } from '../model/index.js'
import { Criterion } from './criterion.js'
import { EvaluationPlan } from './evaluation-plan.js'
import { whileOpened, writesResults } from './evaluation-rights.js'
import { ofSamePlan } from './same-plan.js'

export const EvidenceStrength = defineEnum(
  'EvidenceStrength',
  'How well something is shown: said by somebody, written down, seen in several ways, or tested.',
  ['CLAIMED', 'DOCUMENTED', 'CORROBORATED', 'TESTED'],
  { CLAIMED: 'Claimed: somebody says so', DOCUMENTED: 'Documented', CORROBORATED: 'Corroborated: seen in several ways', TESTED: 'Tested against a comparison' },
)

@Record({
  room: 'evaluation',
  label: 'Finding',
  labels: 'Findings',
  description: 'What an evaluation found, and how well it is shown.',
  columns: ['title', 'plan', 'criterion', 'strength'],
  read: via('plan'),
  write: writesResults,
  during: whileOpened,
  order: ['title'],
  rules: ofSamePlan,
  summary: true,
  listedIn: { plan: 'findings' },
})
export class Finding extends ProjectRecord {
  @BelongsTo('Evaluation', () => EvaluationPlan, { input: 'create', sort: true, isPublic: true })
  plan!: One<EvaluationPlan>

  @BelongsTo('Criterion', () => Criterion, { optional: true, emptyIsNone: true, within: 'plan', isPublic: true })
  criterion?: One<Criterion>

  @Text('Finding', { max: 300, sort: true, search: true, help: 'In one sentence', isPublic: true })
  title!: string

  @LongText('What it rests on', { max: 4000, optional: true, isPublic: true })
  text?: string

  @Choice('Strength of the evidence', EvidenceStrength, { isPublic: true })
  strength!: string
}
