import { added, addedLike, type Changes, changed, logged, ME, MOMENT, NEW_ID, SECRET } from '../../support/verbs/changes.js'
import type { Row } from '../../support/verbs/deeds.js'
import { describeRoom } from '../../support/verbs/describe-room.js'
import { DEMONSTRATION, members, type Person, REGION } from '../../support/verbs/people.js'
import type { RecordRow } from '../../support/verbs/record-rows.js'
import { verb } from '../../support/verbs/verb-rows.js'
import type { World } from '../../support/verbs/world.js'

const composers = ['leadPartner', 'evaluator', 'otherEvaluator'] as const
const states = ['COMPUTING', 'READY', 'FAILED', 'CANCELLED', 'PUBLISHED'] as const

/** A benchmark of two initiatives by two indicators, all values there. */
async function filled(world: World, values: Row = {}, indicator: Row = {}) {
  const benchmark_id = await world.put('benchmark', values)
  const indicators = [await world.put('benchmark_indicator', { benchmark_id, ...indicator }), await world.put('benchmark_indicator', { benchmark_id })]
  const entries = [await world.put('benchmark_entry', { benchmark_id }), await world.put('benchmark_entry', { benchmark_id })]
  for (const [row, entry_id] of entries.entries()) {
    for (const [column, indicator_id] of indicators.entries()) await world.put('benchmark_value', { entry_id, indicator_id, value: 1 + row * (column + 1) })
  }
  return { benchmark_id, indicators, entries }
}

const settings = {
  ...{ normalisation: 'MIN_MAX', aggregation: 'ARITHMETIC', missingValues: 'LEAVE_OUT', outliers: 'NONE' },
  ...{ weighting: 'EQUAL', weightsDecidedBy: null, weightDoubt: 0.25, normalisationDoubt: 'ALL', aggregationDoubt: true, missingDoubt: true },
}

const freeze = ({ benchmark_id }: { benchmark_id: string }) => ({ benchmarkId: benchmark_id, title: ' Spring ' })

/** A benchmark that cannot be frozen, and the code that says why. */
const unfit = (state: string, code: string, make: (world: World) => Promise<{ benchmark_id: string }>) =>
  verb({ verb: 'createBenchmarkEdition', state, make, with: freeze, by: composers, refused: code })

const after =
  (sql: string, values: Row = {}, indicator: Row = {}) =>
  async (world: World) => {
    const made = await filled(world, values, indicator)
    await world.db.query(sql, [made.benchmark_id])
    return made
  }

const NOTHING = 'SELECT $1::uuid'
const ofEntries = 'entry_id IN (SELECT id FROM benchmark_entry WHERE benchmark_id = $1)'
const firstIndicator = 'indicator_id = (SELECT id FROM benchmark_indicator WHERE benchmark_id = $1 ORDER BY position LIMIT 1)'

