import { mean, sampleStandardDeviation } from 'simple-statistics'
import { atLeast, confidenceOf, type Maybe, sameLength, sparse } from '../shared/checks.js'
import { studentCritical, studentTwoSided } from '../shared/distributions.js'
import { checkInput, type InputShape } from '../shared/input-shape.js'
import { number, sparseList } from '../shared/kinds.js'

export interface BeforeAfterInput {
  /** Two measurements of the same units in the same order; a pair with a null drops out. */
  readonly before: readonly Maybe<number>[]
  readonly after: readonly Maybe<number>[]
  /** 0.95 when left out. */
  readonly confidence?: number
}

export interface BeforeAfterResult {
  readonly n: number
  readonly dropped: number
  readonly meanBefore: number
  readonly meanAfter: number
  /** After less before, in the unit of the measurements, with its interval. */
  readonly meanChange: number
  readonly sdChange: number
  readonly se: number
  readonly lower: number
  readonly upper: number
  readonly df: number
  /** Null when every unit changed by the same amount. */
  readonly t: number | null
  readonly p: number | null
}

const shape: InputShape<BeforeAfterInput> = {
  keys: { before: sparseList, after: sparseList, confidence: number },
  forms: [{ needs: ['before', 'after'] }],
}

/**
 * Mean change of the same units between two measurements, with the interval of paired differences by Student's t.
 * Interval = mean change +- t sd / sqrt(n), n - 1 degrees of freedom. It says what changed, not why: there is no comparison group.
 *
 * Missing: a pair with a null drops out and is counted. Errors: unequal lengths, fewer than two complete pairs. Source: Student (1908) Biometrika 6.
 */
export function beforeAfter(input: BeforeAfterInput): BeforeAfterResult {
  checkInput(input, shape)
  const [before, after] = [sparse(input.before, 'before'), sparse(input.after, 'after')]
  sameLength(after, before, 'after')
  const pairs = before.map((value, index) => [value, after[index]] as const).filter((pair): pair is readonly [number, number] => !pair.includes(null))
  atLeast(pairs.length, 2, 'before', 'complete pairs')
  const changes = pairs.map(([first, second]) => second - first)
  const [meanChange, sdChange, df] = [mean(changes), sampleStandardDeviation(changes), pairs.length - 1]
  const se = sdChange / Math.sqrt(pairs.length)
  const reach = se * studentCritical(confidenceOf(input.confidence), df)
  const t = se === 0 ? null : meanChange / se
  return {
    n: pairs.length,
    dropped: before.length - pairs.length,
    meanBefore: mean(pairs.map(([first]) => first)),
    meanAfter: mean(pairs.map(([, second]) => second)),
    meanChange,
    sdChange,
    se,
    lower: meanChange - reach,
    upper: meanChange + reach,
    df,
    t,
    p: t === null ? null : studentTwoSided(t, df),
  }
}
