import { type MethodName, methods } from './methods.js'
import { MethodError } from './shared/method-error.js'

const vectors = { region0: [1, 2], region1: [1, 2], nation0: [1, 2] }
const cells = { treatedBefore: 1, treatedAfter: 2, controlBefore: 3 }

/** Method, input, code, path. */
const refused: readonly (readonly [MethodName, object, string, string])[] = [
  ['aggregation', { values: [] }, 'EMPTY', 'values'],
  ['aggregation', { values: [1, Number.NaN] }, 'NOT_FINITE', 'values[1]'],
  ['aggregation', { values: [1, 2], weights: [1, -1] }, 'NEGATIVE_WEIGHT', 'weights[1]'],
  ['aggregation', { values: [1, 2], weights: [0, 0] }, 'WEIGHTS_SUM_ZERO', 'weights'],
  ['aggregation', { values: [1, 2], weights: [1] }, 'UNEQUAL_LENGTH', 'weights'],
  ['aggregation', { values: [1, -2], aggregation: 'geometric' }, 'NOT_POSITIVE', 'values'],
  ['aggregation', { values: [1, 2], aggregation: 'cubic' }, 'UNKNOWN_CHOICE', 'aggregation'],
  ['aggregation', { values: [[1, 2]], indicators: ['a', 'b'], structure: { x: ['c'] } }, 'UNKNOWN_MEMBER', 'structure.x'],
  ['brier-score', { forecasts: [1.2], outcomes: [1] }, 'OUT_OF_RANGE', 'forecasts[0]'],
  ['brier-score', { forecasts: [0.2], outcomes: [1, 0] }, 'UNEQUAL_LENGTH', 'outcomes'],
  ['brier-score', { forecasts: [[0.2, 0.2]], outcomes: [1] }, 'OUT_OF_RANGE', 'forecasts[0]'],
  ['co-financing', { ratePercent: 120, totals: [1] }, 'OUT_OF_RANGE', 'ratePercent'],
  ['co-financing', { ratePercent: 85, totals: [-1] }, 'OUT_OF_RANGE', 'totals[0]'],
  ['co-financing', { ratePercent: 85, totals: [1], rounding: 'sideways' }, 'UNKNOWN_CHOICE', 'rounding'],
  ['cohen-kappa', {}, 'UNKNOWN_FORM', ''],
  ['cohen-kappa', { table: [[1, 2]] }, 'UNEQUAL_LENGTH', 'table[0]'],
  ['cohen-kappa', { rater1: [1], rater2: [1, 2] }, 'UNEQUAL_LENGTH', 'rater2'],
  ['cohen-kappa', { rater1: ['a', 'a'], rater2: ['a', 'a'] }, 'NO_VARIANCE', 'table'],
  ['cohen-kappa', { rater1: ['a'], rater2: ['b'], categories: ['a'] }, 'UNKNOWN_CATEGORY', 'categories'],
  ['cohen-kappa', { rater1: [1, 2], rater2: [1, 2], weights: 'cubic' }, 'UNKNOWN_CHOICE', 'weights'],
  ['concentration-and-diversity', { values: [0, 0] }, 'TOTAL_ZERO', 'values'],
  ['concentration-and-diversity', { matrix: [[1], [0]] }, 'TOTAL_ZERO', 'matrix[1]'],
  ['criteria-scoring', { ratings: { a: null } }, 'EMPTY', 'ratings'],
  ['criteria-scoring', { scale: '1 best to 6 worst', ratings: { a: 7 } }, 'OUT_OF_RANGE', 'ratings.a'],
  ['criteria-scoring', { ratings: { a: 1 }, weights: { b: 1 } }, 'MISSING', 'weights.a'],
  ['cusum', { values: [1], target: 0, k: -1, h: 1 }, 'OUT_OF_RANGE', 'k'],
  ['decommitment', { period: '1999-2001', commitments: { 2000: 1 } }, 'UNKNOWN_CHOICE', 'period'],
  ['decommitment', { rule: 'n+3', commitments: { soon: 1 } }, 'NOT_A_YEAR', 'commitments.soon'],
  ['delphi-consensus', { ratings: [null] }, 'EMPTY', 'ratings'],
  ['delphi-consensus', { ratings: [10], scale: [1, 9] }, 'OUT_OF_RANGE', 'ratings[0]'],
  ['difference-in-differences', cells, 'MISSING', 'controlAfter'],
  ['difference-in-differences', { columns: ['treated', 'when', 'y'], rows: [[1, 1, 1]] }, 'UNKNOWN_COLUMN', 'columns'],
  ['difference-in-differences', { rows: [[1, 1, 1]] }, 'EMPTY', 'treatedBefore'],
  ['economic-complexity', { presence: [[1, 0]] }, 'TOO_FEW', 'presence'],
  ['effect-size', { group1: [1, 1], group2: [1, 1] }, 'NO_VARIANCE', ''],
  ['effect-size', { group1: [1], group2: [1, 2] }, 'TOO_FEW', 'group1'],
  ['ewma', { values: [1], lambda: 0, start: 1 }, 'OUT_OF_RANGE', 'lambda'],
  [
    'fleiss-kappa',
    {
      counts: [
        [2, 0],
        [1, 2],
      ],
    },
    'UNEQUAL_RATERS',
    'counts[1]',
  ],
  [
    'fleiss-kappa',
    {
      counts: [
        [2, 0],
        [2, 0],
      ],
    },
    'NO_VARIANCE',
    'counts',
  ],
  ['human-development-index', { lifeExpectancy: 10, expectedYears: 1, meanYears: 1, gniPerCapita: 200 }, 'OUT_OF_RANGE', 'lifeExpectancy'],
  ['indicator-aggregation', { values: [1], rule: 'guess' }, 'UNKNOWN_CHOICE', 'rule'],
  ['indicator-aggregation', { numerators: [1], denominators: [0] }, 'TOTAL_ZERO', 'denominators[0]'],
  ['kendall-w', { ranks: [[1, 2]] }, 'TOO_FEW', 'ranks'],
  [
    'kendall-w',
    {
      scores: [
        [1, 1],
        [1, 1],
      ],
    },
    'NO_VARIANCE',
    'scores',
  ],
  [
    'krippendorff-alpha',
    {
      ratings: [
        [1, 1],
        [1, 1],
      ],
    },
    'NO_VARIANCE',
    'ratings',
  ],
  ['krippendorff-alpha', { ratings: [[1], [2]], level: 'metric' }, 'UNKNOWN_CHOICE', 'level'],
  ['krippendorff-alpha', { ratings: [['a'], ['b']], level: 'interval' }, 'NOT_A_NUMBER', 'categories[0]'],
  ['krippendorff-alpha', { ratings: [[1], [null]] }, 'TOO_FEW', 'ratings'],
  ['krugman-index', { region: [1], reference: [1, 2] }, 'UNEQUAL_LENGTH', 'reference'],
  ['location-quotient', { regionIndustry: 1, regionTotal: 0, nationIndustry: 1, nationTotal: 1 }, 'TOTAL_ZERO', 'regionTotal'],
  ['mann-kendall-sen', { values: [1] }, 'TOO_FEW', 'values'],
  ['normalisation', { method: 'minmax', values: [2, 2] }, 'NO_VARIANCE', 'values'],
  ['normalisation', { method: 'zscore', values: [2, 2] }, 'NO_VARIANCE', 'values'],
  ['normalisation', { method: 'minmax', values: [2] }, 'TOO_FEW', 'values'],
  ['normalisation', { method: 'squash', values: [1, 2] }, 'UNKNOWN_CHOICE', 'method'],
  ['performance-groups', { euIndex: 0, indices: [1] }, 'OUT_OF_RANGE', 'euIndex'],
  ['rank-robustness', { values: [[1, 2]] }, 'TOO_FEW', 'values'],
  ['relatedness', { cooccurrence: [[1, 2]] }, 'NOT_SQUARE', 'cooccurrence'],
  ['shift-share', vectors, 'MISSING', 'nation1'],
  ['shift-share', { ...vectors, nation0: [0, 2], nation1: [1, 2] }, 'BASE_ZERO', 'nation0[0]'],
  ['structural-change', { industry0: [1, 2], industry1: [1] }, 'UNEQUAL_LENGTH', 'industry1'],
  ['target-achievement', { target: 0, actual: 1 }, 'TOTAL_ZERO', 'target'],
  ['target-achievement', { target: 1, actual: 1, direction: 'sideways' }, 'UNKNOWN_CHOICE', 'direction'],
  ['wilson-interval', { successes: 3, n: 2 }, 'OUT_OF_RANGE', 'successes'],
  ['wilson-interval', { successes: 0, n: 0 }, 'TOO_FEW', 'n'],
]

function refusal(method: MethodName, input: unknown): unknown {
  try {
    return methods[method](input)
  } catch (error) {
    return error
  }
}

test.each(refused)('%s refuses %j as %s at "%s"', (method, input, code, path) => {
  const error = refusal(method, input)
  expect(error).toBeInstanceOf(MethodError)
  expect(error).toMatchObject({ code, path })
})

test.each(Object.keys(methods) as MethodName[])('%s refuses nothing, a list and an empty object by a MethodError', (method) => {
  for (const input of [undefined, null, [], {}]) expect(refusal(method, input)).toBeInstanceOf(MethodError)
})
