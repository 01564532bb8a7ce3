import { bootstrapAlpha, bootstrapKappa, METHODS_VERSION, MethodError } from '@clusterpolisee/methods'

/** 1 to 5, or null where an evaluator gave no mark. */
export type Mark = number | null

/** What a plan keeps of the agreement of its evaluators: the figure with its 95 % interval, how it was measured, and in plain words. */
export interface Agreement {
  readonly agreementReading: string
  readonly agreementMeasure?: string
  readonly agreement?: number
  readonly agreementLow?: number
  readonly agreementHigh?: number
  readonly agreementSeed?: number
  readonly methodVersion?: string
}

const categories = [1, 2, 3, 4, 5]
const RUNS = 2000

/**
 * How far evaluators agree: one row of marks for each of them, one column for each criterion. Two: Cohen's kappa with
 * quadratic weights; more: Krippendorff's alpha, ordinal. Intervals by bootstrap over criteria. One evaluator, or marks that
 * say nothing (none in common, all the same), give no figure.
 */
export function agreementOf(marks: readonly (readonly Mark[])[], seed: number): Agreement {
  if (marks.length < 2) return { agreementReading: marks.length === 1 ? 'ONE_JUDGEMENT' : 'NOT_KNOWN' }
  try {
    const two = marks.length === 2
    const settings = { seed, runs: RUNS }
    const { estimate, lower, upper } = two
      ? bootstrapKappa({ ratings: marks, rows: 'raters', categories, weights: 'quadratic' }, settings)
      : bootstrapAlpha({ ratings: marks, categories, level: 'ordinal' }, settings)
    return {
      agreementReading: inWords(estimate),
      agreementMeasure: two ? 'WEIGHTED_KAPPA' : 'KRIPPENDORFF_ALPHA',
      agreement: estimate,
      agreementLow: lower,
      agreementHigh: upper,
      agreementSeed: seed,
      methodVersion: METHODS_VERSION,
    }
  } catch (error) {
    if (error instanceof MethodError) return { agreementReading: 'NOT_KNOWN' }
    throw error
  }
}

/** One set of words for both measures, by Krippendorff's bounds: from 0.80 firm, from 0.667 tentative, above 0 weak. */
function inWords(figure: number): string {
  if (figure >= 0.8) return 'FIRM'
  if (figure >= 0.667) return 'TENTATIVE'
  return figure > 0 ? 'WEAK' : 'BY_CHANCE'
}
