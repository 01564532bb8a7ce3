import { mean, sampleCorrelation, sampleStandardDeviation } from 'simple-statistics'
import { atLeast, confidenceOf, finite, numbers, sameLength, unknownForm, whole } from '../shared/checks.js'
import { normalCritical } from '../shared/distributions.js'
import { checkInput, type InputShape } from '../shared/input-shape.js'
import { number, numberList, text } from '../shared/kinds.js'
import { MethodError } from '../shared/method-error.js'
import { saying } from '../shared/saying.js'

export interface EffectSizeInput {
  /** "independent" (also "independent raw") or "pre-post" (also paired, matched, before-after); found from the form when left out. */
  readonly design?: string
  /** Two groups: means, sample standard deviations, sizes. In a pre-post design mean1 is the later one. */
  readonly mean1?: number
  readonly mean2?: number
  readonly sd1?: number
  readonly sd2?: number
  readonly n1?: number
  readonly n2?: number
  /** Two groups, raw; or pairs, raw, in the same order. */
  readonly group1?: readonly number[]
  readonly group2?: readonly number[]
  /** Pre-post, raw (also: `pre`, `post`): the effect is after less before. */
  readonly before?: readonly number[]
  readonly after?: readonly number[]
  readonly pre?: readonly number[]
  readonly post?: readonly number[]
  /** Pre-post, summary: mean and standard deviation of the differences (also: `meanDiff`, `sdDiff`), number of pairs, correlation of both measurements. */
  readonly meanDifference?: number
  readonly sdDifference?: number
  readonly meanDiff?: number
  readonly sdDiff?: number
  readonly n?: number
  readonly r?: number
  /** Of the intervals; 0.95 when left out. */
  readonly confidence?: number
}

export interface EffectSizeResult {
  /** Cohen's d in standard deviations; `sPooled` (two groups) or `sWithin` (pre-post) is what it is divided by. */
  readonly d: number
  readonly varD: number
  readonly seD: number
  readonly lowerD: number
  readonly upperD: number
  /** Small-sample factor and Hedges' g = J d. */
  readonly J: number
  readonly g: number
  readonly varG: number
  readonly seG: number
  readonly lowerG: number
  readonly upperG: number
  readonly df: number
  readonly meanDifference: number
  readonly sPooled?: number
  /** Divided by the standard deviation of the second (control) group. */
  readonly glassDelta?: number
  readonly sWithin?: number
  readonly r?: number
  /** Raw pairs: mean difference over sd of the differences, and over the mean of both sds. */
  readonly dz?: number
  readonly dav?: number | null
}

const shape: InputShape<EffectSizeInput> = {
  keys: {
    design: text,
    mean1: number,
    mean2: number,
    sd1: number,
    sd2: number,
    n1: number,
    n2: number,
    group1: numberList,
    group2: numberList,
    before: numberList,
    after: numberList,
    pre: numberList,
    post: numberList,
    meanDifference: number,
    sdDifference: number,
    meanDiff: number,
    sdDiff: number,
    n: number,
    r: number,
    confidence: number,
  },
  forms: [
    { needs: ['group1', 'group2'] },
    { needs: ['before', 'after'] },
    { needs: ['pre', 'post'] },
    { needs: ['mean1', 'sd1', 'n1', 'mean2', 'sd2', 'n2'] },
    { needs: ['mean1', 'sd1', 'mean2', 'sd2', 'n'], takes: ['r'] },
    { needs: ['mean1', 'sd1', 'mean2', 'sd2', 'n1', 'r'], takes: ['n2'] },
    { needs: ['mean1', 'mean2', 'sdDifference', 'n', 'r'] },
    { needs: ['meanDifference', 'sdDifference', 'n', 'r'] },
    { needs: ['meanDiff', 'sdDiff', 'n', 'r'] },
    { needs: ['meanDiff', 'sdDifference', 'n', 'r'] },
    { needs: ['meanDifference', 'sdDiff', 'n', 'r'] },
  ],
}

/**
 * Standardised mean difference of two groups or of two measurements of the same units.
 * Two groups: d = (m1 - m2) / pooled sd, var d = (n1+n2)/(n1 n2) + d^2 / (2 (n1+n2)). Pre-post: sWithin = sd of differences /
 * sqrt(2 (1-r)), var d = (1/n + d^2/(2n)) 2 (1-r). g = J d with J = 1 - 3 / (4 df - 1). Intervals by the normal distribution.
 *
 * Missing: refused. Errors: fewer than two units a group, NO_VARIANCE, r of 1 or more.
 * Source: Borenstein, Hedges, Higgins & Rothstein (2009) Introduction to Meta-Analysis, chapter 4; Hedges (1981); Glass (1976).
 */
export function effectSize(input: EffectSizeInput): EffectSizeResult {
  checkInput(input, shape)
  const named = withLongNames(input)
  return isPaired(named) ? paired(named) : independent(named)
}

function withLongNames({ pre, post, meanDiff, sdDiff, ...input }: EffectSizeInput): EffectSizeInput {
  const long = { before: pre, after: post, meanDifference: meanDiff, sdDifference: sdDiff }
  return { ...Object.fromEntries(Object.entries(long).filter(([, value]) => value !== undefined)), ...input }
}

