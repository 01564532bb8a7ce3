import { readFileSync } from 'node:fs'
import { allRecords, isRecorded } from '@clusterpolisee/schema'
import { buildSchema } from 'graphql'
import { type Client, type Product, startProduct } from '../support/product.js'

const schema = buildSchema(readFileSync(new URL('../../packages/contract/schema.graphql', import.meta.url), 'utf8'))
const query = schema.getQueryType()?.getFields() ?? {}

let product: Product
let leader: Client
let seat: string
let indicator: string
/** A measurement that was corrected, what took its place, and one that was taken back with its notice. */
let former: string
let present: string
let takenBack: string
let notice: string

const idOf = async (document: string, variables: object): Promise<string> => {
  const { data, errors } = await leader.ask(document, { ...variables })
  expect(errors).toBeUndefined()
  return data.made.id ?? data.made.ids[0]
}

beforeAll(async () => {
  product = await startProduct()
  leader = await product.client.as('wp-leader')
  const { data } = await leader.ask(
    '{ contributors(first: 1, filter: {indicator: {title: {eq: "Firms reached"}, pilot: {title: {eq: "Skills scan with employers"}}}}) { nodes { id indicator { id } } } }',
  )
  const [found] = data.contributors.nodes
  ;[seat, indicator] = [found.id, found.indicator.id]
  const record = 'mutation ($input: [MeasurementInput!]!) { made: recordMeasurements(input: $input) { ids } }'
  former = await idOf(record, { input: [{ contributorId: seat, onDay: '2014-02-03', value: 1000 }] })
  present = await idOf('mutation ($id: ID!) { made: correctMeasurement(id: $id, value: 7, reason: "Typed wrong") { id } }', { id: former })
  takenBack = await idOf(record, { input: [{ contributorId: seat, onDay: '2014-02-04', value: 2000 }] })
  notice = await idOf('mutation ($id: ID!) { made: retractMeasurement(id: $id, reason: "Another firm") { id } }', { id: takenBack })
})

afterAll(() => product.stop())

const those = ['2014-02-03', '2014-02-04']
const among = `filter: {contributor: {id: {eq: $seat}}, onDay: {in: ${JSON.stringify(those)}}}`
const ask = async (body: string) => {
  const { data, errors } = await leader.ask(`query ($seat: ID!) { ${body} }`, { seat })
  expect(errors).toBeUndefined()
  return data
}

describe('a list of what is recorded', () => {
  it('shows what holds now, and with its history all versions', async () => {
    const data = await ask(
      `now: measurements(${among}) { totalCount nodes { id value } } all: measurements(history: true, ${among}) { totalCount nodes { id } }`,
    )
    expect(data.now).toEqual({ totalCount: 1, nodes: [{ id: present, value: 7 }] })
    expect(data.all.totalCount).toBe(4)
    expect(data.all.nodes.map(({ id }: { id: string }) => id).sort()).toEqual([former, present, takenBack, notice].sort())
  })

  it('is summed up over what holds now', async () => {
    const figures = '{ groups { count sum { value } min { value } max { value } avg { value } } }'
    const data = await ask(`now: measurementsSummary(${among}) ${figures} all: measurementsSummary(history: true, ${among}) { groups { count sum { value } } }`)
    expect(data.now.groups).toEqual([{ count: 1, sum: { value: 7 }, min: { value: 7 }, max: { value: 7 }, avg: { value: 7 } }])
    expect(data.all.groups).toEqual([{ count: 4, sum: { value: 5007 } }])
  })

  it('does so below another record, and where other lists are chosen by it', async () => {
    const values = { some: { value: { eq: 2000 } } }
    const filter = (given: object) => JSON.stringify(given).replace(/"(\w+)":/g, '$1:')
    const data =
      await ask(`contributor(id: $seat) { newest: measurements(first: 1, orderBy: [{onDay: DESC}], filter: {onDay: {lte: "2014-02-04"}}) { nodes { id } } }
      chosen: contributors(filter: ${filter({ measurements: values })}) { totalCount }
      taken: contributors(filter: ${filter({ measurements: { some: { value: { eq: 2000 }, retracted: { eq: true } } } })}) { totalCount }`)
    expect(data.contributor.newest.nodes).toEqual([{ id: present }])
    expect([data.chosen.totalCount, data.taken.totalCount]).toEqual([0, 1])
  })

  it('is fed so', async () => {
    const { data } = await leader.ask('{ projects(filter: {demonstration: {eq: true}}) { nodes { id } } }')
    const token = await leader.ask('mutation ($ids: [ID!]!) { createApiToken(name: "Excel", projectIds: $ids) { token } }', {
      ids: [data.projects.nodes[0].id],
    })
    const headers = { authorization: `Bearer ${token.data.createApiToken.token}` }
    const rows = async (parameters: string): Promise<string[]> => {
      const answer = await (await fetch(`${product.client.url}/feeds/measurements.json?${parameters}`, { headers })).json()
      return answer.map(({ id }: { id: string }) => id)
    }
    const moment = encodeURIComponent(new Date().toISOString())
    for (const parameters of ['', `knownAt=${moment}`]) {
      const found = await rows(parameters)
      expect(found).toContain(present)
      for (const id of [former, takenBack, notice]) expect(found).not.toContain(id)
    }
    expect(await rows('history=true')).toEqual(expect.arrayContaining([former, present, takenBack, notice]))
  })
})

