import { decimalsOfTicks, timePlane } from './time-plane'

const size = { width: 200, height: 100, edge: { left: 20, right: 10, top: 10, bottom: 20 }, inset: 5 }

const plane = (values: readonly number[], days: readonly string[] = []) =>
  timePlane(
    size,
    values.map((value, index) => ({ day: `2014-0${index + 1}-01`, value })),
    days,
  )

describe('days on a plane', () => {
  it('go from edge to edge, a little inside', () => {
    const { x, ends } = plane([1, 2, 3])
    expect(ends).toEqual(['2014-01-01', '2014-03-01'])
    expect([x('2014-01-01'), x('2014-03-01')]).toEqual([25, 185])
  })

  it('stand as far apart as they are', () => {
    const { x } = plane([1, 2], ['2014-01-11'])
    expect(x('2014-01-11')).toBeCloseTo(25 + (160 * 10) / 31)
  })

  it('before the first and after the last stand at the ends', () => {
    const { x } = plane([1, 2])
    expect([x('2013-01-01'), x('2015-01-01')]).toEqual([25, 185])
  })

  it('reach as far as the days beside the points', () => {
    expect(plane([1, 2], ['2013-06-30', '2014-12-31']).ends).toEqual(['2013-06-30', '2014-12-31'])
  })

  it('stand at the left where there is one only', () => {
    const { x, ends } = plane([7])
    expect([x('2014-01-01'), ...ends]).toEqual([25, '2014-01-01', '2014-01-01'])
  })
})

describe('values on a plane', () => {
  it('begin at nothing, from the bottom up', () => {
    const { y, ticks } = plane([3, 9])
    expect(ticks).toEqual([0, 5, 10])
    expect([y(0), y(10), y(5)]).toEqual([80, 10, 45])
  })

  it('far from nothing begin near the least', () => {
    expect(plane([1010, 1000, 1020]).ticks).toEqual([1000, 1010, 1020])
  })

  it('below nothing have room below', () => {
    expect(plane([-4, 6]).ticks).toEqual([-5, 0, 5, 10])
  })

  it('that are all alike have an axis all the same', () => {
    for (const value of [0, 5, -5, 0.01]) {
      const { ticks, y } = plane([value, value])
      expect(ticks.length).toBeGreaterThan(1)
      expect(Number.isFinite(y(value))).toBe(true)
    }
  })

  it('all lie between the first tick and the last, with few ticks', () => {
    for (const values of [
      [0.2, 0.7],
      [1, 99],
      [12, 13.5],
      [250, 260, 900],
      [-0.3, -0.1],
      [4e6, 9e6],
    ]) {
      const { ticks } = plane(values)
      expect(Math.min(...values)).toBeGreaterThanOrEqual(ticks[0] ?? Number.NaN)
      expect(Math.max(...values)).toBeLessThanOrEqual((ticks.at(-1) ?? Number.NaN) + 1e-9)
      expect(ticks.length).toBeLessThanOrEqual(5)
    }
  })
})

describe('a line on a plane', () => {
  it('leads through its points in their order', () => {
    const { line } = plane([0, 10])
    expect(
      line([
        { day: '2014-01-01', value: 0 },
        { day: '2014-02-01', value: 10 },
      ]),
    ).toBe('25,80 185,10')
  })

  it('without points is empty', () => {
    expect(plane([1, 2]).line([])).toBe('')
  })
})

describe('figures of an axis', () => {
  it('have as many decimals as say what they are', () => {
    expect(decimalsOfTicks([0, 50, 100])).toBe(0)
    expect(decimalsOfTicks([100, 102.5, 105])).toBe(1)
    expect(decimalsOfTicks([100.0025, 100.005, 100.0075])).toBe(4)
    expect(decimalsOfTicks([0.1, 0.2, 0.1 + 0.2])).toBe(1)
    expect(plane([100.001, 100.002]).ticks.map((tick) => tick.toFixed(decimalsOfTicks(plane([100.001, 100.002]).ticks)))).toContain('100.0010')
  })
})
