import type { AnswerOf } from '../api/document'
import type { evaluationDocument } from './evaluation.graphql'

type Answer = AnswerOf<typeof evaluationDocument>

type Plan = NonNullable<Answer['evaluationPlan']>

/** An evaluation with all that belongs to it. */
export interface PlanFacts extends Plan {
  readonly scores: Pick<Answer['scores'], 'nodes'>
}

export type CriterionFacts = Plan['criteria']['nodes'][number]

export type Seat = Plan['evaluators']['nodes'][number]

export type ScoreFacts = Answer['scores']['nodes'][number]

export type NoteFacts = Plan['consensusNotes']['nodes'][number]

export type EffectFacts = Plan['effects']['nodes'][number]

export type RecommendationFacts = Plan['recommendations']['nodes'][number]

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
