import { mean, sum } from 'simple-statistics'
import { matrix, numbers, sameLength } from '../shared/checks.js'
import { checkInput, type InputShape } from '../shared/input-shape.js'
import { numberList, table } from '../shared/kinds.js'
import { sharesOf } from './structure.js'

export interface ConcentrationInput {
  /** Amounts of the units: turnover of firms, employment of industries, income of regions. */
  readonly values?: readonly number[]
  /** Instead: a row of amounts per region; every measure becomes a list. */
  readonly matrix?: readonly (readonly number[])[]
  /** For Hoover: what the values are shared out against (population, area); equal parts when left out. */
  readonly reference?: readonly number[]
}

export interface ConcentrationMeasures {
  readonly n: number
  /** Sum of squared shares, 1/n to 1; normalised 0 to 1 (null for one unit); equivalent number 1/H. */
  readonly herfindahl: number
  readonly herfindahlNormalised: number | null
  readonly equivalentNumber: number
  /** Entropy -sum s log s in nats, in bits, and as a share of its largest value (null for one unit). */
  readonly shannon: number
  readonly shannonBits: number
  readonly evenness: number | null
  /** Theil T (also `theil`) from 0 to ln n; Theil L, the mean logarithmic deviation, null when a value is 0. */
  readonly theil: number
  readonly theilT: number
  readonly theilL: number | null
  /** Gini 0 to (n-1)/n; normalised 0 to 1 (null for one unit). */
  readonly gini: number
  readonly giniNormalised: number | null
  /** Share that would have to move for values in proportion to the reference, 0 to 1. */
  readonly hoover: number
}

export type ConcentrationResult = ConcentrationMeasures | { readonly [measure in keyof ConcentrationMeasures]: readonly ConcentrationMeasures[measure][] }

const shape: InputShape<ConcentrationInput> = {
  keys: { values: numberList, matrix: table, reference: numberList },
  forms: [{ needs: ['values'] }, { needs: ['matrix'] }],
}

/**
 * Measures of concentration and diversity of amounts x with shares s. Herfindahl = sum s^2; Shannon = -sum s ln s; Theil T = ln n - Shannon;
 * Theil L = mean(ln(mean x / x)); Gini = sum((2i - n - 1) x_i) / (n sum x), x ascending; Hoover = sum |s - reference| / 2.
 *
 * Missing: refused; a value of 0 counts as a unit. Errors: negative values, TOTAL_ZERO when all are 0, unequal lengths.
 * Source: Herfindahl (1950); Shannon (1948); Theil (1967); Hoover (1936); Gini by ordered values.
 */
export function concentrationAndDiversity(input: ConcentrationInput): ConcentrationResult {
  checkInput(input, shape)
  const reference = input.reference === undefined ? undefined : numbers(input.reference, 'reference', 0)
  if (input.values !== undefined) return measure(numbers(input.values, 'values', 0), 'values', reference)
  const rows = matrix(input.matrix, 'matrix', 0).map((row, index) => measure(row, `matrix[${index}]`, reference))
  const names = Object.keys(rows[0] as ConcentrationMeasures) as (keyof ConcentrationMeasures)[]
  return Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])])) as unknown as ConcentrationResult
}

function measure(values: number[], path: string, reference?: number[]): ConcentrationMeasures {
  const s = sharesOf(values, path)
  const n = s.length
  const herfindahl = sum(s.map((share) => share * share))
  const shannon = -sum(s.map((share) => (share === 0 ? 0 : share * Math.log(share))))
  const gini = giniOf(values)
  const theil = Math.max(0, Math.log(n) - shannon)
  return {
    n,
    herfindahl,
    herfindahlNormalised: n === 1 ? null : (herfindahl - 1 / n) / (1 - 1 / n),
    equivalentNumber: 1 / herfindahl,
    shannon,
    shannonBits: shannon / Math.LN2,
    evenness: n === 1 ? null : shannon / Math.log(n),
    theil,
    theilT: theil,
    theilL: values.includes(0) ? null : mean(values.map((value) => Math.log(mean(values) / value))),
    gini,
    giniNormalised: n === 1 ? null : (gini * n) / (n - 1),
    hoover: hoover(s, reference),
  }
}

function giniOf(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const n = sorted.length
  return sum(sorted.map((value, index) => (2 * (index + 1) - n - 1) * value)) / (n * sum(sorted))
}

function hoover(s: number[], reference?: number[]): number {
  if (reference !== undefined) sameLength(reference, s, 'reference')
  const against = reference === undefined ? s.map(() => 1 / s.length) : sharesOf(reference, 'reference')
  return sum(s.map((share, index) => Math.abs(share - (against[index] as number)))) / 2
}
