import fc from 'fast-check'
import { decimalMark, digitsOf, placesOf, readNumber, shifted, writeNumber } from './index.js'

const number = (value: number) => ({ kind: 'number', value })
const question = (byPoint: number, byComma: number) => ({ kind: 'question', byPoint, byComma })
const fault = (code = 'NOT_A_NUMBER') => ({ kind: 'fault', code })

describe('a number', () => {
  it.each([
    ['8.3', 8.3],
    ['8,3', 8.3],
    ['1234,567', 1234.567],
    ['0,123', 0.123],
    ['0.123', 0.123],
    [',5', 0.5],
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['1,234,567', 1_234_567],
    ['1.234.567', 1_234_567],
    ['12,345.678', 12_345.678],
    ['1 234 567,8', 1_234_567.8],
    ['12\u202f345', 12_345],
    ['12\u00a0345,678', 12_345.678],
    ["1'234.5", 1234.5],
    ['1’234’567', 1_234_567],
    ['−5,5', -5.5],
    ['-5', -5],
    ['+5', 5],
    ['-0', 0],
    ['1.23E+05', 123_000],
    ['1,5e-3', 0.0015],
    ['1.234e3', 1234],
    ['\u200b\ufeff7 ', 7],
    ['007', 7],
    ['8.1230', 8.123],
    ['123456789012345', 123_456_789_012_345],
    ['120000000000000000', 120_000_000_000_000_000],
    ['0.000000000000000123', 0.000_000_000_000_000_123],
  ])('written %j is read', (text, value) => {
    expect(readNumber(text)).toEqual(number(value))
  })

  it.each([
    ['12,345', 12_345, 12.345],
    ['12.345', 12.345, 12_345],
    ['8.123', 8.123, 8123],
    ['1,000', 1000, 1],
    ['−1.234', -1.234, -1234],
  ])('written %j may be two, and is asked', (text, byPoint, byComma) => {
    expect(readNumber(text)).toEqual(question(byPoint, byComma))
    expect([readNumber(text, '.'), readNumber(text, ',')]).toEqual([number(byPoint), number(byComma)])
  })

  it.each([
    'many',
    '0x10',
    '1.2.3',
    '1,2,3',
    '1,23,456',
    '12 34',
    '1,234 567',
    '5%',
    '€ 5',
    '5-',
    '(5)',
    '- 5',
    '--5',
    '1e5,5',
    '1,234,567e2',
    'e5',
    '.',
    ',',
    '5.',
    'NaN',
    'Infinity',
    '١٢',
    '1/2',
    '–',
    '1e999',
    '1e-999',
    '0b1',
    '1_000',
  ])('is not %j', (text) => {
    expect([readNumber(text), readNumber(text, '.'), readNumber(text, ',')]).toEqual([fault(), fault(), fault()])
  })

  it('with more than 15 digits is refused, and not cut', () => {
    for (const text of ['1234567890123456', '0.1234567890123456', '1234567890123.456']) expect(readNumber(text)).toEqual(fault('TOO_MANY_DIGITS'))
  })

  it('is nothing where nothing is to be seen', () => {
    for (const text of ['', ' ', '\u00a0\u200b']) expect(readNumber(text)).toEqual({ kind: 'empty' })
  })

  it('may stand in the other mark than the known one, where it can be read in one way only', () => {
    expect([readNumber('1,5', '.'), readNumber('1.5', ',')]).toEqual([number(1.5), number(1.5)])
  })
})

const value = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, min: -1e300, max: 1e300 }).map((any) => Number(any.toPrecision(15))),
  fc.integer({ min: -999_999, max: 999_999 }).map((thousandths) => thousandths / 1000),
)
const mark = fc.constantFrom('.' as const, ',' as const)

describe('a number that is written to be typed over', () => {
  it('is read as itself, without a question', () => {
    fc.assert(fc.property(value, mark, (any, by) => expect(readNumber(writeNumber(any, by))).toEqual(number(any === 0 ? 0 : any))))
  })

  it('is written as the language does', () => {
    expect([writeNumber(12_345.5, decimalMark('en-GB')), writeNumber(12_345.5, decimalMark('it-IT'))]).toEqual(['12345.5', '12345,5'])
  })
})

describe('a number as the product shows it', () => {
  it('is read as itself or asked about, never as another', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.constantFrom('en-GB', 'it-IT', 'de-CH', 'fr-FR', 'sk-SK'), (cents, language) => {
        const shown = new Intl.NumberFormat(language, { useGrouping: 'min2' }).format(cents / 100)
        const read = readNumber(shown)
        const meant = Number((cents / 100).toFixed(2))
        expect(read.kind === 'question' ? [read.byPoint, read.byComma] : [read.kind === 'number' ? read.value : read]).toContain(meant === 0 ? 0 : meant)
      }),
    )
  })
})

describe('digits and places', () => {
  it('of a number are counted', () => {
    expect([0, 7, 120, 0.005, 1e21, 1.5e-7, 0.1 + 0.2].map(digitsOf)).toEqual([0, 1, 2, 1, 1, 2, 17])
    expect([0, 7, 120, 0.005, 1e21, 1.5e-7, 2.5].map(placesOf)).toEqual([0, 0, 0, 3, 0, 8, 1])
  })

  it('are shifted to the digit', () => {
    expect([shifted(7.1, -2), shifted(0.07, 2), shifted(1.5e-7, 2), shifted(-3, -2)]).toEqual([0.071, 7, 0.000_015, -0.03])
    fc.assert(fc.property(fc.integer(), (any) => expect(shifted(shifted(any, -2), 2)).toBe(any)))
  })
})
