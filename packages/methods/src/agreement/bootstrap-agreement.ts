import { atLeast, choice, confidenceOf, whole } from '../shared/checks.js'
import { checkInput, type InputShape } from '../shared/input-shape.js'
import { number } from '../shared/kinds.js'
import { MethodError } from '../shared/method-error.js'
import { quantile } from '../shared/quantile.js'
import { randomStream } from '../shared/random.js'
import { type CohenKappaInput, cohenKappa, crossTable, kappaOf, twoRaters } from './cohen-kappa.js'
import { costsOf } from './kappa-weights.js'
import { alphaOfUnits, type KrippendorffAlphaInput, krippendorffAlpha, measurementLevels, unitCounts } from './krippendorff-alpha.js'

export interface BootstrapSettings {
  /** Whole number that settles every draw. */
  readonly seed: number
  /** 2,000 when left out. */
  readonly runs?: number
  /** 0.95 when left out. */
  readonly confidence?: number
}

const shape: InputShape<BootstrapSettings> = { keys: { seed: number, runs: number, confidence: number }, forms: [{ needs: ['seed'] }] }

export interface BootstrapInterval {
  readonly estimate: number
  readonly lower: number
  readonly upper: number
  readonly runs: number
  /** Draws that held one category only and so gave no value. */
  readonly undefinedRuns: number
  readonly seed: number
}

/**
 * Percentile interval of the (weighted) kappa: items are drawn anew with replacement, the raters kept.
 * Bounds = the quantiles (1 - confidence) / 2 and 1 - (1 - confidence) / 2 of the kappas drawn, by linear interpolation (type 7).
 * Takes ratings or a table of counts.
 *
 * Missing: as `cohenKappa`; a draw whose items are all of one category has no kappa and is counted in `undefinedRuns`.
 * Errors: those of `cohenKappa`; a table of proportions without `n`.
 * Source: Efron & Tibshirani (1993) An Introduction to the Bootstrap, chapter 13.
 */
export function bootstrapKappa(input: CohenKappaInput, settings: BootstrapSettings): BootstrapInterval {
  const { weightedKappa: estimate, n } = cohenKappa(input)
  if (n === null) throw new MethodError('MISSING', 'n', 'the bootstrap needs counts or the number of items')
  const counts = input.table ?? crossTable(...twoRaters(input), input.categories).counts
  const k = counts.length
  const cells = counts.flat().flatMap((count, cell) => Array.from({ length: Math.round(count) }, () => cell))
  atLeast(cells.length, 2, 'table', 'items')
  const weights = costsOf(k, input)
  return interval(estimate, cells, settings, (drawn) => {
    const p = Array.from({ length: k }, () => new Array<number>(k).fill(0))
    for (const cell of drawn) (p[Math.floor(cell / k)] as number[])[cell % k] = (p[Math.floor(cell / k)]?.[cell % k] as number) + 1 / drawn.length
    return kappaOf(p, weights).kappa
  })
}

/**
 * Percentile interval of Krippendorff's alpha: units are drawn anew with replacement, each with all its values.
 * Bounds = the quantiles of the alphas drawn, as in `bootstrapKappa`.
 *
 * Missing: as `krippendorffAlpha`; a draw of one value only has no alpha and is counted in `undefinedRuns`.
 * Errors: those of `krippendorffAlpha`. Source: Efron & Tibshirani (1993) An Introduction to the Bootstrap, chapter 13.
 */
export function bootstrapAlpha(input: KrippendorffAlphaInput, settings: BootstrapSettings): BootstrapInterval {
  const { alpha } = krippendorffAlpha(input)
  const { counts, values } = unitCounts(input)
  const level = choice(input.level ?? 'nominal', 'level', measurementLevels)
  return interval(alpha, counts, settings, (drawn) => alphaOfUnits(drawn, values, level).alpha)
}

function interval<T>(estimate: number, things: readonly T[], settings: BootstrapSettings, measure: (drawn: T[]) => number): BootstrapInterval {
  checkInput(settings, shape)
  const runs = whole(settings.runs ?? 2000, 'runs', 1)
  const tail = (1 - confidenceOf(settings.confidence)) / 2
  const random = randomStream(settings.seed)
  const draw = () => things.map(() => things[Math.floor(random() * things.length)] as T)
  const found = Array.from({ length: runs }, () => defined(() => measure(draw()))).filter((value) => value !== null)
  atLeast(found.length, 1, 'runs', 'draws with a defined value')
  const sorted = found.sort((a, b) => a - b)
  return { estimate, lower: quantile(sorted, tail), upper: quantile(sorted, 1 - tail), runs, undefinedRuns: runs - found.length, seed: settings.seed }
}

/** Null for a draw without variance, in which agreement is not defined. */
function defined(measure: () => number): number | null {
  try {
    return measure()
  } catch (error) {
    if (error instanceof MethodError && error.code === 'NO_VARIANCE') return null
    throw error
  }
}
