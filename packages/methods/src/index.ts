export { type BootstrapInterval, type BootstrapSettings, bootstrapAlpha, bootstrapKappa } from './agreement/bootstrap-agreement.js'
export type { Category, Rating } from './agreement/categories.js'
export { type CohenKappaInput, type CohenKappaResult, cohenKappa } from './agreement/cohen-kappa.js'
export { type FleissKappaInput, type FleissKappaResult, fleissKappa } from './agreement/fleiss-kappa.js'
export type { KappaWeights } from './agreement/kappa-weights.js'
export { type KendallWInput, type KendallWResult, kendallW } from './agreement/kendall-w.js'
export {
  type KrippendorffAlphaInput,
  type KrippendorffAlphaResult,
  krippendorffAlpha,
  type MeasurementLevel,
  measurementLevels,
} from './agreement/krippendorff-alpha.js'
export { type AlphaReading, type KappaReading, readAlpha, readKappa } from './agreement/read-agreement.js'
export { type NetworkChangeInput, type NetworkChangeResult, type NetworkFigures, networkChange, type Tie } from './collaboration/network-change.js'
export { type Comparison, compareCase, type WorkedCase } from './compare-case.js'
export { type AggregationInput, type AggregationResult, aggregation } from './composite/aggregation.js'
export type { Dominance } from './composite/dominance.js'
export {
  type Country,
  type DimensionIndices,
  type HumanDevelopmentIndexInput,
  type HumanDevelopmentIndexResult,
  humanDevelopmentIndex,
} from './composite/human-development-index.js'
export { type CompositeIndexInput, type CompositeIndexResult, compositeIndex, type IndexNode } from './composite/levels/composite-index.js'
export { type Change, denominated } from './composite/levels/preparation.js'
export { type Direction, type NormalisationInput, type NormalisationResult, normalisation } from './composite/normalisation.js'
export { type NormalisationMethod, type NormalisationSettings, normalisationMethods } from './composite/normalise-column.js'
export { type Band, type Orientation, type Orienting, orientation } from './composite/orientation.js'
export { type PerformanceGroupsInput, type PerformanceGroupsResult, performanceGroups } from './composite/performance-groups.js'
export { type RankRobustnessInput, type RankRobustnessResult, rankRobustness } from './composite/rank-robustness.js'
export { type BaseChange, baseChanges } from './composite/uncertainty/base-changes.js'
export {
  compositeUncertainty,
  joinUncertainty,
  type RankSpread,
  type UncertaintyResult,
  type UnitUncertainty,
  uncertaintyPart,
} from './composite/uncertainty/composite-uncertainty.js'
export type { ChoiceName, Vary, WeightDraw } from './composite/uncertainty/draws.js'
export { type EditionInput, editionChoices, type Settings } from './composite/uncertainty/edition.js'
export type { UncertaintyPart } from './composite/uncertainty/parts.js'
export { type ProspectiveInput, type ProspectiveResult, placeProspective } from './composite/uncertainty/place-prospective.js'
export type { UncertaintyInput } from './composite/uncertainty/simulation.js'
export type { Sensitivity } from './composite/uncertainty/sobol.js'
export type { Structure } from './composite/uncertainty/tree.js'
export { type BeforeAfterInput, type BeforeAfterResult, beforeAfter } from './design/before-after.js'
export { type CriteriaScoringInput, type CriteriaScoringResult, criteriaScoring } from './design/criteria-scoring.js'
export { type DifferenceInDifferencesInput, type DifferenceInDifferencesResult, differenceInDifferences } from './design/difference-in-differences.js'
export { type EffectSizeInput, type EffectSizeResult, effectSize } from './design/effect-size.js'
export { comparisons, type MarylandScaleInput, type MarylandScaleResult, marylandScale } from './design/maryland-scale.js'
export { type ParallelTrendsInput, type ParallelTrendsResult, parallelTrends } from './design/parallel-trends.js'
export type { Thresholds } from './design/score-label.js'
export { type WilsonIntervalInput, type WilsonIntervalResult, wilsonInterval } from './design/wilson-interval.js'
export { type BrierScoreInput, type BrierScoreResult, brierScore, type CalibrationBin } from './foresight/brier-score.js'
export { type CusumInput, type CusumResult, cusum } from './foresight/cusum.js'
export { type DelphiConsensusInput, type DelphiConsensusResult, delphiConsensus } from './foresight/delphi-consensus.js'
export { type EwmaInput, type EwmaResult, ewma } from './foresight/ewma.js'
export { type MannKendallSenInput, type MannKendallSenResult, mannKendallSen } from './foresight/mann-kendall-sen.js'
export { type Method, type MethodName, type MethodResult, methods } from './methods.js'
export { type CoFinancingInput, type CoFinancingResult, coFinancing } from './progress/co-financing.js'
export { type DecommitmentInput, type DecommitmentResult, decommitment } from './progress/decommitment.js'
export {
  type AggregationRule,
  aggregationRules,
  type IndicatorAggregationInput,
  type IndicatorAggregationResult,
  indicatorAggregation,
} from './progress/indicator-aggregation.js'
export { type TargetAchievementInput, type TargetAchievementResult, type TargetItem, targetAchievement } from './progress/target-achievement.js'
export type { Maybe } from './shared/checks.js'
export { type Aggregation, aggregations } from './shared/means.js'
export { MethodError } from './shared/method-error.js'
export { type QuantileRule, quantileRules } from './shared/quantile.js'
export type { Weights } from './shared/weights.js'
export {
  type ConcentrationInput,
  type ConcentrationMeasures,
  type ConcentrationResult,
  concentrationAndDiversity,
} from './specialisation/concentration-and-diversity.js'
export { type EconomicComplexityInput, type EconomicComplexityResult, economicComplexity, type Reflections } from './specialisation/economic-complexity.js'
export { type KrugmanIndexInput, type KrugmanIndexResult, krugmanIndex } from './specialisation/krugman-index.js'
export { type LocationQuotientInput, type LocationQuotientResult, locationQuotient, type OwnTotals, quotientTable } from './specialisation/location-quotient.js'
export { type RelatednessInput, type RelatednessResult, relatedness } from './specialisation/relatedness.js'
export { type ShiftShareInput, type ShiftShareParts, type ShiftShareResult, shiftShare } from './specialisation/shift-share.js'
export { type StructuralChangeInput, type StructuralChangeResult, structuralChange } from './specialisation/structural-change.js'
export { METHODS_VERSION } from './version.js'
