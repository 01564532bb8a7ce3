import { some } from '../testing/some'
import type { EntryIndicator, Point } from './entry-data'
import { columnsOf, type EntryRow, entriesOf } from './entry-model'
import { figureOf, questionsOf } from './entry-questions'

const row = (measure: EntryIndicator['measure'], points: readonly Partial<Point>[]) => some<EntryRow>({ seat: 's', indicator: { measure }, points })
const counted = (...values: number[]) =>
  row(
    'NUMBER',
    values.map((value) => ({ value, numerator: null, denominator: null })),
  )
const shares = (...values: number[]) =>
  row(
    'RATIO',
    values.map((numerator) => ({ value: null, numerator, denominator: 20 })),
  )

const asked = (of: EntryRow, first: string, second = '') =>
  questionsOf(entriesOf([of], columnsOf(['2014-04-30'], true), { 's value0': first, 's outOf0': second }))

describe('a typed value', () => {
  it('within what is usual raises no question', () => {
    for (const usual of ['8', '10', '12', '7', '14']) expect(asked(counted(8, 10, 12), usual)).toEqual([])
  })

  it('far outside is asked about, above and below', () => {
    expect(asked(counted(8, 10, 12), '15')).toMatchObject([{ key: 's value0', value: 15, last: 12 }])
    expect(asked(counted(8, 10, 12), '5')).toHaveLength(1)
  })

  it('with a shifted point is asked about with what it may have been meant to be', () => {
    expect(asked(counted(8, 10, 12), '100')).toMatchObject([{ meant: 10 }])
    expect(asked(counted(8, 10, 12), '1')).toMatchObject([{ meant: 10 }])
    expect(asked(counted(8, 10, 12), '40')).toMatchObject([{ meant: null }])
  })

  it('is compared with the half of itself where all were alike', () => {
    expect(asked(counted(10, 10, 10), '14')).toEqual([])
    expect(asked(counted(10, 10, 10), '16')).toHaveLength(1)
  })

  it('raises no question while little was measured', () => {
    expect(asked(counted(8, 10), '1000')).toEqual([])
  })

  it('is compared with the newest twelve only', () => {
    expect(asked(counted(1000, ...Array.from({ length: 12 }, () => 10)), '900')).toHaveLength(1)
  })

  it('that is none, or not typed, raises no question', () => {
    expect([...asked(counted(8, 10, 12), 'many'), ...asked(counted(8, 10, 12), '')]).toEqual([])
  })
})

describe('a typed ratio', () => {
  it('is compared as a quotient, whatever it is out of', () => {
    expect(asked(shares(10, 11, 12), '110', '200')).toEqual([])
    expect(asked(shares(10, 11, 12), '2', '20')).toMatchObject([{ value: 0.1, last: 0.6, meant: null }])
  })

  it('of none at all is asked about too', () => {
    expect(asked(shares(10, 11, 12), '0', '20')).toMatchObject([{ value: 0 }])
  })

  it('out of nothing, or by half, raises no question', () => {
    expect([...asked(shares(10, 11, 12), '4', '0'), ...asked(shares(10, 11, 12), '4')]).toEqual([])
  })
})

describe('a measurement as one number', () => {
  it('is its value, and of a ratio its quotient', () => {
    expect(figureOf({ value: 7, numerator: null, denominator: null })).toBe(7)
    expect(figureOf({ value: null, numerator: 3, denominator: 4 })).toBe(0.75)
  })

  it('of none is nothing', () => {
    expect(figureOf({ value: null, numerator: 0, denominator: 4 })).toBe(0)
  })
})
