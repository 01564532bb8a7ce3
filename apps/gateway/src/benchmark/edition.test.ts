import { availableParallelism } from 'node:os'
import type { EditionSettings, FrozenData, FrozenEntry, FrozenIndicator, FrozenPillar } from '@clusterpolisee/schema'
import { computeEdition, thirdOf } from './compute-edition.js'
import { divided } from './divide.js'
import { editionChanges } from './edition-changes.js'
import { editionFaults } from './edition-faults.js'
import { planned, ranked, valueTable } from './edition-input.js'
import { editionTable } from './edition-table.js'
import { findPeers } from './find-peers.js'
import { threadsFor } from './uncertainty-in-threads.js'
import { uncertaintyInput } from './uncertainty-input.js'

const indicatorOf = (id: string, more: Partial<FrozenIndicator> = {}): FrozenIndicator => ({
  ...{ id, title: `Title of ${id}`, unit: null, definition: null, direction: 'MORE', bandLow: null, bandHigh: null, weight: 0.5 },
  ...{ goalpostLow: null, goalpostHigh: null, source: null },
  ...more,
})

const entryOf = (id: string, more: Partial<FrozenEntry> = {}): FrozenEntry => ({
  ...{ id, title: `Title of ${id}`, kind: 'PILOT', description: null, pilotId: null, regionCode: null, regionName: null, regionPerformance: null },
  ...{ thematicAreaId: null, thematicArea: null, source: null, sourceLink: null },
  ...more,
})

const pillarOf = (id: string, more: Partial<FrozenPillar> = {}): FrozenPillar => ({ id, title: `Title of ${id}`, definition: null, weight: 1, ...more })

const settingsOf = (more: Partial<EditionSettings> = {}): EditionSettings => ({
  ...{ normalisation: 'MIN_MAX', aggregation: 'ARITHMETIC', missingValues: 'LEAVE_OUT', outliers: 'NONE', weighting: 'GIVEN', weightsDecidedBy: null },
  ...{ weightDoubt: 0 },
  ...more,
})

/** Values by entry, in the order of the indicators; null is missing. */
function dataOf(
  table: Readonly<Record<string, readonly (number | null)[]>>,
  indicators = [indicatorOf('jobs'), indicatorOf('firms')],
  plan: readonly string[] = [],
): FrozenData {
  const entries = Object.keys(table).map((id) => entryOf(id, plan.includes(id) ? { kind: 'PROSPECTIVE' } : {}))
  const values = Object.entries(table).flatMap(([entryId, row]) =>
    row.map((value, index) => ({
      ...{ entryId, indicatorId: indicators[index]?.id ?? '', value, measurementId: null, onDay: null, source: null, sourceLink: null },
    })),
  )
  return { indicators, entries, values }
}

const full = { alps: [1, 10], coast: [2, 30], plain: [4, 20] }
const varyOf = (data: FrozenData, settings: EditionSettings) => uncertaintyInput({ data, settings, runs: 10, seed: 1 }).vary ?? {}

