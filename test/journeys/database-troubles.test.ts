import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { freeze, makeBenchmark, settled } from '../support/benchmarks.js'
import { connectEmbedded } from '../support/embedded-database.js'
import { copyFreshData } from '../support/fresh-data.js'
import { type GatewayProcess, startGatewayProcess, stopGatewayProcess } from '../support/gateway-process.js'
import { type Answer, type Client, PASSWORD } from '../support/product.js'

const folder = mkdtempSync(join(tmpdir(), 'clusterpolisee-troubles-'))
/** Kills the second thread that the gateway starts, when it has worked for a little; the first reads a benchmark's entries. */
const killer = encodeURIComponent("let threads = 0; process.on('worker', (thread) => ++threads === 2 && setTimeout(() => thread.terminate(), 300))")
let gateway: GatewayProcess
let lead: Client
let projectId: string

beforeAll(async () => {
  await copyFreshData(folder, { SAMPLE_PASSWORD: PASSWORD })
  gateway = await startGatewayProcess(folder, { NODE_OPTIONS: `--import=data:text/javascript,${killer}`, LOG_LEVEL: 'silent' })
  lead = await gateway.client.as('lead')
  projectId = (await lead.ask('{ projects(filter: {demonstration: {eq: true}}) { nodes { id } } }')).data.projects.nodes[0].id
})

afterAll(async () => {
  await stopGatewayProcess(gateway)
  rmSync(folder, { recursive: true, force: true })
})

const create = (id = randomUUID()) =>
  lead.ask('mutation ($input: CreatePartnerInput!) { createPartner(input: $input) { id } }', {
    input: { id, projectId, name: `Partner ${id}`, role: 'PARTNER', country: 'IT', position: 90 },
  })
const codeOf = ({ errors }: Answer) => errors?.[0]?.extensions.code ?? 'OK'
const isReady = () => fetch(`${gateway.client.url}/readyz`).then(({ status }) => status === 200)

/** Partners cannot be written meanwhile, for this reason of PostgreSQL. */
async function whileFailing(database: pg.Client, reason: string, work: () => Promise<void>): Promise<void> {
  await database.query(`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION USING ERRCODE = '${reason}'; END $$;
    CREATE TRIGGER fail BEFORE INSERT ON partner FOR EACH ROW EXECUTE FUNCTION fail()`)
  await work()
  await database.query('DROP FUNCTION fail CASCADE')
}

it.each([
  ['disk_full', 'DISK_FULL', 'The disk of the database is full.', 60],
  ['out_of_memory', 'DATABASE_BUSY', 'The database has more to do than it can.', 5],
])('%s: writes say so in words, reads go on', async (reason, code, words, retryAfter) => {
  const database = await connectEmbedded(folder)
  await whileFailing(database, reason, async () => {
    const { errors } = await create()
    expect(errors?.[0]).toMatchObject({ message: expect.stringContaining(words), extensions: { code, retryAfter } })
    expect(codeOf(await lead.ask('{ partners { totalCount } }'))).toBe('OK')
    expect(await isReady()).toBe(true)
  })
  await database.end()
  expect(codeOf(await create())).toBe('OK')
})

it('an embedded server that is killed is started again, with all that was acknowledged, and nothing is saved twice', async () => {
  const ids = Array.from({ length: 40 }, () => randomUUID())
  const writing = ids.map((id) => create(id))
  await Promise.race(writing)
  process.kill(Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
  const killed = Date.now()
  const codes = (await Promise.all(writing)).map(codeOf)
  expect(codes.filter((code) => !['OK', 'DATABASE_AWAY', 'SAVED_OR_NOT'].includes(code))).toEqual([])
  expect(codes).toContain('DATABASE_AWAY')
  while (!(await isReady())) await wait(100)
  expect(Date.now() - killed).toBeLessThan(5000)
  const saved = async (of: readonly string[]) =>
    (await lead.ask('query ($of: [ID!]!) { partners(first: 100, filter: {id: {in: $of}}) { nodes { id } } }', { of })).data.partners.nodes.length
  const acknowledged = ids.filter((_, index) => codes[index] === 'OK')
  expect(await saved(acknowledged)).toBe(acknowledged.length)
  expect(new Set((await Promise.all(ids.map((id) => create(id)))).map(codeOf))).toEqual(new Set(['OK']))
  expect(await saved(ids)).toBe(40)
})

it('a thread that is killed is replaced, and its job says that it was begun again', async () => {
  const edition = (await freeze(lead, await makeBenchmark(lead, { units: 60, indicators: 10, runs: 20_000 }))).data.createBenchmarkEdition.id
  expect(await settled(lead, edition, 60_000)).toMatchObject({ state: 'READY' })
  const job = 'query ($id: String!) { jobs(filter: {recordId: {eq: $id}}) { nodes { resumed } } }'
  expect((await lead.ask(job, { id: edition })).data.jobs.nodes).toEqual([{ resumed: true }])
})
