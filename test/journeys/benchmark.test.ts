import { demonstrationId, freeze, makeBenchmark, recompute, settled } from '../support/benchmarks.js'
import { connectEmbedded } from '../support/embedded-database.js'
import { type Answer, type Client, type Product, startProduct } from '../support/product.js'

let product: Product
let lead: Client
let evaluator: Client
let stranger: Client

beforeAll(async () => {
  product = await startProduct()
  lead = await product.client.as('lead')
  evaluator = await product.client.as('evaluator')
  stranger = product.client
})

afterAll(() => product.stop())

const faultsOf = (answer: Answer) => answer.errors?.[0]?.extensions.faults?.map(({ path, code }) => [path.join('.'), code])

const editionsOfDemo = '{ benchmarkEditions(orderBy: [{number: ASC}]) { nodes { id number title state newerDataExists resultHash demonstration } } }'

describe('the demonstration', () => {
  it('compares twelve initiatives in two editions, the second after two corrections, and places two that have not begun', async () => {
    const { data } = await lead.ask(`{ benchmarkEntries { totalCount } prospectiveInitiatives { totalCount nodes { title values { nodes { figure } } } }
      editions: benchmarkEditions(orderBy: [{number: ASC}]) { nodes { number title state newerDataExists demonstration results(first: 20) { nodes { title planned rank medianRank rankFrom rankTo firstThird rankGroup contributions { indicatorId } peers { title } } } } }
      real: benchmarks(filter: {project: {demonstration: {eq: false}}}) { totalCount } statistics: regionalStatistics(filter: {project: {demonstration: {eq: false}}}) { totalCount } }`)
    expect(data).toMatchObject({
      benchmarkEntries: { totalCount: 12 },
      prospectiveInitiatives: { totalCount: 2 },
      real: { totalCount: 0 },
      statistics: { totalCount: 0 },
    })
    const [first, second] = data.editions.nodes
    expect(first).toMatchObject({ number: 1, title: '2014-1', state: 'PUBLISHED', newerDataExists: true, demonstration: true })
    expect(second).toMatchObject({ number: 2, title: '2014-2', state: 'READY', newerDataExists: false })
    for (const { results } of [first, second]) {
      expect(results.nodes).toHaveLength(12)
      expect(results.nodes.filter(({ planned }: { planned: boolean }) => planned)).toHaveLength(2)
      for (const result of results.nodes) {
        expect(result.rankFrom).toBeLessThanOrEqual(result.medianRank)
        expect(result.medianRank).toBeLessThanOrEqual(result.rankTo)
        expect(result.contributions).toHaveLength(6)
        expect(result.peers.length).toBeGreaterThan(0)
        expect(result.peers.map((peer: { title: string }) => peer.title)).not.toContain(result.title)
      }
    }
    expect(second.results.nodes).not.toEqual(first.results.nodes)
  })

  it('opens every figure to its source: a measurement of a pilot, or what was entered', async () => {
    const { data } = await lead.ask(
      `{ benchmarkValues(first: 100, filter: {entry: {kind: {eq: PILOT}}}) { nodes { value figure source measurement { onDay value numerator denominator indicator { pilot { title } } } entry { title pilot { title } } } } }`,
    )
    const measured = data.benchmarkValues.nodes.filter((node: { measurement: unknown }) => node.measurement)
    expect(measured.length).toBeGreaterThanOrEqual(10)
    for (const { value, figure, measurement, entry } of measured) {
      expect(value).toBeNull()
      expect(figure).toBeCloseTo(measurement.value ?? measurement.numerator / measurement.denominator, 6)
      expect(measurement.indicator.pilot.title).toBe(entry.pilot.title)
    }
  })
})

