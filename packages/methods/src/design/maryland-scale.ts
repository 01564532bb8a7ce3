import { choice } from '../shared/checks.js'
import { checkInput, type InputShape } from '../shared/input-shape.js'
import { flag, text } from '../shared/kinds.js'

export const comparisons = ['none', 'unmatched', 'matched', 'randomised'] as const

export interface MarylandScaleInput {
  /** Whether the outcome was measured before the measure began, too. */
  readonly measuredBefore: boolean
  /** Units without the measure: none; some, not shown to be alike; alike by matching or with small differences only; by lot. */
  readonly comparison: (typeof comparisons)[number]
  /** Whether other influences are held constant by the analysis (regression, fixed effects). */
  readonly controlsOthers?: boolean
}

export interface MarylandScaleResult {
  readonly level: 1 | 2 | 3 | 4 | 5
  readonly reason:
    | 'RANDOM_ASSIGNMENT'
    | 'COMPARABLE_GROUPS_OVER_TIME'
    | 'COMPARISON_OVER_TIME'
    | 'BEFORE_AND_AFTER'
    | 'COMPARISON_WITHOUT_BASELINE'
    | 'SINGLE_MEASUREMENT'
}

const shape: InputShape<MarylandScaleInput> = {
  keys: { measuredBefore: flag, comparison: text, controlsOthers: flag },
  forms: [{ needs: ['measuredBefore', 'comparison'] }],
}

/**
 * How strong a design is as evidence of an effect, 1 (weakest) to 5. Rule: 5: assigned by lot. 4: measured before and after in both groups, which
 * are alike, or others' influence is held constant. 3: before and after in both groups. 2: before and after without a comparison, or a
 * comparison without a baseline. 1: a single measurement of those who took part.
 *
 * Missing: what is not said of other influences counts as not held constant. Errors: an unknown kind of comparison. Source: Sherman et al. (1997) Preventing Crime, Maryland Scientific Methods Scale.
 */
export function marylandScale(input: MarylandScaleInput): MarylandScaleResult {
  checkInput(input, shape)
  const comparison = choice(input.comparison, 'comparison', comparisons)
  if (comparison === 'randomised') return { level: 5, reason: 'RANDOM_ASSIGNMENT' }
  if (comparison === 'none') return input.measuredBefore ? { level: 2, reason: 'BEFORE_AND_AFTER' } : { level: 1, reason: 'SINGLE_MEASUREMENT' }
  if (!input.measuredBefore) return { level: 2, reason: 'COMPARISON_WITHOUT_BASELINE' }
  const alike = comparison === 'matched' || input.controlsOthers === true
  return alike ? { level: 4, reason: 'COMPARABLE_GROUPS_OVER_TIME' } : { level: 3, reason: 'COMPARISON_OVER_TIME' }
}
