import * as library from './index.js'
import { MethodError } from './shared/method-error.js'

type Input = Readonly<Record<string, unknown>>

const rows = [
  [1, 2, 3],
  [3, 1, 2],
  [2, 3, 3],
]
const edition = { units: ['a', 'b', 'c'], values: rows, seed: 1, runs: 4, weights: [1, 2, 3], goalposts: [[0, 4], null, [0, 9]] }
const presence = [
  [1, 1, 1],
  [0, 1, 0],
  [0, 0, 1],
]
const cells = { treatedBefore: 1, treatedAfter: 2, controlBefore: 3, controlAfter: 5 }
const groups = { mean1: 3, sd1: 1, n1: 5, mean2: 2, sd2: 1, n2: 6 }
const tie = { a: 'a', b: 'b', before: 1, after: 2 }

/** Every exported function of an input, in each of its forms. */
const examples: readonly (readonly [string, Input])[] = [
  ['aggregation', { values: [1, 2, null], weights: [1, 2, 3], aggregation: 'geometric', missing: 'excluded' }],
  ['aggregation', { values: rows, units: ['x', 'y', 'z'], indicators: ['a', 'b', 'c'], structure: { one: ['a', 'b'], two: ['c'] }, goalposts: { a: [0, 4] } }],
  ['beforeAfter', { before: [1, 2, 3], after: [2, 4, null], confidence: 0.9 }],
  ['bootstrapAlpha', { seed: 1, runs: 9, confidence: 0.9 }],
  ['bootstrapKappa', { seed: 1, runs: 9, confidence: 0.9 }],
  ['brierScore', { forecasts: [0.2, 0.7], outcomes: [0, true], bins: [0.5], reference: [0.5, 0.5] }],
  ['brierScore', { forecasts: [[0.2, 0.8]], outcomes: ['b'], classes: ['a', 'b'] }],
  ['coFinancing', { ratePercent: 85, totals: [10.5, 3], rounding: 'half up' }],
  ['coFinancing', { rate: 0.85, total: 10 }],
  ['cohenKappa', { table: rows, n: 20, weights: 'linear', confidence: 0.9 }],
  ['cohenKappa', { table: presence, agreementWeights: presence.map((row, i) => row.map((_, j) => (i === j ? 1 : 0))) }],
  ['cohenKappa', { rater1: [1, 2, 2], rater2: [1, 2, 1], categories: [1, 2] }],
  ['cohenKappa', { ratings: rows.map((row) => row.slice(1)), rows: 'subjects' }],
  ['compositeUncertainty', { ...edition, weights: { 0: 1, 1: 2 }, structure: { one: ['0', '1'], two: ['2'] } }],
  ['compositeUncertainty', { ...edition, directions: [1, -1, { band: [1, 2] }], vary: { weights: { kind: 'scaled', by: 0.2 }, aggregation: ['arithmetic'] } }],
  [
    'compositeIndex',
    {
      units: ['x', 'y', 'z'],
      structure: [{ code: 'index' }, { code: 'a', parent: 'index', weight: 2, direction: -1, denominator: 'people' }],
      values: { a: [1, 2, null] },
      denominators: { people: [1, 3, 2] },
      groups: ['g', 'g', 'g'],
      steps: ['denominate', 'impute: group mean'],
    },
  ],
  ['compositeUncertainty', { ...edition, indicators: ['x', 'y', 'z'], base: { normalisation: 'rank', missing: 'mean' } }],
  ['concentrationAndDiversity', { values: [1, 2, 3], reference: [1, 1, 1] }],
  ['concentrationAndDiversity', { matrix: rows }],
  ['criteriaScoring', { scale: '1 to 4', ratings: { a: 1, b: 3 }, weights: { a: 1, b: 2 }, thresholds: [2], labels: ['good', 'bad'] }],
  ['criteriaScoring', { scale: { best: 1, worst: 4 }, ratings: { a: 1, b: null }, knockOut: { criteria: ['a'], worstAllowed: 3 }, thresholds: { good: 2 } }],
  ['cusum', { values: [1, 2, null], target: 1, k: 0.5, h: 4, sigma: 1, headStart: 2 }],
  ['decommitment', { period: '2021-2027', commitments: { 2021: 5, 2022: 6 }, year: 2025, prefinancing: 1, paymentApplications: 2 }],
  ['decommitment', { rule: 'n+3', commitments: { 2014: 5 } }],
  ['decommitment', { rule: { 2014: 'n+3' }, commitments: { 2014: 5 } }],
  ['delphiConsensus', { ratings: [1, 2, null], scale: [1, 5], range: [1, 2], agreedFrom: 0.5, agreedIqr: 1, method: 'type 7' }],
  ['delphiConsensus', { counts: [1, 2, 3], scale: [1, 2, 4], level: 2 }],
  ['differenceInDifferences', { ...cells, seTreatedChange: 1, seControlChange: 2 }],
  [
    'differenceInDifferences',
    {
      columns: ['treated', 'after', 'y'],
      rows: [1, 0].flatMap((a) =>
        [1, 0].flatMap((b) => [
          [a, b, 1],
          [a, b, 2],
        ]),
      ),
      outcome: 'y',
    },
  ],
  ['economicComplexity', { presence, steps: 2 }],
  ['economicComplexity', { matrix: rows, threshold: 0.5 }],
  ['effectSize', { ...groups, confidence: 0.9 }],
  ['effectSize', { before: [1, 2, 4], after: [2, 4, 5], design: 'pre-post' }],
  ['effectSize', { meanDifference: 1, sdDifference: 2, n: 9, r: 0.5 }],
  ['ewma', { values: [1, 2, null], lambda: 0.2, start: 1, target: 1, sigma: 1, width: 3, limits: 'steady state' }],
  [
    'fleissKappa',
    {
      counts: [
        [2, 1],
        [1, 2],
      ],
    },
  ],
  [
    'fleissKappa',
    {
      proportions: [
        [0.5, 0.5],
        [1, 0],
      ],
      raters: 2,
    },
  ],
  ['fleissKappa', { ratings: rows, rows: 'subjects', categories: [1, 2, 3] }],
  ['humanDevelopmentIndex', { lifeExpectancy: 70, expectedYears: 12, meanYears: 10, gniPerCapita: 9000, goalposts: { meanYears: [0, 15] } }],
  ['humanDevelopmentIndex', { countries: [{ name: 'a', healthIndex: 0.5, educationIndex: 0.5, incomeIndex: 0.5 }] }],
  ['indicatorAggregation', { values: [1, 2, null], rule: 'average', weights: [1, 2, 3], periods: ['2021', '2022', '2023'] }],
  ['indicatorAggregation', { values: rows, areas: ['a', 'b', 'c'] }],
  ['indicatorAggregation', { values: [1, 2], rule: 'unique', doubleCounted: 1 }],
  ['indicatorAggregation', { numerators: [1, 2], denominators: [2, 4] }],
  ['joinUncertainty', edition],
  ['kendallW', { ranks: rows, rows: 'subjects' }],
  ['krippendorffAlpha', { ratings: rows, level: 'ordinal', rows: 'raters', categories: [1, 2, 3] }],
  [
    'krippendorffAlpha',
    {
      counts: [
        [2, 1],
        [1, 2],
      ],
    },
  ],
  ['krugmanIndex', { region: [1, 2], reference: [2, 1] }],
  ['krugmanIndex', { region: [1, 2], others: [[2, 1]] }],
  ['krugmanIndex', { matrix: rows, reference: 'mean of the others' }],
  ['locationQuotient', { regionIndustry: 1, regionTotal: 2, nationIndustry: 3, nationTotal: 4, threshold: 1 }],
  ['locationQuotient', { region: [1, 2], nation: [2, 1] }],
  ['locationQuotient', { matrix: rows }],
  ['locationQuotient', { region: [1, 2], reference: [2, 1], totals: { region: 9, reference: 9 } }],
  ['locationQuotient', { matrix: rows, totals: { regions: [9, 9, 9], industries: [9, 9, 9], all: 99 } }],
  ['mannKendallSen', { values: [1, 2, 3, 5], times: [1, 2, 3, 4], period: 2, alpha: 0.1 }],
  ['marylandScale', { measuredBefore: true, comparison: 'matched', controlsOthers: false }],
  ['networkChange', { actors: ['a', 'b'], groups: ['x', 'y'], ties: [tie], from: 1 }],
  ['normalisation', { method: 'goalpost', values: [1, 2, null], goalposts: [0, 3], scale: [0, 9], direction: -1, cap: true }],
  ['normalisation', { method: 'zscore', values: { a: [1, 2], b: [2, 1] }, directions: { a: 1 }, targetMean: 1, targetSd: 2, sd: 'sample' }],
  ['normalisation', { values: rows, units: ['a', 'b', 'c'], directions: [1, -1, { band: [1, 2] }] }],
  ['normalisation', { method: 'rank', values: [1, 2, 3, 4], groups: ['x', 'x', 'y', 'y'], units: ['a', 'b', 'c', 'd'], note: 'by country' }],
  ['parallelTrends', { treated: [1, 2, 4], control: [1, 2, null], times: [1, 2, 3], confidence: 0.9 }],
  ['performanceGroups', { euIndex: 1, indices: [1, 2], thresholds: [2], groups: ['a', 'b'] }],
  ['placeProspective', { ...edition, prospective: [1, 2, null] }],
  [
    'rankRobustness',
    { values: rows, weights: 'uniform', runs: 9, top: [1, 2], seed: 1, normalisation: 'minmax', directions: [1, -1, 1], aggregation: 'arithmetic' },
  ],
  ['rankRobustness', { values: rows, combinations: ['minmax linear'], weights: { 0: 1, 1: 1, 2: 2 } }],
  ['relatedness', { presence, relatedness: rows }],
  ['relatedness', { matrix: rows, threshold: 1 }],
  ['relatedness', { cooccurrence: rows }],
  ['shiftShare', { region0: [1, 2], region1: [2, 2], nation0: [3, 4], nation1: [4, 5] }],
  ['structuralChange', { industry0: [1, 2], industry1: [2, 1], industries: ['a', 'b'] }],
  ['targetAchievement', { baseline: 1, target: 3, actual: 2, direction: 'at least' }],
  ['targetAchievement', { items: [{ target: 2, actual: null }] }],
  [
    'targetAchievement',
    {
      items: [
        { target: 2, actual: 1 },
        { target: 2, actual: 3 },
      ],
      weights: [1, 2],
      cap: 100,
    },
  ],
  ['targetAchievement', { percentOfMilestone: [90, 80] }],
  ['uncertaintyPart', edition],
  ['baseChanges', { ...edition, base: { missing: 'mean', outliers: 'winsorise' } }],
  ['wilsonInterval', { successes: 1, n: 3, confidence: 0.9 }],
  ['wilsonInterval', { share: 0.5, n: 3 }],
]

