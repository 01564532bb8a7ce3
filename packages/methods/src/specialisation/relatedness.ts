import { sum } from 'simple-statistics'
import { matrix, sameLength } from '../shared/checks.js'
import { checkInput, type InputShape } from '../shared/input-shape.js'
import { number, table } from '../shared/kinds.js'
import { MethodError } from '../shared/method-error.js'
import { transpose } from '../shared/transpose.js'
import { quotientTable } from './location-quotient.js'
import { columnSums, type PresenceInput, presenceOf } from './structure.js'

type Table = readonly (readonly number[])[]

export interface RelatednessInput extends PresenceInput {
  /** How often two activities stand together; the diagonal is not used. */
  readonly cooccurrence?: Table
  /** Activities by activities: used for the density as it is, in place of the proximity. */
  readonly relatedness?: Table
}

export interface RelatednessResult {
  /** Regions by activities, 0 or 1: as given, or from the quotients of amounts. */
  readonly presence?: Table
  /** From presence: regions with both over the larger ubiquity, 0 to 1; and how many regions have both (diagonal 0). */
  readonly proximity?: Table
  readonly sharedRegions?: Table
  /** Regions by activities, 0 to 1: what a region has around an activity, over all there is around it; and in per cent. */
  readonly density?: Table
  readonly densityPercent?: Table
  /** From co-occurrence: four ways to make counts comparable; 1 is what chance would give for association and probability. */
  readonly association?: Table
  readonly cosine?: Table
  readonly jaccard?: Table
  readonly probability?: Table
}

const shape: InputShape<RelatednessInput> = {
  keys: { presence: table, matrix: table, threshold: number, cooccurrence: table, relatedness: table },
  forms: [
    { needs: ['presence'], takes: ['relatedness', 'cooccurrence'] },
    { needs: ['matrix'], takes: ['threshold', 'relatedness', 'cooccurrence'] },
    { needs: ['cooccurrence'] },
  ],
}

/**
 * How close activities are to each other, and how densely a region is set around each of them.
 *
 * Co-occurrence counts c_ij with column sums S and total T (diagonal set to 0): association = c T / (S_i S_j), cosine c / sqrt(S_i S_j),
 * Jaccard c / (S_i + S_j - c), probability c / ((S_i/T S_j/(T-S_i) + S_j/T S_i/(T-S_j)) T/2). The proximity of an activity to itself (1)
 * counts in the density. An activity that stands with nothing has 0 everywhere.
 * Missing: refused. Errors: negative counts, a table that is not square, none of the forms. Source: Hidalgo et al. (2007) Science 317; van Eck & Waltman (2009)
 * JASIST 60; Steijn (2017).
 */
export function relatedness(input: RelatednessInput): RelatednessResult {
  checkInput(input, shape)
  const hasPresence = input.presence !== undefined || input.matrix !== undefined
  return { ...(hasPresence ? fromPresence(input) : {}), ...(input.cooccurrence === undefined ? {} : fromCounts(square(input.cooccurrence, 'cooccurrence'))) }
}

function fromPresence(input: RelatednessInput): RelatednessResult {
  const presence = presenceOf(input, quotientTable)
  const together = transpose(presence).map((a, _, all) => all.map((b) => sum(a.map((has, region) => has * (b[region] as number)))))
  const ubiquity = columnSums(presence)
  const proximity = together.map((row, i) => row.map((both, j) => ratio(both, Math.max(ubiquity[i] as number, ubiquity[j] as number))))
  const closeness = input.relatedness === undefined ? proximity : square(input.relatedness, 'relatedness')
  sameLength(closeness, ubiquity, 'relatedness')
  const around = columnSums(closeness)
  const density = presence.map((has) => around.map((total, i) => ratio(sum(has.map((one, j) => one * (closeness[j]?.[i] as number))), total)))
  const sharedRegions = together.map((row, i) => row.map((both, j) => (i === j ? 0 : both)))
  return { presence, proximity, sharedRegions, density, densityPercent: density.map((row) => row.map((cell) => 100 * cell)) }
}

function fromCounts(given: number[][]): RelatednessResult {
  const counts = given.map((row, i) => row.map((count, j) => (i === j ? 0 : count)))
  const S = columnSums(counts)
  const T = sum(S)
  const each = (form: (c: number, a: number, b: number) => number) =>
    counts.map((row, i) => row.map((count, j) => (i === j ? 0 : form(count, S[i] as number, S[j] as number))))
  return {
    association: each((c, a, b) => ratio(c * T, a * b)),
    cosine: each((c, a, b) => ratio(c, Math.sqrt(a * b))),
    jaccard: each((c, a, b) => ratio(c, a + b - c)),
    probability: each((c, a, b) => (c === 0 ? 0 : c / (((a / T) * (b / (T - a)) + (b / T) * (a / (T - b))) * (T / 2)))),
  }
}

const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)

function square(given: unknown, path: string): number[][] {
  const rows = matrix(given, path, 0)
  if (rows.length !== rows[0]?.length) throw new MethodError('NOT_SQUARE', path, 'the table needs as many columns as rows')
  return rows
}
