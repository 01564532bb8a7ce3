import { type Condition, defineMachine, nobody, role } from '../model/index.js'
import { stepsPlan } from './evaluation-rights.js'

const of = (table: string) => (t: string) => `EXISTS (SELECT 1 FROM ${table} x WHERE x.plan_id = ${t}.id AND x.archived_at IS NULL)`

const needs = (code: string, message: string, sql: (t: string) => string, params?: Condition['params']): Condition => ({
  code,
  message,
  sql,
  ...(params ? { params } : {}),
})

/** Names of the evaluators of whom something holds, in one text. */
const people = (which: string) => (t: string) =>
  `(SELECT string_agg(u.display_name, ', ' ORDER BY u.display_name) FROM evaluator e JOIN app_user u ON u.id = e.user_id WHERE e.plan_id = ${t}.id AND e.archived_at IS NULL AND ${which})`

const judges = 'e.conflict_declared_at IS NULL AND e.left_out_at IS NULL'
const awaited = `${judges} AND e.handed_in_at IS NULL`
const anEvaluator = (which: string) => (t: string) => `EXISTS (SELECT 1 FROM evaluator e WHERE e.plan_id = ${t}.id AND e.archived_at IS NULL AND ${which})`

/** Whatever a plan needs before it is frozen and scored. */
const isReady: readonly Condition[] = [
  needs('NO_SUBJECT', 'Say first which pilot is evaluated.', of('evaluation_subject')),
  needs('NO_CRITERIA', 'The plan has no criteria yet. Add the six usual ones or your own.', of('criterion')),
  needs(
    'WEIGHTS_SUM',
    'The weights add up to %{sum}. Let them add up to 1, or make all equal.',
    (t) => `(SELECT count(DISTINCT c.weight) <= 1 OR abs(sum(c.weight) - 1) <= 0.001 FROM criterion c WHERE c.plan_id = ${t}.id AND c.archived_at IS NULL)`,
    { sum: (t) => `(SELECT trim_scale(sum(c.weight)) FROM criterion c WHERE c.plan_id = ${t}.id AND c.archived_at IS NULL)` },
  ),
  needs('NO_WEIGHTS_DECIDED', 'Say who decided the weights, also where all are equal.', (t) => `${t}.weights_decided_by IS NOT NULL`),
  needs('NO_EVALUATOR', 'No evaluator is assigned who has no conflict of interest.', anEvaluator(judges)),
  needs('NO_PERIOD', 'Say from when until when marks are given.', (t) => `${t}.scoring_from IS NOT NULL AND ${t}.scoring_until IS NOT NULL`),
  needs(
    'OWN_PILOT',
    '%{people}: nobody evaluates a pilot of their own partner. Take the evaluator or the pilot out of the plan.',
    (t) => `NOT ${anEvaluator(`${judges} AND evaluates_own_pilot(${t}.id, e.user_id)`)(t)}`,
    { people: (t) => people(`${judges} AND evaluates_own_pilot(${t}.id, e.user_id)`)(t) },
  ),
]

const someHandedIn = needs('NOTHING_HANDED_IN', 'Nobody has handed in marks yet.', anEvaluator(`${judges} AND e.handed_in_at IS NOT NULL`))
const noneAwaited = needs('AWAITED', 'Still awaited: %{people}. Scores are opened when all have handed in.', (t) => `NOT ${anEvaluator(awaited)(t)}`, {
  people: people(awaited),
})
const someAwaited = needs('NOBODY_AWAITED', 'All have handed in: open the scores.', anEvaluator(awaited))
const periodIsOver = needs(
  'SCORING_NOT_OVER',
  'Marks may be handed in until %{until}. Go on without the others after that day.',
  (t) => `project_today(${t}.project_id) > ${t}.scoring_until`,
  { until: (t) => `${t}.scoring_until` },
)

const unsettled = (t: string) =>
  `FROM criterion c CROSS JOIN LATERAL criterion_result(c.id) r WHERE c.plan_id = ${t}.id AND c.archived_at IS NULL AND r.disagrees
   AND NOT EXISTS (SELECT 1 FROM consensus_note n WHERE n.criterion_id = c.id AND n.archived_at IS NULL)`
const isSettled = needs(
  'NO_CONSENSUS_NOTE',
  'The evaluators disagree on %{criteria}. Write a consensus note there first.',
  (t) => `NOT EXISTS (SELECT 1 ${unsettled(t)})`,
  {
    criteria: (t) =>
      `(SELECT string_agg(coalesce(c.title ->> 'en', (SELECT min(value) FROM jsonb_each_text(c.title))), ', ' ORDER BY c.position) ${unsettled(t)})`,
  },
)
const hasFinding = needs('NO_FINDING', 'Nothing was found yet. Write at least one finding.', of('finding'))

/** Moves of an evaluation. Nothing goes back behind the freeze: a later change is a revision. */
export const evaluationMachine = defineMachine({
  record: 'EvaluationPlan',
  field: 'status',
  log: { record: 'EvaluationTransition', by: 'plan' },
  transitions: [
    { key: 'START_SCORING', label: 'Freeze and start scoring', from: ['DRAFT'], to: 'SCORING', by: role('LEAD_PARTNER'), when: isReady, asks: [] },
    { key: 'OPEN', label: 'Open the scores', from: ['SCORING'], to: 'OPENED', by: stepsPlan, when: [someHandedIn, noneAwaited], asks: [] },
    {
      key: 'GO_ON',
      label: 'Go on without the others',
      from: ['SCORING'],
      to: 'OPENED',
      by: role('LEAD_PARTNER'),
      when: [someHandedIn, someAwaited, periodIsOver],
      asks: [{ name: 'reason', kind: 'text' }],
    },
    { key: 'CONCLUDE', label: 'Conclude', from: ['OPENED'], to: 'CONCLUDED', by: stepsPlan, when: [isSettled, hasFinding], asks: [] },
    {
      key: 'REOPEN',
      label: 'Take the conclusion back',
      from: ['CONCLUDED'],
      to: 'OPENED',
      by: role('LEAD_PARTNER'),
      when: [],
      asks: [{ name: 'reason', kind: 'text' }],
    },
    { key: 'PUBLISH', label: 'Publish', from: ['CONCLUDED'], to: 'PUBLISHED', by: role('LEAD_PARTNER'), when: [], asks: [] },
    {
      key: 'SUPERSEDE',
      label: 'Supersede',
      from: ['SCORING', 'OPENED', 'CONCLUDED'],
      to: 'SUPERSEDED',
      by: nobody(),
      when: [],
      asks: [],
      through: { code: 'BY_REVISION', message: 'Revise the plan: its new revision takes its place.' },
    },
  ],
})