const freezeRows = [
  verb({
    verb: 'createBenchmarkEdition',
    make: (world) => filled(world),
    with: freeze,
    by: composers,
    changes: ({ benchmark_id }) => ({
      benchmark_edition: [
        added({
          ...{ benchmark_id, number: 1, title: 'Spring', state: 'COMPUTING', runs: 100, seed: 1, method_version: SECRET },
          ...{ frozen_at: MOMENT, frozen_by_id: ME, settings },
        }),
      ],
      benchmark_edition_data: [addedLike({ edition_id: NEW_ID })],
      job: [added({ asked_by_id: ME, kind: 'BENCHMARK_EDITION', record_id: NEW_ID, state: 'WAITING', progress: 0, resumed: false })],
    }),
    bad: { 'a benchmark of nothing': { with: { benchmarkId: REGION }, code: 'NOT_FOUND' } },
  }),
  unfit('archived', 'ARCHIVED', after(NOTHING, { archived_at: 'now' })),
  unfit('without indicators', 'NO_INDICATORS', async (world) => ({ benchmark_id: await world.put('benchmark') })),
  unfit(
    'of one initiative',
    'ONE_UNIT_ONLY',
    after(`UPDATE benchmark_entry SET archived_at = now() WHERE id = (SELECT min(id::text)::uuid FROM benchmark_entry WHERE benchmark_id = $1)`),
  ),
  unfit(
    'with weights that are all 0',
    'WEIGHTS_ZERO',
    after('UPDATE benchmark_indicator SET weight = 0 WHERE benchmark_id = $1', { weighting: 'GIVEN', weights_decided_by: 'All' }),
  ),
  unfit('with a pillar without indicators', 'PILLAR_EMPTY', async (world) => {
    const made = await filled(world)
    await world.put('benchmark_pillar', { benchmark_id: made.benchmark_id })
    return made
  }),
  unfit('without goalposts', 'GOALPOST_NEEDED', after(NOTHING, { normalisation: 'GOALPOST' })),
  unfit(
    'with goalposts that are crossed',
    'GOALPOSTS_CROSSED',
    after(`UPDATE benchmark_indicator SET goalpost_low = 2, goalpost_high = 1 WHERE benchmark_id = $1`, { normalisation: 'GOALPOST' }),
  ),
  unfit(
    'with an initiative without values',
    'ENTRY_WITHOUT_VALUES',
    after(`INSERT INTO benchmark_entry (id, version, created_at, updated_at, project_id, benchmark_id, kind, title)
    SELECT gen_random_uuid(), 1, now(), now(), project_id, id, 'ONGOING', 'Empty' FROM benchmark WHERE id = $1`),
  ),
  unfit(
    'with an indicator without values',
    'INDICATOR_WITHOUT_VALUES',
    after(`UPDATE benchmark_value SET value = NULL WHERE ${ofEntries} AND ${firstIndicator}`),
  ),
  unfit('with values that are all the same', 'NO_VARIANCE', after(`UPDATE benchmark_value SET value = 7 WHERE ${ofEntries} AND ${firstIndicator}`)),
  unfit('geometric over distances', 'GEOMETRIC_NEEDS_POSITIVE', after(NOTHING, { aggregation: 'GEOMETRIC', normalisation: 'Z_SCORE' })),
  unfit('with a pilot that only its own partner sees', 'PILOT_NOT_SHARED', async (world) => {
    const made = await filled(world)
    await world.set('benchmark_entry', made.entries[0] ?? '', { kind: 'PILOT', pilot_id: await world.put('pilot', { audience: 'OWN' }) })
    return made
  }),
]

interface EditionMove {
  readonly name: string
  readonly from: string
  readonly to: string
  readonly by: readonly Person[]
  readonly writes: Readonly<Record<string, readonly [unknown, unknown]>>
  readonly beside: (job: string) => Changes
}

/** An edition in a state, with the job that computes it. */
const edition = (state: string) => async (world: World) => {
  const id = await world.put('benchmark_edition', { state, published_at: state === 'PUBLISHED' ? '2014-04-01T00:00:00Z' : null })
  return { id, job: await world.put('job', { record_id: id, created_at: 'now' }) }
}

const editionMoves: readonly EditionMove[] = [
  {
    ...{ name: 'cancelBenchmarkEdition', from: 'COMPUTING', to: 'CANCELLED', by: composers, writes: {} },
    beside: (job) => ({ job: [changed(job, { state: ['WAITING', 'CANCELLED'], ended_at: [null, MOMENT] })] }),
  },
  {
    name: 'publishBenchmarkEdition',
    from: 'READY',
    to: 'PUBLISHED',
    by: ['leadPartner'],
    writes: { published_at: [null, MOMENT] },
    beside: () => ({}),
  },
  {
    name: 'withdrawBenchmarkEdition',
    from: 'PUBLISHED',
    to: 'READY',
    by: ['leadPartner'],
    writes: { published_at: [MOMENT, null] },
    beside: () => ({}),
  },
]

/** A published edition is read by anyone: whoever is not of the project learns that it is not theirs. */
const outside = (state: string) => (state === 'PUBLISHED' ? { administrator: 'NOT_YOURS', elsewhere: 'NOT_YOURS' } : {})

const moveRows = editionMoves.flatMap(({ name, from, to, by, writes, beside }) =>
  states.map((state) =>
    verb({
      verb: name,
      state,
      make: edition(state),
      with: ({ id }) => ({ id, version: 1 }),
      by,
      answers: outside(state),
      ...(state === from ? {} : { refused: 'WRONG_STATE' }),
      changes: ({ id, job }) => ({ benchmark_edition: [changed(id, { state: [from, to], ...writes })], ...beside(job) }),
    }),
  ),
)

