import { sum } from 'simple-statistics'
import { matrix } from '../shared/checks.js'
import { MethodError } from '../shared/method-error.js'

/** Shares of a whole; refuses a whole of 0. */
export function sharesOf(values: readonly number[], path: string): number[] {
  const total = sum([...values])
  if (total <= 0) throw new MethodError('TOTAL_ZERO', path, 'the values sum to 0, so there are no shares')
  return values.map((value) => value / total)
}

/** Sums of the columns of a table. */
export function columnSums(rows: readonly (readonly number[])[]): number[] {
  return (rows[0] ?? []).map((_, column) => sum(rows.map((row) => row[column] as number)))
}

/** Regions by activities: either presence (0 or 1) as given, or where the location quotient of amounts reaches the threshold. */
export interface PresenceInput {
  readonly presence?: readonly (readonly number[])[]
  readonly matrix?: readonly (readonly number[])[]
  /** Of the location quotient; 1 when left out. */
  readonly threshold?: number
}

/** A floating-point quotient of exactly the threshold may land on either side; this much below still counts as reached. */
export const QUOTIENT_NOISE = 1e-12

function zeroOrOne(cell: number, path: string): number {
  if (cell === 0 || cell === 1) return cell
  throw new MethodError('OUT_OF_RANGE', path, `presence is 0 or 1, not ${cell}; amounts are for "matrix"`)
}

/** Table of 0 and 1. */
export function presenceOf(input: PresenceInput, quotients: (amounts: number[][]) => (number | null)[][]): number[][] {
  if (input.presence !== undefined) return matrix(input.presence, 'presence', 0).map((row, i) => row.map((cell, j) => zeroOrOne(cell, `presence[${i}][${j}]`)))
  const least = (input.threshold ?? 1) - QUOTIENT_NOISE
  return quotients(matrix(input.matrix, 'matrix', 0)).map((row) => row.map((quotient) => (quotient !== null && quotient >= least ? 1 : 0)))
}
