import { useQuery } from '@tanstack/react-query'
import { useLocaleState } from 'react-admin'
import { ask } from '../api/graphql'
import type { Moving } from '../records/machine-moves'
import type { Allowed } from '../records/refusal'

interface List<T> {
  readonly nodes: readonly T[]
}

export interface CriterionFacts {
  readonly id: string
  readonly version: number
  readonly position: number
  readonly code: string
  readonly title: string
  readonly question: string
  readonly rubric1: string
  readonly rubric2: string
  readonly rubric3: string
  readonly rubric4: string
  readonly rubric5: string
  readonly weight: number
  /** Of the opened marks; null where there is none. */
  readonly mean: number | null
  readonly spread: number | null
  readonly lowest: number | null
  readonly highest: number | null
  readonly marks: number
  readonly cannotJudge: number
  readonly tooEarly: number
  readonly disagrees: boolean
}

export interface Seat {
  readonly id: string
  readonly version: number
  readonly user: { readonly id: string; readonly displayName: string } | null
  readonly handedInAt: string | null
  readonly conflictDeclaredAt: string | null
  readonly conflict: string | null
  readonly leftOutAt: string | null
  readonly leftOutReason: string | null
  readonly awaited: boolean
  readonly can: { readonly delete: Allowed; readonly handIn: Allowed; readonly declareConflict: Allowed }
}

export interface ScoreFacts {
  readonly id: string
  readonly version: number
  readonly criterion: { readonly id: string } | null
  readonly evaluator: { readonly id: string } | null
  readonly mark: number | null
  readonly abstention: string | null
  readonly reason: string
  readonly evidence: string | null
  readonly openedAt: string | null
}

export interface NoteFacts {
  readonly id: string
  readonly version: number
  readonly criterion: { readonly id: string } | null
  readonly text: string
  readonly agreedMark: number | null
}

export interface EffectFacts {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly design: string
  readonly indicator: { readonly id: string; readonly title: string; readonly unit: string | null; readonly measure: string } | null
  readonly comparisonIndicator: { readonly id: string; readonly title: string } | null
  readonly comparison: string | null
  readonly beforeFrom: string | null
  readonly beforeUntil: string | null
  readonly afterFrom: string | null
  readonly afterUntil: string | null
  readonly robustness: number
  readonly wording: string
  readonly assumptions: string
  readonly effect: number | null
  readonly effectLow: number | null
  readonly effectHigh: number | null
  readonly effectSize: number | null
  readonly trendDifference: number | null
  readonly pointsBefore: number | null
  readonly pointsAfter: number | null
  readonly comparisonBefore: number | null
  readonly comparisonAfter: number | null
  readonly cannotSay: string | null
  readonly computedAt: string | null
  readonly can: { readonly update: Allowed; readonly compute: Allowed }
}

export interface FindingFacts {
  readonly id: string
  readonly title: string
  readonly text: string | null
  readonly strength: string
  readonly criterion: { readonly id: string; readonly title: string } | null
}

export interface LessonFacts {
  readonly id: string
  readonly title: string
  readonly text: string | null
  readonly forWhom: string
}

export interface RecommendationFacts {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly text: string | null
  readonly partner: { readonly id: string; readonly shortName: string } | null
  readonly dueOn: string
  readonly response: string | null
  readonly responseText: string | null
  readonly responseDueOn: string | null
  readonly doneOn: string | null
  readonly answeredAt: string | null
  readonly answeredBy: { readonly displayName: string } | null
  readonly overdue: boolean
  readonly can: { readonly respond: Allowed }
}

export interface PlanFacts extends Moving {
  readonly status: string
  readonly timing: string
  readonly design: string
  readonly questions: string | null
  readonly weightsDecidedBy: string | null
  readonly scoringFrom: string | null
  readonly scoringUntil: string | null
  readonly disagreementThreshold: number
  readonly otherSupport: string | null
  readonly delivery: string | null
  readonly deliveryNote: string | null
  readonly revision: number
  readonly revisionReason: string | null
  readonly openedAt: string | null
  readonly publishedAt: string | null
  readonly wentOnBecause: string | null
  readonly agreementMeasure: string | null
  readonly agreementReading: string | null
  readonly agreement: number | null
  readonly agreementLow: number | null
  readonly agreementHigh: number | null
  readonly methodVersion: string | null
  readonly weightSum: number
  readonly overall: number | null
  readonly judgedShare: number | null
  readonly awaited: number
  readonly judgements: number
  readonly archivedAt: string | null
  readonly project: { readonly id: string; readonly acronym: string; readonly title: string; readonly demonstration: boolean } | null
  readonly supersedes: { readonly id: string; readonly title: string; readonly revision: number } | null
  readonly revisions: List<{ readonly id: string; readonly title: string; readonly revision: number }>
  readonly can: { readonly update: Allowed; readonly revise: Allowed }
  readonly subjects: List<{
    readonly id: string
    readonly version: number
    readonly pilot: {
      readonly id: string
      readonly title: string
      readonly status: string | null
      readonly partner: { readonly id: string; readonly shortName: string } | null
    } | null
  }>
  readonly indicators: List<{
    readonly id: string
    readonly comparison: string | null
    readonly indicator: { readonly id: string; readonly title: string; readonly pilot: { readonly title: string } | null } | null
  }>
  readonly criteria: List<CriterionFacts>
  readonly evaluators: List<Seat>
  readonly consensusNotes: List<NoteFacts>
  readonly effects: List<EffectFacts>
  readonly findings: List<FindingFacts>
  readonly lessons: List<LessonFacts>
  readonly recommendations: List<RecommendationFacts>
  readonly scores: List<ScoreFacts>
  readonly transitions: List<{
    readonly id: string
    readonly key: string
    readonly reason: string | null
    readonly recordedAt: string
    readonly recordedBy: { readonly displayName: string } | null
  }>
}

