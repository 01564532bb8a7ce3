import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freeze, makeBenchmark, recompute, settled } from '../support/benchmarks.js'
import { type GatewayProcess, startGatewayProcess, stopGatewayProcess } from '../support/gateway-process.js'
import { Client, type Product, startProduct } from '../support/product.js'
import { until } from '../support/until.js'

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

describe('GET /changes', () => {
  let product: Product

  beforeAll(async () => {
    product = await startProduct()
  })

  afterAll(() => product.stop())

  const told = (text: string) => [...text.matchAll(/^data: (.*)$/gm)].map(([, json]) => JSON.parse(json ?? '') as Record<string, unknown>)

  it('tells record, id and version only, of what the viewer may read, and of nothing else', async () => {
    const names = ['lead', 'partner-a', 'partner-b', 'evaluator', 'admin'] as const
    const clients = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await product.client.as(name)]))) as Record<
      (typeof names)[number],
      Client
    >
    const streams = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await clients[name].events()]))) as Record<
      (typeof names)[number],
      Awaited<ReturnType<Client['events']>>
    >
    const quiet = (await clients['partner-a'].ask('{ pilots(filter: {audience: {eq: OWN}}) { nodes { id version } } }')).data.pilots.nodes[0]
    const open = (await clients['partner-b'].ask('{ pilots(filter: {title: {eq: "Skills scan with employers"}}) { nodes { id version } } }')).data.pilots
      .nodes[0]
    const rename = 'mutation ($id: ID!, $version: Int!) { updatePilot(id: $id, version: $version, input: {note: "Secret words"}) { id } }'
    expect((await clients['partner-a'].ask(rename, quiet)).errors).toBeUndefined()
    expect((await clients['partner-b'].ask(rename, open)).errors).toBeUndefined()
    const id = await makeBenchmark(clients.evaluator, { units: 8, indicators: 3, runs: 200 })
    const edition = await settled(clients.evaluator, (await freeze(clients.evaluator, id)).data.createBenchmarkEdition.id)
    await until('the edition is told of', () =>
      told(streams.evaluator.text()).some(({ id: at, version }) => at === edition.id && Number(version) >= edition.version),
    )
    await wait(300)
    const records = (name: (typeof names)[number]) => told(streams[name].text())
    for (const name of names) {
      expect(records(name).every((event) => Object.keys(event).join() === 'record,id,version')).toBe(true)
      expect(streams[name].text()).not.toMatch(/Secret|Benchmark of/)
    }
    const sees = (name: (typeof names)[number], record: string, at?: string) =>
      records(name).some((event) => event.record === record && (!at || event.id === at))
    expect(names.filter((name) => sees(name, 'Pilot', quiet.id))).toEqual(['lead', 'partner-a'])
    expect(names.filter((name) => sees(name, 'Pilot', open.id))).toEqual(['lead', 'partner-a', 'partner-b', 'evaluator'])
    expect(names.filter((name) => sees(name, 'BenchmarkEdition', edition.id))).toEqual(['lead', 'partner-a', 'partner-b', 'evaluator'])
    expect(names.filter((name) => sees(name, 'Job'))).toEqual(['lead', 'evaluator'])
    expect(records('admin')).toEqual([])
    for (const stream of Object.values(streams)) stream.stop()
  })

  it('needs somebody signed in, ends with the session, and is not opened without end', async () => {
    expect((await product.client.events()).status).toBe(401)
    const observer = await product.client.as('observer')
    const streams = await Promise.all(Array.from({ length: 7 }, () => observer.events()))
    expect(streams.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 429])
    for (const stream of streams) stream.stop()
    await until('a place is free', async () => {
      const stream = await observer.events()
      stream.stop()
      return stream.status === 200
    })
    const left = await observer.events()
    await observer.ask('mutation { signOut }')
    const partner = await product.client.as('partner-b')
    const open = (await partner.ask('{ pilots(filter: {title: {eq: "Skills scan with employers"}}) { nodes { id version } } }')).data.pilots.nodes[0]
    await partner.ask('mutation ($id: ID!, $version: Int!) { updatePilot(id: $id, version: $version, input: {note: "After"}) { id } }', open)
    await wait(600)
    expect(told(left.text())).toEqual([])
  })
})

describe('a job', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clusterpolisee-jobs-'))
  let gateway: GatewayProcess

  afterAll(async () => {
    await stopGatewayProcess(gateway)
    rmSync(folder, { recursive: true, force: true })
  })

  it('is taken up again after kill -9, ends, and its edition gives the same bytes after yet another start', async () => {
    gateway = await startGatewayProcess(folder)
    const first = await gateway.client.as('lead')
    const id = await makeBenchmark(first, { units: 100, indicators: 20, runs: 50_000 })
    const edition = (await freeze(first, id)).data.createBenchmarkEdition.id
    const jobOf = async (client: Client) =>
      (await client.ask('query ($id: String!) { jobs(filter: {recordId: {eq: $id}}) { nodes { state progress resumed } } }', { id: edition })).data.jobs
        .nodes[0]
    await until('the first job is under way', async () => (await jobOf(first)).progress > 0.02)
    await stopGatewayProcess(gateway, 'SIGKILL')
    gateway = await startGatewayProcess(folder)
    const second = await gateway.client.as('lead')
    expect(await settled(second, edition, 90_000)).toMatchObject({ state: 'READY' })
    await until('the second job is done', async () => (await jobOf(second)).state === 'DONE')
    expect(await jobOf(second)).toEqual({ state: 'DONE', progress: 1, resumed: true })
    await stopGatewayProcess(gateway)
    gateway = await startGatewayProcess(folder)
    const third = await gateway.client.as('lead')
    expect(await recompute(third, edition)).toMatchObject({ same: true })
    // Three starts and twice the heaviest computation.
  }, 300_000)
})
