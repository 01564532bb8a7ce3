import { mean, sum } from 'simple-statistics'
import { atLeast, finite, list, type Maybe, namesFit, numbers, sameLength, unknownForm, whole } from '../shared/checks.js'
import { checkInput, type InputShape } from '../shared/input-shape.js'
import { either, flag, listOf, maybeNumber, number, numberList, text } from '../shared/kinds.js'
import { MethodError } from '../shared/method-error.js'

export interface BrierScoreInput {
  /** Probabilities 0 to 1 that something happens; or, for several classes, a row of probabilities per forecast. Null: no forecast. */
  readonly forecasts: readonly Maybe<number>[] | readonly (readonly number[])[]
  /** 1 or true if it happened, else 0; for several classes the number of the class (from 0), its name among `classes`, or a row of 0 and 1. Null: not known yet. */
  readonly outcomes: readonly Maybe<number | boolean | string>[] | readonly (readonly number[])[]
  readonly classes?: readonly string[]
  /** Bounds of bins for the decomposition, ascending; without, equal forecasts are one bin. */
  readonly bins?: readonly number[]
  /** A forecast to compare with: one probability for all, or one each; the base rate when left out. */
  readonly reference?: number | readonly number[]
}

export interface CalibrationBin {
  readonly forecast: number
  readonly n: number
  readonly frequency: number
}

export interface BrierScoreResult {
  readonly n: number
  readonly each: readonly number[]
  /** Mean squared difference: 0 best, to 1 for two classes, to 2 for several. */
  readonly brier: number
  /** The form of 1950, summed over all classes: twice `brier` for two classes. */
  readonly brierOriginal: number
  /** For two classes: brier = reliability - resolution + uncertainty (exactly, when a bin holds one forecast value); else null. */
  readonly baseRate: number | null
  readonly reliability: number | null
  readonly resolution: number | null
  readonly uncertainty: number
  /** 1 - brier / uncertainty; null when all outcomes are the same. Against the reference likewise. */
  readonly skill: number | null
  readonly skillAgainstReference: number | null
  readonly calibration: readonly CalibrationBin[] | null
}

const shape: InputShape<BrierScoreInput> = {
  keys: {
    forecasts: listOf(either(maybeNumber, numberList)),
    outcomes: listOf(either(maybeNumber, flag, text, listOf(either(number, flag)))),
    classes: listOf(text),
    bins: numberList,
    reference: either(number, numberList),
  },
  forms: [{ needs: ['forecasts', 'outcomes'] }],
}

/**
 * How good probability forecasts were: brier = mean((forecast - outcome)^2), with the decomposition of Murphy.
 *
 * Missing: a forecast or outcome of null drops out with its partner. Errors: a probability outside 0 to 1, rows of probabilities that do not
 * sum to 1, unequal lengths, unknown class. Source: Brier (1950) Monthly Weather Review 78; Murphy (1973) Journal of Applied Meteorology 12.
 */
export function brierScore(input: BrierScoreInput): BrierScoreResult {
  checkInput(input, shape)
  const forecasts = list(input.forecasts, 'forecasts')
  const outcomes = list(input.outcomes, 'outcomes')
  sameLength(outcomes, forecasts, 'outcomes')
  const known = forecasts.map((_, index) => index).filter((index) => (forecasts[index] ?? null) !== null && (outcomes[index] ?? null) !== null)
  atLeast(known.length, 1, 'forecasts', 'forecasts with an outcome')
  return Array.isArray(forecasts[known[0] as number]) ? severalClasses(input, known) : twoClasses(input, known)
}

function twoClasses(input: BrierScoreInput, known: readonly number[]): BrierScoreResult {
  if (input.classes !== undefined) throw unknownForm('classes', 'a row of probabilities per forecast')
  if (Array.isArray(input.reference)) sameLength(input.reference, input.forecasts, 'reference')
  const forecasts = known.map((index) => finite(input.forecasts[index], `forecasts[${index}]`, 0, 1))
  const outcomes = known.map((index) => happened(input.outcomes[index], `outcomes[${index}]`))
  const each = forecasts.map((forecast, index) => (forecast - (outcomes[index] as number)) ** 2)
  const brier = mean(each)
  const baseRate = mean(outcomes)
  const uncertainty = baseRate * (1 - baseRate)
  const calibration = binned(forecasts, outcomes, input.bins)
  const spread = (distance: (bin: CalibrationBin) => number) => sum(calibration.map((bin) => bin.n * distance(bin) ** 2)) / forecasts.length
  return {
    n: forecasts.length,
    each,
    brier,
    brierOriginal: 2 * brier,
    baseRate,
    reliability: spread((bin) => bin.forecast - bin.frequency),
    resolution: spread((bin) => bin.frequency - baseRate),
    uncertainty,
    skill: skill(brier, uncertainty),
    skillAgainstReference: againstReference(input.reference, known, outcomes, brier),
    calibration,
  }
}

