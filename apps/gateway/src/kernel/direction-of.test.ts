import { directionOf } from './direction-of.js'

test.each([
  [{ direction: 'MORE' }, 1],
  [{ direction: 'LESS' }, -1],
  [{ direction: 'BAND', bandLow: '0.5', bandHigh: 2 }, { band: [0.5, 2] }],
  [{ direction: 'BAND', bandLow: null, bandHigh: 2 }, { band: [Number.NaN, 2] }],
  [{ direction: 'BAND', bandLow: 1 }, { band: [1, Number.NaN] }],
])('%j is %j to the methods', (given, expected) => {
  expect(directionOf(given)).toEqual(expected)
})