describe('an edition in the words of the methods', () => {
  it('names each choice that was made', () => {
    const { base } = uncertaintyInput({
      ...{ data: dataOf(full), runs: 10, seed: 1 },
      settings: settingsOf({ normalisation: 'RANK', aggregation: 'GEOMETRIC', missingValues: 'MEDIAN', outliers: 'WINSORISED' }),
    })
    expect(base).toEqual({ normalisation: 'rank', aggregation: 'geometric', missing: 'median', outliers: 'winsorise' })
  })

  it('varies all choices but those that there is no choice of', () => {
    expect(varyOf(dataOf(full), settingsOf())).toEqual({ normalisation: ['minmax', 'zscore', 'rank'], aggregation: ['arithmetic', 'geometric'] })
    expect(varyOf(dataOf({ ...full, coast: [2, null] }), settingsOf())).toMatchObject({ missing: ['exclude', 'mean', 'median'] })
    expect(varyOf(dataOf(full), settingsOf({ weightDoubt: 0.25 }))).toMatchObject({ weights: { kind: 'scaled', by: 0.25 } })
  })

  it('puts values between goalposts only where every indicator that counts has them', () => {
    const posts = { goalpostLow: 0, goalpostHigh: 40 }
    const both = [indicatorOf('jobs', posts), indicatorOf('firms', posts)]
    const all = ['minmax', 'zscore', 'rank', 'goalpost']
    expect(varyOf(dataOf(full, both), settingsOf()).normalisation).toEqual(all)
    expect(varyOf(dataOf(full, [indicatorOf('jobs', posts), indicatorOf('firms', { weight: 0 })]), settingsOf()).normalisation).toEqual(all)
    for (const half of [{ goalpostLow: 0 }, { goalpostHigh: 40 }])
      expect(varyOf(dataOf(full, [indicatorOf('jobs', posts), indicatorOf('firms', half)]), settingsOf()).normalisation).not.toContain('goalpost')
  })

  it('gives weights only where they were given, and which way is better', () => {
    const indicators = [
      indicatorOf('jobs', { weight: 0.75, direction: 'LESS' }),
      indicatorOf('firms', { weight: 0.25, direction: 'BAND', bandLow: 1, bandHigh: 2 }),
    ]
    const input = (weighting: EditionSettings['weighting']) =>
      uncertaintyInput({ data: dataOf(full, indicators), settings: settingsOf({ weighting }), runs: 10, seed: 1 })
    expect(input('GIVEN')).toMatchObject({ weights: [0.75, 0.25], directions: [-1, { band: [1, 2] }], indicators: ['jobs', 'firms'] })
    expect(input('EQUAL')).not.toHaveProperty('weights')
  })

  it('ranks what has begun, and places what is planned', () => {
    const data = dataOf({ ...full, plan: [3, null] }, undefined, ['plan'])
    expect(ranked(data).map(({ id }) => id)).toEqual(['alps', 'coast', 'plain'])
    expect(planned(data).map(({ id }) => id)).toEqual(['plan'])
    expect(valueTable(data, planned(data))).toEqual([[3, null]])
  })
})

describe('what an edition did to which values', () => {
  const table = Object.fromEntries([...Array.from({ length: 10 }, (_, i) => [`r${i}`, [i + 1, i]]), ['far', [100, null]], ['gap', [null, 3]]])
  const changesOf = (more: Partial<EditionSettings>) => editionChanges({ data: dataOf(table), settings: settingsOf(more), runs: 10, seed: 1 })

  it('names entry, indicator and step, with the value before and after', () => {
    expect(changesOf({})).toEqual([])
    const found = changesOf({ outliers: 'WINSORISED', missingValues: 'MEDIAN' })
    expect(found).toMatchObject([
      { step: 'DRAWN_IN', entryId: 'far', entryTitle: 'Title of far', indicatorId: 'jobs', indicatorTitle: 'Title of jobs', before: 100, after: 10 },
      { step: 'FILLED_IN', entryId: 'gap', indicatorId: 'jobs', before: null, after: 6, skewness: null },
      { step: 'FILLED_IN', entryId: 'far', indicatorId: 'firms', before: null, after: 4 },
    ])
  })
})

