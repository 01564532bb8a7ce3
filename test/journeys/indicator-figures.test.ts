import { example, exampleLevel } from '../../apps/dashboard/src/pilots/counting-example.js'
import { type Client, type Product, startProduct } from '../support/product.js'

let product: Product
let leader: Client

beforeAll(async () => {
  product = await startProduct()
  leader = await product.client.as('wp-leader')
})

afterAll(() => product.stop())

const days = (from: string, count: number) =>
  Array.from({ length: count }, (_, index) => new Date(Date.parse(from) + index * 86_400_000).toISOString().slice(0, 10))

const inPilot = (title: string, pilot: string) => `filter: {title: {eq: "${title}"}, pilot: {title: {eq: "${pilot}"}}}`
const answerDays = inPilot('Days from request to answer', 'Innovation vouchers')

async function indicator(fields: string, asked = answerDays) {
  const { data, errors } = await leader.ask(`{ indicators(first: 1, ${asked}) { nodes { id ${fields} } } }`)
  expect(errors).toBeUndefined()
  return data.indicators.nodes[0]
}

const record = 'mutation ($input: [MeasurementInput!]!) { recordMeasurements(input: $input) { ids } }'

describe("an indicator's figures", () => {
  it('are those of the newest measurements, however many came before', async () => {
    const before = await indicator('level met series { totalCount } contributors { nodes { id } }')
    expect(before).toMatchObject({ level: 48, met: false })
    const known = new Date().toISOString()
    const [seat] = before.contributors.nodes
    const input = [...days('2013-04-01', 129).map((onDay) => ({ onDay, value: 100 })), { onDay: '2014-04-01', value: 49 }].map((figures) => ({
      contributorId: seat.id,
      ...figures,
    }))
    const { errors } = await leader.ask(record, { input })
    expect(errors).toBeUndefined()
    const after = await indicator(
      `level met standing { level target targetDueOn aim met measuredOn lastTarget lastTargetDueOn baseline achieved stale }
       newest: series(last: 2) { totalCount nodes { onDay level } pageInfo { hasPreviousPage } }
       past: standing(asOf: "2013-12-31") { level } then: standing(knownAt: "${known}") { level met }`,
    )
    expect(after.level).toBe(49)
    expect(after.standing).toMatchObject({
      level: 49,
      target: 40,
      targetDueOn: '2014-03-31',
      aim: 40,
      met: false,
      measuredOn: '2014-04-01',
      lastTarget: 30,
      baseline: 60,
    })
    expect(after.standing.achieved).toBeCloseTo(11 / 30, 10)
    expect(after.newest.totalCount).toBe(before.series.totalCount + 130)
    expect(after.newest.nodes.at(-1)).toEqual({ onDay: '2014-04-01', level: 49 })
    expect(after.newest.pageInfo.hasPreviousPage).toBe(true)
    expect(after.then).toEqual({ level: 48, met: false })
  })

  it('are walked through page by page, either way, and filtered, as any list', async () => {
    const all: string[] = []
    let after: string | null = null
    do {
      const page: { series: { nodes: { onDay: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } } = await indicator(
        `series(first: 60${after ? `, after: "${after}"` : ''}) { nodes { onDay } pageInfo { endCursor hasNextPage } }`,
      )
      all.push(...page.series.nodes.map(({ onDay }) => onDay))
      after = page.series.pageInfo.hasNextPage ? page.series.pageInfo.endCursor : null
    } while (after)
    const whole = await indicator(
      'series { totalCount } last: series(last: 3) { nodes { onDay } } turned: series(first: 3, orderBy: [{onDay: DESC}]) { nodes { onDay } } some: series(filter: {onDay: {gte: "2014-04-01"}}) { nodes { onDay level mean } }',
    )
    expect(all).toHaveLength(whole.series.totalCount)
    expect(all).toEqual([...new Set(all)].sort())
    const onDays = (list: { nodes: { onDay: string }[] }) => list.nodes.map(({ onDay }) => onDay)
    expect(onDays(whole.last)).toEqual(all.slice(-3))
    expect(onDays(whole.turned)).toEqual(all.slice(-3).reverse())
    expect(whole.some.nodes).toEqual([{ onDay: '2014-04-01', level: 49, mean: 49 }])
  })

  it('say nothing where nothing was measured, and have both parts of a ratio', async () => {
    const nothing = await indicator(
      'level met standing { level numerator measuredOn met achieved } series { totalCount }',
      inPilot('Firms reached', 'Revolving service fund'),
    )
    expect(nothing).toMatchObject({
      level: null,
      met: null,
      standing: { level: null, numerator: null, measuredOn: null, met: null, achieved: 0 },
      series: { totalCount: 0 },
    })
    const { standing, series } = await indicator(
      'standing { level numerator denominator } series(last: 1) { nodes { level numerator denominator mean } }',
      inPilot('Firms that would take part again', 'Innovation vouchers'),
    )
    expect(standing.level).toBeCloseTo(standing.numerator / standing.denominator, 12)
    expect(series.nodes).toEqual([{ ...standing, mean: standing.level }])
  })

  it('together make the progress of their pilot, as it was known at a moment', async () => {
    const moments = ['2014-03-20T00:00:00Z', '2014-04-11T00:00:00Z', new Date().toISOString()]
    for (const knownAt of moments) {
      const { data } = await leader.ask(
        `query ($at: DateTime!) { pilots(first: 50, filter: {project: {demonstration: {eq: true}}}) { nodes { id indicators(first: 20) { nodes { weight standing(asOf: "2014-03-31", knownAt: $at) { lastTarget achieved } } } } }
          programmeProgress(by: [PILOT], asOf: "2014-03-31", knownAt: $at, first: 100) { nodes { pilotId achieved } } }`,
        { at: knownAt },
      )
      const counted = data.programmeProgress.nodes.filter((group: { achieved: number | null }) => group.achieved !== null)
      expect(counted.length).toBeGreaterThan(3)
      for (const { pilotId, achieved } of counted) {
        const pilot = data.pilots.nodes.find(({ id }: { id: string }) => id === pilotId)
        const aimed = pilot.indicators.nodes.filter(({ standing }: { standing: { lastTarget: number | null } }) => standing.lastTarget !== null)
        const sum = (pick: (item: { weight: number; standing: { achieved: number } }) => number) =>
          aimed.reduce((total: number, item: never) => total + pick(item), 0)
        expect(sum(({ weight, standing }) => weight * standing.achieved) / sum(({ weight }) => weight)).toBeCloseTo(achieved, 4)
      }
    }
  })

  it('are there for whoever may read the indicator, and for nobody else', async () => {
    const ask = '{ indicators(filter: {pilot: {audience: {eq: OWN}}}) { nodes { id level } } }'
    expect((await product.client.ask(ask)).data.indicators.nodes).toEqual([])
    expect((await product.client.ask('{ indicators { totalCount } }')).data.indicators.totalCount).toBe(0)
  })
})

describe('a seat that goes on', () => {
  it('goes on in the same indicator only', async () => {
    const { data } = await leader.ask(
      `{ indicators(first: 2, filter: {pilot: {title: {eq: "Innovation vouchers"}}}) { nodes { id project { id } contributors { nodes { id partner { id } } } } } }`,
    )
    const [one, other] = data.indicators.nodes
    const [seat] = other.contributors.nodes
    const { errors } = await leader.ask('mutation ($input: CreateContributorInput!) { createContributor(input: $input) { id } }', {
      input: { projectId: one.project.id, indicatorId: one.id, partnerId: seat.partner.id, continuesId: seat.id },
    })
    expect(errors?.[0]?.extensions.faults).toMatchObject([{ path: ['continuesId'], code: 'OTHER_INDICATOR' }])
  })
})

describe("the example of the indicator's form", () => {
  const ratio = { measure: 'RATIO', combination: 'POOLED' }
  const shapes = ['SUM', 'AVERAGE', 'LATEST'].flatMap((aggregation) => [
    ...['SUM', 'AVERAGE'].map((combination) => ({ measure: 'NUMBER', aggregation, combination })),
    ...(aggregation === 'AVERAGE' ? [] : [{ ...ratio, aggregation }]),
  ])

  it.each(shapes)('says what the rule makes of it: $measure, $aggregation, $combination', async (shape) => {
    const { data } = await leader.ask('{ pilots(first: 1, filter: {title: {eq: "Innovation vouchers"}}) { nodes { id project { id } partner { id } } } }')
    const [{ id: pilotId, project, partner }] = data.pilots.nodes
    const input = { projectId: project.id, pilotId, title: 'Example', direction: 'MORE', ...shape }
    const made = await leader.ask('mutation ($input: CreateIndicatorInput!) { createIndicator(input: $input) { id } }', { input })
    const indicatorId = made.data.createIndicator.id
    for (const name of ['A', 'B'] as const) {
      const seat = await leader.ask('mutation ($input: CreateContributorInput!) { createContributor(input: $input) { id } }', {
        input: { projectId: project.id, indicatorId, partnerId: partner.id },
      })
      const figures = (month: number) =>
        shape.measure === 'RATIO'
          ? { numerator: example.counted[name][month], denominator: example.outOf[name][month] }
          : { value: example.counted[name][month] }
      const { errors } = await leader.ask(record, {
        input: example.months.map((onDay, month) => ({ contributorId: seat.data.createContributor.id, onDay, ...figures(month) })),
      })
      expect(errors).toBeUndefined()
    }
    const found = await leader.ask('query ($id: ID!) { indicator(id: $id) { level } }', { id: indicatorId })
    expect(found.data.indicator.level).toBeCloseTo(exampleLevel(shape.aggregation, shape.combination) ?? Number.NaN, 12)
  })
})