const otherRows = [
  verb({
    verb: 'publishBenchmarkEdition',
    state: 'READY with a pilot that only its own partner sees',
    make: async (world) => {
      const { id } = await edition('READY')(world)
      const entry_id = await world.put('benchmark_entry', { kind: 'PILOT', pilot_id: await world.put('pilot', { audience: 'OWN' }) })
      const figures = { rank: 1, median_rank: 1, rank_from: 1, rank_to: 1, first_third: 1, rank_group: 'FIRST', planned: false, contributions: {}, peers: {} }
      await world.put('benchmark_result', { edition_id: id, entry_id, title: 'x', kind: 'PILOT', ...figures })
      return { id }
    },
    with: ({ id }) => ({ id, version: 1 }),
    by: ['leadPartner'],
    refused: 'PILOT_NOT_SHARED',
  }),
  verb({
    verb: 'recomputeBenchmarkEdition',
    state: 'COMPUTING',
    make: edition('COMPUTING'),
    with: ({ id }) => ({ id }),
    by: [...members, 'token', 'seeingAs'],
    refused: 'NO_RESULT',
  }),
]

const csv =
  (row: string) =>
  ({ benchmark_id, title }: { benchmark_id: string; title: string }) => ({
    benchmarkId: benchmark_id,
    csv: `title,kind,region,source,${title}\n${row}`,
    replace: false,
    dryRun: false,
  })

async function importing(world: World) {
  const benchmark_id = await world.put('benchmark')
  const indicator_id = await world.put('benchmark_indicator', { benchmark_id, title: 'Firms' })
  const known = await world.put('benchmark_entry', { benchmark_id, title: 'Known' })
  const value = await world.put('benchmark_value', { entry_id: known, indicator_id })
  return { benchmark_id, indicator_id, title: 'Firms', known, value }
}

/** A table that is refused, by its text. */
const table = (text: string, code: string, at: string) => ({ with: { csv: text }, code, at })
const header = 'title,kind,region,description,source,source link,Firms\n'

