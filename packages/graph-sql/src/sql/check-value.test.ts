import { checkValue } from './check-value.js'

const id = '018bcfe5-6850-7001-8000-000000000050'

/** Code and path of the fault, or null. */
function faultOf(type: string, value: unknown, within?: { from: string; until: string }): unknown {
  try {
    checkValue(type, value, ['filter', type], within)
    return null
  } catch (error) {
    const [fault] = (error as { extensions: { faults: { code: string; path: unknown[] }[] } }).extensions.faults
    return fault && [fault.code, fault.path.join('.')]
  }
}

describe('a value that PostgreSQL would refuse', () => {
  it.each([
    ['ID', 'x', 'NOT_AN_ID', 'filter.ID'],
    ['ID', `${id}0`, 'NOT_AN_ID', 'filter.ID'],
    ['ID', 7, 'NOT_AN_ID', 'filter.ID'],
    ['Date', '2014-02-31', 'NOT_A_DAY', 'filter.Date'],
    ['Date', 'yesterday', 'NOT_A_DAY', 'filter.Date'],
    ['String', 'a\u0000b', 'BAD_TEXT', 'filter.String'],
    ['ID', [id, 'x'], 'NOT_AN_ID', 'filter.ID.1'],
    ['Date', ['2014-02-28', ['2015-02-29']], 'NOT_A_DAY', 'filter.Date.1.0'],
  ])('%s %j is refused with %s at %s', (type, value, code, path) => {
    expect(faultOf(type, value)).toEqual([code, path])
  })

  it.each([
    ['ID', id.toUpperCase()],
    ['Date', '2012-02-29'],
    ['String', 'x'],
    ['ID', null],
    ['Date', undefined],
    ['ID', []],
  ])('%s %j is none', (type, value) => {
    expect(faultOf(type, value)).toBeNull()
  })
})

test('a day outside those that an argument takes is refused with the first or the last', () => {
  const within = { from: '1900-01-01', until: '2199-12-31' }
  expect(faultOf('Date', '1899-12-31', within)).toEqual(['DAY_TOO_EARLY', 'filter.Date'])
  expect(faultOf('Date', '2200-01-01', within)).toEqual(['DAY_TOO_LATE', 'filter.Date'])
  expect([faultOf('Date', '1900-01-01', within), faultOf('Date', '2199-12-31', within)]).toEqual([null, null])
})
