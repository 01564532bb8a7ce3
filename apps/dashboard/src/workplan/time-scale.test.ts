import { timeScale } from './time-scale'

describe('an axis of time', () => {
  it('holds whole months', () => {
    const { ends, x, end } = timeScale(['2013-06-17', '2014-02-03'])
    expect(ends).toEqual(['2013-06-01', '2014-02-28'])
    expect([x('2013-06-01'), end('2014-02-28')]).toEqual([0, 100])
    expect(end('2013-06-01')).toBeCloseTo(100 / 273)
  })

  it('names each month where there is room, and each year', () => {
    const { months, years } = timeScale(['2013-06-17', '2014-02-03'])
    expect([months.length, months[0], months.at(-1)]).toEqual([9, '2013-06-01', '2014-02-01'])
    expect(years).toEqual(['2013-06-01', '2014-01-01'])
  })

  it('names fewer months over more time, and none over decades', () => {
    expect(timeScale(['2012-02-01', '2014-12-31']).months.slice(0, 3)).toEqual(['2012-03-01', '2012-05-01', '2012-07-01'])
    const decades = timeScale(['1990-01-01', '2014-12-31'])
    expect([decades.months, decades.years.length]).toEqual([[], 25])
  })
})