const importRows = [
  verb({
    verb: 'importBenchmarkEntries',
    make: importing,
    with: csv('New,ongoing,xx01,Desk,"12,5"'),
    by: composers,
    changes: ({ benchmark_id, indicator_id }) => ({
      benchmark_entry: [added({ benchmark_id, title: 'New', kind: 'ONGOING', region_id: REGION, source: 'Desk' })],
      benchmark_value: [added({ entry_id: NEW_ID, indicator_id, value: 12.5, source: 'Desk' })],
      security_event: [logged('IMPORTED', { user_id: null })],
    }),
    after: ({ data }) => expect(data.importBenchmarkEntries).toEqual({ added: 1, changed: 0, values: 1, dryRun: false }),
    bad: {
      'no rows': table('title,kind\n', 'NO_ROWS', 'csv'),
      'no table': table('title,kind\n"open,ONGOING\n', 'UNREADABLE_FILE', 'csv'),
      'too many rows': table(`title,kind\n${'x,ONGOING\n'.repeat(2001)}`, 'TOO_MANY_ROWS', 'csv'),
      'no kind': table('title\nNew\n', 'COLUMN_MISSING', 'row.1.kind'),
      'an indicator that is none': table('title,kind,Banks\nNew,ONGOING,1\n', 'UNKNOWN_INDICATOR', 'row.1.Banks'),
      'a column twice': table('title,kind,Firms,Firms\nNew,ONGOING,1,2\n', 'DUPLICATE_KEY', 'row.1.Firms'),
      'a title twice': table(`${header}New,ONGOING,,,,,1\nNew,ONGOING,,,,,2\n`, 'DUPLICATE_KEY', 'row.3.title'),
      'no title': table(`${header},ONGOING,,,,,1\n`, 'REQUIRED', 'row.2.title'),
      'a title that is there': table(`${header}Known,ONGOING,,,,,1\n`, 'ALREADY_THERE', 'row.2.title'),
      'a kind that is none': table(`${header}New,DREAM,,,,,1\n`, 'UNKNOWN_KIND', 'row.2.kind'),
      'a pilot': table(`${header}New,PILOT,,,,,1\n`, 'PILOT_NEEDED', 'row.2.kind'),
      'a region without its code': table(`${header}New,REGION,,,,,1\n`, 'REGION_NEEDED', 'row.2.region'),
      'a region that is none': table(`${header}New,ONGOING,ZZ99,,,,1\n`, 'UNKNOWN_REGION', 'row.2.region'),
      'an address that is none': table(`${header}New,ONGOING,,,,leaflet,1\n`, 'NOT_AN_ADDRESS', 'row.2.source link'),
      'a value that is no number': table(`${header}New,ONGOING,,,,,many\n`, 'NOT_A_NUMBER', 'row.2.Firms'),
      'a long source': table(`${header}New,ONGOING,,,${'x'.repeat(301)},,1\n`, 'TOO_LONG', 'row.2.source'),
    },
  }),
  verb({
    verb: 'importBenchmarkEntries',
    state: 'in place of one that is there',
    make: importing,
    with: (made) => ({ ...csv('Known,ONGOING,,Desk,9')(made), replace: true }),
    by: composers,
    changes: ({ known, value }) => ({
      benchmark_entry: [changed(known, { source: [null, 'Desk'] })],
      benchmark_value: [changed(value, { value: [5, 9], source: [null, 'Desk'] })],
      security_event: [logged('IMPORTED', { user_id: null })],
    }),
  }),
  verb({
    verb: 'importBenchmarkEntries',
    state: 'by columns that are said',
    make: async (world) => {
      await world.db.query('DELETE FROM file_shape')
      return importing(world)
    },
    with: ({ benchmark_id }: { benchmark_id: string }) => ({
      benchmarkId: benchmark_id,
      csv: 'Nome\nNew',
      reading: { columns: [{ as: 'title', column: 'Nome' }], constants: [{ as: 'kind', text: 'ONGOING' }] },
      replace: false,
      dryRun: false,
    }),
    by: composers,
    changes: ({ benchmark_id }) => ({
      benchmark_entry: [added({ benchmark_id, title: 'New', kind: 'ONGOING' })],
      file_shape: [
        added({
          ...{ imported_as: 'ENTRIES', shape: SECRET, heading: 'Nome' },
          reading: { columns: [{ as: 'title', column: 'Nome' }], constants: [{ as: 'kind', text: 'ONGOING' }], only: [], yearsAsColumns: false },
        }),
      ],
      security_event: [logged('IMPORTED', { user_id: null })],
    }),
  }),
  verb({
    verb: 'importBenchmarkEntries',
    state: 'tried only',
    make: importing,
    with: (made) => ({ ...csv('New,ONGOING,,,1')(made), dryRun: true }),
    by: composers,
  }),
]

const all = 'create update archive delete'
const inProject = { projectId: DEMONSTRATION }
/** Indicators of one benchmark: one, another that a third is counted per, and one of another benchmark. */
async function divisors(world: World) {
  const benchmark_id = await world.put('benchmark')
  const people = await world.put('benchmark_indicator', { benchmark_id, title: 'People' })
  return {
    id: await world.put('benchmark_indicator', { benchmark_id, title: 'Firms' }),
    people,
    divided: await world.put('benchmark_indicator', { benchmark_id, title: 'Jobs', denominator_id: people }),
    elsewhere: await world.put('benchmark_indicator', { title: 'Roads' }),
  }
}

const ofBenchmark = async (world: World) => ({ benchmark_id: await world.put('benchmark') })
const initial = {
  ...{ status: 'DRAFT', normalisation: 'MIN_MAX', aggregation: 'ARITHMETIC', missing_values: 'LEAVE_OUT', outliers: 'NONE' },
  ...{ weighting: 'EQUAL', weight_doubt: 0.25, normalisation_doubt: 'ALL', aggregation_doubt: true, missing_doubt: true, runs: 10_000, seed: 1 },
}

