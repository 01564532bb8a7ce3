import fc from 'fast-check'
import { MethodError } from '../shared/method-error.js'
import { normalisation } from './normalisation.js'
import { normalisationMethods } from './normalise-column.js'

const some = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.double({ noDefaultInfinity: true, noNaN: true }), fc.constantFrom(0, -0, 5e-324, 1e308, -1e308))
const settings = fc.record(
  { reference: some, target: some, goalposts: fc.tuple(some, some), scale: fc.tuple(some, some), thresholds: fc.array(some, { maxLength: 3 }), targetSd: some },
  { requiredKeys: [] },
)
/** Within 0 and 1 (minmax and goalpost: the scale) by their docstring. */
const shares = ['minmax', 'goalpost', 'percentile', 'distanceToTarget', 'distanceToMaximum', 'shareOfMaximum']

function normalised(method: string, values: (number | null)[], more: object): (number | null)[] | null {
  try {
    return normalisation({ method, values, ...more }).normalised as (number | null)[]
  } catch (error) {
    if (error instanceof MethodError) return null
    throw error
  }
}

describe.each(normalisationMethods)('%s', (method) => {
  const best = method === 'rank' ? Math.min : Math.max

  test.each([1, -1, { band: [-3, 4] }])('of direction %j gives the best the most, stays in its range, and is finite or refuses', (direction) => {
    fc.assert(
      fc.property(fc.array(fc.option(some, { freq: 8 }), { maxLength: 7 }), settings, (values, more) => {
        const found = normalised(method, values, { direction, ...more })
        if (found === null) return
        const known = values.flatMap((value, unit) => (value === null ? [] : [{ good: turned(value, direction), figure: found[unit] as number }]))
        const figures = known.map(({ figure }) => figure)
        expect(figures.every(Number.isFinite)).toBe(true)
        expect(found.map((figure) => figure === null)).toEqual(values.map((value) => value === null))
        const top = known.reduce((first, other) => (other.good > first.good ? other : first))
        expect(top.figure === best(...figures)).toBe(true)
        if (!shares.includes(method)) return
        const [low, high] = method === 'minmax' || method === 'goalpost' ? (more.scale ?? [0, 1]) : [0, 1]
        const slack = 1e-9 * Math.max(1, Math.abs(low), Math.abs(high))
        expect(Math.min(...figures)).toBeGreaterThanOrEqual(low - slack)
        expect(Math.max(...figures)).toBeLessThanOrEqual(high + slack)
      }),
      { numRuns: 300 },
    )
  })
})

function turned(value: number, direction: unknown): number {
  if (typeof direction === 'number') return value * direction
  return value < -3 ? value + 3 : value > 4 ? 4 - value : 0
}

describe('less is better', () => {
  const of = (method: string, more: object, values: number[] = [2, 8, 4]) => normalisation({ method, values, direction: -1, ...more }).normalised

  test('the share of the maximum is the share that the least has of each', () => {
    expect(of('shareOfMaximum', {})).toEqual([1, 0.25, 0.5])
    expect(() => of('shareOfMaximum', {}, [0, 8])).toThrow(expect.objectContaining({ code: 'OUT_OF_RANGE', path: 'values' }))
  })

  test('a ratio to a reference is of values above 0', () => {
    expect(of('distanceToReference', { reference: 4 })).toEqual([2, 0.5, 1])
    expect(() => of('distanceToReference', { reference: 4 }, [0, 8])).toThrow(expect.objectContaining({ code: 'OUT_OF_RANGE', path: 'values' }))
    expect(() => of('distanceToReference', { reference: -4 })).toThrow(expect.objectContaining({ code: 'OUT_OF_RANGE', path: 'reference' }))
  })

  test('a target that all have reached gives 1 to all', () => {
    expect(of('distanceToTarget', { target: 9 })).toEqual([1, 1, 1])
    expect(of('distanceToTarget', { target: 4 })).toEqual([1, 0, 1])
  })
})

test('more is better: a target below the least is reached by all, and a share is of values from 0 on', () => {
  expect(normalisation({ method: 'distanceToTarget', values: [2, 4, null], target: 1 }).normalised).toEqual([1, 1, null])
  expect(() => normalisation({ method: 'shareOfMaximum', values: [-2, 4] })).toThrow(expect.objectContaining({ code: 'OUT_OF_RANGE', path: 'values' }))
  expect(() => normalisation({ method: 'minmax', values: [1, 2], scale: [1, 0] })).toThrow(expect.objectContaining({ code: 'OUT_OF_RANGE', path: 'scale' }))
})
