import { lineOf } from './texts.js'

/** What stands before the decimals. */
export type DecimalMark = '.' | ','

/**
 * What a text says as a number: nothing, one number, a number by either decimal mark (`12,345` is 12345 by the point and 12.345
 * by the comma: whoever wrote it is asked), or none that we take.
 */
export type NumberReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'question'; readonly byPoint: number; readonly byComma: number }
  | { readonly kind: 'fault'; readonly code: 'NOT_A_NUMBER' | 'TOO_MANY_DIGITS' }

/** Digits that a number keeps whole in every program: more would be changed in silence. */
export const MOST_DIGITS = 15

const FAULT = { kind: 'fault', code: 'NOT_A_NUMBER' } as const

/** Sign, digits with what parts them, power of ten. */
const PARTS = /^([+\-\u2212]?)([\d., '\u2019]+)(?:e([+-]?\d{1,3}))?$/i

/** Thousands in threes, parted all by the same; then the decimals. */
const SHAPES: Readonly<Record<DecimalMark, RegExp>> = {
  '.': /^(?:([1-9]\d{0,2}(?:([, '\u2019])\d{3})(?:\2\d{3})*)|(\d*))(?:\.(\d+))?$/,
  ',': /^(?:([1-9]\d{0,2}(?:([. '\u2019])\d{3})(?:\2\d{3})*)|(\d*))(?:,(\d+))?$/,
}

/**
 * Reads a number as people of any language write it: decimals behind point or comma, thousands parted by the other, by blanks
 * or by apostrophes, a power of ten behind an e, U+2212 as minus. Nothing is guessed and nothing dropped; with a known `mark`
 * nothing is asked.
 */
export function readNumber(text: string, mark?: DecimalMark): NumberReading {
  const line = lineOf(text)
  if (line === '') return { kind: 'empty' }
  const [, sign = '', digits = '', power] = PARTS.exec(line) ?? []
  const [byPoint, byComma] = (['.', ','] as const).map((by) => plainDigits(digits, by, power !== undefined))
  const found = mark === ',' ? (byComma ?? byPoint) : (byPoint ?? byComma)
  if (found === undefined) return FAULT
  const read = (plain: string) => numberOf(`${sign === '' || sign === '+' ? '' : '-'}${plain}`, power ?? '0')
  if (mark !== undefined || byPoint === undefined || byComma === undefined || byPoint === byComma) return read(found)
  const [first, second] = [read(byPoint), read(byComma)]
  if (first.kind !== 'number' || second.kind !== 'number') return FAULT
  return { kind: 'question', byPoint: first.value, byComma: second.value }
}

/** Digits as JavaScript writes them; undefined where they are no number by this mark. */
function plainDigits(digits: string, mark: DecimalMark, hasPower: boolean): string | undefined {
  const [, grouped, , whole = '', decimals = ''] = SHAPES[mark].exec(digits) ?? []
  if ((grouped === undefined && whole === '' && decimals === '') || (grouped && hasPower)) return undefined
  return `${(grouped ?? whole).replace(/\D/g, '') || '0'}${decimals ? `.${decimals}` : ''}`
}

function numberOf(plain: string, power: string): NumberReading {
  const digits = significant(plain)
  if (digits.length > MOST_DIGITS) return { kind: 'fault', code: 'TOO_MANY_DIGITS' }
  const value = Number(`${plain}e${power}`)
  if (!Number.isFinite(value) || (value === 0 && digits !== '')) return FAULT
  return { kind: 'number', value: value === 0 ? 0 : value }
}

/** Digits without what only says how large the number is. */
const significant = (plain: string): string => plain.replace(/\D/g, '').replace(/^0+|0+$/g, '')

/** How many significant digits a number has. */
export const digitsOf = (value: number): number => significant(String(value).replace(/e.*$/, '')).length

/** How many decimals a number has. */
export function placesOf(value: number): number {
  const [mantissa = '', power = '0'] = String(value).split('e')
  return Math.max(0, (mantissa.split('.')[1]?.length ?? 0) - Number(power))
}

/** A number times a power of ten, to the digit: 7 by -2 is 0.07. */
export function shifted(value: number, by: number): number {
  const [mantissa, power = '0'] = String(value).split('e')
  return Number(`${mantissa}e${Number(power) + by}`)
}

/** The decimal mark of a language. */
export const decimalMark = (language: string): DecimalMark => (new Intl.NumberFormat(language).format(1.5).includes(',') ? ',' : '.')

/** A number to be typed over, as {@link readNumber} reads it without a question: 12345, and 12,3450 with a comma. */
export function writeNumber(value: number, mark: DecimalMark): string {
  const text = String(value)
  const clear = /^-?[1-9]\d{0,2}\.\d{3}$/.test(text) ? `${text}0` : text
  return clear.replace('.', mark)
}