const records: readonly RecordRow[] = [
  {
    record: 'Benchmark',
    table: 'benchmark',
    verbs: all,
    by: composers,
    within: async (world) => void (await world.db.query("DELETE FROM benchmark WHERE title = 'New'")) as unknown as Row,
    create: () => ({ ...inProject, title: 'New', purpose: 'Learn', compares: 'Schemes' }),
    created: () => ({ title: 'New', purpose: 'Learn', compares: 'Schemes', ...initial }),
    update: { status: 'CLOSED', weighting: 'GIVEN', weightsDecidedBy: 'All' },
    updated: { status: ['IN_USE', 'CLOSED'], weighting: ['EQUAL', 'GIVEN'], weights_decided_by: [null, 'All'] },
    bad: {
      'weights that nobody decided': { of: 'update', with: { weighting: 'GIVEN' }, code: 'DECIDER_NEEDED', at: 'weightsDecidedBy' },
      'too many runs': { of: 'update', with: { runs: 50_001 }, code: 'TOO_LARGE', at: 'runs' },
    },
  },
  {
    record: 'BenchmarkIndicator',
    table: 'benchmark_indicator',
    verbs: all,
    by: composers,
    within: ofBenchmark,
    create: ({ benchmark_id }) => ({ ...inProject, benchmarkId: benchmark_id, title: 'Firms', direction: 'MORE' }),
    created: ({ benchmark_id }) => ({ benchmark_id, position: 1, title: 'Firms', direction: 'MORE', weight: 1 }),
    update: { goalpostLow: 0, goalpostHigh: 10 },
    updated: { goalpost_low: [null, 0], goalpost_high: [null, 10] },
    bad: {
      'one goalpost': { of: 'update', with: { goalpostLow: 0 }, code: 'BOTH_GOALPOSTS', at: 'goalpostHigh' },
      'goalposts that are crossed': { of: 'update', with: { goalpostLow: 2, goalpostHigh: 1 }, code: 'GOALPOSTS_CROSSED', at: 'goalpostHigh' },
      'a goalpost in the band': {
        ...{ of: 'update', code: 'GOALPOST_IN_BAND', at: 'goalpostLow' },
        with: { direction: 'BAND', bandLow: 1, bandHigh: 2, goalpostLow: 1.5, goalpostHigh: 3 },
      },
      'a bound without a band': { of: 'update', with: { bandHigh: 2 }, code: 'BAND_BOUNDS', at: 'bandHigh' },
    },
  },
  {
    record: 'BenchmarkPillar',
    table: 'benchmark_pillar',
    verbs: all,
    by: composers,
    within: ofBenchmark,
    create: ({ benchmark_id }) => ({ ...inProject, benchmarkId: benchmark_id, title: 'People' }),
    created: ({ benchmark_id }) => ({ benchmark_id, position: 1, title: 'People', weight: 1 }),
    update: { weight: 0.333333333333333, definition: 'Who works here' },
    updated: { weight: [1, 0.333333333333333], definition: [null, 'Who works here'] },
    bad: { 'a weight of 17 digits': { of: 'update', with: { weight: 1 / 3 + 1e-16 }, code: 'TOO_MANY_DIGITS', at: 'weight' } },
  },
  {
    record: 'BenchmarkEntry',
    table: 'benchmark_entry',
    verbs: all,
    by: composers,
    within: ofBenchmark,
    create: ({ benchmark_id }) => ({ ...inProject, benchmarkId: benchmark_id, kind: 'ONGOING', title: 'Scheme' }),
    created: ({ benchmark_id }) => ({ benchmark_id, kind: 'ONGOING', title: 'Scheme' }),
    update: { kind: 'REGION', regionId: REGION },
    updated: { kind: ['ONGOING', 'REGION'], region_id: [null, REGION] },
    bad: {
      'a pilot that is not named': { of: 'update', with: { kind: 'PILOT' }, code: 'PILOT_NEEDED', at: 'pilotId' },
      'a region that is not named': { of: 'update', with: { kind: 'REGION' }, code: 'REGION_NEEDED', at: 'regionId' },
      'an address that is none': { of: 'update', with: { sourceLink: 'ftp://example.org' }, code: 'NOT_AN_ADDRESS', at: 'sourceLink' },
    },
  },
  {
    record: 'BenchmarkValue',
    table: 'benchmark_value',
    verbs: all,
    by: composers,
    within: async (world) => {
      const { benchmark_id } = await ofBenchmark(world)
      return { entry_id: await world.put('benchmark_entry', { benchmark_id }), indicator_id: await world.put('benchmark_indicator', { benchmark_id }) }
    },
    create: ({ entry_id, indicator_id }) => ({ ...inProject, entryId: entry_id, indicatorId: indicator_id, value: 3 }),
    created: ({ entry_id, indicator_id }) => ({ entry_id, indicator_id, value: 3 }),
    update: { value: null, source: 'Nobody knows' },
    updated: { value: [5, null], source: [null, 'Nobody knows'] },
    bad: { 'a day that is none': { of: 'update', with: { onDay: '2014-02-30' }, code: 'NOT_A_DAY', at: 'onDay' } },
  },
]

