import { and, atWork, differs, evaluates, every, members, once, oneself, or, own, published, type Rule, role, via } from '../model/index.js'
import type { During } from '../model/registry.js'

/**
 * Who may do what in an evaluation, in one place. The heart is {@link readsScore}: until the scores are opened nobody
 * but their evaluator reads them, whatever the role; a mark that was not handed in is never opened.
 */

/** The plan: members, a draft no observer; anyone once it is published, while the project page is public and all its pilots are. */
export const readsPlan: Rule = or(atWork(), and(members(), differs('status', 'DRAFT')), and(once('publishedAt'), published(), every('subjects', via('pilot'))))
/** The plan and what belongs to it: the lead partner. */
export const writesPlan: Rule = role('LEAD_PARTNER')
/** A score: its evaluator; once it is opened, whoever reads the plan. */
export const readsScore: Rule = or(oneself('evaluator.user'), and(once('openedAt'), via('plan')))
/** A score: its evaluator, in the role of evaluator. */
export const writesScore: Rule = and(oneself('evaluator.user'), role('EVALUATOR'))
/** Notes, effects, findings, lessons, recommendations: the lead partner and the evaluators of the plan. */
export const writesResults: Rule = or(role('LEAD_PARTNER'), evaluates('plan'))
/** Answers to a recommendation: the people of the partner that it is addressed to. */
export const answersRecommendation: Rule = own('partner')
/** Steps of the plan that its evaluators take too. */
export const stepsPlan: Rule = or(role('LEAD_PARTNER'), evaluates('id'))

const frozen = 'This is frozen since scoring began. Revise the plan: a new revision begins as a copy of it.'

/** The plan itself, while it is drafted. */
export const whileDrafted: During = { states: ['DRAFT'], code: 'PLAN_FROZEN', message: frozen }
/** The plan, once it is frozen: then it changes by a revision. */
export const whileFrozen: During = {
  states: ['SCORING', 'OPENED', 'CONCLUDED', 'PUBLISHED'],
  code: 'NOTHING_TO_REVISE',
  message: 'A draft is changed as it is, and what is superseded has a revision already.',
}
/** What the plan is made of, while it is drafted. */
export const whilePlanDrafted: During = { ...whileDrafted, of: 'plan' }
/** Marks, while scoring goes on. */
export const whileScoring: During = {
  of: 'plan',
  states: ['SCORING'],
  code: 'NOT_SCORING',
  message: 'Marks are given while the evaluation is being scored, neither before nor after.',
}
/** A conflict of interest is declared before the scores are opened. */
export const whileBlind: During = {
  of: 'plan',
  states: ['DRAFT', 'SCORING'],
  code: 'SCORES_ARE_OPEN',
  message: 'The scores are opened: a conflict of interest is declared before that. Ask the lead partner for a revision.',
}
/** Results, from the opening of the scores to the conclusion. */
export const whileOpened: During = {
  of: 'plan',
  states: ['OPENED'],
  code: 'NOT_OPENED',
  message: 'This is written after the scores are opened and before the evaluation is concluded.',
}
/** Answers to recommendations, which are given to what is concluded. */
export const whileAnswered: During = {
  of: 'plan',
  states: ['CONCLUDED', 'PUBLISHED'],
  code: 'NOT_CONCLUDED',
  message: 'Recommendations are answered once the evaluation is concluded.',
}
/** Effects, which inform the marks as well. */
export const whileJudged: During = {
  of: 'plan',
  states: ['SCORING', 'OPENED'],
  code: 'NOT_JUDGED',
  message: 'Effects are worked out from the start of scoring to the conclusion.',
}
