import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DataDirectory, type Gateway, migrations, readConfig, startEmbeddedServer, startGateway } from '@clusterpolisee/gateway'
import pg from 'pg'
import { copyFreshData } from '../support/fresh-data.js'
import { type GatewayProcess, startGatewayProcess, stopGatewayProcess } from '../support/gateway-process.js'
import { Client, PASSWORD } from '../support/product.js'

/** Milliseconds that a write may take while the tables are changed, on a machine that has much else to do. */
const PATIENCE = 10_000

/** What the next release might bring: a field with values, and an index. */
class NextRelease9999999999999 {
  readonly name = 'NextRelease9999999999999'

  async up(runner: { query(text: string): Promise<unknown> }): Promise<void> {
    await runner.query(`ALTER TABLE partner ADD motto text NOT NULL DEFAULT ''`)
    await runner.query(`UPDATE partner SET motto = name`)
    await runner.query('CREATE INDEX partner_motto_idx ON partner (motto)')
  }
}

const folder = mkdtempSync(join(tmpdir(), 'clusterpolisee-side-by-side-'))
let server: Awaited<ReturnType<typeof startEmbeddedServer>>
let older: GatewayProcess
let newer: Gateway | undefined
let lead: Client
let projectId: string

const settings = () => ({ DATABASE_URL: server.applicationUrl, DATABASE_OWNER_URL: server.url, LOG_LEVEL: 'silent' })

const ours = migrations.length

beforeAll(async () => {
  await copyFreshData(folder, { SAMPLE_PASSWORD: PASSWORD })
  server = await startEmbeddedServer(new DataDirectory(folder))
  older = await startGatewayProcess(folder, settings())
  lead = await older.client.as('lead')
  projectId = (await lead.ask('{ projects(filter: {demonstration: {eq: true}}) { nodes { id } } }')).data.projects.nodes[0].id
})

afterAll(async () => {
  // The gateway's list of migrations is that of all test files of this worker.
  migrations.splice(ours)
  await newer?.stop()
  await stopGatewayProcess(older)
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const create = async (client: Client, id: string) => {
  const input = { id, projectId, name: `Partner ${id}`, role: 'PARTNER', country: 'IT', position: 90 }
  const { errors } = await client.ask('mutation ($input: CreatePartnerInput!) { createPartner(input: $input) { id } }', { input })
  return errors ? errors[0]?.message : null
}

/** Writes by a gateway until it is over: what each write was refused by, and the longest, in milliseconds. */
async function writeUntil(over: () => boolean): Promise<{ ids: string[]; refusals: unknown[]; longest: number }> {
  const written = { ids: [] as string[], refusals: [] as unknown[], longest: 0 }
  while (!over()) {
    const [id, begin] = [randomUUID(), Date.now()]
    const refusal = await create(lead, id)
    written.longest = Math.max(written.longest, Date.now() - begin)
    written.ids.push(id)
    if (refusal) written.refusals.push(refusal)
  }
  return written
}

const partnersAt = async (client: Client, ids: readonly string[]): Promise<number> =>
  (await client.ask('query ($ids: [ID!]!) { partners(first: 1, filter: {id: {in: $ids}}) { totalCount } }', { ids })).data.partners.totalCount

it('the gateway of the next release changes tables and SQL while that of the former one is written to, which loses nothing', async () => {
  const owner = new pg.Client(server.url)
  await owner.connect()
  await owner.query(`UPDATE sql_file SET hash = 'former'`)
  migrations.push(NextRelease9999999999999)
  let over = false
  const writing = writeUntil(() => over)
  newer = await startGateway(readConfig({ DATA_DIR: folder, PORT: '0', SLOW_READ: '60000', ...settings() })).finally(() => {
    over = true
  })
  const { ids, refusals, longest } = await writing
  expect(refusals).toEqual([])
  expect(longest).toBeLessThan(PATIENCE)
  const some = ids.slice(-100)
  expect(await partnersAt(lead, some)).toBe(some.length)
  expect((await owner.query('SELECT count(*)::int AS partners FROM partner WHERE id = ANY ($1)', [ids])).rows).toEqual([{ partners: ids.length }])
  await owner.end()
})

it('both serve the same people side by side', async () => {
  const there = await new Client(newer?.url ?? '').as('lead')
  const [here, beside] = [randomUUID(), randomUUID()]
  expect([await create(lead, here), await create(there, beside)]).toEqual([null, null])
  expect([await partnersAt(lead, [here, beside]), await partnersAt(there, [here, beside])]).toEqual([2, 2])
  expect((await new Client(newer?.url ?? '').withSession(secretOf(lead)).ask('{ viewer { displayName } }')).data.viewer).toEqual({ displayName: 'Lena Lead' })
})

it('the former one does not start again, and has touched nothing', async () => {
  await expect(startGatewayProcess(folder, settings())).rejects.toThrow('The gateway ended.')
  expect(await create(lead, randomUUID())).toBeNull()
})

const secretOf = (client: Client) => /=(.*)$/.exec(client.cookie().cookie ?? '')?.[1] ?? ''