/** A value that names a measurement of a pilot, and an entry of that pilot or of none. */
async function measuredValue(world: World, ofPilot: boolean) {
  const pilot_id = await world.put('pilot')
  const indicator = await world.put('indicator', { pilot_id })
  const measurement = await world.put('measurement', { indicator_id: indicator, contributor_id: await world.put('contributor', { indicator_id: indicator }) })
  const benchmark_id = await world.put('benchmark')
  const entry_id = await world.put('benchmark_entry', { benchmark_id, ...(ofPilot ? { kind: 'PILOT', pilot_id } : {}) })
  const id = await world.put('benchmark_value', { entry_id, indicator_id: await world.put('benchmark_indicator', { benchmark_id }) })
  return { id, entry_id, measurement, pilot_id }
}

/** A pillar with another within it, and a third beside them. */
async function pillars(world: World) {
  const { benchmark_id } = await ofBenchmark(world)
  const id = await world.put('benchmark_pillar', { benchmark_id })
  return {
    benchmark_id,
    id,
    within: await world.put('benchmark_pillar', { benchmark_id, above_id: id }),
    beside: await world.put('benchmark_pillar', { benchmark_id }),
  }
}

const movePillar = (to: 'id' | 'within' | 'beside') => (made: Awaited<ReturnType<typeof pillars>>) => ({
  id: made.id,
  version: 1,
  input: { aboveId: made[to] },
})

const pillarRows = [
  verb({
    verb: 'updateBenchmarkPillar',
    state: 'moved into another',
    make: pillars,
    with: movePillar('beside'),
    by: composers,
    changes: ({ id, beside }) => ({ benchmark_pillar: [changed(id, { above_id: [null, beside] })] }),
  }),
  verb({ verb: 'updateBenchmarkPillar', state: 'moved into itself', make: pillars, with: movePillar('id'), by: composers, refused: 'PART_OF_ITSELF' }),
  verb({
    verb: 'updateBenchmarkPillar',
    state: 'moved into its own part',
    make: pillars,
    with: movePillar('within'),
    by: composers,
    refused: 'PART_OF_ITSELF',
  }),
  verb({
    verb: 'updateBenchmarkPillar',
    state: 'moved into a pillar of another benchmark',
    make: async (world) => ({ ...(await pillars(world)), beside: await world.put('benchmark_pillar') }),
    with: movePillar('beside'),
    by: composers,
    refused: 'PILLAR_ELSEWHERE',
  }),
  verb({
    verb: 'archiveBenchmarkPillar',
    state: 'with a pillar within it',
    make: pillars,
    with: ({ id }) => ({ id, version: 1 }),
    by: composers,
    refused: 'PILLAR_IN_USE',
  }),
  verb({
    verb: 'updateBenchmarkIndicator',
    state: 'moved into a pillar',
    make: async (world) => {
      const { benchmark_id, within } = await pillars(world)
      return { id: await world.put('benchmark_indicator', { benchmark_id }), within }
    },
    with: ({ id, within }) => ({ id, version: 1, input: { pillarId: within } }),
    by: composers,
    changes: ({ id, within }) => ({ benchmark_indicator: [changed(id, { pillar_id: [null, within] })] }),
  }),
  verb({
    verb: 'updateBenchmarkIndicator',
    state: 'moved into a pillar of another benchmark',
    make: async (world) => ({ id: await world.put('benchmark_indicator'), within: (await pillars(world)).within }),
    with: ({ id, within }) => ({ id, version: 1, input: { pillarId: within } }),
    by: composers,
    refused: 'PILLAR_ELSEWHERE',
  }),
  verb({
    verb: 'updateBenchmarkIndicator',
    state: 'counted per another one',
    make: divisors,
    with: ({ id, people }) => ({ id, version: 1, input: { denominatorId: people, per: 1000 } }),
    by: composers,
    changes: ({ id, people }) => ({ benchmark_indicator: [changed(id, { denominator_id: [null, people], per: [null, 1000] })] }),
    bad: { 'per so many of nothing': { with: { input: { per: 1000 } }, code: 'PER_OF_NOTHING', at: 'per' } },
  }),
  ...(
    [
      ['counted per itself', 'id', 'DENOMINATOR_ELSEWHERE'],
      ['counted per one of another benchmark', 'elsewhere', 'DENOMINATOR_ELSEWHERE'],
      ['counted per one that is counted per another', 'divided', 'DENOMINATOR_CHAIN'],
    ] as const
  ).map(([state, by, refused]) =>
    verb({
      verb: 'updateBenchmarkIndicator',
      state,
      make: divisors,
      with: (made) => ({ id: made.id, version: 1, input: { denominatorId: made[by] } }),
      by: composers,
      refused,
    }),
  ),
  verb({
    verb: 'updateBenchmarkIndicator',
    state: 'that others are counted per, counted per another',
    make: async (world) => {
      const { people, id } = await divisors(world)
      return { id: people, other: id }
    },
    with: ({ id, other }) => ({ id, version: 1, input: { denominatorId: other } }),
    by: composers,
    refused: 'DENOMINATOR_CHAIN',
  }),
  verb({
    verb: 'archiveBenchmarkIndicator',
    state: 'that others are counted per',
    make: async (world) => ({ id: (await divisors(world)).people }),
    with: ({ id }) => ({ id, version: 1 }),
    by: composers,
    refused: 'DENOMINATOR_IN_USE',
  }),
]

