import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { DataDirectory, type Gateway, readConfig, startEmbeddedServer, startGateway } from '@clusterpolisee/gateway'
import pg from 'pg'
import { factsOf } from '../fixtures/upgrade/facts.mjs'
import { recompute } from '../support/benchmarks.js'
import { connectApplication, connectEmbedded } from '../support/embedded-database.js'
import { Client } from '../support/product.js'

const fixtures = 'test/fixtures/upgrade'
const releases = readdirSync(fixtures)
  .filter((file) => file.endsWith('.sql.gz'))
  .map((file) => file.replace('.sql.gz', ''))

const unpacked = (file: string) => gunzipSync(readFileSync(join(fixtures, file))).toString()

/** A data folder as the release left it. */
async function leave(folder: string, release: string): Promise<void> {
  const server = await startEmbeddedServer(new DataDirectory(folder))
  const client = new pg.Client(server.url)
  await client.connect()
  await client.query(unpacked(`${release}.sql.gz`))
  // In some projects nothing but a partner's role told its fund.
  if (release === '0.1.0') await client.query("SET session_replication_role = replica; UPDATE partner SET fund = NULL WHERE role = 'IPA_PARTNER'")
  await client.end()
  await server.stop()
  // As servers of that release were made.
  const rules = join(folder, 'postgres/pg_hba.conf')
  writeFileSync(rules, readFileSync(rules, 'utf8').replaceAll('scram-sha-256', 'password'))
}

type Partners = Readonly<Record<string, { readonly role: string }>>

/** A partner's role named its fund once. */
const withoutFundInRole = (partners: Partners): Partners =>
  Object.fromEntries(Object.entries(partners).map(([id, partner]) => [id, { ...partner, role: partner.role.replace(/^(ERDF|IPA|ENPI)_/, '') }]))

describe.each(releases)('a data folder of %s, opened by the gateway of today,', (release) => {
  const folder = mkdtempSync(join(tmpdir(), 'clusterpolisee-upgrade-'))
  const before = JSON.parse(unpacked(`${release}.json.gz`))
  let after: Awaited<ReturnType<typeof factsOf>>
  let gateway: Gateway
  let lead: Client

  beforeAll(async () => {
    await leave(folder, release)
    gateway = await startGateway(readConfig({ DATA_DIR: folder, PORT: '0', SLOW_READ: '60000' }))
    lead = await new Client(gateway.url).as('lead')
    after = await factsOf(async (query: string, variables: Record<string, unknown>) => {
      const { data, errors } = await lead.ask(query, variables)
      if (errors) throw new Error(JSON.stringify(errors))
      return data
    })
  })

  afterAll(async () => {
    await gateway?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('has the same progress, by every grouping on every day', () => expect(after.progress).toEqual(before.progress))

  it('has the same partners of the same types, and the same money of the same funds', () => {
    expect(after.partners).toEqual(withoutFundInRole(before.partners))
    expect(after.money).toEqual(before.money)
  })

  it('has the same measurements, the corrected ones too', () => expect(after.measurements).toEqual(before.measurements))

  it('tells the same history', () => expect(after.history).toEqual(before.history))

  it('has the same editions to the digit, and computes one again to the same hash', async () => {
    expect(after.editions).toEqual(before.editions)
    const [published] = Object.entries<{ state: string; resultHash: string }>(before.editions).find(([, { state }]) => state === 'PUBLISHED') ?? ['']
    expect(await recompute(lead, published)).toMatchObject({ same: true, hash: before.editions[published].resultHash })
  })

  it('has a role for requests that may not change the audit, and takes no password in clear', async () => {
    const application = await connectApplication(folder)
    await expect(application.query('DELETE FROM audit_entry')).rejects.toMatchObject({ code: '42501' })
    await application.end()
    const owner = await connectEmbedded(folder)
    expect((await owner.query('SELECT DISTINCT auth_method FROM pg_hba_file_rules')).rows).toEqual([{ auth_method: 'scram-sha-256' }])
    await owner.end()
  })

  it('is written to as before', async () => {
    const [id] = Object.keys(before.partners)
    const { partner } = (await lead.ask('query ($id: ID!) { partner(id: $id) { version } }', { id })).data
    const update = 'mutation ($id: ID!, $version: Int!) { updatePartner(id: $id, version: $version, input: {city: "Elsewhere"}) { city } }'
    expect((await lead.ask(update, { id, version: partner.version })).data).toEqual({ updatePartner: { city: 'Elsewhere' } })
  })
})