describe('what is counted per something else', () => {
  const per = { denominatorId: 'people', per: 1000 }
  const indicators = [indicatorOf('jobs', per), indicatorOf('people'), indicatorOf('firms')]
  const data = dataOf({ alps: [10, 100, 1], coast: [30, 200, 2], plain: [20, 0, 3], gap: [5, null, 4] }, indicators)

  it('is divided, and what only divides is not compared', () => {
    const { indicators: compared, values } = divided(data)
    expect(compared.map(({ id }) => id)).toEqual(['jobs', 'firms'])
    expect(values.filter(({ indicatorId }) => indicatorId === 'jobs').map(({ value }) => value)).toEqual([100, 150, null, null])
    const whole = dataOf({ alps: [100, 1], coast: [150, 2], plain: [null, 3], gap: [null, 4] }, [indicatorOf('jobs'), indicatorOf('firms')])
    const compute = (input: FrozenData) => computeEdition({ data: input, settings: settingsOf(), runs: 20, seed: 1 })
    expect(compute(divided(data))).toEqual(compute(whole))
    expect(editionTable(data, compute(divided(data)))[0]?.slice(-2)).toEqual(['Title of jobs', 'Title of firms'])
  })

  it('is told value by value, also where it is missing from then on', () => {
    const told = editionChanges({ data: divided(data), undivided: data, settings: settingsOf(), runs: 10, seed: 1 })
    expect(told.map(({ step, entryId, before, divisor, after }) => [step, entryId, before, divisor, after])).toEqual([
      ['DIVIDED', 'alps', 10, 100, 100],
      ['DIVIDED', 'coast', 30, 200, 150],
      ['DIVIDED', 'plain', 20, 0, null],
      ['DIVIDED', 'gap', 5, null, null],
    ])
    expect(told[0]).toMatchObject({ divisorTitle: 'Title of people', per: 1000, indicatorTitle: 'Title of jobs', entryTitle: 'Title of alps' })
  })

  it('leaves data in which nothing is divided as they are', () => {
    const plain = dataOf(full)
    expect(divided(plain)).toBe(plain)
  })

  it('has its faults at the place of the indicator in the benchmark', () => {
    const none = dataOf({ alps: [10, 100, 1], coast: [30, 200, 1] }, indicators)
    expect(editionFaults(none, settingsOf())).toMatchObject([{ path: ['indicators', 2], code: 'NO_VARIANCE' }])
    const without = dataOf({ alps: [10, null, 1], coast: [30, null, 2] }, indicators)
    expect(editionFaults(without, settingsOf())).toMatchObject([{ path: ['indicators', 0], code: 'INDICATOR_WITHOUT_VALUES' }])
  })
})