const ratings = {
  ratings: [
    [1, 2, 2],
    [1, 2, 1],
  ],
}
const functions: Readonly<Record<string, (input: never) => unknown>> = {
  ...(library as unknown as Readonly<Record<string, (input: never) => unknown>>),
  bootstrapAlpha: (settings) => library.bootstrapAlpha(ratings, settings),
  bootstrapKappa: (settings) => library.bootstrapKappa(ratings, settings),
  uncertaintyPart: (input) => library.uncertaintyPart(input, 0, 1),
  joinUncertainty: (input) => library.joinUncertainty(input, [library.uncertaintyPart(input, 0, 1)]),
}

/** What is refused, or the answer. */
function answer(name: string, input: unknown): unknown {
  try {
    return functions[name]?.(input as never)
  } catch (error) {
    return error
  }
}

function expectRefusal(name: string, input: unknown, key: string): void {
  const error = answer(name, input)
  expect([name, key, error]).toEqual([name, key, expect.any(MethodError)])
  expect([name, (error as MethodError).path.split(/[.[]/)[0]]).toEqual([name, key])
}

/** Copies of a value, each with one number in it replaced. */
function replacements(value: unknown, by: number): unknown[] {
  if (typeof value === 'number') return [by]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, entry]) =>
    replacements(entry, by).map((other) => (Array.isArray(value) ? value.map((old, at) => (String(at) === key ? other : old)) : { ...value, [key]: other })),
  )
}