describe('one version by its identity', () => {
  it('is there while it holds, and later where its history is asked for', async () => {
    for (const id of [former, takenBack, notice]) {
      const { data } = await leader.ask(
        `query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } measurement(id: $id) { id }
          all: nodes(ids: [$id], history: true) { id } one: measurement(id: $id, history: true) { id } }`,
        { id },
      )
      expect(data).toEqual({ node: null, nodes: [null], measurement: null, all: [{ id }], one: { id } })
    }
    const { data } = await leader.ask('query ($id: ID!) { node(id: $id) { id } measurement(id: $id) { id corrects { id value } history { id } } }', {
      id: present,
    })
    expect(data).toEqual({
      node: { id: present },
      measurement: { id: present, corrects: { id: former, value: 1000 }, history: [{ id: former }, { id: present }] },
    })
  })
})

describe('targets and plans', () => {
  it('show the one that holds', async () => {
    const set = 'mutation ($id: ID!, $value: Decimal!) { made: setTarget(indicatorId: $id, dueOn: "2014-12-31", value: $value, reason: "Agreed") { id } }'
    await idOf(set, { id: indicator, value: 500 })
    await idOf(set, { id: indicator, value: 600 })
    const { data } = await leader.ask(
      'query ($id: ID!) { indicator(id: $id) { targets(filter: {dueOn: {eq: "2014-12-31"}}) { nodes { value } } pilot { id version all: plans(history: true) { totalCount } } } }',
      { id: indicator },
    )
    expect(data.indicator.targets.nodes).toEqual([{ value: 600 }])
    const { id, version } = data.indicator.pilot
    await idOf(
      'mutation ($id: ID!, $version: Int!) { made: replanPilot(id: $id, version: $version, startsOn: "2013-02-01", endsOn: "2014-11-30", reason: "Later") { id } }',
      {
        id,
        version,
      },
    )
    const after = await leader.ask('query ($id: ID!) { pilot(id: $id) { plans { nodes { endsOn } } all: plans(history: true) { totalCount } } }', { id })
    expect(after.data.pilot).toEqual({ plans: { nodes: [{ endsOn: '2014-11-30' }] }, all: { totalCount: data.indicator.pilot.all.totalCount + 1 } })
  })
})

describe('whatever is recorded', () => {
  it.each(
    allRecords()
      .filter(isRecorded)
      .map((record) => [record.plural, record] as const),
  )('takes history in %s, by identity and in its summary', (_, record) => {
    const fields = [record.plural, record.singular, ...(record.summary ? [`${record.plural}Summary`] : [])]
    for (const field of fields) expect(query[field]?.args.map(({ name }) => name)).toContain('history')
  })
})
