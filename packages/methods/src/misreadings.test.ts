import {
  aggregation,
  brierScore,
  cohenKappa,
  criteriaScoring,
  delphiConsensus,
  differenceInDifferences,
  fleissKappa,
  humanDevelopmentIndex,
  indicatorAggregation,
  kendallW,
  krippendorffAlpha,
  krugmanIndex,
  normalisation,
  rankRobustness,
  relatedness,
  targetAchievement,
} from './index.js'

const rows = [
  [1, 2, 3],
  [3, 1, 2],
  [2, 3, 3],
]
const bySubject = [
  [1, 2],
  [2, 2],
  [3, 3],
  [3, 1],
]
const byRater = [
  [1, 2, 3, 3],
  [2, 2, 3, 1],
]
const words = [
  ['low', 'high', 'mid'],
  ['low', 'mid', 'mid'],
]

/** What used to be read as something else: what is called, the code, the path. */
test.each<readonly [string, () => unknown, string, string]>([
  ['three raters where two are meant', () => cohenKappa({ ratings: rows }), 'UNKNOWN_FORM', 'ratings'],
  ['two rows of two that lie either way', () => cohenKappa({ ratings: bySubject.slice(0, 2) }), 'UNKNOWN_FORM', 'ratings'],
  [
    'weights of one’s own beside others',
    () => cohenKappa({ table: rows, weights: 'linear', disagreementWeights: rows }),
    'UNKNOWN_FORM',
    'disagreementWeights',
  ],
  ['weighted agreement on words without their order', () => cohenKappa({ ratings: words, rows: 'raters', weights: 'linear' }), 'MISSING', 'categories'],
  ['ordinal words without their order', () => krippendorffAlpha({ ratings: words, level: 'ordinal' }), 'MISSING', 'categories'],
  [
    'a number beside the same as a word',
    () =>
      krippendorffAlpha({
        ratings: [
          [1, '1'],
          [1, 2],
        ],
      }),
    'DUPLICATE_KEY',
    'categories[1]',
  ],
  [
    'ratios of values below 0',
    () =>
      krippendorffAlpha({
        ratings: [
          [-1, 1],
          [1, 1],
        ],
        level: 'ratio',
      }),
    'OUT_OF_RANGE',
    'categories[0]',
  ],
  ['an empty word as a rating', () => fleissKappa({ ratings: [['', 'a']] }), 'NOT_A_RATING', 'ratings[0][0]'],
  ['a scale that falls', () => delphiConsensus({ ratings: [1], scale: [5, 1] }), 'OUT_OF_RANGE', 'scale'],
  ['an answer between the points', () => delphiConsensus({ ratings: [1.5], scale: [1, 2, 3] }), 'OUT_OF_RANGE', 'ratings'],
  ['counts for other points', () => delphiConsensus({ counts: [1, 2, 3], scale: [1, 5] }), 'UNEQUAL_LENGTH', 'counts'],
  ['a scale of three numbers', () => criteriaScoring({ ratings: { a: 1 }, scale: '1, 2, 3' }), 'UNKNOWN_CHOICE', 'scale'],
  ['a scale that is best at both ends', () => criteriaScoring({ ratings: { a: 1 }, scale: '1 best to 6 best' }), 'UNKNOWN_CHOICE', 'scale'],
  ['a weight of no criterion', () => criteriaScoring({ ratings: { a: 1 }, weights: { a: 1, b: 1 } }), 'UNKNOWN_KEY', 'weights.b'],
  ['weights in words', () => aggregation({ values: [1, 2], weights: 'equal but for the first' }), 'UNKNOWN_CHOICE', 'weights'],
  ['weights that are not equal', () => aggregation({ values: [1, 2], weights: 'not equal' }), 'UNKNOWN_CHOICE', 'weights'],
  ['a treatment of missing values in words', () => aggregation({ values: [1, null], missing: 'mean' }), 'UNKNOWN_CHOICE', 'missing'],
  ['missing values that are not counted as 0', () => aggregation({ values: [1, null], missing: 'not counted as 0' }), 'UNKNOWN_CHOICE', 'missing'],
  [
    'a structure that leaves an indicator out',
    () => aggregation({ values: [[1, 2]], indicators: ['a', 'b'], structure: { x: ['a'] } }),
    'UNKNOWN_MEMBER',
    'structure',
  ],
  ['a structure of one unit', () => aggregation({ values: [1, 2], indicators: ['a', 'b'], structure: { x: ['a', 'b'] } }), 'UNKNOWN_FORM', 'structure'],
  ['goalposts of no indicator', () => aggregation({ values: [[1]], indicators: ['a'], goalposts: { b: [0, 1] } }), 'UNKNOWN_KEY', 'goalposts.b'],
  ['directions for fewer columns', () => normalisation({ method: 'minmax', values: rows, directions: [1] }), 'UNEQUAL_LENGTH', 'directions'],
  ['a direction of no indicator', () => normalisation({ method: 'minmax', values: { a: [1, 2] }, directions: { b: -1 } }), 'UNKNOWN_KEY', 'directions.b'],
  ['another standard deviation', () => normalisation({ method: 'zscore', values: [1, 2], sd: 'robust' as never }), 'UNKNOWN_CHOICE', 'sd'],
  ['directions that nothing turns by', () => rankRobustness({ values: rows, directions: [1, -1, 1] }), 'UNKNOWN_FORM', 'directions'],
  ['runs that draw nothing', () => rankRobustness({ values: rows, runs: 10 }), 'UNKNOWN_FORM', 'runs'],
  [
    'an index beside its indicator',
    () => humanDevelopmentIndex({ healthIndex: 0.5, lifeExpectancy: 50, educationIndex: 0.5, incomeIndex: 0.5 }),
    'UNKNOWN_FORM',
    'lifeExpectancy',
  ],
  ['a flag that is missing', () => differenceInDifferences({ columns: ['treated', 'after', 'y'], rows: [[null, 1, 2]] }), 'OUT_OF_RANGE', 'rows[0].treated'],
  [
    'errors beside raw values',
    () => differenceInDifferences({ treatedBefore: [1], treatedAfter: [1], controlBefore: [1], controlAfter: [1], seTreatedChange: 1, seControlChange: 1 }),
    'UNKNOWN_FORM',
    'seTreatedChange',
  ],
  ['half a class', () => brierScore({ forecasts: [[0.5, 0.5]], outcomes: [0.5] }), 'NOT_WHOLE', 'outcomes[0]'],
  ['weights of a sum', () => indicatorAggregation({ values: [1, 2], rule: 'sum', weights: [1, 2] }), 'UNKNOWN_FORM', 'weights'],
  ['names of fewer areas', () => indicatorAggregation({ values: rows, areas: ['a'] }), 'UNEQUAL_LENGTH', 'areas'],
  ['a reference in other words', () => krugmanIndex({ matrix: rows, reference: 'the capital' }), 'UNKNOWN_CHOICE', 'reference'],
  [
    'amounts as presence',
    () =>
      relatedness({
        presence: [
          [3, 0],
          [1, 1],
        ],
      }),
    'OUT_OF_RANGE',
    'presence[0][0]',
  ],
  ['a direction against the target', () => targetAchievement({ baseline: 5, target: 2, actual: 3, direction: 'at least' }), 'OUT_OF_RANGE', 'direction'],
])('%s is refused', (_, call, code, path) => {
  expect(call).toThrow(expect.objectContaining({ name: 'MethodError', code, path }))
})

