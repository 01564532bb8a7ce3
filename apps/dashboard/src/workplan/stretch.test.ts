import { lastOfMonth, ranUntil, spanOf, stretchOf } from './stretch'

describe('a day that is known', () => {
  it('to the day is that day', () => expect(spanOf('2014-02-10')).toEqual({ first: '2014-02-10', last: '2014-02-10' }))

  it('to the month may be any of its days', () => {
    expect(spanOf('2012-02-01', 'MONTH')).toEqual({ first: '2012-02-01', last: '2012-02-29' })
    expect(lastOfMonth('2013-12-05')).toBe('2013-12-31')
  })

  it('to the year may be any of its days', () => expect(spanOf('2014-06-01', 'YEAR')).toEqual({ first: '2014-01-01', last: '2014-12-31' }))

  it('not at all is none', () => expect([spanOf(null), stretchOf(null, null)]).toEqual([null, null]))
})

describe('what ran on a day', () => {
  const whole = stretchOf(spanOf('2013-06-01'), spanOf('2014-02-28'))

  it('is nothing before it began, or where its begin is not known', () => {
    expect([ranUntil(whole, '2013-05-31'), ranUntil(stretchOf(null, spanOf('2014-02-28')), '2014-04-14')]).toEqual([null, null])
  })

  it('lasts until it ended', () => {
    expect(ranUntil(whole, '2014-02-27')?.until).toBeNull()
    expect(ranUntil(whole, '2014-02-28')?.until).toEqual({ first: '2014-02-28', last: '2014-02-28' })
  })
})
