import { EigenvalueDecomposition, Matrix } from 'ml-matrix'
import { mean, sampleCorrelation, standardDeviation, sum } from 'simple-statistics'
import { atLeast, whole } from '../shared/checks.js'
import { checkInput, type InputShape } from '../shared/input-shape.js'
import { number, table } from '../shared/kinds.js'
import { MethodError } from '../shared/method-error.js'
import { transpose } from '../shared/transpose.js'
import { quotientTable } from './location-quotient.js'
import { columnSums, type PresenceInput, presenceOf } from './structure.js'

export interface EconomicComplexityInput extends PresenceInput {
  /** How many steps of reflections are wanted; 2 when left out. */
  readonly steps?: number
}

export type Reflections = { readonly [step in `kc${number}` | `kp${number}`]: readonly number[] }

export interface EconomicComplexityResult extends Reflections {
  readonly presence: readonly (readonly number[])[]
  /** Number of activities of each region, and of regions with each activity; also kc0 and kp0. */
  readonly diversity: readonly number[]
  readonly ubiquity: readonly number[]
  /** Complexity of regions and of activities, mean 0 and population standard deviation 1; null when all regions are alike. */
  readonly eci: readonly number[] | null
  readonly pci: readonly number[] | null
}

const shape: InputShape<EconomicComplexityInput> = {
  keys: { presence: table, matrix: table, threshold: number, steps: number },
  forms: [{ needs: ['presence'] }, { needs: ['matrix'], takes: ['threshold'] }],
}

/**
 * Complexity of regions and their activities (rows and columns of presence). Reflections kc1, kp1, kc2 ... average the other side's previous
 * step: kc1 = M kp0 / diversity. eci is the eigenvector of the second largest eigenvalue of D^-1 M U^-1 M^T, its sign such that it goes along with diversity;
 * pci the mean eci of the regions with the activity, standardised.
 *
 * Missing: refused. Errors: fewer than two regions, NO_PRESENCE for a region or activity without any. Source: Hidalgo & Hausmann (2009) PNAS 106;
 * Hausmann et al. (2013) Atlas of Economic Complexity.
 */
export function economicComplexity(input: EconomicComplexityInput): EconomicComplexityResult {
  checkInput(input, shape)
  const presence = presenceOf(input, quotientTable)
  atLeast(presence.length, 2, input.presence ? 'presence' : 'matrix', 'regions')
  const [diversity, ubiquity] = [presence.map((row) => sum(row)), columnSums(presence)]
  refuseEmpty(diversity, 'region')
  refuseEmpty(ubiquity, 'activity')
  const eci = complexity(presence, diversity, ubiquity)
  const pci = eci === null ? null : standardised(averages(transpose(presence), eci))
  return { presence, diversity, ubiquity, ...reflections(presence, diversity, ubiquity, whole(input.steps ?? 2, 'steps')), eci, pci }
}

function refuseEmpty(counts: number[], what: string): void {
  const empty = counts.indexOf(0)
  if (empty >= 0) throw new MethodError('NO_PRESENCE', '', `${what} ${empty} has no presence at all; leave it out`)
}

function reflections(presence: number[][], diversity: number[], ubiquity: number[], steps: number): Reflections {
  const across = transpose(presence)
  let [kc, kp] = [diversity, ubiquity]
  const found: Record<`kc${number}` | `kp${number}`, number[]> = { kc0: kc, kp0: kp }
  for (let step = 1; step <= steps; step++) {
    ;[kc, kp] = [averages(presence, kp), averages(across, kc)]
    found[`kc${step}`] = kc
    found[`kp${step}`] = kp
  }
  return found
}

/** Mean of the other side's values over what each row has. */
function averages(presence: number[][], values: readonly number[]): number[] {
  return presence.map((row) => sum(row.map((has, index) => has * (values[index] as number))) / sum(row))
}

/** By the symmetric form D^-1/2 M U^-1 M^T D^-1/2, whose eigenvectors are exact and real. */
function complexity(presence: number[][], diversity: number[], ubiquity: number[]): number[] | null {
  const root = diversity.map((count) => Math.sqrt(count))
  const links = presence.map((a, i) =>
    presence.map((b, j) => sum(a.map((has, p) => (has * (b[p] as number)) / (ubiquity[p] as number))) / ((root[i] as number) * (root[j] as number))),
  )
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(new Matrix(links), { assumeSymmetric: true })
  const second = realEigenvalues.map((value, index) => ({ value, index })).sort((a, b) => b.value - a.value)[1]
  if (second === undefined || second.value < 1e-12) return null
  const vector = standardised(eigenvectorMatrix.getColumn(second.index).map((entry, i) => entry / (root[i] as number)))
  const along = standardDeviation(diversity) === 0 ? 1 : sampleCorrelation(vector, diversity)
  return along < 0 ? vector.map((entry) => -entry) : vector
}

function standardised(values: number[]): number[] {
  const [middle, spread] = [mean(values), standardDeviation(values)]
  return values.map((value) => (spread === 0 ? 0 : (value - middle) / spread))
}
