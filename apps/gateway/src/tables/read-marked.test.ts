import fc from 'fast-check'
import { readFigure } from './read-cell.js'
import { isUnknownMark, readMarked } from './read-marked.js'

describe('a figure of a statistical office', () => {
  it.each([
    ['8123 b', 8123, 'b'],
    ['8123 (s)', 8123, 's'],
    ['1 234,5 bep', 1234.5, 'bep'],
    ['8123', 8123, ''],
    [8123, 8123, ''],
  ])('%p has its flags beside its number', (cell, value, flags) => {
    expect(readMarked(cell)).toMatchObject({ value, flags, isUnknown: false })
  })

  it.each([
    [':', ''],
    [': c', 'c'],
    [':c', 'c'],
    ['(s)', 's'],
    ['..', ''],
    ['…', ''],
    ['NA', ''],
    ['n.a.', ''],
    ['-', ''],
  ])('%p says that it is not known', (cell, flags) => {
    expect(readMarked(cell)).toEqual({ value: null, flags, isUnknown: true })
    expect(isUnknownMark(cell)).toBe(true)
  })

  it.each(['many', 'NaN', 'nab', '5 M', '10 k', '12 %', 'b', '5e'])('%p is no number, and nothing is guessed', (cell) => {
    expect(readMarked(cell)).toMatchObject({ value: null, isUnknown: false, fault: { code: 'NOT_A_NUMBER' } })
  })

  it('is the same number or the same question with a flag as without', () => {
    const number = fc.constantFrom('12,345', '8.123', '1.234,5', '−0,5', '12 345', '0', '1234567890123456')
    fc.assert(
      fc.property(number, fc.constantFrom('b', 'e', 'p', 'bp'), (text, flag) => {
        expect(readMarked(`${text} ${flag}`)).toEqual({ ...readFigure(text), flags: flag, isUnknown: false })
      }),
    )
  })
})