function happened(value: unknown, path: string): number {
  if (typeof value === 'boolean') return value ? 1 : 0
  const read = finite(value, path, 0, 1)
  if (read !== 0 && read !== 1) throw new MethodError('OUT_OF_RANGE', path, 'an outcome is 0 or 1')
  return read
}

const skill = (brier: number, reference: number) => (reference === 0 ? null : 1 - brier / reference)

function binned(forecasts: readonly number[], outcomes: readonly number[], bounds?: readonly number[]): CalibrationBin[] {
  const edges = bounds === undefined ? undefined : numbers(bounds, 'bins', 0, 1)
  const keyOf = (forecast: number) => (edges === undefined ? forecast : edges.filter((edge) => edge <= forecast).length)
  const keys = [...new Set(forecasts.map(keyOf))].sort((a, b) => a - b)
  return keys.map((key) => {
    const members = forecasts.map((_, index) => index).filter((index) => keyOf(forecasts[index] as number) === key)
    const average = (values: readonly number[]) => mean(members.map((index) => values[index] as number))
    return { forecast: average(forecasts), n: members.length, frequency: average(outcomes) }
  })
}

function againstReference(reference: BrierScoreInput['reference'], known: readonly number[], outcomes: readonly number[], brier: number): number | null {
  if (reference === undefined) return null
  const other = known.map((index) => finite(typeof reference === 'number' ? reference : reference[index], 'reference', 0, 1))
  return skill(brier, mean(other.map((forecast, index) => (forecast - (outcomes[index] as number)) ** 2)))
}

function severalClasses(input: BrierScoreInput, known: readonly number[]): BrierScoreResult {
  const forecasts = known.map((index) => probabilities(input.forecasts[index], `forecasts[${index}]`))
  const size = forecasts[0]?.length ?? 0
  forecasts.forEach((row, index) => {
    sameLength(row, forecasts[0] ?? [], `forecasts[${known[index]}]`)
  })
  namesFit(input.classes, forecasts[0] ?? [], 'classes')
  for (const key of ['bins', 'reference'] as const) if (input[key] !== undefined) throw unknownForm(key, 'forecasts of one probability each')
  const outcomes = known.map((index) => oneHot(input.outcomes[index], size, `outcomes[${index}]`, input.classes))
  const each = forecasts.map((row, index) => sum(row.map((forecast, j) => (forecast - (outcomes[index]?.[j] as number)) ** 2)))
  const brier = mean(each)
  const rates = Array.from({ length: size }, (_, j) => mean(outcomes.map((row) => row[j] as number)))
  const uncertainty = sum(rates.map((rate) => rate * (1 - rate)))
  const none = { baseRate: null, reliability: null, resolution: null, skillAgainstReference: null, calibration: null }
  return { n: each.length, each, brier, brierOriginal: brier, uncertainty, skill: skill(brier, uncertainty), ...none }
}

function probabilities(row: unknown, path: string): number[] {
  const read = numbers(row, path, 0, 1)
  if (Math.abs(sum(read) - 1) > 0.005) throw new MethodError('OUT_OF_RANGE', path, `the probabilities sum to ${sum(read)}, not to 1`)
  return read
}

function oneHot(outcome: unknown, size: number, path: string, classes?: readonly string[]): number[] {
  if (Array.isArray(outcome)) {
    sameLength(outcome, Array.from({ length: size }), path)
    return outcome.map((entry, j) => happened(entry, `${path}[${j}]`))
  }
  const place = typeof outcome === 'string' ? (classes ?? []).indexOf(outcome) : whole(finite(outcome, path, 0, size - 1), path)
  if (place < 0) throw new MethodError('UNKNOWN_CHOICE', path, `"${outcome}" is none of the classes`)
  return Array.from({ length: size }, (_, j) => (j === place ? 1 : 0))
}