const ruleRows = [
  verb({
    verb: 'updateBenchmarkValue',
    state: 'of a measurement',
    make: (world) => measuredValue(world, true),
    with: ({ id, measurement }) => ({ id, version: 1, input: { value: null, measurementId: measurement } }),
    by: composers,
    changes: ({ id, measurement }) => ({ benchmark_value: [changed(id, { value: [5, null], measurement_id: [null, measurement] })] }),
    bad: {},
  }),
  verb({
    verb: 'updateBenchmarkValue',
    state: 'of a measurement and of its own',
    make: (world) => measuredValue(world, true),
    with: ({ id, measurement }) => ({ id, version: 1, input: { measurementId: measurement } }),
    by: composers,
    refused: 'VALUE_FROM_MEASUREMENT',
  }),
  verb({
    verb: 'updateBenchmarkValue',
    state: 'of a measurement of another pilot',
    make: (world) => measuredValue(world, false),
    with: ({ id, measurement }) => ({ id, version: 1, input: { value: null, measurementId: measurement } }),
    by: composers,
    refused: 'OF_ANOTHER_PILOT',
  }),
  verb({
    verb: 'createBenchmarkValue',
    state: 'for an indicator of another benchmark',
    make: async (world) => ({ entry_id: await world.put('benchmark_entry'), indicator_id: await world.put('benchmark_indicator') }),
    with: ({ entry_id, indicator_id }) => ({ input: { ...inProject, entryId: entry_id, indicatorId: indicator_id, value: 3 } }),
    by: members,
    answers: { administrator: 'UNKNOWN_REFERENCE', elsewhere: 'UNKNOWN_REFERENCE' },
    refused: 'OF_ANOTHER_BENCHMARK',
  }),
  verb({
    verb: 'updateBenchmarkEntry',
    state: 'that is no pilot, with one',
    make: async (world) => ({ id: await world.put('benchmark_entry'), pilot_id: await world.put('pilot') }),
    with: ({ id, pilot_id }) => ({ id, version: 1, input: { pilotId: pilot_id } }),
    by: composers,
    refused: 'NOT_A_PILOT',
  }),
  verb({
    verb: 'updateBenchmarkEntry',
    state: 'of a pilot that only its own partner sees',
    make: async (world) => ({ id: await world.put('benchmark_entry'), pilot_id: await world.put('pilot', { audience: 'OWN' }) }),
    with: ({ id, pilot_id }) => ({ id, version: 1, input: { kind: 'PILOT', pilotId: pilot_id } }),
    by: ['leadPartner'],
    answers: { evaluator: 'UNKNOWN_REFERENCE', otherEvaluator: 'UNKNOWN_REFERENCE' },
    refused: 'PILOT_NOT_SHARED',
  }),
]

describeRoom('benchmarks', [...freezeRows, ...moveRows, ...otherRows, ...importRows, ...pillarRows, ...ruleRows], records)