describe('an edition of levels', () => {
  const indicators = [
    indicatorOf('jobs', { weight: 3, pillarId: 'people' }),
    indicatorOf('firms', { weight: 1, pillarId: 'people' }),
    indicatorOf('roads', { weight: 1, pillarId: 'places' }),
    indicatorOf('trust', { weight: 1 }),
  ]
  const pillars = [pillarOf('people', { aboveId: 'inner' }), pillarOf('places', { weight: 3, aboveId: 'inner' }), pillarOf('inner', { weight: 4 })]
  const table = { alps: [1, null, 4, 9], coast: [2, 30, 2, 3], plain: [4, 20, 1, 6], plan: [null, null, 4, 9] }
  const data = { ...dataOf(table, indicators, ['plan']), pillars }
  const computed = (more: Partial<EditionSettings> = {}) => computeEdition({ data, settings: settingsOf(more), runs: 50, seed: 3 })
  const scoresOf = (id: string) => computed().units.find(({ entryId }) => entryId === id)

  it('hands the methods its tree from below, and weights that are relative at each level', () => {
    const input = (more: Partial<EditionSettings> = {}) => uncertaintyInput({ data, settings: settingsOf(more), runs: 10, seed: 1 })
    expect(Object.entries(input().structure ?? {})).toEqual([
      ['people', ['jobs', 'firms']],
      ['places', ['roads']],
      ['inner', ['people', 'places']],
      ['index', ['inner', 'trust']],
    ])
    expect(input().weights).toEqual({ jobs: 3, firms: 1, roads: 1, trust: 1, people: 1, places: 3, inner: 4 })
    expect(input({ weighting: 'EQUAL' })).not.toHaveProperty('weights')
  })

  it('stores a score and a rank at each level; a gap stays within its pillar, a pillar without values is unknown', () => {
    // People: (0 × 3) / 3; places: 100; inner: (0 + 3 × 100) / 4; index: (4 × 75 + 100) / 5.
    expect(scoresOf('alps')).toMatchObject({
      score: 80,
      pillars: [
        { pillarId: 'people', score: 0, rank: 3 },
        { pillarId: 'places', score: 100, rank: 1 },
        { pillarId: 'inner', score: 75, rank: 1 },
      ],
    })
    expect(scoresOf('plan')?.pillars).toEqual([
      { pillarId: 'people', score: null, rank: null },
      { pillarId: 'places', score: 100, rank: 1 },
      { pillarId: 'inner', score: 100, rank: 1 },
    ])
    expect(editionTable(data, computed()).map((row) => row.slice(15))).toEqual([
      ['score: Title of people', 'score: Title of places', 'score: Title of inner'],
      ...computed().units.map((unit) => unit.pillars?.map(({ score }) => score)),
    ])
  })

  it('says what each part weighs, at its level and in the index, and between what its weight was drawn', () => {
    const weights = computed({ weightDoubt: 0.25 }).weights ?? []
    const of = (id: string) => weights.find((range) => range.id === id)
    expect(of('jobs')).toEqual({ id: 'jobs', share: 0.75, shareFrom: 2.25 / 3.5, shareTo: 3.75 / 4.5, effective: expect.closeTo(0.75 * 0.25 * 0.8, 12) })
    expect(of('roads')).toMatchObject({ share: 1, shareFrom: 1, shareTo: 1, effective: expect.closeTo(0.6, 12) })
    expect(of('inner')).toMatchObject({ share: 0.8, effective: 0.8 })
    expect(computed().units[0]?.contributions.map(({ weight }) => weight)).toEqual([0.15, 0.05, 0.6, 0.2].map((weight) => expect.closeTo(weight, 12)))
    expect(computed({ weighting: 'EQUAL' }).weights?.find(({ id }) => id === 'trust')).toMatchObject({ share: 0.5, shareFrom: 0.5, shareTo: 0.5 })
  })

  it('draws doubt only where there is any', () => {
    expect(varyOf(data, settingsOf({ normalisationDoubt: 'NONE', aggregationDoubt: false, missingDoubt: false }))).toEqual({})
    expect(varyOf(data, settingsOf({ normalisationDoubt: 'MIN_MAX_OR_DISTANCE', aggregationDoubt: true }))).toMatchObject({
      normalisation: ['minmax', 'standard'],
      aggregation: ['arithmetic', 'geometric'],
      missing: ['exclude', 'mean', 'median'],
    })
  })

  it('of one level says nothing of levels', () => {
    const flat = computeEdition({ data: dataOf(full), settings: settingsOf(), runs: 50, seed: 3 })
    expect(JSON.stringify(flat)).not.toMatch(/pillar|"weights"/)
  })
})

describe('an edition in several threads', () => {
  it('takes as many as it is worth', () => {
    const threads = (units: number, indicators: number) => threadsFor({ units: Array(units).fill('u'), values: [Array(indicators).fill(1)], runs: 10_000 })
    expect(threads(30, 6)).toBe(1)
    expect(threads(500, 50)).toBe(Math.min(12, availableParallelism()))
  })
})