function isPaired(input: EffectSizeInput): boolean {
  const ways = { independent: /independent|unpaired|two groups/i, 'pre-post': /pre.?post|\bpair|match|before|repeat/i }
  if (input.design !== undefined) return saying(input.design, 'design', ways) === 'pre-post'
  return input.before !== undefined || input.r !== undefined || input.sdDifference !== undefined
}

interface Group {
  readonly mean: number
  readonly sd: number
  readonly n: number
}

function summary(values: unknown, path: string): Group {
  const read = numbers(values, path)
  atLeast(read.length, 2, path, 'values')
  return { mean: mean(read), sd: sampleStandardDeviation(read), n: read.length }
}

function groupOf(input: EffectSizeInput, which: 1 | 2): Group {
  if (input[`group${which}`] !== undefined) return summary(input[`group${which}`], `group${which}`)
  if (input[`mean${which}`] === undefined) throw unknownForm('', 'mean1, sd1, n1, mean2, sd2, n2; group1 and group2; before and after; differences')
  const n = whole(input[`n${which}`] ?? input.n, `n${which}`, 2)
  return { mean: finite(input[`mean${which}`], `mean${which}`), sd: finite(input[`sd${which}`], `sd${which}`, 0), n }
}

function independent(input: EffectSizeInput): EffectSizeResult {
  const [a, b] = [groupOf(input, 1), groupOf(input, 2)]
  const df = a.n + b.n - 2
  const sPooled = Math.sqrt(((a.n - 1) * a.sd ** 2 + (b.n - 1) * b.sd ** 2) / df)
  const meanDifference = a.mean - b.mean
  const d = standardise(meanDifference, sPooled)
  const varD = (a.n + b.n) / (a.n * b.n) + d ** 2 / (2 * (a.n + b.n))
  const glass = b.sd === 0 ? {} : { glassDelta: meanDifference / b.sd }
  return { ...effect(d, varD, df, input), meanDifference, sPooled, ...glass }
}

function standardise(difference: number, sd: number): number {
  if (sd <= 0) throw new MethodError('NO_VARIANCE', '', 'the standard deviation is 0: the effect has no standard size')
  return difference / sd
}

interface Pairs {
  readonly meanDifference: number
  readonly sdDifference: number
  readonly n: number
  readonly r: number
  readonly sds?: readonly [number, number]
}

function paired(input: EffectSizeInput): EffectSizeResult {
  const pairs = input.before === undefined && input.group1 === undefined ? givenPairs(input) : rawPairs(input)
  const spread = 2 * (1 - pairs.r)
  if (spread <= 0) throw new MethodError('OUT_OF_RANGE', 'r', 'a correlation of 1 leaves no variance within')
  const sWithin = pairs.sdDifference / Math.sqrt(spread)
  const d = standardise(pairs.meanDifference, sWithin)
  const varD = (1 / pairs.n + d ** 2 / (2 * pairs.n)) * spread
  const dav = pairs.sds === undefined ? null : pairs.meanDifference / mean([...pairs.sds])
  const { meanDifference, r } = pairs
  return { ...effect(d, varD, pairs.n - 1, input), meanDifference, sWithin, r, dz: meanDifference / pairs.sdDifference, dav }
}

function rawPairs(input: EffectSizeInput): Pairs {
  const [later, earlier] = input.before === undefined ? (['group1', 'group2'] as const) : (['after', 'before'] as const)
  const [a, b] = [numbers(input[later], later), numbers(input[earlier], earlier)]
  sameLength(b, a, earlier)
  atLeast(a.length, 3, later, 'pairs')
  const differences = a.map((value, index) => value - (b[index] as number))
  const sds = [sampleStandardDeviation(a), sampleStandardDeviation(b)] as const
  if (Math.min(...sds) === 0) throw new MethodError('NO_VARIANCE', sds[0] === 0 ? later : earlier, 'all values are the same')
  return { meanDifference: mean(differences), sdDifference: sampleStandardDeviation(differences), n: a.length, r: sampleCorrelation(a, b), sds }
}

function givenPairs(input: EffectSizeInput): Pairs {
  const r = finite(input.r, 'r', -1, 1)
  const n = whole(input.n ?? input.n1, 'n', 2)
  const meanDifference =
    input.meanDifference === undefined ? finite(input.mean1, 'mean1') - finite(input.mean2, 'mean2') : finite(input.meanDifference, 'meanDifference')
  if (input.sdDifference !== undefined) return { meanDifference, sdDifference: finite(input.sdDifference, 'sdDifference', 0), n, r }
  const [sd1, sd2] = [finite(input.sd1, 'sd1', 0), finite(input.sd2, 'sd2', 0)]
  return { meanDifference, sdDifference: Math.sqrt(sd1 ** 2 + sd2 ** 2 - 2 * r * sd1 * sd2), n, r, sds: [sd1, sd2] }
}

type Effect = Omit<EffectSizeResult, 'meanDifference'>

function effect(d: number, varD: number, df: number, input: EffectSizeInput): Effect {
  const z = normalCritical(confidenceOf(input.confidence))
  const J = 1 - 3 / (4 * df - 1)
  const [seD, g, varG] = [Math.sqrt(varD), J * d, J ** 2 * varD]
  const seG = Math.sqrt(varG)
  return { d, varD, seD, lowerD: d - z * seD, upperD: d + z * seD, J, g, varG, seG, lowerG: g - z * seG, upperG: g + z * seG, df }
}
