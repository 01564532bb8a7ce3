import { codeMutations } from './code-mutations.mjs'
import { drawn } from './random.mjs'
import { sqlMutations } from './sql-mutations.mjs'

interface Fault {
  readonly kind: string
  readonly start: number
  readonly end: number
  readonly replacement: string
}

/** A text with each of its faults. */
const faulty = (text: string, faults: readonly Fault[]) =>
  faults.map(({ start, end, replacement }) => `${text.slice(0, start)}${replacement}${text.slice(end)}`)
const ofCode = (text: string) => faulty(text, codeMutations(text))
const ofSql = (text: string) => faulty(text, sqlMutations(text))

describe('faults of code', () => {
  it.each([
    ['f(a === b)', ['f(a !== b)', ';']],
    ['x = a < b', ['x = a <= b']],
    ['x = a && b', ['x = a || b']],
    ['x = a ?? 7', ['x = a', 'x = a ?? 8']],
    ['x = true', ['x = false']],
    ['x = a ? b : c', ['x = !(a) ? b : c']],
    ['if (a) throw b', ['if (!(a)) throw b', ';']],
    ['if (a) { b = c }', ['if (!(a)) { b = c }']],
    ['x = [a, b]', ['x = [b]', 'x = [a]']],
    [
      "x = role('LEAD_PARTNER', 'PARTNER')",
      ["x = role('PARTNER')", "x = role('LEAD_PARTNER')", "x = role('MUTANT', 'PARTNER')", "x = role('LEAD_PARTNER', 'MUTANT')"],
    ],
    ['x = list.some(f)', ['x = list.every(f)']],
    ['x = list.filter(f)', ['x = list']],
    ['x = { when: ready(), y }', ['x = {  y }']],
    ["x = `SELECT a FROM t WHERE b IS NULL AND c = 'OPEN'`", ['b IS NOT NULL AND c', 'b IS NULL OR c', 'c <>', "'MUTANT'"]],
  ])('%s', (text, expected) => {
    const found = ofCode(text)
    expect(found).toHaveLength(expected.length)
    for (const part of expected) expect(found.some((mutant) => mutant.includes(part))).toBe(true)
  })

  it.each([
    ["import { a } from 'SOME_PLACE'"],
    ['x = void 0'],
    ["x = 'a' + b"],
    ["x = 'a sentence'"],
    ['x = { OPEN: a }'],
    ["_ts_decorate([Text('Motto')], A)"],
    ['_ts_param(1, Arg(a))'],
  ])('%s has none', (text) => {
    expect(ofCode(text)).toEqual([])
  })

  it('leave what they make apart from one place as it is', () => {
    expect(ofCode('f(g(1))')).toEqual([';', 'f(g(2))'])
  })
})

describe('faults of SQL', () => {
  it.each([
    ['WHERE a >= b', ['WHERE a > b']],
    ['WHERE a = 1', ['WHERE a <> 1', 'WHERE a = 2']],
    ['a IS NOT NULL OR b', ['a IS NULL OR b', 'a IS NOT NULL AND b']],
    ["state = 'RUNNING'", ["state <> 'RUNNING'", "state = 'MUTANT'"]],
    ['coalesce(sum(a), 0)', ['coalesce(avg(a), 0)', 'coalesce(sum(a), 1)']],
    ['max(a) FILTER (WHERE NOT EXISTS (b))', ['min(a) FILTER (WHERE NOT EXISTS (b))', 'max(a) FILTER (WHERE EXISTS (b))']],
    ['ORDER BY a DESC', ['ORDER BY a ASC']],
  ])('%s', (text, expected) => {
    expect(ofSql(text)).toEqual(expected)
  })

  it.each([
    ['-- a = b AND c'],
    ["x || 'a sentence = this'"],
    ['CREATE OR REPLACE FUNCTION f() RETURNS numeric(10, 2)'],
    ['a::numeric(8, 2)'],
    ['$1::int'],
    ['a -> b'],
    ['count(*)'],
  ])('%s has none', (text) => {
    expect(ofSql(text)).toEqual([])
  })
})

test('a seed draws the same faults each time, none twice, and another seed others', () => {
  const all = Array.from({ length: 100 }, (_, index) => index)
  expect(drawn(all, 10, 1)).toEqual(drawn(all, 10, 1))
  expect(drawn(all, 10, 1)).not.toEqual(drawn(all, 10, 2))
  expect(new Set(drawn(all, 200, 1)).size).toBe(100)
})