describe('what keeps a benchmark from being computed', () => {
  const codes = (data: FrozenData, settings = settingsOf()) => editionFaults(data, settings).map(({ path, code }) => `${code} at ${path.join('.')}`)

  it('is nothing for one that is whole', () => {
    expect(codes(dataOf(full))).toEqual([])
    expect(codes(dataOf(full), settingsOf({ normalisation: 'Z_SCORE' }))).toEqual([])
  })

  it.each<[string, FrozenData, Partial<EditionSettings>, string[]]>([
    ['no indicator', dataOf(full, []), {}, ['NO_INDICATORS at indicators']],
    ['one that has begun', dataOf({ alps: [1, 2], plan: [3, 4] }, undefined, ['plan']), {}, ['ONE_UNIT_ONLY at entries']],
    [
      'weights that are all 0',
      dataOf(full, [indicatorOf('jobs', { weight: 0 }), indicatorOf('firms', { weight: 0 })]),
      {},
      ['WEIGHTS_ZERO at indicators.weight'],
    ],
    ['one value for all', dataOf({ alps: [1, 7], coast: [2, 7] }), {}, ['NO_VARIANCE at indicators.1']],
    ['an indicator without values', dataOf({ alps: [1, null], coast: [2, null] }), {}, ['INDICATOR_WITHOUT_VALUES at indicators.1']],
    ['an entry without values', dataOf({ ...full, sea: [null, null] }), {}, ['ENTRY_WITHOUT_VALUES at entries.3']],
    ['a planned one without values', dataOf({ ...full, plan: [null, null] }, undefined, ['plan']), {}, ['ENTRY_WITHOUT_VALUES at entries.3']],
    [
      'no goalposts',
      dataOf(full),
      { normalisation: 'GOALPOST' },
      ['GOALPOST_NEEDED at indicators.0.goalpostLow', 'GOALPOST_NEEDED at indicators.1.goalpostLow'],
    ],
    ['a geometric mean of distances', dataOf(full), { aggregation: 'GEOMETRIC', normalisation: 'Z_SCORE' }, ['GEOMETRIC_NEEDS_POSITIVE at aggregation']],
  ])('%s', (_, data, settings, expected) => {
    expect(codes(data, settingsOf(settings))).toEqual(expected)
  })

  it('is a goalpost that is missing, or not above the other', () => {
    const withPosts = (goalpostLow: number | null, goalpostHigh: number | null) =>
      codes(
        dataOf(full, [indicatorOf('jobs', { goalpostLow, goalpostHigh }), indicatorOf('firms', { weight: 0.5, goalpostLow: 0, goalpostHigh: 9 })]),
        settingsOf({ normalisation: 'GOALPOST' }),
      )
    expect(withPosts(1, 2)).toEqual([])
    expect(withPosts(1, null)).toEqual(['GOALPOST_NEEDED at indicators.0.goalpostHigh'])
    expect(withPosts(2, 2)).toEqual(['GOALPOSTS_CROSSED at indicators.0.goalpostHigh'])
    expect(withPosts(3, 2)).toEqual(['GOALPOSTS_CROSSED at indicators.0.goalpostHigh'])
  })

  it('is not that weights make another sum than 1', () => {
    expect(codes(dataOf(full, [indicatorOf('jobs', { weight: 1 / 3 }), indicatorOf('firms', { weight: 7 })]))).toEqual([])
  })

  it('is a pillar without indicators, or whose parts all weigh nothing', () => {
    const pillars = [pillarOf('people'), pillarOf('empty'), pillarOf('nothing')]
    const indicators = [indicatorOf('jobs', { pillarId: 'people' }), indicatorOf('firms', { pillarId: 'nothing', weight: 0 })]
    expect(codes({ ...dataOf(full, indicators), pillars })).toEqual(['PILLAR_EMPTY at pillars.1', 'WEIGHTS_ZERO at pillars.2.weight'])
  })

  it('asks nothing of an indicator that counts for nothing', () => {
    const data = dataOf({ alps: [1, 7], coast: [2, 7] }, [indicatorOf('jobs', { weight: 1 }), indicatorOf('firms', { weight: 0 })])
    expect(codes(data)).toEqual([])
    expect(codes(data, settingsOf({ weighting: 'EQUAL' }))).toEqual(['NO_VARIANCE at indicators.1'])
  })
})

