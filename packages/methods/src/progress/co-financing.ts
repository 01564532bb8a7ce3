import { list } from '../shared/checks.js'
import { checkInput, type InputShape } from '../shared/input-shape.js'
import { number, numberList, text } from '../shared/kinds.js'
import { MethodError } from '../shared/method-error.js'
import { saying } from '../shared/saying.js'
import { add, type Decimal, decimal, multiply, type Rounding, round, subtract, toNumber } from './decimal.js'

export interface CoFinancingInput {
  /** Share of the fund in per cent, 0 to 100 (also: `rate`, 0 to 1). */
  readonly ratePercent?: number
  readonly rate?: number
  /** Eligible cost of each partner or budget line (or one `total`). */
  readonly totals?: readonly number[]
  readonly total?: number
  /** "half up to cents" (when left out), "down to cents", "half even", "up"; or "largest remainder": cents go where most was cut, so that the parts sum to the fund of the sum. */
  readonly rounding?: string
}

export interface CoFinancingResult {
  /** In the currency of the totals, to the cent; fund and partner add up to the total exactly. */
  readonly fund: readonly number[]
  readonly partner: readonly number[]
  readonly total: number
  readonly sumOfFunds: number
  readonly sumOfPartners: number
  /** The rate applied to the sum, and what the rounded parts differ from it. */
  readonly fundOfSum: number
  readonly difference: number
  /** What the fund pays of the whole, in per cent; null when there is no cost. */
  readonly averageRate: number | null
}

const shape: InputShape<CoFinancingInput> = {
  keys: { ratePercent: number, rate: number, totals: numberList, total: number, rounding: text },
  forms: [{ needs: ['ratePercent', 'totals'] }, { needs: ['ratePercent', 'total'] }, { needs: ['rate', 'totals'] }, { needs: ['rate', 'total'] }],
}

/**
 * Splits eligible cost into the part of a fund and the partner's own, in decimal arithmetic: binary fractions fail on half cents.
 * fund = rate x total, rounded to the cent; partner = total - fund.
 *
 * Missing: refused. Errors: no totals, negative amounts, a rate outside 0 to 100 per cent, unknown rounding.
 * Source: Regulation (EU) 2021/1059 and the IPA III rules; largest remainder: Hamilton's method.
 */
export function coFinancing(input: CoFinancingInput): CoFinancingResult {
  checkInput(input, shape)
  const rate = rateOf(input)
  const totals = amounts(input)
  const total = totals.reduce(add)
  const exact = totals.map((amount) => multiply(amount, rate))
  const rounding = saying(input.rounding ?? 'half up', 'rounding', roundings)
  const largest = rounding === 'largest remainder'
  const rule = rules[rounding]
  const fundOfSum = round(multiply(total, rate), 2, rule)
  const funds = largest ? largestRemainder(exact, fundOfSum) : exact.map((amount) => round(amount, 2, rule))
  const partners = totals.map((amount, index) => subtract(amount, funds[index] as Decimal))
  const sumOfFunds = funds.reduce(add)
  return {
    fund: funds.map(toNumber),
    partner: partners.map(toNumber),
    total: toNumber(total),
    sumOfFunds: toNumber(sumOfFunds),
    sumOfPartners: toNumber(partners.reduce(add)),
    fundOfSum: toNumber(fundOfSum),
    difference: toNumber(subtract(sumOfFunds, fundOfSum)),
    averageRate: total.digits === 0n ? null : (100 * toNumber(sumOfFunds)) / toNumber(total),
  }
}

/** As a share: per cent with two more decimals. */
function rateOf(input: CoFinancingInput): Decimal {
  const path = input.ratePercent === undefined ? 'rate' : 'ratePercent'
  const given = decimal(input.ratePercent ?? input.rate, path)
  const share = path === 'rate' ? given : { digits: given.digits, scale: given.scale + 2 }
  if (toNumber(share) > 1) throw new MethodError('OUT_OF_RANGE', path, 'the fund cannot pay more than everything')
  return share
}

function amounts(input: CoFinancingInput): Decimal[] {
  if (input.totals === undefined && input.total !== undefined) return [decimal(input.total, 'total')]
  return list(input.totals, 'totals').map((amount, index) => decimal(amount, `totals[${index}]`))
}

const roundings = {
  'half up': /half.?up/i,
  'half even': /\beven\b|bank/i,
  down: /\bdown|\bcut|trunc|floor/i,
  up: /(?<!half.?)\bup\b/i,
  'largest remainder': /remainder/i,
}

/** The whole is rounded half up where its parts share it out by remainders. */
const rules: Readonly<Record<keyof typeof roundings, Rounding>> = {
  'half up': 'HALF_UP',
  'half even': 'HALF_EVEN',
  down: 'DOWN',
  up: 'UP',
  'largest remainder': 'HALF_UP',
}

/** Every part is cut to the cent; the cents that are left go to the largest cuts, the earlier part first among equals. */
function largestRemainder(exact: readonly Decimal[], whole: Decimal): Decimal[] {
  const cut = exact.map((amount) => round(amount, 2, 'DOWN'))
  const scale = Math.max(...exact.map((amount) => amount.scale), 2)
  const rests = exact.map((amount, index) => round(subtract(amount, cut[index] as Decimal), scale, 'DOWN').digits)
  const cents = Number(subtract(whole, cut.reduce(add)).digits)
  const first = exact
    .map((_, index) => index)
    .sort((a, b) => ((rests[a] as bigint) === (rests[b] as bigint) ? a - b : (rests[a] as bigint) > (rests[b] as bigint) ? -1 : 1))
  return cut.map((amount, index) => (first.indexOf(index) < cents ? add(amount, { digits: 1n, scale: 2 }) : amount))
}
