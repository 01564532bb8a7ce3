import { choiceOf } from '../api/contract'
import { GraphqlError } from '../api/graphql'
import type { Translate } from '../api/translate'
import type { ScoreFacts } from './evaluation-data'

/** What an evaluator gives to a criterion: a mark or why there is none, a reason, evidence. */
export interface Given {
  /** `1` to `5`, or an abstention; empty while nothing is chosen. */
  readonly value: string
  readonly reason: string
  readonly evidence: string
}

/** What is wrong, by the question that it belongs to. */
export type Faults = Readonly<Record<string, string>>

/** What was given to a criterion so far; empty without a score. */
export const givenOf = (score: ScoreFacts | undefined): Given => ({
  value: score ? String(score.mark ?? score.abstention ?? '') : '',
  reason: score?.reason ?? '',
  evidence: score?.evidence ?? '',
})

/** The same as the gateway takes it. */
export const inputOf = ({ value, reason, evidence }: Given) => ({
  mark: /^[1-5]$/.test(value) ? Number(value) : null,
  abstention: value === '' || /^[1-5]$/.test(value) ? null : choiceOf('Abstention', value),
  reason: reason.trim(),
  evidence: evidence.trim() || null,
})

/** What is still missing before a criterion can be saved, at its questions. */
export const missing = ({ value, reason }: Given, translate: Translate): Faults => ({
  ...(value ? {} : { mark: translate('scoring.noMark') }),
  ...(reason.trim() ? {} : { reason: translate('scoring.noReason') }),
})

/** What the gateway found wrong, at its questions; what stands at none of them under `root`. Throws on what is no refusal. */
export function faultsOf(error: unknown): Faults {
  if (!(error instanceof GraphqlError)) throw error
  const { mark, abstention, reason, evidence } = error.body.errors
  const placed = Object.entries({ mark: mark ?? abstention, reason, evidence }).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return placed.length > 0 ? Object.fromEntries(placed) : { root: error.message }
}
