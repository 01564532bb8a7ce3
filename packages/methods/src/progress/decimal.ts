import { finite } from '../shared/checks.js'
import { MethodError } from '../shared/method-error.js'

/** A decimal number exactly as it is written: digits / 10^scale. */
export interface Decimal {
  readonly digits: bigint
  readonly scale: number
}

export type Rounding = 'HALF_UP' | 'HALF_EVEN' | 'DOWN' | 'UP'

/** Reads a number as people wrote it (8.585 is 8585/1000, not the nearest binary fraction). Refuses negative ones and those of 10^15 or more. */
export function decimal(value: unknown, path: string): Decimal {
  const number = finite(value, path, 0, 1e15)
  const [mantissa = '0', exponent = '0'] = String(number).split('e')
  const [whole = '0', rest = ''] = mantissa.split('.')
  const scale = rest.length - Number(exponent)
  if (scale > 60) throw new MethodError('OUT_OF_RANGE', path, 'has too many decimals')
  return { digits: BigInt(whole + rest), scale: Math.max(0, scale) }
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale }
}

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { digits: rescaled(a, scale) + rescaled(b, scale), scale }
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, { digits: -b.digits, scale: b.scale })
}

const rescaled = (a: Decimal, scale: number) => a.digits * 10n ** BigInt(scale - a.scale)

/** To so many places, by the rule; exact when there are fewer already. */
export function round(a: Decimal, places: number, rule: Rounding): Decimal {
  if (a.scale <= places) return { digits: rescaled(a, places), scale: places }
  const unit = 10n ** BigInt(a.scale - places)
  const [floor, rest] = [a.digits / unit, a.digits % unit]
  return { digits: floor + (raises(rule, rest * 2n, unit, floor) ? 1n : 0n), scale: places }
}

function raises(rule: Rounding, twiceRest: bigint, unit: bigint, floor: bigint): boolean {
  if (rule === 'DOWN') return false
  if (rule === 'UP') return twiceRest > 0n
  if (twiceRest === unit) return rule === 'HALF_UP' || floor % 2n === 1n
  return twiceRest > unit
}

/** The nearest floating-point number, as `Number('8500.01')` gives it. */
export function toNumber(a: Decimal): number {
  const sign = a.digits < 0n ? '-' : ''
  const text = String(a.digits < 0n ? -a.digits : a.digits).padStart(a.scale + 1, '0')
  return Number(`${sign}${text.slice(0, text.length - a.scale)}.${text.slice(text.length - a.scale) || '0'}`)
}
