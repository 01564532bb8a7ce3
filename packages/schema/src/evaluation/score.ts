import { ProjectRecord } from '../access/index.js'
import { author, BelongsTo, Choice, defineEnum, Integer, LongText, Moment, type One, Record } from '../model/index.js'
import type { BusinessRules, Fault, RunSql } from '../model/registry.js'
import { Criterion } from './criterion.js'
import { EvaluationPlan } from './evaluation-plan.js'
import { readsScore, whileScoring, writesScore } from './evaluation-rights.js'
import { Evaluator, mayScore } from './evaluator.js'

export const Abstention = defineEnum('Abstention', 'Why there is no mark; it counts in no mean and is never 0.', ['CANNOT_JUDGE', 'TOO_EARLY'])

/** A mark or an abstention, of a criterion of the same plan, with evidence that can be followed. */
const rules: BusinessRules = async (record, _, run) => [...markFaults(record), ...linkFaults(record.evidence), ...(await planFaults(record, run))]

@Record({
  room: 'evaluation',
  label: 'Score',
  labels: 'Scores',
  description: "One evaluator's mark of one criterion with its reason: a draft of its author alone until handed in, seen by others once all scores are opened.",
  read: readsScore,
  write: writesScore,
  verbs: ['create', 'update', 'delete'],
  during: whileScoring,
  when: mayScore.map((condition) => ({ ...condition, sql: (t) => `(SELECT ${condition.sql('e')} FROM evaluator e WHERE e.id = ${t}.evaluator_id)` })),
  audited: false,
  unique: [['criterion', 'evaluator']],
  rules,
  summary: true,
  listedIn: { criterion: 'scores', plan: 'scores', evaluator: 'scores' },
})
export class Score extends ProjectRecord {
  @BelongsTo('Evaluation', () => EvaluationPlan, { input: 'create', isPublic: true })
  plan!: One<EvaluationPlan>

  @BelongsTo('Criterion', () => Criterion, { input: 'create', within: 'plan', isPublic: true })
  criterion!: One<Criterion>

  @BelongsTo('Evaluator', () => Evaluator, { input: 'create', personal: author, isPublic: true })
  evaluator!: One<Evaluator>

  @Integer('Mark', { optional: true, emptyIsNone: true, min: 1, max: 5, help: '1 to 5, as the criterion says', isPublic: true })
  mark?: number

  @Choice('No mark', Abstention, { optional: true, emptyIsNone: true, help: 'Instead of a mark', isPublic: true })
  abstention?: string

  @LongText('Reason', { max: 4000, help: 'What the mark rests on', isPublic: true })
  reason!: string

  @LongText('Evidence', { max: 4000, optional: true, emptyIsNone: true, help: 'One address a line, with a title behind it if you like' })
  evidence?: string

  @Moment('Opened', { input: 'none', optional: true, emptyIsNone: true, isPublic: true })
  openedAt?: string
}

function markFaults({ mark, abstention }: Readonly<{ [field: string]: unknown }>): Fault[] {
  const [marked, abstained] = [typeof mark === 'number', typeof abstention === 'string']
  if (marked && abstained) return [{ path: ['abstention'], code: 'MARK_AND_ABSTENTION', message: 'Give a mark, or say why there is none; not both.' }]
  return marked || abstained ? [] : [{ path: ['mark'], code: 'NO_MARK', message: 'Give a mark from 1 to 5, or say why there is none.' }]
}

function linkFaults(evidence: unknown): Fault[] {
  const lines = typeof evidence === 'string' ? evidence.split('\n') : []
  const wrong = lines.findIndex((line) => line.trim() !== '' && !/^https?:\/\/[^\s/]+\S*(\s|$)/.test(line.trim()))
  if (wrong < 0) return []
  return [
    {
      path: ['evidence'],
      code: 'NOT_A_LINK',
      params: { line: wrong + 1 },
      message: `Line ${wrong + 1} does not begin with an address, as https://example.org/report.`,
    },
  ]
}

/** Seat and criterion are of the score's own plan. The seat is held, so that its marks are not handed in meanwhile. */
async function planFaults(record: Readonly<{ [field: string]: unknown }>, run: RunSql): Promise<Fault[]> {
  const [found] = await run(
    'SELECT e.plan_id = $3 AS "evaluatorId", (SELECT c.plan_id FROM criterion c WHERE c.id = $2) = $3 AS "criterionId" FROM evaluator e WHERE e.id = $1 FOR SHARE OF e',
    [record.evaluator, record.criterion, record.plan],
  )
  return ['evaluatorId', 'criterionId']
    .filter((name) => found?.[name] !== true)
    .map((name) => ({ path: [name], code: 'OTHER_PLAN', message: 'This belongs to another evaluation.' }))
}
