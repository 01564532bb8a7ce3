import { speak } from '../testing/page'
import { dayOf, numberOf, typedDay, typedNumber, typedOf } from './typed'

describe('a typed number', () => {
  it('is read in any language, and written in that of the page', () => {
    speak('it')
    expect([numberOf('8,3').value, numberOf('8.3').value, typedNumber(8.3)]).toEqual([8.3, 8.3, '8,3'])
    expect(numberOf(typedNumber(8.123))).toEqual({ value: 8.123, meant: [] })
  })

  it('that may be two is asked about with both, each of which can be typed', () => {
    for (const language of ['en', 'it'] as const) {
      speak(language)
      const { value, fault, meant } = numberOf('12,345')
      expect([value, fault]).toEqual([null, 'typed.twoNumbers'])
      expect(meant.map(({ shown }) => shown)).toEqual(['12345', language === 'en' ? '12.345' : '12,345'])
      expect(meant.map(({ typed }) => numberOf(typed).value)).toEqual([12_345, 12.345])
    }
  })

  it('that is none, or too long, says so', () => {
    expect(['many', '0x10', '1234567890123456'].map((text) => numberOf(text).fault)).toEqual(['typed.noNumber', 'typed.noNumber', 'typed.tooManyDigits'])
  })

  it('is none where nothing is typed', () => {
    expect(typedOf('number', ' \u00a0')).toEqual({ value: null, meant: [] })
  })
})

describe('a typed day', () => {
  it('is read as people write it, and written in the language of the page', () => {
    speak('it')
    expect([dayOf('14.4.2014').value, dayOf('14 aprile 2014').value, typedDay('2014-04-14')]).toEqual(['2014-04-14', '2014-04-14', '14 apr 2014'])
  })

  it('that may be several is asked about with all', () => {
    speak('en')
    const { value, meant } = dayOf('01/02/2025')
    expect([value, meant.map(({ shown }) => shown), meant.map(({ typed }) => dayOf(typed).value)]).toEqual([
      null,
      ['1 February 2025', '2 January 2025'],
      ['2025-02-01', '2025-01-02'],
    ])
    expect(dayOf('01/15/25').meant).toHaveLength(2)
  })

  it('that is none says so, and is none where nothing is typed', () => {
    expect([dayOf('31/02/2014').fault, dayOf('').value]).toEqual(['typed.noDay', null])
  })
})
