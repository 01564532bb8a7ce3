import { sum } from 'simple-statistics'
import { finite, knownNames, type Maybe, sameLength } from '../shared/checks.js'
import { checkInput, type InputShape, shaped } from '../shared/input-shape.js'
import { either, listOf, maybeNumber, named, number, numberList, text } from '../shared/kinds.js'
import { MethodError } from '../shared/method-error.js'
import { shares, type Weights, weighting } from '../shared/weights.js'
import { labelOf, type Thresholds } from './score-label.js'

export interface CriteriaScoringInput {
  /** "1 best to 6 worst", "0 worst to 3 best", "0 to 3" or "1-6" (the higher the better); or both ends. */
  readonly scale?: string | { readonly best: number; readonly worst: number }
  /** A rating per criterion, null when it was not rated. */
  readonly ratings: Readonly<Record<string, Maybe<number>>>
  readonly weights?: Weights
  /** Criteria that must not be worse than `worstAllowed`, and neither must the overall grade (unless `passGrade` says otherwise). */
  readonly knockOut?: { readonly criteria: readonly string[]; readonly worstAllowed: number }
  readonly passGrade?: number
  readonly thresholds?: Thresholds
  /** With a plain list of thresholds: the labels from best to worst, one more than thresholds. */
  readonly labels?: readonly string[]
}

export interface CriteriaScoringResult {
  /** Weighted mean of the ratings that there are, in the unit of the scale; and the whole grade, halves up (2.5 is 3). */
  readonly weightedMean: number
  readonly grade: number
  readonly label: string | null
  /** Null when neither a knock-out rule nor a pass grade says what success is. */
  readonly successful: boolean | null
  readonly failedKnockOuts: readonly string[]
  readonly missing: readonly string[]
  /** Weight in use per rated criterion; they sum to 1. */
  readonly weights: Readonly<Record<string, number>>
}

const shape: InputShape<CriteriaScoringInput> = {
  keys: {
    scale: either(text, shaped({ keys: { best: number, worst: number }, forms: [{ needs: ['best', 'worst'] }] })),
    ratings: named(maybeNumber),
    weights: weighting,
    knockOut: shaped({ keys: { criteria: listOf(text), worstAllowed: number }, forms: [{ needs: ['criteria', 'worstAllowed'] }] }),
    passGrade: number,
    thresholds: either(numberList, listOf(shaped({ keys: { label: text, from: number }, forms: [{ needs: ['label', 'from'] }] })), named(number)),
    labels: listOf(text),
  },
  forms: [{ needs: ['ratings'], takes: ['thresholds'] }, { needs: ['ratings', 'thresholds', 'labels'] }],
}

/**
 * Ratings of an evaluation by criterion, averaged with weights (mean = sum(w x) / sum(w)), put into words by thresholds and overruled by knock-out criteria.
 *
 * Missing: an unrated criterion drops out and the other weights are rescaled; an unrated knock-out criterion does not fail.
 * Errors: no rating, a rating outside the scale, negative weights or a weight missing, a knock-out criterion that is not rated at all.
 * Source: OECD/DAC (2019) Better Criteria for Better Evaluation; KfW rating scale; ADB (2006) evaluation guidelines.
 */
export function criteriaScoring(input: CriteriaScoringInput): CriteriaScoringResult {
  checkInput(input, shape)
  const { best, worst } = readScale(input.scale)
  const names = Object.keys(input.ratings ?? {})
  const rated = names.filter((name) => (input.ratings[name] ?? null) !== null)
  if (rated.length === 0) throw new MethodError('EMPTY', 'ratings', 'no criterion is rated')
  const marks = rated.map((name) => finite(input.ratings[name], `ratings.${name}`, Math.min(best, worst), Math.max(best, worst)))
  const weights = shares(ratedWeights(input.weights, names, rated), rated)
  if (typeof input.weights === 'object' && !Array.isArray(input.weights)) knownNames(input.weights, names, 'weights')
  const weightedMean = sum(marks.map((mark, index) => mark * (weights[index] as number)))
  const grade = Math.floor(weightedMean + 0.5 + 1e-9)
  const lowerIsBetter = best < worst
  const failedKnockOuts = knockedOut(input, lowerIsBetter)
  return {
    weightedMean,
    grade,
    label: labelOf(weightedMean, lowerIsBetter, input.thresholds, input.labels),
    successful: success(input, grade, lowerIsBetter, failedKnockOuts),
    failedKnockOuts,
    missing: names.filter((name) => !rated.includes(name)),
    weights: Object.fromEntries(rated.map((name, index) => [name, weights[index] as number])),
  }
}

/** A list of weights follows the order of all criteria, rated or not. */
function ratedWeights(given: Weights | undefined, names: readonly string[], rated: readonly string[]): Weights | undefined {
  if (given === undefined || typeof given === 'string') return given
  if (!Array.isArray(given)) return Object.fromEntries(Object.entries(given).filter(([name]) => rated.includes(name)))
  sameLength(given, names, 'weights')
  return given.filter((_, index) => rated.includes(names[index] as string))
}

function readScale(scale: CriteriaScoringInput['scale']): { best: number; worst: number } {
  if (scale === undefined) return { best: Number.POSITIVE_INFINITY, worst: Number.NEGATIVE_INFINITY }
  if (typeof scale !== 'string') return { best: finite(scale.best, 'scale.best'), worst: finite(scale.worst, 'scale.worst') }
  const [, first, firstIs, last, lastIs] = SCALE.exec(scale.trim().toLowerCase()) ?? []
  const isTurned = firstIs === 'best' || lastIs === 'worst'
  const isStraight = firstIs === 'worst' || lastIs === 'best'
  if (first === undefined || (isTurned && isStraight))
    throw new MethodError('UNKNOWN_CHOICE', 'scale', `"${scale}" is no scale such as "1 best to 6 worst", "0 to 3" or "1-6"`)
  const [low, high] = [Number(first), Number(last)]
  return isTurned ? { best: low, worst: high } : { best: high, worst: low }
}

/** Two numbers, each with what it stands for, and "to" or a dash between them. */
const SCALE = /^(-?\d+(?:\.\d+)?)\s*\(?(best|worst)?\)?\s*(?:to|-|–|—|\.\.)\s*(-?\d+(?:\.\d+)?)\s*\(?(best|worst)?\)?$/

const worse = (mark: number, than: number, lowerIsBetter: boolean) => (lowerIsBetter ? mark > than : mark < than)

function knockedOut(input: CriteriaScoringInput, lowerIsBetter: boolean): string[] {
  return (input.knockOut?.criteria ?? []).filter((name) => {
    const mark = input.ratings[name]
    if (mark === undefined) throw new MethodError('UNKNOWN_CRITERION', 'knockOut.criteria', `"${name}" is not among the ratings`)
    return mark !== null && worse(mark, finite(input.knockOut?.worstAllowed, 'knockOut.worstAllowed'), lowerIsBetter)
  })
}

function success(input: CriteriaScoringInput, grade: number, lowerIsBetter: boolean, failed: readonly string[]): boolean | null {
  const pass = input.passGrade ?? input.knockOut?.worstAllowed
  if (pass === undefined) return null
  return failed.length === 0 && !worse(grade, pass, lowerIsBetter)
}
