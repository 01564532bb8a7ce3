import { allOf, anyOf } from './predicate.js'

describe('conditions that must all hold', () => {
  it.each([
    [[], true],
    [[true, true], true],
    [['a', false], false],
    [['a', true], 'a'],
    [['a', 'b'], '(a AND b)'],
    [['a', 'a', true], 'a'],
  ])('%j is %j', (parts, folded) => {
    expect(allOf(parts)).toBe(folded)
  })
})

describe('conditions of which one must hold', () => {
  it.each([
    [[], false],
    [[false, false], false],
    [['a', true], true],
    [['a', false], 'a'],
    [['a', 'b'], '(a OR b)'],
    [['b', 'b', false], 'b'],
  ])('%j is %j', (parts, folded) => {
    expect(anyOf(parts)).toBe(folded)
  })
})
