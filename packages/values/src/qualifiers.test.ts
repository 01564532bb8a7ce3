import { readNumber, readQualifier, withQualifier } from './index.js'

describe('what stands before a number', () => {
  it.each([
    ['more than 280', 'MORE_THAN', '280'],
    ['>280', 'MORE_THAN', '280'],
    ['Più di 1.234,5', 'MORE_THAN', '1.234,5'],
    ['about 120', 'ABOUT', '120'],
    ['ca. 120', 'ABOUT', '120'],
    ['~ 120', 'ABOUT', '120'],
    ['circa 120', 'ABOUT', '120'],
    ['meno di −5', 'LESS_THAN', '−5'],
    ['< 0.5', 'LESS_THAN', '0.5'],
    ['280', null, '280'],
    ['', null, ''],
  ])('in %j is read', (text, qualifier, rest) => {
    expect(readQualifier(text)).toEqual({ qualifier, rest })
  })

  it.each(['overly 5', 'cats 5', '5 about', '~'])('is nothing that makes a number of %j', (text) => {
    expect(readNumber(readQualifier(text).rest).kind).not.toBe('number')
  })

  it('is written as it is read', () => {
    for (const qualifier of ['ABOUT', 'MORE_THAN', 'LESS_THAN', null] as const)
      expect(readQualifier(withQualifier(qualifier, '12'))).toEqual({ qualifier, rest: '12' })
  })
})
