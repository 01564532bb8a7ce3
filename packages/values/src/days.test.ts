import fc from 'fast-check'
import { isDay, isMoment, readDay, writeDay } from './index.js'

describe('a day', () => {
  it.each([
    '2014-04-14',
    '2014/4/14',
    '14/04/2014',
    '04/14/2014',
    '14.4.2014',
    '14. 4. 2014',
    '14-04-2014',
    '14 April 2014',
    '14 aprile 2014',
    '14 apr. 2014',
    'April 14, 2014',
    ' 14\u00a0Apr\u200b 2014',
  ])('written %j is read', (text) => {
    expect(readDay(text)).toEqual({ kind: 'day', day: '2014-04-14' })
  })

  it.each([
    ['03/04/2014', ['2014-04-03', '2014-03-04']],
    ['3.4.2014', ['2014-04-03', '2014-03-04']],
    ['01/15/25', ['2025-01-15', '1925-01-15']],
    ['14 Apr 25', ['2025-04-14', '1925-04-14']],
    ['14.4.13', ['2013-04-14', '1913-04-14', '2014-04-13', '1914-04-13']],
  ])('written %j may be several, and is asked', (text, days) => {
    expect(readDay(text)).toEqual({ kind: 'question', days })
  })

  it('is one where both readings are the same', () => {
    expect(readDay('03/03/2014')).toEqual({ kind: 'day', day: '2014-03-03' })
  })

  it.each([
    '2014-02-29',
    '31/04/2014',
    '2014-13-01',
    '14/04',
    '2014',
    '41744',
    '14 foo 2014',
    '14-04/2014',
    '114/4/2014',
    'tomorrow',
    '0000-00-00',
    '14 ma 2014',
    '2014-04-14T00:00:00Z',
  ])('is not %j', (text) => {
    expect(readDay(text)).toEqual({ kind: 'fault', code: 'NOT_A_DAY' })
  })

  it('is nothing where nothing is to be seen', () => {
    expect(readDay('\u00a0')).toEqual({ kind: 'empty' })
  })
})

const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))

describe('a day that is written to be typed over', () => {
  it('is read as itself, without a question', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('en', 'it', 'en-GB', 'it-IT'), (any, language) =>
        expect(readDay(writeDay(any, language))).toEqual({ kind: 'day', day: any }),
      ),
    )
  })
})

describe('a moment', () => {
  it('says its day, its time and its zone', () => {
    expect(['2014-04-14T09:30:00.000Z', '2014-04-14T09:30+02:00'].map(isMoment)).toEqual([true, true])
    expect(['2014-04-14', '2014-04-14T09:30:00', '2014-02-30T09:30:00Z', '2014-04-14T25:30:00Z', '01/15/25', '2014'].map(isMoment)).toEqual(
      Array(6).fill(false),
    )
  })
})

describe('days of the calendar', () => {
  it('are those that the calendar has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }), (year, month, date) => {
        const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
        const by = new Date(`${text}T00:00:00Z`)
        expect(isDay(text)).toBe(!Number.isNaN(by.getTime()) && by.toISOString().startsWith(text))
      }),
    )
  })
})