/** Of single values, or of one column by another; or of text for tests, a comparison and a class. */
const others = ['denominated', 'orientation', 'quotientTable', 'readAlpha', 'readKappa', 'compareCase', 'MethodError']

test('every exported function has its examples', () => {
  const exported = Object.entries(library).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []))
  expect([...new Set([...examples.map(([name]) => name), ...others])].sort()).toEqual(exported.sort())
})

describe.each(examples)('%s of %j', (name, input) => {
  test('is taken', () => expect(answer(name, input)).not.toBeInstanceOf(Error))

  test('refuses a key that it does not know by its name, and says those that it knows', () => {
    expect(answer(name, { ...input, surprise: 1 })).toMatchObject({
      code: 'UNKNOWN_KEY',
      path: 'surprise',
      message: expect.stringContaining(Object.keys(input)[0] as string),
    })
  })

  test('refuses a wrong form, a list that is empty, and what is no finite number, by the key', () => {
    for (const [key, value] of Object.entries(input)) {
      expectRefusal(name, { ...input, [key]: [[[true]]] }, key)
      for (const by of [Number.NaN, Number.POSITIVE_INFINITY]) for (const other of replacements(value, by)) expectRefusal(name, { ...input, [key]: other }, key)
      if (Array.isArray(value) && key !== 'ties') expectRefusal(name, { ...input, [key]: [] }, key)
    }
  })

  test('refuses nothing, no object and an empty one', () => {
    for (const none of [undefined, null, [], 'text', 1, {}]) expect(answer(name, none)).toBeInstanceOf(MethodError)
  })
})