describe('forms at hand', () => {
  test('a row per subject is read as the same ratings, for two raters and for more', () => {
    expect(cohenKappa({ ratings: bySubject })).toEqual(cohenKappa({ ratings: byRater }))
    expect(cohenKappa({ ratings: bySubject.slice(0, 2), rows: 'subjects' }).n).toBe(2)
    expect(krippendorffAlpha({ ratings: bySubject, rows: 'subjects', level: 'interval' })).toEqual(krippendorffAlpha({ ratings: byRater, level: 'interval' }))
    expect(kendallW({ scores: bySubject, rows: 'subjects' })).toEqual(kendallW({ scores: byRater }))
  })

  test('a scale by its ends, in words or as points', () => {
    const of = (scale: string) => criteriaScoring({ ratings: { a: 2 }, scale, passGrade: 3 }).successful
    expect(['1-6', '1 to 6', '-1–6', '1 worst to 6 best', '1 (worst) to 6 (best)'].map(of)).toEqual([false, false, false, false, false])
    expect(['1 best to 6 worst', '1 best - 6', '6 worst to 1 best'].map(of)).toEqual([true, true, true])
    const points = delphiConsensus({ ratings: [1, 2, 5, 5], scale: [1, 2, 3, 4, 5] })
    expect(points).toEqual(delphiConsensus({ ratings: [1, 2, 5, 5], scale: [1, 5] }))
    expect(delphiConsensus({ counts: [1, 1, 2], scale: [1, 2, 5] }).mean).toBe(3.25)
  })

  test('a table of regions against a reference of one’s own', () => {
    const { krugman } = krugmanIndex({ matrix: rows, reference: [1, 1, 1] })
    expect((krugman as number[])[0]).toBeCloseTo(krugmanIndex({ region: rows[0] ?? [], reference: [1, 1, 1] }).krugman as number, 12)
  })
})
