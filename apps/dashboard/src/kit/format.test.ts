import { speak } from '../testing/page'
import {
  axisDayTexts,
  countryText,
  currencyText,
  daysBetween,
  dayText,
  languageText,
  momentText,
  moneyText,
  monthText,
  numberText,
  partialDayText,
  percentText,
  shortDayText,
} from './format'

/** Spaces that do not break are spaces to a reader. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('days and months', () => {
  it('are said in the language of the page', () => {
    speak('en')
    expect(dayText('2014-04-01')).toBe('1 April 2014')
    expect(monthText('2014-04-01')).toBe('April 2014')
    speak('it')
    expect(dayText('2014-04-01')).toBe('1 aprile 2014')
    expect(monthText('2014-04-01')).toBe('aprile 2014')
  })

  it('are short where there is little room', () => {
    speak('en')
    expect(dayText('2014-04-14', 'short')).toBe('14 Apr 2014')
    expect(shortDayText('2014-04-14')).toBe('14 Apr')
    expect(monthText('2014-04-14', 'short')).toBe('Apr')
  })

  it('stay the same day at both ends of a year', () => {
    speak('en')
    expect([dayText('2013-12-31'), dayText('2014-01-01')]).toEqual(['31 December 2013', '1 January 2014'])
  })

  it('say no more than is known', () => {
    speak('it')
    expect(partialDayText('2014-04-01', 'YEAR')).toBe('2014')
    expect(partialDayText('2014-04-01', 'MONTH')).toBe('aprile 2014')
    expect([partialDayText('2014-04-01', 'DAY'), partialDayText('2014-04-01', null)]).toEqual(['1 aprile 2014', '1 aprile 2014'])
  })

  it('are counted from one to another, back too and over the change of the clocks', () => {
    expect(daysBetween('2014-03-29', '2014-03-31')).toBe(2)
    expect(daysBetween('2014-03-01', '2014-02-28')).toBe(-1)
    expect(daysBetween('2016-02-28', '2016-03-01')).toBe(2)
  })
})

describe('a moment', () => {
  it('carries day and time, in the language of the page', () => {
    speak('en')
    expect(momentText('2014-04-14T12:30:00Z')).toMatch(/14 Apr 2014, \d\d:\d\d/)
    speak('it')
    expect(momentText('2014-04-14T12:30:00Z')).toMatch(/14 apr 2014, \d\d:\d\d/)
  })
})

describe('a share', () => {
  it('is said in per cent, in whole ones unless more is asked for', () => {
    speak('en')
    expect([percentText(0.456), percentText(0.456, 1), percentText(1)]).toEqual(['46%', '45.6%', '100%'])
    speak('it')
    expect(percentText(0.456, 1)).toBe('45,6%')
  })

  it('that is not known is a dash, and nothing is not', () => {
    speak('en')
    expect([percentText(null), percentText(undefined), percentText(0)]).toEqual(['–', '–', '0%'])
  })
})

describe('a number', () => {
  it('has two decimals at most, with the sign of the language', () => {
    speak('en')
    expect([numberText(8.3), numberText(1 / 3), numberText(5)]).toEqual(['8.3', '0.33', '5'])
    speak('it')
    expect(numberText(8.3)).toBe('8,3')
  })

  it('that is small keeps the digits that say what it is', () => {
    speak('en')
    expect([0.0031, -0.00427, 0.000012, 0, 12.004, 123456.789].map((value) => numberText(value))).toEqual([
      '0.0031',
      '-0.0043',
      '0.000012',
      '0',
      '12',
      '123,456.79',
    ])
    expect([percentText(0.0031), percentText(0.00004, 1), percentText(0), percentText(0.31)]).toEqual(['0.3%', '0.004%', '0%', '31%'])
    speak('it')
    expect(numberText(0.0031)).toBe('0,0031')
  })

  it('of four digits reads as a year, and longer ones are grouped', () => {
    speak('en')
    expect([numberText(2014), numberText(20140)]).toEqual(['2014', '20,140'])
    speak('it')
    expect([numberText(2014), numberText(20140)]).toEqual(['2014', '20.140'])
  })
})

describe('days of an axis', () => {
  it('are told as far as they differ', () => {
    speak('en')
    expect(axisDayTexts(['2014-01-31', '2014-12-31'])).toEqual(['Jan', 'Dec'])
    expect(axisDayTexts(['2014-01-31', '2015-01-31'])).toEqual(['Jan 2014', 'Jan 2015'])
    expect(axisDayTexts(['2014-04-03', '2014-04-28'])).toEqual(['3 Apr', '28 Apr'])
    expect(axisDayTexts(['2013-04-30', '2014-04-14'])).toEqual(['Apr 2013', 'Apr 2014'])
    speak('it')
    expect(axisDayTexts(['2013-01-01', '2016-04-01'])).toEqual(['gen 2013', 'apr 2016'])
  })
})

describe('money', () => {
  it('is in its currency, as the language writes it', () => {
    speak('en')
    expect([plain(moneyText(1234.5, 'EUR')), plain(moneyText(1234.5, 'CHF'))]).toEqual(['€1,234.50', 'CHF 1,234.50'])
    speak('it')
    expect(plain(moneyText(12345.5, 'EUR'))).toBe('12.345,50 €')
  })
})

describe('a country, a language and a currency', () => {
  it('are named in the language of the page', () => {
    speak('en')
    expect([countryText('HR'), languageText('it'), currencyText('EUR')]).toEqual(['Croatia', 'Italian', 'Euro (EUR)'])
    speak('it')
    expect([countryText('HR'), languageText('it'), currencyText('CHF')]).toEqual(['Croazia', 'italiano', 'franco svizzero (CHF)'])
  })

  it('that nobody knows keep their code', () => {
    expect([countryText('QX'), languageText('qx')]).toEqual(['QX', 'qx'])
  })
})