const may = '{ allowed reason by }'
const inWords = (...names: readonly string[]) => names.map((name) => `${name}(language: $language)`).join(' ')

const criterionFields = `id version position code ${inWords('title', 'question', 'rubric1', 'rubric2', 'rubric3', 'rubric4', 'rubric5')} weight
  mean spread lowest highest marks cannotJudge tooEarly disagrees`
const effectFields = `id version title design indicator { id title unit measure } comparisonIndicator { id title } comparison beforeFrom beforeUntil afterFrom afterUntil
  robustness wording assumptions effect effectLow effectHigh effectSize trendDifference pointsBefore pointsAfter comparisonBefore comparisonAfter cannotSay computedAt
  can { update ${may} compute ${may} }`
const recommendationFields = `id version title text partner { id shortName } dueOn response responseText responseDueOn doneOn answeredAt
  answeredBy { displayName } overdue can { respond ${may} }`

const planFields = `id version title status timing design questions weightsDecidedBy scoringFrom scoringUntil disagreementThreshold otherSupport delivery deliveryNote
  revision revisionReason openedAt publishedAt wentOnBecause agreementMeasure agreementReading agreement agreementLow agreementHigh methodVersion
  weightSum overall judgedShare awaited judgements archivedAt project { id acronym title demonstration } supersedes { id title revision }
  revisions(first: 5) { nodes { id title revision } } can { update ${may} revise ${may} } availableTransitions { key to allowed reason by params }`

const document = `query ($id: ID!, $language: String) { evaluationPlan(id: $id) { ${planFields}
  subjects(first: 50) { nodes { id version pilot { id title status partner { id shortName } } } }
  indicators(first: 50) { nodes { id comparison indicator { id title pilot { title } } } }
  criteria(first: 50) { nodes { ${criterionFields} } }
  evaluators(first: 50) { nodes { id version user { id displayName } handedInAt conflictDeclaredAt conflict leftOutAt leftOutReason awaited
    can { delete ${may} handIn ${may} declareConflict ${may} } } }
  consensusNotes(first: 50) { nodes { id version criterion { id } text agreedMark } }
  effects(first: 50) { nodes { ${effectFields} } }
  findings(first: 100) { nodes { id title text strength criterion { id ${inWords('title')} } } }
  lessons(first: 100) { nodes { id title text forWhom } }
  recommendations(first: 100) { nodes { ${recommendationFields} } }
  transitions(first: 20) { nodes { id key reason recordedAt recordedBy { displayName } } } }
  scores(first: 500, filter: {plan: {id: {eq: $id}}}) { nodes { id version criterion { id } evaluator { id } mark abstention reason evidence openedAt } } }`

interface Answer {
  readonly evaluationPlan: Omit<PlanFacts, 'scores'> | null
  readonly scores: PlanFacts['scores']
}

/**
 * An evaluation with all that belongs to it, in the present language; of marks those that this person may read. `fresh`:
 * nothing that was read before is shown first, for forms that begin with what is read.
 */
export function useEvaluation(id: string, fresh = false) {
  const [language] = useLocaleState()
  return useQuery({
    queryKey: ['evaluation', id, language, fresh],
    ...(fresh ? { gcTime: 0 } : {}),
    queryFn: async ({ signal }) => {
      const { evaluationPlan, scores } = await ask<Answer>(document, { id, language }, signal)
      return evaluationPlan ? { ...evaluationPlan, scores } : null
    },
  })
}

/** True: the scores are opened, so that there are results. */
export const isOpened = (plan: PlanFacts): boolean => plan.openedAt !== null

/** One's own seat among the evaluators. */
export const seatOf = (plan: PlanFacts, userId: string | undefined): Seat | undefined => plan.evaluators.nodes.find((seat) => seat.user?.id === userId)

/** Evaluators whose judgement counts or is awaited. */
export const judges = (plan: PlanFacts): readonly Seat[] => plan.evaluators.nodes.filter((seat) => !seat.conflictDeclaredAt && !seat.leftOutAt)

/** True: this person takes the steps of the evaluation that its evaluators and the lead partner take. */
const takesSteps = (plan: PlanFacts, key: string) => plan.availableTransitions.some((move) => move.key === key && move.reason !== 'NOT_YOURS')

/** True: this person writes notes, findings, lessons and recommendations now. */
export const writesResults = (plan: PlanFacts): boolean => plan.status === 'OPENED' && takesSteps(plan, 'CONCLUDE')

/** True: this person works effects out now. */
export const writesEffects = (plan: PlanFacts): boolean => writesResults(plan) || (plan.status === 'SCORING' && takesSteps(plan, 'OPEN'))

/** What each mark of a criterion means, from 1 to 5. */
export const rubricOf = (criterion: CriterionFacts): readonly string[] => [
  criterion.rubric1,
  criterion.rubric2,
  criterion.rubric3,
  criterion.rubric4,
  criterion.rubric5,
]