test.each([
  ['orientation of another word', () => library.orientation('up', null), 'UNKNOWN_CHOICE', 'direction'],
  ['orientation of a band with more', () => library.orientation({ band: [1, 2], target: 1 }, null), 'UNKNOWN_KEY', 'direction.target'],
  ['orientation of a band that is not finite', () => library.orientation({ band: [1, Number.NaN] }, null), 'NOT_FINITE', 'direction.band[1]'],
  ['orientation between no goalposts', () => library.orientation(1, [] as never), 'EMPTY', 'goalposts'],
  ['orientation between goalposts of which one is not finite', () => library.orientation(1, [0, Number.POSITIVE_INFINITY]), 'NOT_FINITE', 'goalposts[1]'],
  ['quotients of nothing', () => library.quotientTable([]), 'EMPTY', 'matrix'],
  ['quotients of what is no number', () => library.quotientTable([[1, Number.NaN]]), 'NOT_FINITE', 'matrix[0][1]'],
  ['what is no part of runs', () => library.joinUncertainty(edition as never, [{}] as never), 'UNKNOWN_FORM', 'parts[0]'],
  ['no part of runs', () => library.joinUncertainty(edition as never, []), 'EMPTY', 'parts'],
  ['half a part of runs', () => library.uncertaintyPart(edition as never, 0.5, 2), 'NOT_WHOLE', 'part'],
  ['a kappa above 1', () => library.readKappa(1.1), 'OUT_OF_RANGE', 'kappa'],
  ['a kappa that is no number', () => library.readKappa(Number.NaN), 'NOT_FINITE', 'kappa'],
  ['an alpha that is not finite', () => library.readAlpha(Number.NEGATIVE_INFINITY), 'NOT_FINITE', 'alpha'],
  ['an alpha that is a word', () => library.readAlpha('high' as never), 'NOT_A_NUMBER', 'alpha'],
])('%s is refused', (_, call, code, path) => {
  expect(call).toThrow(expect.objectContaining({ name: 'MethodError', code, path }))
})
