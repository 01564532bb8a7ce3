import { mean, sum } from 'simple-statistics'
import { atLeast, matrix, numbers, sameLength } from '../shared/checks.js'
import { checkInput, type InputShape } from '../shared/input-shape.js'
import { either, numberList, table, text } from '../shared/kinds.js'
import { saying } from '../shared/saying.js'
import { columnSums, sharesOf } from './structure.js'

export interface KrugmanIndexInput {
  /** Amounts by industry in the region, and in the reference economy. */
  readonly region?: readonly number[]
  readonly reference?: readonly number[] | string
  /** Instead of a reference: amounts of the other regions, whose shares are averaged without weights. */
  readonly others?: readonly (readonly number[])[]
  /** Regions in rows; each is compared with the total, with the mean of the others if `reference` says "mean of the others", or with the reference. */
  readonly matrix?: readonly (readonly number[])[]
}

export interface KrugmanIndexResult {
  /** 0 same structure to 2 nothing in common; a number, or a list of the regions of a table. */
  readonly krugman: number | readonly number[]
  /** Half of it, 0 to 1. */
  readonly halfSum: number | readonly number[]
  /** With a table: the index of every pair of regions. */
  readonly pairwise: readonly (readonly number[])[] | null
}

const shape: InputShape<KrugmanIndexInput> = {
  keys: { region: numberList, reference: either(numberList, text), others: table, matrix: table },
  forms: [{ needs: ['region', 'reference'] }, { needs: ['region', 'others'], takes: ['reference'] }, { needs: ['matrix'], takes: ['reference'] }],
}

/**
 * Specialisation of a region: K = sum over industries of |share in the region - share in the reference|.
 *
 * Missing: refused. Errors: negative amounts, unequal lengths, TOTAL_ZERO for a region or reference without any amount, fewer than two regions in a table.
 * Source: Krugman (1991) Geography and Trade.
 */
export function krugmanIndex(input: KrugmanIndexInput): KrugmanIndexResult {
  checkInput(input, shape)
  if (input.matrix !== undefined) return tableForm(input)
  if (input.others !== undefined && input.reference !== undefined)
    saying(input.reference, 'reference', { 'mean of the others': references['mean of the others'] })
  const region = sharesOf(numbers(input.region, 'region', 0), 'region')
  const reference = input.others === undefined ? sharesOf(numbers(input.reference, 'reference', 0), 'reference') : meanShares(shareRows(input.others, 'others'))
  sameLength(reference, region, input.others === undefined ? 'reference' : 'others[0]')
  const krugman = distance(region, reference)
  return { krugman, halfSum: krugman / 2, pairwise: null }
}

const references = { 'mean of the others': /\bmean\b|average|others/i, total: /total/i }

function tableForm(input: KrugmanIndexInput): KrugmanIndexResult {
  const rows = shareRows(input.matrix, 'matrix')
  atLeast(rows.length, 2, 'matrix', 'regions')
  const total = sharesOf(columnSums(matrix(input.matrix, 'matrix')), 'matrix')
  const toOthers = typeof input.reference === 'string' && saying(input.reference, 'reference', references) === 'mean of the others'
  const own = Array.isArray(input.reference) ? sharesOf(numbers(input.reference, 'reference', 0), 'reference') : undefined
  if (own) sameLength(own, total, 'reference')
  const krugman = rows.map((row, index) => distance(row, toOthers ? meanShares(rows.filter((_, other) => other !== index)) : (own ?? total)))
  return { krugman, halfSum: krugman.map((index) => index / 2), pairwise: rows.map((a) => rows.map((b) => distance(a, b))) }
}

function shareRows(given: unknown, path: string): number[][] {
  return matrix(given, path, 0).map((row, index) => sharesOf(row, `${path}[${index}]`))
}

const meanShares = (rows: readonly number[][]) => (rows[0] ?? []).map((_, industry) => mean(rows.map((row) => row[industry] as number)))
const distance = (a: readonly number[], b: readonly number[]) => sum(a.map((share, industry) => Math.abs(share - (b[industry] as number))))