describe('peers', () => {
  const profile = (id: string, normalised: readonly (number | null)[], more: Partial<FrozenEntry> = {}) => ({
    entry: entryOf(id, more),
    values: normalised,
    normalised,
  })
  const like = { regionPerformance: 'STRONG', thematicAreaId: 'energy' } as const
  const self = profile('self', [0, 0], like)
  const names = (...others: ReturnType<typeof profile>[]) => findPeers(self, [self, ...others]).map(({ entryId }) => entryId)

  it('are first those that share most, then the nearest, then by title', () => {
    const far = profile('far', [1, 1], like)
    const near = profile('near', [0.1, 0], { regionPerformance: 'STRONG' })
    const nearer = profile('nearer', [0, 0], { kind: 'REGION' })
    const unknown = profile('unknown', [null, null], like)
    expect(names(nearer, near, unknown, far)).toEqual(['far', 'unknown', 'near', 'nearer'])
    expect(names(profile('b', [1, 1], like), profile('a', [1, 1], like))).toEqual(['a', 'b'])
  })

  it('are at most five, and none that is planned', () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => profile(id, [1, 1], like))
    expect(names(...many)).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(names(profile('plan', [0, 0], { ...like, kind: 'PROSPECTIVE' }))).toEqual([])
  })

  it('say what they share, and how far they are over what both have', () => {
    expect(findPeers(self, [profile('other', [0.6, null], { regionPerformance: 'STRONG' })])).toEqual([
      { ...{ entryId: 'other', title: 'Title of other', sameRegionPerformance: true, sameKind: true, sameThematicArea: false }, distance: 0.6 },
    ])
    const [stranger] = findPeers(profile('x', [1, null]), [profile('y', [null, 1])])
    expect(stranger).toMatchObject({ sameRegionPerformance: false, sameThematicArea: false, distance: null })
    const [both] = findPeers(profile('x', [0, 0]), [profile('y', [0.3, 0.4])])
    expect(both?.distance).toBeCloseTo(Math.sqrt((0.09 + 0.16) / 2), 12)
  })
})

describe('a computed edition', () => {
  const data = dataOf({ ...full, plan: [8, 20] }, [indicatorOf('jobs'), indicatorOf('firms', { unit: 'per year' })], ['plan'])
  const result = computeEdition({ data, settings: settingsOf(), runs: 50, seed: 3 })
  const unit = (id: string) => result.units.find(({ entryId }) => entryId === id)

  it('has each entry once, planned ones marked and last, in their thirds', () => {
    expect(result.units.map(({ entryId, planned: isPlanned }) => [entryId, isPlanned])).toEqual([
      ['alps', false],
      ['coast', false],
      ['plain', false],
      ['plan', true],
    ])
    expect([thirdOf(1, 3), thirdOf(1.5, 3), thirdOf(2, 3), thirdOf(3, 3)]).toEqual(['FIRST', 'MIDDLE', 'MIDDLE', 'LAST'])
    expect([thirdOf(2, 4), thirdOf(3, 4), thirdOf(4, 4)]).toEqual(['FIRST', 'MIDDLE', 'LAST'])
  })

  it('names the version by which it was made before, with the same figures', () => {
    expect(computeEdition({ data, settings: settingsOf(), runs: 50, seed: 3, methodVersion: '0.0.9' })).toEqual({ ...result, methodVersion: '0.0.9' })
  })

  it('puts values between the worst and the best of the ranked ones; a planned one may lie beyond', () => {
    const normalised = (id: string) => unit(id)?.contributions.map((part) => part.normalised)
    expect([normalised('alps'), normalised('plain'), normalised('plan')]).toEqual([
      [0, 0],
      [1, 0.5],
      [7 / 3, 0.5],
    ])
  })

  it('scores make the sum of what each indicator adds', () => {
    for (const { score, contributions } of result.units)
      expect(contributions.reduce((sum, part) => sum + part.contribution, 0)).toBeCloseTo(score ?? Number.NaN, 10)
    expect(unit('plain')?.contributions.map(({ value, weight }) => [value, weight])).toEqual([
      [4, 0.5],
      [20, 0.5],
    ])
  })

  it('is a table with a row for each and a column for each indicator', () => {
    const [header, alps] = editionTable(data, result)
    expect(header?.slice(11)).toEqual(['Title of jobs', 'Title of firms (per year)'])
    const found = unit('alps')
    expect(alps).toEqual([
      'Title of alps',
      'PILOT',
      null,
      false,
      found?.score,
      found?.rank,
      found?.medianRank,
      found?.rankFrom,
      found?.rankTo,
      found?.firstThird,
      found?.group,
      1,
      10,
    ])
  })
})
