import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compositeUncertainty, joinUncertainty, uncertaintyPart } from '../uncertainty/composite-uncertainty.js'
import type { ChoiceName } from '../uncertainty/draws.js'
import { placeProspective } from '../uncertainty/place-prospective.js'
import type { CompositeIndexInput } from './composite-index.js'
import { compositeIndex } from './composite-index.js'

const folder = join(process.cwd(), 'packages/methods/cases')
const [published] = JSON.parse(readFileSync(join(folder, 'composite-index-levels.json'), 'utf8')).cases as [{ input: CompositeIndexInput }]
/** Of the package's own analysis: mean rank, 5th and 95th percentile. */
const intervals = new Map(
  readFileSync(join(folder, 'composite-index-levels.uncertainty.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
    .map(([unit = '', , mean, low, high]) => [unit, { mean: Number(mean), width: Number(high) - Number(low) }] as const),
)

function publishedEdition() {
  const { units, structure } = published.input
  const { prepared } = compositeIndex({ ...published.input, steps: ['denominate'] })
  const indicators = Object.keys(prepared)
  const groups = structure.filter(({ code }) => !indicators.includes(code))
  return {
    units,
    indicators,
    values: units.map((_, unit) => indicators.map((code) => prepared[code]?.[unit] ?? null)),
    directions: indicators.map((code) => structure.find((node) => node.code === code)?.direction as 1 | -1),
    structure: Object.fromEntries(groups.map(({ code }) => [code, structure.filter(({ parent }) => parent === code).map((node) => node.code)])),
    base: { outliers: 'winsorise' as const },
  }
}

const midRanks = (values: readonly number[]) =>
  values.map((value) => values.filter((other) => other < value).length + (values.filter((other) => other === value).length + 1) / 2)

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const product = (x: readonly number[], y: readonly number[]) => mean(x.map((value, i) => (value - mean(x)) * ((y[i] as number) - mean(y))))
  return product(a, b) / Math.sqrt(product(a, a) * product(b, b))
}

/** As in the package's analysis: min-max or z-scores, either mean, weights of the groups and their members by a quarter. */
const doubts = { weights: { kind: 'scaled', by: 0.25 }, normalisation: ['minmax', 'zscore'], aggregation: ['arithmetic', 'geometric'] } as const

test('the published index has its rank intervals and its influence of weights, which disappears without levels', () => {
  const edition = publishedEdition()
  const { units, sensitivity } = compositeUncertainty({ ...edition, vary: doubts, seed: 1, runs: 2000 })
  const theirs = units.map(({ unit }) => intervals.get(unit) as { mean: number; width: number })
  const widths = units.map(({ p05, p95 }) => p95 - p05)
  expect(correlation(midRanks(widths), midRanks(theirs.map(({ width }) => width)))).toBeGreaterThanOrEqual(0.8)
  expect(
    correlation(
      units.map(({ meanRank }) => meanRank),
      theirs.map(({ mean }) => mean),
    ),
  ).toBeGreaterThan(0.99)
  const ofWeights = sensitivity.find(({ choice }) => choice === 'weights')?.total as number
  expect(ofWeights).toBeGreaterThanOrEqual(0.1)
  expect(ofWeights).toBeLessThanOrEqual(0.3)
  const { structure: _, ...flat } = edition
  const without = compositeUncertainty({ ...flat, vary: doubts, seed: 1, runs: 500 }).sensitivity.find(({ choice }) => choice === 'weights')?.total as number
  expect(without).toBeLessThan(ofWeights / 2)
})

test('z-scores around 10, of which the geometric mean is taken as they are, give the normalisation its published influence', () => {
  const influences = (normalisation: 'zscore' | 'standard', runs: number) => {
    const vary = { ...doubts, normalisation: ['minmax', normalisation] } as const
    const { sensitivity } = compositeUncertainty({ ...publishedEdition(), vary, seed: 1, runs })
    return Object.fromEntries(sensitivity.map(({ choice, total }) => [choice, total ?? Number.NaN])) as Record<ChoiceName, number>
  }
  const { weights, normalisation, aggregation } = influences('standard', 2000)
  // Published, from 100 runs: 0.18, 0.27 and 0.62; ten thousand settle at 0.20, 0.20 and 0.80.
  expect(Math.abs(weights - 0.18)).toBeLessThan(0.1)
  expect(Math.abs(normalisation - 0.27)).toBeLessThan(0.1)
  expect(aggregation).toBeGreaterThan(2 * normalisation)
  // On the scale of 1 to 100 both normalisations are one for the geometric mean.
  expect(influences('zscore', 500).normalisation).toBeLessThan(0.05)
})

test('z-scores around 10 rank as z-scores do, and stay positive', () => {
  const edition = publishedEdition()
  const ranksOf = (normalisation: 'zscore' | 'standard') => compositeUncertainty({ ...edition, base: { normalisation }, seed: 1, runs: 2 }).units
  expect(ranksOf('standard').map(({ rank }) => rank)).toEqual(ranksOf('zscore').map(({ rank }) => rank))
  const [one, other] = [ranksOf('standard')[0], ranksOf('zscore')[0]]
  expect(one?.score).toBeCloseTo(10 + 2 * (other?.score as number), 9)
  const values = [...Array.from({ length: 40 }, () => [1]), [2], [-400]]
  const units = values.map((_, unit) => `unit ${unit}`)
  const geometric = compositeUncertainty({ units, values, base: { normalisation: 'standard', aggregation: 'geometric' }, seed: 1, runs: 2 }).units
  expect(geometric.at(-1)?.score).toBe(1)
  expect(geometric[0]?.score).toBeGreaterThan(10)
})

describe('levels', () => {
  const input = {
    units: ['x', 'y', 'z'],
    indicators: ['a', 'b', 'c'],
    values: [
      [0, null, 10],
      [10, 0, 0],
      [5, 10, 5],
    ],
    structure: { pillar: ['a', 'b'], other: ['c'] },
    seed: 1,
    runs: 2,
  }

  test('a gap leaves its weight within its pillar', () => {
    const [x, y, z] = compositeUncertainty(input).units
    expect(x).toMatchObject({ score: 50, levels: { pillar: 0, other: 100, index: 50 }, contributions: { a: 0, b: 0, c: 50 } })
    expect(y).toMatchObject({ score: 25, levels: { pillar: 50, other: 0 }, contributions: { a: 25, b: 0, c: 0 } })
    expect(z).toMatchObject({ score: 62.5, levels: { pillar: 75, other: 50 } })
    const { structure: _, ...flat } = input
    expect(compositeUncertainty({ ...flat, weights: [1, 1, 2] }).units[0]?.score).toBeCloseTo(200 / 3, 10)
  })

  test('weights are relative among the members of a group, by name; a unit without a pillar is left to the others', () => {
    const weighted = compositeUncertainty({ ...input, weights: { a: 3, b: 1, pillar: 1, other: 3 } })
    expect(weighted.units[1]?.score).toBeCloseTo((0.25 * 3 * 100) / 4, 10)
    const values = [[null, null, 10], ...input.values.slice(1)]
    const found = compositeUncertainty({ ...input, values: [...values, [0, 5, 0]], units: ['x', 'y', 'z', 'u'] })
    expect(found.units[0]).toMatchObject({ score: 100, levels: { pillar: null, other: 100 } })
  })

  test('scores of the groups make the index, and contributions its score, for either mean', () => {
    for (const aggregation of ['arithmetic', 'geometric'] as const) {
      const { units } = compositeUncertainty({ ...publishedEdition(), base: { aggregation, outliers: 'winsorise' }, seed: 1, runs: 2 })
      for (const { score, levels, contributions } of units) {
        expect(levels?.Index).toBeCloseTo(score, 9)
        expect(Object.values(contributions).reduce((sum, part) => sum + part, 0)).toBeCloseTo(score, 9)
      }
    }
  })

  test('a unit of the edition, placed in it again, has its score', () => {
    const edition = { ...input, vary: { weights: { kind: 'simplex' as const } }, runs: 50 }
    expect(placeProspective({ ...edition, prospective: input.values[0] as (number | null)[] })).toMatchObject({ score: 50, rank: 2 })
  })

  test.each([
    [{ structure: { pillar: ['a', 'b'] } }, 'UNKNOWN_MEMBER', 'structure'],
    [{ structure: { pillar: ['a', 'b', 'd'], other: ['c'] } }, 'UNKNOWN_MEMBER', 'structure.pillar'],
    [{ structure: { pillar: ['a', 'b'], other: ['b', 'c'] } }, 'UNKNOWN_MEMBER', 'structure.other'],
    [{ structure: { pillar: ['a', 'other'], other: ['b', 'c'] } }, 'UNKNOWN_MEMBER', 'structure.pillar'],
    [{ weights: { a: 1 } }, 'MISSING', 'weights.b'],
    [{ weights: { d: 1 } }, 'UNKNOWN_KEY', 'weights.d'],
    [{ weights: [1] }, 'UNEQUAL_LENGTH', 'weights'],
  ])('refuses %j as %s at %s', (more, code, path) => {
    expect(() => compositeUncertainty({ ...input, ...(more as object) })).toThrow(expect.objectContaining({ code, path }))
  })
})

/** The same numbers on every machine, with gaps. */
function plain(n: number, k: number, gap: number) {
  const cell = (i: number, j: number) => ((i * 37 + j * 11 + i * i * j) % 101) + j
  return {
    units: Array.from({ length: n }, (_, i) => `u${i}`),
    values: Array.from({ length: n }, (_, i) => Array.from({ length: k }, (_, j) => ((i * 7 + j * 3) % gap === 0 ? null : cell(i, j)))),
    weights: Array.from({ length: k }, (_, j) => 1 + (j % 3)),
    directions: Array.from({ length: k }, (_, j) => (j % 4 === 1 ? (-1 as const) : (1 as const))),
    vary: { ...doubts, normalisation: ['minmax', 'zscore', 'rank'] as const, missing: ['exclude', 'mean', 'median'] as const },
    seed: 7,
  }
}

test('an edition made by version 0.1.0 keeps its figures to the digit', () => {
  const digest = (result: object) =>
    createHash('sha256')
      .update(JSON.stringify(result, (key, value) => (key === 'rankCounts' ? undefined : value)))
      .digest('hex')
      .slice(0, 16)
  expect(digest(compositeUncertainty({ ...plain(23, 6, 11), runs: 700 }))).toBe('d5d09149bccc000b')
  expect(digest(placeProspective({ ...plain(23, 6, 11), runs: 300, prospective: [50, 3, null, 70, 20, 40] }))).toBe('e4b3c5ef3f86ef89')
})

test('parts of the runs make the same result to the bit, however many', () => {
  for (const input of [
    { ...plain(12, 5, 11), runs: 301 },
    { ...publishedEdition(), vary: doubts, seed: 3, runs: 60 },
  ]) {
    const whole = JSON.stringify(compositeUncertainty(input))
    for (const count of [1, 2, 8]) {
      const parts = Array.from({ length: count }, (_, part) => structuredClone(uncertaintyPart(input, part, count)))
      expect(JSON.stringify(joinUncertainty(input, parts))).toBe(whole)
    }
    expect(() => joinUncertainty(input, [uncertaintyPart(input, 0, 2)])).toThrow(expect.objectContaining({ code: 'UNEQUAL_LENGTH', path: 'parts' }))
    expect(() => uncertaintyPart(input, 2, 2)).toThrow(expect.objectContaining({ code: 'OUT_OF_RANGE', path: 'part' }))
  }
})

describe('steps say what they did', () => {
  const structure = [{ code: 'index' }, { code: 'a', parent: 'index', denominator: 'people' }, { code: 'b', parent: 'index', direction: -1 as const }]
  const input = { units: ['x', 'y', 'z'], structure, values: { a: [10, 40, null], b: [1, 2, 3] }, denominators: { people: [2, 4, 5] }, groups: ['g', 'h', 'h'] }

  test('denominating and imputing, within groups or over all', () => {
    const found = compositeIndex({ ...input, steps: ['denominate', 'impute: group median'] })
    expect(found.prepared).toEqual({ a: [5, 10, 10], b: [1, 2, 3] })
    expect(found.changes).toEqual([
      { step: 'denominate', indicator: 'a', unit: 0, from: 10, to: 5 },
      { step: 'denominate', indicator: 'a', unit: 1, from: 40, to: 10 },
      { step: 'impute', indicator: 'a', unit: 2, from: null, to: 10 },
    ])
    expect(found.index).toEqual([50, 75, 50])
    expect(found.rank).toEqual([2, 1, 2])
    expect(compositeIndex({ ...input, steps: ['denominate', 'impute: mean'] }).prepared.a).toEqual([5, 10, 7.5])
    expect(compositeIndex(input).index).toEqual([50, 75, 0])
  })

  test('an outlier is brought to the next value; where five do not settle it, all take the logarithm', () => {
    const units = Array.from({ length: 60 }, (_, i) => `u${i}`)
    const nodes = [{ code: 'index' }, { code: 'a', parent: 'index' }]
    const of = (values: number[]) => compositeIndex({ units, structure: nodes, values: { a: values }, steps: ['treat: winsorise'] })
    expect(of(units.map((_, i) => (i === 59 ? 5000 : i))).changes).toEqual([{ step: 'winsorise', indicator: 'a', unit: 59, from: 5000, to: 58 }])
    const steep = units.map((_, i) => (i < 54 ? i : 1000 + i))
    expect(of(steep).changes).toHaveLength(60)
    expect(of(steep).prepared.a?.[0]).toBeCloseTo(Math.log(10.59), 12)
    expect(of(steep.map((value) => -value)).prepared.a?.[0]).toBeCloseTo(-Math.log(10.59), 12)
  })

  test.each([
    [{ steps: ['treat: winsorise', 'denominate'] }, 'UNKNOWN_FORM', 'steps[1]'],
    [{ steps: ['guess'] }, 'UNKNOWN_CHOICE', 'steps[0]'],
    [{ steps: ['impute: forest'] }, 'UNKNOWN_CHOICE', 'steps[0]'],
    [{ steps: ['impute: group mean'], groups: undefined }, 'MISSING', 'groups'],
    [{ steps: ['denominate'], denominators: { people: [2, 0, 5] } }, 'OUT_OF_RANGE', 'denominators.people[1]'],
    [{ values: { a: [1, 2, 3] } }, 'MISSING', 'values.b'],
    [{ values: { ...input.values, c: [1, 2, 3] } }, 'UNKNOWN_KEY', 'values'],
    [{ structure: [...structure, { code: 'second' }] }, 'MISSING', 'values.second'],
    [{ structure: [...structure, { code: 'a', parent: 'index' }] }, 'DUPLICATE_KEY', 'structure[3]'],
    [{ denominators: {} }, 'UNKNOWN_KEY', 'structure[1].denominator'],
  ])('refuses %j as %s at %s', (more, code, path) => {
    expect(() => compositeIndex({ ...input, ...(more as object) })).toThrow(expect.objectContaining({ code, path: expect.stringContaining(path) }))
  })
})
