import { cohenKappa } from './agreement/cohen-kappa.js'
import { fleissKappa } from './agreement/fleiss-kappa.js'
import { kendallW } from './agreement/kendall-w.js'
import { krippendorffAlpha } from './agreement/krippendorff-alpha.js'
import { aggregation } from './composite/aggregation.js'
import { humanDevelopmentIndex } from './composite/human-development-index.js'
import { compositeIndex } from './composite/levels/composite-index.js'
import { normalisation } from './composite/normalisation.js'
import { performanceGroups } from './composite/performance-groups.js'
import { rankRobustness } from './composite/rank-robustness.js'
import { criteriaScoring } from './design/criteria-scoring.js'
import { differenceInDifferences } from './design/difference-in-differences.js'
import { effectSize } from './design/effect-size.js'
import { wilsonInterval } from './design/wilson-interval.js'
import { brierScore } from './foresight/brier-score.js'
import { cusum } from './foresight/cusum.js'
import { delphiConsensus } from './foresight/delphi-consensus.js'
import { ewma } from './foresight/ewma.js'
import { mannKendallSen } from './foresight/mann-kendall-sen.js'
import { coFinancing } from './progress/co-financing.js'
import { decommitment } from './progress/decommitment.js'
import { indicatorAggregation } from './progress/indicator-aggregation.js'
import { targetAchievement } from './progress/target-achievement.js'
import { MethodError } from './shared/method-error.js'
import { concentrationAndDiversity } from './specialisation/concentration-and-diversity.js'
import { economicComplexity } from './specialisation/economic-complexity.js'
import { krugmanIndex } from './specialisation/krugman-index.js'
import { locationQuotient } from './specialisation/location-quotient.js'
import { relatedness } from './specialisation/relatedness.js'
import { shiftShare } from './specialisation/shift-share.js'
import { structuralChange } from './specialisation/structural-change.js'

const registry = {
  aggregation,
  'brier-score': brierScore,
  'co-financing': coFinancing,
  'cohen-kappa': cohenKappa,
  'composite-index-levels': compositeIndex,
  'concentration-and-diversity': concentrationAndDiversity,
  'criteria-scoring': criteriaScoring,
  cusum,
  decommitment,
  'delphi-consensus': delphiConsensus,
  'difference-in-differences': differenceInDifferences,
  'economic-complexity': economicComplexity,
  'effect-size': effectSize,
  ewma,
  'fleiss-kappa': fleissKappa,
  'human-development-index': humanDevelopmentIndex,
  'indicator-aggregation': indicatorAggregation,
  'kendall-w': kendallW,
  'krippendorff-alpha': krippendorffAlpha,
  'krugman-index': krugmanIndex,
  'location-quotient': locationQuotient,
  'mann-kendall-sen': mannKendallSen,
  normalisation,
  'performance-groups': performanceGroups,
  'rank-robustness': rankRobustness,
  relatedness,
  'shift-share': shiftShare,
  'structural-change': structuralChange,
  'target-achievement': targetAchievement,
  'wilson-interval': wilsonInterval,
}

export type MethodName = keyof typeof registry
export type MethodResult = Readonly<Record<string, unknown>>

/** A method as a tool calls it: one input from anywhere (each method checks it itself), one result of plain values. */
export type Method = (input: unknown) => MethodResult

/** Every method by the name of its worked examples. Refuses, as the methods do, by a `MethodError`. */
export const methods: Readonly<Record<MethodName, Method>> = Object.fromEntries(
  Object.entries(registry).map(([name, method]) => [name, checked(method as (input: never) => object)]),
) as Readonly<Record<MethodName, Method>>

function checked(method: (input: never) => object): Method {
  return (input) => {
    if (typeof input !== 'object' || input === null || Array.isArray(input)) throw new MethodError('NOT_AN_OBJECT', '', 'the input of a method is one object')
    return method(input as never) as MethodResult
  }
}
