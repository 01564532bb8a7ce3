import { dacCriteria } from '../../evaluation/index.js'
import { machineOf } from '../../model/index.js'
import { personId } from '../people.js'
import type { SampleRow } from '../sample-rows.js'
import file from './evaluations.json' with { type: 'json' }
import { id, inProject } from './rows.js'

interface Mark {
  readonly mark?: number
  readonly abstention?: string
  readonly reason: string
  readonly evidence?: string
}

/** Texts and other values that a row takes as they are. */
type Words = Readonly<Record<string, string | number>>

/** An invented evaluation: who judged what, and what came of it. */
interface Evaluation {
  readonly key: string
  readonly title: string
  readonly timing: string
  readonly status: string
  readonly design: string
  readonly questions: string
  readonly weightsDecidedBy: string
  /** By criterion, in the usual order; without: all equal. */
  readonly weights?: readonly number[]
  readonly scoringFrom: string
  readonly scoringUntil: string
  readonly otherSupport: string
  readonly delivery?: string
  readonly deliveryNote?: string
  readonly openedAt?: string
  readonly publishedAt?: string
  readonly pilots: readonly string[]
  readonly indicators: readonly { readonly indicator: string; readonly comparison?: string }[]
  readonly evaluators: readonly { readonly person: string; readonly handedInAt?: string }[]
  /** Person → criterion → mark. */
  readonly scores: Readonly<Record<string, Readonly<Record<string, Mark>>>>
  readonly notes: readonly Words[]
  readonly findings: readonly Words[]
  readonly lessons: readonly Words[]
  readonly recommendations: readonly Words[]
  readonly effects?: readonly Words[]
  /** Key of a move and when it was made. */
  readonly moves: readonly (readonly string[])[]
}

const evaluations = file as unknown as readonly Evaluation[]

/** Three evaluations: before a fund begins, in the midst of two pilots, and after a scheme. */
export const evaluationRows = (): SampleRow[] => [...evaluations.flatMap(planRows), ...evaluations.flatMap(scoreRows), ...evaluations.flatMap(resultRows)]

const planFields = [
  ...['title', 'timing', 'status', 'design', 'questions', 'weightsDecidedBy', 'scoringFrom', 'scoringUntil'],
  ...['otherSupport', 'delivery', 'deliveryNote', 'openedAt', 'publishedAt'],
]

function planRows(evaluation: Evaluation): SampleRow[] {
  const { key, pilots, indicators, evaluators, weights, moves } = evaluation
  const plan = Object.fromEntries(Object.entries(evaluation).filter(([name]) => planFields.includes(name)))
  const of = { plan: id('EvaluationPlan', key) }
  return [
    inProject('EvaluationPlan', key, plan),
    ...pilots.map((pilot) => inProject('EvaluationSubject', `${key}/${pilot}`, { ...of, pilot: id('Pilot', pilot) })),
    ...indicators.map(({ indicator, comparison }) =>
      inProject('EvaluationIndicator', `${key}/${indicator}`, { ...of, indicator: id('Indicator', indicator), comparison: comparison ?? null }),
    ),
    ...dacCriteria.map((criterion, index) =>
      inProject('Criterion', `${key}/${criterion.code}`, { ...of, ...criterion, position: index + 1, weight: weights?.[index] ?? 0.166667 }),
    ),
    ...evaluators.map(({ person, ...seat }) => inProject('Evaluator', `${key}/${person}`, { ...of, user: personId(person), ...seat })),
    ...moves.map(([move = '', recordedAt], index) =>
      inProject('EvaluationTransition', `${key}/${index}`, { ...of, ...states(move), key: move, recordedAt, recordedBy: personId('lead') }),
    ),
  ]
}

function states(key: string): Record<string, unknown> {
  const move = machineOf('EvaluationPlan')?.transitions.find((transition) => transition.key === key)
  return { fromStatus: move?.from[0], toStatus: move?.to }
}

function scoreRows({ key, openedAt, scores }: Evaluation): SampleRow[] {
  return Object.entries(scores).flatMap(([person, marks]) =>
    Object.entries(marks).map(([code, mark]) =>
      inProject('Score', `${key}/${person}/${code}`, {
        plan: id('EvaluationPlan', key),
        criterion: id('Criterion', `${key}/${code}`),
        evaluator: id('Evaluator', `${key}/${person}`),
        openedAt: openedAt ?? null,
        ...mark,
      }),
    ),
  )
}

function resultRows({ key, notes, findings, lessons, recommendations, effects = [] }: Evaluation): SampleRow[] {
  const rows = (record: string, all: readonly Words[]) =>
    all.map((words, index) => inProject(record, `${key}/${index}`, { plan: id('EvaluationPlan', key), ...words, ...related(key, words) }))
  return [
    ...rows('ConsensusNote', notes),
    ...rows('Finding', findings),
    ...rows('Lesson', lessons),
    ...rows('Recommendation', recommendations),
    ...rows('EvaluationEffect', effects),
  ]
}

/** What is named by a short key becomes an identity. */
function related(key: string, words: Words): Record<string, string> {
  const kinds: Readonly<Record<string, (value: string | number) => string>> = {
    criterion: (code) => id('Criterion', `${key}/${code}`),
    partner: (number) => id('Partner', number),
    answeredBy: (person) => personId(String(person)),
    indicator: (name) => id('Indicator', name),
    comparisonIndicator: (name) => id('Indicator', name),
  }
  return Object.fromEntries(Object.entries(words).flatMap(([name, value]) => (kinds[name] ? [[name, kinds[name](value)]] : [])))
}
