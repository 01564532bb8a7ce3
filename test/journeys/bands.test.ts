import { freeze, makeBenchmark, settled } from '../support/benchmarks.js'
import { type Answer, type Client, type Product, startProduct } from '../support/product.js'

let product: Product
let lead: Client

beforeAll(async () => {
  product = await startProduct()
  lead = await product.client.as('lead')
})

afterAll(() => product.stop())

const faultsOf = (answer: Answer) => answer.errors?.[0]?.extensions.faults?.map(({ path, code }) => [path.join('.'), code])

describe('an indicator that is best within a band', () => {
  const create = async (values: Record<string, unknown>) => {
    const found = await lead.ask('{ pilots(first: 1, filter: {title: {eq: "Innovation vouchers"}}) { nodes { id project { id } } } }')
    const [pilot] = found.data.pilots.nodes
    const input = {
      projectId: pilot.project.id,
      pilotId: pilot.id,
      title: 'Income from fees',
      measure: 'NUMBER',
      aggregation: 'LATEST',
      combination: 'AVERAGE',
    }
    return lead.ask('mutation ($input: CreateIndicatorInput!) { createIndicator(input: $input) { id version direction bandLow bandHigh } }', {
      input: { ...input, ...values },
    })
  }

  it('needs both bounds and a level before, and no other has bounds', async () => {
    expect(faultsOf(await create({ direction: 'BAND', bandLow: 30 }))).toEqual([
      ['baseline', 'BASELINE_NEEDED'],
      ['bandHigh', 'BAND_BOUNDS'],
    ])
    expect(faultsOf(await create({ direction: 'BAND', bandLow: 50, bandHigh: 30, baseline: 10 }))).toEqual([['bandHigh', 'BAND_CROSSED']])
    expect(faultsOf(await create({ direction: 'MORE', bandLow: 30, bandHigh: 50 }))).toEqual([
      ['bandLow', 'BAND_BOUNDS'],
      ['bandHigh', 'BAND_BOUNDS'],
    ])
  })

  it('counts the way to the band in the progress of its pilot', async () => {
    const { data } = await lead.ask(
      `{ indicators(filter: {direction: {eq: BAND}}) { nodes { title bandLow bandHigh baseline pilot { title } measurements(orderBy: [{onDay: DESC}], first: 1) { nodes { onDay numerator denominator } } } } }`,
    )
    expect(data.indicators.nodes).toEqual([
      {
        title: 'Income from public sources',
        bandLow: 0.3,
        bandHigh: 0.5,
        baseline: 0.72,
        pilot: { title: 'Where finance is missing' },
        measurements: { nodes: [{ onDay: '2014-03-31', numerator: 61, denominator: 100 }] },
      },
    ])
  })

  it('takes a target that is nearer to it than the level before, from either side', async () => {
    const { data } = await lead.ask('{ indicators(filter: {direction: {eq: BAND}}) { nodes { id } } }')
    const leader = await product.client.as('wp-leader')
    const aim = (value: number) =>
      leader.ask('mutation ($id: ID!, $value: Decimal!) { setTarget(indicatorId: $id, dueOn: "2014-12-31", value: $value) { id } }', {
        id: data.indicators.nodes[0].id,
        value,
      })
    expect(faultsOf(await aim(0.8))).toEqual([['value', 'WRONG_SIDE']])
    expect(faultsOf(await aim(0.05))).toEqual([['value', 'WRONG_SIDE']])
    for (const value of [0.6, 0.45, 0.2]) expect((await aim(value)).errors).toBeUndefined()
  })
})

describe('a benchmark with a band', () => {
  it('ranks by the distance to the band, freezes its bounds, and refuses goalposts within it', async () => {
    const id = await makeBenchmark(lead, { units: 5, indicators: 2, runs: 100 })
    const { data } = await lead.ask(
      `query ($id: ID!) { benchmarkIndicators(filter: {benchmark: {id: {eq: $id}}}, orderBy: [{title: ASC}]) { nodes { id version values(first: 10) { nodes { value entry { title } } } } } }`,
      { id },
    )
    const [other, indicator] = data.benchmarkIndicators.nodes
    await lead.ask('mutation ($id: ID!, $version: Int!) { archiveBenchmarkIndicator(id: $id, version: $version) { id } }', {
      id: other.id,
      version: other.version,
    })
    const values: { value: number; entry: { title: string } }[] = indicator.values.nodes.sort((a: { value: number }, b: { value: number }) => a.value - b.value)
    const middle = values[2]?.value as number
    const update = (input: Record<string, unknown>) =>
      lead.ask(
        'mutation ($id: ID!, $version: Int!, $input: UpdateBenchmarkIndicatorInput!) { updateBenchmarkIndicator(id: $id, version: $version, input: $input) { id } }',
        {
          id: indicator.id,
          version: indicator.version,
          input,
        },
      )
    const band = { direction: 'BAND', bandLow: middle - 0.01, bandHigh: middle + 0.01 }
    expect(faultsOf(await update({ ...band, goalpostLow: middle, goalpostHigh: middle + 50 }))).toEqual([['goalpostLow', 'GOALPOST_IN_BAND']])
    expect((await update({ ...band, goalpostLow: middle - 50, goalpostHigh: middle + 50 })).errors).toBeUndefined()
    const edition = await settled(lead, (await freeze(lead, id)).data.createBenchmarkEdition.id)
    expect(edition.state).toBe('READY')
    const read = await lead.ask(
      'query ($id: ID!) { benchmarkEdition(id: $id) { frozen { indicators { direction bandLow bandHigh } } newerDataExists results(orderBy: [{rank: ASC}]) { nodes { rank title score } } } }',
      { id: edition.id },
    )
    const { frozen, newerDataExists, results } = read.data.benchmarkEdition
    expect(frozen.indicators[0]).toMatchObject({ direction: 'BAND', bandLow: band.bandLow, bandHigh: band.bandHigh })
    expect(newerDataExists).toBe(false)
    const distance = (value: number) => Math.max(band.bandLow - value, value - band.bandHigh, 0)
    const expected = [...values].sort((a, b) => distance(a.value) - distance(b.value)).map(({ entry }) => entry.title)
    expect(results.nodes.map(({ title }: { title: string }) => title)).toEqual(expected)
    expect(results.nodes[0].score).toBe(100)
  })
})
