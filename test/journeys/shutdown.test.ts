import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { connectEmbedded } from '../support/embedded-database.js'
import { copyFreshData } from '../support/fresh-data.js'
import { type GatewayProcess, startGatewayProcess, stopGatewayProcess } from '../support/gateway-process.js'
import { type Client, PASSWORD } from '../support/product.js'

const folder = mkdtempSync(join(tmpdir(), 'clusterpolisee-shutdown-'))
let gateway: GatewayProcess
let lead: Client
let holder: pg.Client

beforeAll(() => copyFreshData(folder, { SAMPLE_PASSWORD: PASSWORD }))

beforeEach(async () => {
  gateway = await startGatewayProcess(folder)
  lead = await gateway.client.as('lead')
  holder = await connectEmbedded(folder)
})

afterEach(async () => {
  await holder.end().catch(() => undefined)
  await stopGatewayProcess(gateway)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Thirty reads and thirty writes that wait in the database until its partners are let go of. */
async function sixtyUnderWay(): Promise<Promise<boolean>[]> {
  const [project] = (await lead.ask('{ projects(filter: {demonstration: {eq: true}}) { nodes { id } } }')).data.projects.nodes
  await holder.query('BEGIN; LOCK TABLE partner IN ACCESS EXCLUSIVE MODE')
  const read = async () => (await lead.ask('{ partners { totalCount } }')).data.partners.totalCount > 0
  const write = async (index: number) => {
    const input = { projectId: project.id, name: `Partner ${index}`, role: 'PARTNER', country: 'IT', position: 100 + index }
    const { data } = await lead.ask('mutation ($input: CreatePartnerInput!) { createPartner(input: $input) { name } }', { input })
    return data.createPartner.name === input.name
  }
  const asked = Array.from({ length: 30 }, (_, index) => [read(), write(index)]).flat()
  await wait(500)
  // Whoever comes later is answered later: by then the gateway has got the sixty.
  await fetch(`${gateway.client.url}/healthz`)
  return asked
}

/** A terminal sends it to all of a group. */
const signals = [
  ['SIGTERM', () => gateway.child.kill('SIGTERM')],
  ['SIGINT', () => process.kill(-Number(gateway.child.pid), 'SIGINT')],
] as const

it.each(signals)('%s: sixty requests under way are answered, streams end, and the exit code is 0', async (_signal, send) => {
  const stream = await lead.events()
  const asked = await sixtyUnderWay()
  const ended = new Promise<number | null>((resolve) => gateway.child.once('exit', resolve))
  send()
  await wait(500)
  await expect(fetch(`${gateway.client.url}/healthz`)).rejects.toThrow()
  await holder.query('COMMIT')
  expect(await Promise.all(asked)).toEqual(Array(60).fill(true))
  expect(await ended).toBe(0)
  stream.stop()
})
