import { mean, sum } from 'simple-statistics'
import { namesFit, numbers, sameLength } from '../shared/checks.js'
import { checkInput, type InputShape } from '../shared/input-shape.js'
import { listOf, numberList, text } from '../shared/kinds.js'
import { sharesOf } from './structure.js'

export interface StructuralChangeInput {
  /** Amounts by industry at the beginning and at the end. */
  readonly industry0: readonly number[]
  readonly industry1: readonly number[]
  /** Their names, which change nothing. */
  readonly industries?: readonly string[]
}

export interface StructuralChangeResult {
  /** Half the sum of absolute changes of shares: 0 nothing moved, 1 everything did. */
  readonly nav: number
  /** 0 and more; null when an industry appears or vanishes, since its growth has no logarithm. */
  readonly lilien: number | null
  readonly modifiedLilien: number | null
  /** Cosine of the angle between both structures, 1 for the same structure; and the angle in degrees. */
  readonly cosineAngle: number
  readonly angleDegrees: number
}

const shape: InputShape<StructuralChangeInput> = {
  keys: { industry0: numberList, industry1: numberList, industries: listOf(text) },
  forms: [{ needs: ['industry0', 'industry1'] }],
}

/**
 * How much the structure of an economy changed between two dates. NAV = half the sum of |s_i1 - s_i0|.
 * Lilien = sqrt(sum s_i1 (ln growth of i - ln growth of the total)^2), the modified index with the mean of both shares for s_i1.
 *
 * Missing: refused. An industry of 0 at both dates does not count. Errors: negative amounts, unequal lengths, TOTAL_ZERO for a date without any amount.
 * Source: Lilien (1982) Journal of Political Economy 90; Ansari, Mussida & Pastore (2013) IZA Discussion Paper 7198; Dietrich (2012) for NAV.
 */
export function structuralChange(input: StructuralChangeInput): StructuralChangeResult {
  checkInput(input, shape)
  const before = numbers(input.industry0, 'industry0', 0)
  const after = numbers(input.industry1, 'industry1', 0)
  sameLength(after, before, 'industry1')
  namesFit(input.industries, before, 'industries')
  const [s0, s1] = [sharesOf(before, 'industry0'), sharesOf(after, 'industry1')]
  const cosineAngle = cosine(s0, s1)
  return {
    nav: sum(s0.map((share, i) => Math.abs((s1[i] as number) - share))) / 2,
    lilien: lilien(before, after, s1),
    modifiedLilien: lilien(
      before,
      after,
      s1.map((share, i) => mean([share, s0[i] as number])),
    ),
    cosineAngle,
    angleDegrees: (Math.acos(Math.min(1, cosineAngle)) * 180) / Math.PI,
  }
}

function lilien(before: number[], after: number[], weights: number[]): number | null {
  const kept = before.map((_, i) => i).filter((i) => before[i] !== 0 || after[i] !== 0)
  if (kept.some((i) => before[i] === 0 || after[i] === 0)) return null
  const total = Math.log(sum(after) / sum(before))
  return Math.sqrt(sum(kept.map((i) => (weights[i] as number) * (Math.log((after[i] as number) / (before[i] as number)) - total) ** 2)))
}

function cosine(a: number[], b: number[]): number {
  const dot = (x: number[], y: number[]) => sum(x.map((entry, i) => entry * (y[i] as number)))
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b))
}
