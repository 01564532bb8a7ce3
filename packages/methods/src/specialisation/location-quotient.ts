import { sum } from 'simple-statistics'
import { finite, matrix, namesFit, numbers, sameLength, unknownForm } from '../shared/checks.js'
import { checkInput, type InputShape, shaped } from '../shared/input-shape.js'
import { number, numberList, table } from '../shared/kinds.js'
import { MethodError } from '../shared/method-error.js'
import { columnSums, QUOTIENT_NOISE } from './structure.js'

/** Totals in place of the sums of what is listed; each at least that sum. */
export interface OwnTotals {
  readonly region?: number
  readonly reference?: number
  readonly regions?: readonly number[]
  readonly industries?: readonly number[]
  readonly all?: number
}

export interface LocationQuotientInput {
  /** One industry in one region: amounts such as employment. */
  readonly regionIndustry?: number
  readonly regionTotal?: number
  readonly nationIndustry?: number
  readonly nationTotal?: number
  /** One region: amounts by industry, there and in the reference economy (also: `nation`). */
  readonly region?: readonly number[]
  readonly reference?: readonly number[]
  readonly nation?: readonly number[]
  /** Regions in rows, industries in columns; the reference is their total. */
  readonly matrix?: readonly (readonly number[])[]
  /** Where not all industries, or regions, are listed: totals of the region and of the reference, or of regions, of industries and of all. */
  readonly totals?: OwnTotals
  /** From which quotient on an industry counts as an advantage; 1 when left out. */
  readonly threshold?: number
}

type Shape<T> = T | readonly T[] | readonly (readonly T[])[]

export interface LocationQuotientResult {
  /** 0 and more, 1 where the share equals the reference; a number, a list or a table, as the input. Null where nothing can be shared. */
  readonly lq: Shape<number | null>
  /** Revealed advantage: lq at or above the threshold. */
  readonly advantage: Shape<boolean>
  /** (lq - 1) / (lq + 1), from -1 to 1, 0 where the share equals the reference. */
  readonly symmetric: Shape<number | null>
}

const totalsShape: InputShape<OwnTotals> = {
  keys: { region: number, reference: number, regions: numberList, industries: numberList, all: number },
  forms: [
    { needs: [], takes: ['region', 'reference'] },
    { needs: [], takes: ['regions', 'industries', 'all'] },
  ],
}

const shape: InputShape<LocationQuotientInput> = {
  keys: {
    regionIndustry: number,
    regionTotal: number,
    nationIndustry: number,
    nationTotal: number,
    region: numberList,
    reference: numberList,
    nation: numberList,
    matrix: table,
    threshold: number,
    totals: shaped(totalsShape),
  },
  forms: [
    { needs: ['regionIndustry', 'regionTotal', 'nationIndustry', 'nationTotal'] },
    { needs: ['region', 'reference'], takes: ['totals'] },
    { needs: ['region', 'nation'], takes: ['totals'] },
    { needs: ['matrix'], takes: ['totals'] },
  ],
}

/**
 * Share of an industry in the region over its share in the reference economy: lq = (e_ir / e_r) / (e_i / e).
 *
 * Missing: refused. In a table a region or industry without any amount gives null; in the single form it is an error (TOTAL_ZERO).
 * Errors: negative amounts, unequal lengths. Source: Balassa (1965) The Manchester School 33; Isserman (1977) Journal of the American
 * Institute of Planners 43.
 */
export function locationQuotient(input: LocationQuotientInput): LocationQuotientResult {
  checkInput(input, shape)
  const threshold = finite(input.threshold ?? 1, 'threshold', 0)
  if (input.matrix !== undefined) return describe(tableForm(input), threshold)
  if (input.region !== undefined) return describe([vectorForm(input)], threshold, (rows) => rows[0] as never)
  return describe([[singleForm(input)]], threshold, (rows) => rows[0]?.[0] as never)
}

type Rows<T> = readonly (readonly T[])[]

function describe(lq: Rows<number | null>, threshold: number, unpack: <T>(rows: Rows<T>) => Shape<T> = (rows) => rows): LocationQuotientResult {
  const map = <T>(change: (quotient: number | null) => T) => unpack(lq.map((row) => row.map(change)))
  return {
    lq: unpack(lq),
    advantage: map((quotient) => quotient !== null && quotient >= threshold - QUOTIENT_NOISE),
    symmetric: map((quotient) => (quotient === null ? null : (quotient - 1) / (quotient + 1))),
  }
}

/**
 * Quotients of every region and industry against the total of the table, lq = (e_ir / e_r) / (e_i / e); null where nothing can be shared.
 *
 * Missing: refused. Errors: negative amounts, unequal lengths. Source: as `locationQuotient`.
 */
export function quotientTable(rows: Rows<number>): (number | null)[][] {
  const amounts = matrix(rows, 'matrix', 0)
  const industries = columnSums(amounts)
  const total = sum(industries)
  return amounts.map((row) => {
    const region = sum([...row])
    return row.map((amount, industry) => quotient(amount, region, industries[industry] as number, total))
  })
}

function quotient(amount: number, region: number, industry: number, total: number): number | null {
  return region === 0 || industry === 0 ? null : (amount * total) / (region * industry)
}

function tableForm({ matrix: given, totals = {} }: LocationQuotientInput): (number | null)[][] {
  const amounts = matrix(given, 'matrix', 0)
  if ('region' in totals || 'reference' in totals) throw unknownForm('totals', 'totals of regions, industries and all, for a table')
  const regions = amounts.map((row, i) => totalOf(totals.regions?.[i], sum(row), `totals.regions[${i}]`))
  namesFit(totals.regions, amounts, 'totals.regions')
  namesFit(totals.industries, amounts[0] ?? [], 'totals.industries')
  const industries = columnSums(amounts).map((listed, j) => totalOf(totals.industries?.[j], listed, `totals.industries[${j}]`))
  const all = totalOf(totals.all, Math.max(sum(regions), sum(industries)), 'totals.all')
  return amounts.map((row, i) => row.map((amount, j) => quotient(amount, regions[i] as number, industries[j] as number, all)))
}

/** A total of one's own, which is no less than what is listed of it. */
const totalOf = (own: number | undefined, listed: number, path: string) => (own === undefined ? listed : finite(own, path, listed))

function vectorForm(input: LocationQuotientInput): (number | null)[] {
  const region = numbers(input.region, 'region', 0)
  const reference = numbers(input.reference ?? input.nation, 'reference', 0)
  sameLength(reference, region, 'reference')
  const totals = input.totals ?? {}
  if ('regions' in totals || 'industries' in totals || 'all' in totals) throw unknownForm('totals', 'totals of the region and the reference')
  const [own, all] = [totalOf(totals.region, sum(region), 'totals.region'), totalOf(totals.reference, sum(reference), 'totals.reference')]
  return region.map((amount, industry) => quotient(amount, own, reference[industry] as number, all))
}

function singleForm(input: LocationQuotientInput): number {
  const at = (name: 'regionIndustry' | 'regionTotal' | 'nationIndustry' | 'nationTotal') => finite(input[name], name, 0)
  const found = quotient(at('regionIndustry'), at('regionTotal'), at('nationIndustry'), at('nationTotal'))
  if (found === null) throw new MethodError('TOTAL_ZERO', at('regionTotal') === 0 ? 'regionTotal' : 'nationIndustry', 'is 0, so there is no share')
  return found
}