describe('an edition', () => {
  it('is frozen, computed by a job, and computed anew to the same bytes', async () => {
    const id = await makeBenchmark(evaluator, { units: 12, indicators: 4, runs: 500 })
    const frozen = await freeze(evaluator, id)
    expect(frozen.data.createBenchmarkEdition).toMatchObject({ state: 'COMPUTING', number: 1 })
    const edition = await settled(evaluator, frozen.data.createBenchmarkEdition.id)
    expect(edition).toMatchObject({ state: 'READY', newerDataExists: false })
    const { data } = await evaluator.ask(
      'query ($id: String!) { jobs(filter: {recordId: {eq: $id}}) { nodes { kind state progress resumed startedAt endedAt } } }',
      { id: edition.id },
    )
    expect(data.jobs.nodes).toMatchObject([{ kind: 'BENCHMARK_EDITION', state: 'DONE', progress: 1, resumed: false }])
    expect(await recompute(evaluator, edition.id)).toMatchObject({ same: true, hash: edition.resultHash })
  })

  it('tells page by page what its steps did to which value, to whoever may read it', async () => {
    const id = await makeBenchmark(evaluator, { units: 12, indicators: 4, runs: 100, missingValues: 'MEDIAN' })
    const edition = await settled(evaluator, (await freeze(evaluator, id)).data.createBenchmarkEdition.id)
    const changes = (client: Client, more: object = {}) =>
      client.ask(
        `query ($id: ID!, $first: Int, $skip: Int) { benchmarkEditionChanges(editionId: $id, first: $first, skip: $skip) { totalCount
          nodes { step entryId entryTitle indicatorId indicatorTitle before after ofDistance skewness kurtosis } } }`,
        { id: edition.id, first: 25, skip: 0, ...more },
      )
    const { totalCount, nodes } = (await changes(evaluator)).data.benchmarkEditionChanges
    expect(nodes).toHaveLength(totalCount)
    expect(nodes[0]).toMatchObject({ step: 'FILLED_IN', entryTitle: 'Initiative 001', indicatorTitle: 'Indicator 1', before: null, after: expect.any(Number) })
    expect((await changes(lead, { first: 1, skip: totalCount - 1 })).data.benchmarkEditionChanges).toEqual({ totalCount, nodes: nodes.slice(-1) })
    expect(faultsOf(await changes(lead, { first: 101, skip: -1 }))).toEqual([
      ['first', 'TOO_LARGE'],
      ['skip', 'TOO_SMALL'],
    ])
    expect((await changes(stranger)).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  })

  it('stays as it is when a measurement is corrected afterwards, and says that newer data exists', async () => {
    const { data } = await lead.ask(
      `{ benchmarks { nodes { id title } } benchmarkValues(first: 1, filter: {entry: {title: {eq: "Skills scan with employers"}}, indicator: {title: {eq: "Days from request to answer"}}}) { nodes { id figure measurement { id } } } }`,
    )
    const benchmark = data.benchmarks.nodes.find(({ title }: { title: string }) => title === 'Pilot actions and like initiatives')
    const made = await freeze(lead, benchmark.id)
    const edition = await settled(lead, made.data.createBenchmarkEdition.id)
    expect(edition).toMatchObject({ state: 'READY', newerDataExists: false })
    const [value] = data.benchmarkValues.nodes
    const corrected = await (await product.client.as('partner-b')).ask(
      'mutation ($id: ID!) { correctMeasurement(id: $id, reason: "Two requests were left out", value: 71) { id } }',
      { id: value.measurement.id },
    )
    expect(corrected.errors).toBeUndefined()
    const after = await lead.ask(
      'query ($edition: ID!, $value: ID!) { benchmarkEdition(id: $edition) { newerDataExists resultHash } benchmarkValue(id: $value) { figure } }',
      { edition: edition.id, value: value.id },
    )
    expect(after.data).toEqual({ benchmarkEdition: { newerDataExists: true, resultHash: edition.resultHash }, benchmarkValue: { figure: 71 } })
    expect(await recompute(lead, edition.id)).toMatchObject({ same: true, hash: edition.resultHash })
    const next = await settled(lead, (await freeze(lead, benchmark.id)).data.createBenchmarkEdition.id)
    expect(next).toMatchObject({ state: 'READY', newerDataExists: false })
    expect(next.resultHash).not.toBe(edition.resultHash)
  })

  it('is cancelled while it is computed, and stays so', async () => {
    const id = await makeBenchmark(evaluator, { units: 60, indicators: 12, runs: 50_000 })
    const edition = (await freeze(evaluator, id)).data.createBenchmarkEdition.id
    const cancelled = await evaluator.ask('mutation ($id: ID!) { cancelBenchmarkEdition(id: $id) { state availableTransitions { key } } }', { id: edition })
    expect(cancelled.data.cancelBenchmarkEdition).toEqual({ state: 'CANCELLED', availableTransitions: [] })
    await new Promise((resolve) => setTimeout(resolve, 1500))
    const { data } = await evaluator.ask(
      'query ($id: ID!, $text: String!) { benchmarkEdition(id: $id) { state resultHash results { totalCount } } jobs(filter: {recordId: {eq: $text}}) { nodes { state } } }',
      { id: edition, text: edition },
    )
    expect(data).toEqual({ benchmarkEdition: { state: 'CANCELLED', resultHash: null, results: { totalCount: 0 } }, jobs: { nodes: [{ state: 'CANCELLED' }] } })
    const again = await evaluator.ask('mutation ($id: ID!) { cancelBenchmarkEdition(id: $id) { state } }', { id: edition })
    expect(faultsOf(again)).toEqual([['key', 'WRONG_STATE']])
  })
})

describe('a benchmark that cannot be computed says where', () => {
  const refused = async (settings: Record<string, unknown>, change?: (id: string) => Promise<unknown>) => {
    const id = await makeBenchmark(lead, { units: 3, indicators: 2, runs: 100, ...settings })
    await change?.(id)
    const answer = await freeze(lead, id)
    const { data } = await lead.ask('query ($id: ID!) { benchmarkEditions(filter: {benchmark: {id: {eq: $id}}}) { totalCount } }', { id })
    expect(data.benchmarkEditions.totalCount).toBe(0)
    return faultsOf(answer)
  }
  const editIndicator = (id: string, input: Record<string, unknown>, title = 'Indicator 1') => edit(id, 'Indicator', title, input)
  const edit = async (id: string, kind: 'Indicator', title: string, input: Record<string, unknown>) => {
    const found = await lead.ask(
      `query ($id: ID!, $title: String!) { benchmark${kind}s(filter: {benchmark: {id: {eq: $id}}, title: {eq: $title}}) { nodes { id version } } }`,
      { id, title },
    )
    const answer = await lead.ask(
      `mutation ($id: ID!, $version: Int!, $input: UpdateBenchmark${kind}Input!) { updateBenchmark${kind}(id: $id, version: $version, input: $input) { id } }`,
      { ...found.data[`benchmark${kind}s`].nodes[0], input },
    )
    return answer
  }

  it('weights that are all 0', async () => {
    const nothing = (id: string) => Promise.all([1, 2].map((place) => editIndicator(id, { weight: 0 }, `Indicator ${place}`)))
    expect((await refused({ weighting: 'GIVEN', weightsDecidedBy: 'The test' }, nothing))?.[0]).toEqual(['indicators.weight', 'WEIGHTS_ZERO'])
  })

  it('goalposts that are not there', async () => {
    expect(await refused({ normalisation: 'GOALPOST' })).toEqual([
      ['indicators.0.goalpostLow', 'GOALPOST_NEEDED'],
      ['indicators.1.goalpostLow', 'GOALPOST_NEEDED'],
    ])
  })

  it('goalposts that cross, at the indicator itself', async () => {
    const id = await makeBenchmark(lead, { units: 3, indicators: 2, runs: 100 })
    expect(faultsOf((await editIndicator(id, { goalpostLow: 5, goalpostHigh: 5 })) as Answer)).toEqual([['goalpostHigh', 'GOALPOSTS_CROSSED']])
    expect(faultsOf((await editIndicator(id, { goalpostLow: 5 })) as Answer)).toEqual([['goalpostHigh', 'BOTH_GOALPOSTS']])
  })

  it('a geometric mean of figures that are not positive', async () => {
    expect(await refused({ normalisation: 'Z_SCORE', aggregation: 'GEOMETRIC' })).toEqual([['aggregation', 'GEOMETRIC_NEEDS_POSITIVE']])
  })

  it('an indicator with no variance, one unit only, an entry without values', async () => {
    const same = (csv: string) => async (id: string) => {
      const done = await lead.ask('mutation ($id: ID!, $csv: String!) { importBenchmarkEntries(benchmarkId: $id, csv: $csv, replace: true) { changed } }', {
        id,
        csv,
      })
      expect(done.errors).toBeUndefined()
    }
    const names = [1, 2, 3].map((unit) => `Initiative 00${unit},ONGOING`)
    expect(await refused({}, same(`title,kind,Indicator 1\n${names.map((name) => `${name},4`).join('\n')}`))).toEqual([['indicators.0', 'NO_VARIANCE']])
    expect(await refused({ units: 1 })).toEqual([['entries', 'ONE_UNIT_ONLY']])
    expect(await refused({}, same('title,kind,Indicator 1,Indicator 2\nInitiative 001,ONGOING,,'))).toEqual([['entries.0', 'ENTRY_WITHOUT_VALUES']])
  })

  it('infinities, which no path lets in', async () => {
    const id = await makeBenchmark(lead, { units: 3, indicators: 2, runs: 100 })
    const csv = 'title,kind,Indicator 1\nNew,ONGOING,Infinity\nOther,ONGOING,NaN'
    expect(
      faultsOf(await lead.ask('mutation ($id: ID!, $csv: String!) { importBenchmarkEntries(benchmarkId: $id, csv: $csv) { added } }', { id, csv })),
    ).toEqual([
      ['row.2.Indicator 1', 'NOT_A_NUMBER'],
      ['row.3.Indicator 1', 'NOT_A_NUMBER'],
    ])
    const literal = await lead.ask(`mutation { createBenchmarkValue(input: {value: 1e999}) { id } }`)
    expect(literal.errors?.[0]?.extensions.code).toMatch(/GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT/)
  })
})

describe('an import of entries', () => {
  it('takes all rows or none, and names row and column of each fault', async () => {
    const id = await makeBenchmark(lead, { units: 2, indicators: 2, runs: 100 })
    const csv = [
      'title,kind,region,Indicator 1,Indicator 2',
      'New,ONGOING,XX01,1,2',
      'New,ONGOING,,1,2',
      'Initiative 001,ONGOING,,1,2',
      'Bad,SOMETHING,XX99,x,',
      ',ONGOING,,1,2',
    ].join('\n')
    const ask = (text: string, more = '') =>
      lead.ask(`mutation ($id: ID!, $csv: String!) { importBenchmarkEntries(benchmarkId: $id, csv: $csv${more}) { added changed values dryRun } }`, {
        id,
        csv: text,
      })
    expect(faultsOf(await ask(csv))).toEqual([
      ['row.3.title', 'DUPLICATE_KEY'],
      ['row.4.title', 'ALREADY_THERE'],
      ['row.5.Indicator 1', 'NOT_A_NUMBER'],
      ['row.5.kind', 'UNKNOWN_KIND'],
      ['row.5.region', 'UNKNOWN_REGION'],
      ['row.6.title', 'REQUIRED'],
    ])
    const good = csv.split('\n').slice(0, 2).join('\n')
    expect((await ask(good, ', dryRun: true')).data.importBenchmarkEntries).toEqual({ added: 1, changed: 0, values: 2, dryRun: true })
    const count = async () =>
      (await lead.ask('query ($id: ID!) { benchmarkEntries(filter: {benchmark: {id: {eq: $id}}}) { totalCount } }', { id })).data.benchmarkEntries.totalCount
    expect(await count()).toBe(2)
    await ask(good)
    expect(await count()).toBe(3)
    expect(faultsOf(await ask('title,kind,Unheard of\nX,ONGOING,1'))).toEqual([['row.1.Unheard of', 'UNKNOWN_INDICATOR']])
  })

  it('matches titles without case, and asks once which mark stands before the decimals', async () => {
    const id = await makeBenchmark(lead, { units: 2, indicators: 1, runs: 100 })
    const csv = 'TITLE,Kind,INDICATOR 1\ninitiative 001,ongoing,"12,345"\nInitiative 002,ONGOING,"1.5"'
    const ask = (more: string) =>
      lead.ask(`mutation ($id: ID!, $csv: String!) { importBenchmarkEntries(benchmarkId: $id, csv: $csv, replace: true${more}) { changed values } }`, {
        id,
        csv,
      })
    const asked = await ask('')
    expect(faultsOf(asked)).toEqual([['row.2.Indicator 1', 'AMBIGUOUS_NUMBER']])
    expect(asked.errors?.[0]?.extensions.faults).toMatchObject([{ params: { text: '12,345', byPoint: 12_345, byComma: 12.345 } }])
    expect((await ask(', decimals: COMMA')).data.importBenchmarkEntries).toEqual({ changed: 2, values: 2 })
    const { data } = await lead.ask('query ($id: ID!) { benchmarkEntries(filter: {benchmark: {id: {eq: $id}}}) { nodes { values { nodes { value } } } } }', {
      id,
    })
    expect(
      data.benchmarkEntries.nodes.flatMap(({ values }: { values: { nodes: { value: number }[] } }) => values.nodes.map(({ value }) => value)).sort(),
    ).toEqual([1.5, 12.345])
  })
})

describe('an edition whose frozen data cannot be computed', () => {
  const SPOIL = `CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN NEW.frozen := jsonb_set(NEW.frozen, '{values}', '[]'); RETURN NEW; END $$;
    CREATE TRIGGER spoil BEFORE INSERT ON benchmark_edition_data FOR EACH ROW EXECUTE FUNCTION spoil()`

  it('says why, has no result, and none that could be compared with', async () => {
    const owner = await connectEmbedded(product.folder)
    const id = await makeBenchmark(lead, { units: 5, indicators: 3, runs: 1000 })
    await owner.query(SPOIL)
    const edition = (await freeze(lead, id)).data.createBenchmarkEdition.id
    await owner.query('DROP FUNCTION spoil CASCADE')
    await owner.end()
    expect(await settled(lead, edition)).toMatchObject({ state: 'FAILED', failure: expect.stringMatching(/./), resultHash: null })
    const { data } = await lead.ask('query ($id: String!) { jobs(filter: {recordId: {eq: $id}}) { nodes { state } } }', { id: edition })
    expect(data.jobs.nodes).toEqual([{ state: 'FAILED' }])
    const again = await lead.ask('mutation ($id: ID!) { recomputeBenchmarkEdition(id: $id) { same } }', { id: edition })
    expect(faultsOf(again)).toEqual([['id', 'NO_RESULT']])
  })
})

describe('placing a prospective initiative', () => {
  const place = (client: Client, editionId: string, values: { indicatorId: string; value: number | null }[]) =>
    client.ask(
      'query ($id: ID!, $values: [PlannedValueInput!]!) { placeProspective(editionId: $id, values: $values) { score rank medianRank rankFrom rankTo firstThird rankGroup rankShares contributions { indicatorId contribution } } }',
      { id: editionId, values },
    )

  it('says where it would land, the better the values, and writes nothing', async () => {
    const { data } = await lead.ask(
      `{ benchmarkEditions(orderBy: [{number: ASC}]) { nodes { id state } } benchmarkIndicators(filter: {benchmark: {title: {eq: "Pilot actions and like initiatives"}}}) { nodes { id direction goalpostLow goalpostHigh } } jobs { totalCount } }`,
    )
    const published = data.benchmarkEditions.nodes.find(({ state }: { state: string }) => state === 'PUBLISHED')
    const values = (share: number) =>
      data.benchmarkIndicators.nodes.map((node: { id: string; direction: string; goalpostLow: number; goalpostHigh: number }) => ({
        indicatorId: node.id,
        value: node.goalpostLow + (node.goalpostHigh - node.goalpostLow) * (node.direction === 'MORE' ? share : 1 - share),
      }))
    const [good, poor] = [await place(stranger, published.id, values(0.9)), await place(stranger, published.id, values(0.1))]
    expect(good.errors).toBeUndefined()
    expect(good.data.placeProspective.medianRank).toBeLessThan(poor.data.placeProspective.medianRank)
    expect(good.data.placeProspective.rankShares).toHaveLength(11)
    expect(good.data.placeProspective.rankShares.reduce((sum: number, share: number) => sum + share, 0)).toBeCloseTo(1, 6)
    // Among ten others it is one of eleven: four are the first third, the next four the middle one.
    const shares = Array.from({ length: 21 }, (_, step) => step / 20)
    for (const share of shares) {
      const { medianRank, rankGroup } = (await place(stranger, published.id, values(share))).data.placeProspective
      expect([medianRank, rankGroup]).toEqual([medianRank, medianRank <= 4 ? 'FIRST' : medianRank <= 8 ? 'MIDDLE' : 'LAST'])
    }
    expect((await lead.ask('{ jobs { totalCount } }')).data.jobs.totalCount).toBe(data.jobs.totalCount)
    const [one] = values(0.5)
    expect(faultsOf(await place(lead, published.id, [one, one]))).toEqual([['values.1.indicatorId', 'DUPLICATE_KEY']])
    expect(faultsOf(await place(lead, published.id, [{ indicatorId: published.id, value: 1 }]))).toEqual([['values.0.indicatorId', 'UNKNOWN_REFERENCE']])
    for (const nothing of [[], [{ ...one, value: null }]]) expect(faultsOf(await place(lead, published.id, nothing))).toEqual([['values', 'REQUIRED']])
  })
})

describe('who may see what', () => {
  it('a stranger sees a published edition with its data, and by no path anything else', async () => {
    const all = `{ benchmarks { totalCount } benchmarkIndicators { totalCount } benchmarkEntries { totalCount } prospectiveInitiatives { totalCount } benchmarkValues { totalCount } jobs { totalCount } regionalStatistics { totalCount }
      benchmarkResults(filter: {edition: {state: {ne: PUBLISHED}}}) { totalCount } benchmarkEditions { nodes { state benchmark { id } frozenBy { id } frozen { indicators { id } } settings { weighting } results(first: 20) { totalCount nodes { title entry { id } } } } } }`
    const { data } = await stranger.ask(all)
    const none = { totalCount: 0 }
    expect(data).toMatchObject({
      benchmarks: none,
      benchmarkIndicators: none,
      benchmarkEntries: none,
      prospectiveInitiatives: none,
      benchmarkValues: none,
      jobs: none,
      regionalStatistics: none,
      benchmarkResults: none,
    })
    expect(data.benchmarkEditions.nodes).toHaveLength(1)
    expect(data.benchmarkEditions.nodes[0]).toMatchObject({
      state: 'PUBLISHED',
      benchmark: null,
      frozen: { indicators: expect.any(Array) },
      results: { totalCount: 12 },
    })
    expect(data.benchmarkEditions.nodes[0].results.nodes[0]).toMatchObject({ title: expect.any(String), entry: null })
    const ready = (await lead.ask(editionsOfDemo)).data.benchmarkEditions.nodes.find(({ state }: { state: string }) => state === 'READY')
    const asked = await stranger.ask('query ($id: ID!) { benchmarkEdition(id: $id) { id } node(id: $id) { id } }', { id: ready.id })
    expect(asked.data).toEqual({ benchmarkEdition: null, node: null })
    for (const verb of ['recomputeBenchmarkEdition(id: $id) { same }', 'cancelBenchmarkEdition(id: $id) { id }']) {
      expect((await stranger.ask(`mutation ($id: ID!) { ${verb} }`, { id: ready.id })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
    }
    expect(
      (await stranger.ask('query ($id: ID!) { placeProspective(editionId: $id, values: []) { rank } }', { id: ready.id })).errors?.[0]?.extensions.code,
    ).toBe('NOT_FOUND')
  })

  it('an administrator sees no more than a stranger, a partner reads and changes nothing, a job is seen by who asked and the lead partner', async () => {
    const admin = await product.client.as('admin')
    expect((await admin.ask('{ benchmarks { totalCount } benchmarkEditions { totalCount } jobs { totalCount } }')).data).toEqual({
      benchmarks: { totalCount: 0 },
      benchmarkEditions: { totalCount: 1 },
      jobs: { totalCount: 0 },
    })
    const partner = await product.client.as('partner-a')
    const { data } = await partner.ask('{ benchmarks { nodes { id can { update { allowed by } } } } jobs { totalCount } }')
    expect(data.benchmarks.nodes[0].can.update).toEqual({ allowed: false, by: 'LEAD_PARTNER,EVALUATOR' })
    expect(data.jobs.totalCount).toBe(0)
    expect((await freeze(partner, data.benchmarks.nodes[0].id)).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    const [mine, theirs] = await Promise.all([lead, evaluator].map((client) => client.ask('{ jobs(first: 100) { totalCount } }')))
    expect(theirs?.data.jobs.totalCount).toBeGreaterThan(0)
    expect(mine?.data.jobs.totalCount).toBeGreaterThan(theirs?.data.jobs.totalCount)
  })

  it('a pilot that only its partner may read is compared with nothing', async () => {
    const owner = await product.client.as('lead')
    const { data } = await owner.ask('{ pilots(filter: {audience: {eq: OWN}}) { nodes { id } } benchmarks { nodes { id } } }')
    const answer = await owner.ask('mutation ($input: CreateBenchmarkEntryInput!) { createBenchmarkEntry(input: $input) { id } }', {
      input: {
        projectId: await demonstrationId(owner),
        benchmarkId: data.benchmarks.nodes[0].id,
        kind: 'PILOT',
        title: 'Quiet',
        pilotId: data.pilots.nodes[0].id,
      },
    })
    expect(faultsOf(answer)).toEqual([['pilotId', 'PILOT_NOT_SHARED']])
  })
})

describe('the public address', () => {
  const edition = async (state: string) => (await lead.ask(editionsOfDemo)).data.benchmarkEditions.nodes.find((node: { state: string }) => node.state === state)

  it('answers a published edition as JSON with the very bytes of its result, and as CSV, and knows what has not changed', async () => {
    const { id, resultHash } = await edition('PUBLISHED')
    const response = await fetch(`${product.gateway.url}/benchmarks/${id}.json`)
    expect(response.headers.get('cache-control')).toBe('public, no-cache')
    const text = await response.text()
    const bytes = text.slice(text.indexOf('"result":') + '"result":'.length, -1)
    const { createHash } = await import('node:crypto')
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(resultHash)
    expect(JSON.parse(text)).toMatchObject({ edition: { id, demonstration: true, resultSha256: resultHash }, data: { entries: expect.any(Array) } })
    const etag = response.headers.get('etag') ?? ''
    expect((await fetch(`${product.gateway.url}/benchmarks/${id}.json`, { headers: { 'if-none-match': etag } })).status).toBe(304)
    const csv = await (await fetch(`${product.gateway.url}/benchmarks/${id}.csv`)).text()
    expect(csv.split('\r\n')).toHaveLength(14)
    expect(csv).toContain('Skills scan with employers,PILOT,XX10,false,')
  })

  it('answers what is not published to its members only, and publishing is the lead partner alone', async () => {
    const { id, version } = await lead
      .ask('{ benchmarkEditions(filter: {state: {eq: READY}}, first: 1) { nodes { id version } } }')
      .then(({ data }) => data.benchmarkEditions.nodes[0])
    const status = async (form: string) => (await fetch(`${product.gateway.url}/benchmarks/${id}.${form}`)).status
    expect([await status('json'), await status('csv')]).toEqual([404, 404])
    const publish = (client: Client, at: number) =>
      client.ask('mutation ($id: ID!, $version: Int!) { publishBenchmarkEdition(id: $id, version: $version) { version state publishedAt } }', {
        id,
        version: at,
      })
    expect((await publish(evaluator, version)).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    const done = (await publish(lead, version)).data.publishBenchmarkEdition
    expect(done.state).toBe('PUBLISHED')
    expect(await status('csv')).toBe(200)
    const withdrawn = await lead.ask('mutation ($id: ID!, $version: Int!) { withdrawBenchmarkEdition(id: $id, version: $version) { state publishedAt } }', {
      id,
      version: done.version,
    })
    expect(withdrawn.data.withdrawBenchmarkEdition).toEqual({ state: 'READY', publishedAt: null })
    expect(await status('json')).toBe(404)
  })

  it('shows a pilot action to nobody whose people have not agreed, or agree no more', async () => {
    const published = await edition('PUBLISHED')
    const ready = (
      await lead.ask(
        '{ benchmarkEditions(filter: {state: {eq: READY}, benchmark: {title: {eq: "Pilot actions and like initiatives"}}}, first: 1) { nodes { id version } } }',
      )
    ).data.benchmarkEditions.nodes[0]
    const status = async () => (await fetch(`${product.gateway.url}/benchmarks/${published.id}.json`)).status
    const counts = '{ benchmarkEditions { totalCount } benchmarkResults { totalCount } found: benchmarkResults(search: "Skills") { totalCount } }'
    const shown = async (client: Client) =>
      Object.values((await client.ask(counts)).data as Record<string, { totalCount: number }>).map(({ totalCount }) => totalCount)
    const agree = async (inPublicBenchmarks: boolean) => {
      const owner = await product.client.as('partner-b')
      const { id, version } = (await owner.ask('{ pilots(filter: {title: {eq: "Skills scan with employers"}}) { nodes { id version } } }')).data.pilots.nodes[0]
      const answer = await owner.ask(
        'mutation ($id: ID!, $version: Int!, $input: UpdatePilotInput!) { updatePilot(id: $id, version: $version, input: $input) { id } }',
        {
          ...{ id, version, input: { inPublicBenchmarks } },
        },
      )
      expect(answer.errors).toBeUndefined()
    }
    const publish = () => lead.ask('mutation ($id: ID!, $version: Int!) { publishBenchmarkEdition(id: $id, version: $version) { id } }', ready)
    expect([await status(), await shown(stranger)]).toEqual([200, [1, 12, 1]])
    await agree(false)
    expect([await status(), await shown(stranger)]).toEqual([404, [0, 0, 0]])
    expect((await shown(evaluator))[0]).toBeGreaterThan(1)
    const refused = await publish()
    expect(faultsOf(refused)).toEqual([['key', 'NOT_AGREED_TO']])
    expect(refused.errors?.[0]?.message).toContain('titles and values of Skills scan with employers.')
    await agree(true)
    expect([await status(), await shown(stranger)]).toEqual([200, [1, 12, 1]])
  })
})
