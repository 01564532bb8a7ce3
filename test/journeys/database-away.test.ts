import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { DataDirectory, startEmbeddedServer } from '@clusterpolisee/gateway'
import pg from 'pg'
import { type FaultyLine, layFaultyLine } from '../support/faulty-line.js'
import { copyFreshData } from '../support/fresh-data.js'
import { type GatewayProcess, startGatewayProcess, stopGatewayProcess } from '../support/gateway-process.js'
import { type Answer, type Client, PASSWORD } from '../support/product.js'
import { until } from '../support/until.js'

const folder = mkdtempSync(join(tmpdir(), 'clusterpolisee-away-'))
let server: Awaited<ReturnType<typeof startEmbeddedServer>>
let line: FaultyLine
let gateway: GatewayProcess
let lead: Client
let projectId: string

beforeAll(async () => {
  await copyFreshData(folder, { SAMPLE_PASSWORD: PASSWORD })
  server = await startEmbeddedServer(new DataDirectory(folder), ['-c', 'max_connections=25'])
  line = await layFaultyLine(server.url)
  gateway = await startGatewayProcess(folder, { DATABASE_URL: line.url, STATEMENT_TIMEOUT: '2', LOG_LEVEL: 'silent' })
  lead = await gateway.client.as('lead')
  projectId = (await lead.ask('{ projects(filter: {demonstration: {eq: true}}) { nodes { id } } }')).data.projects.nodes[0].id
})

afterAll(async () => {
  await stopGatewayProcess(gateway)
  await line.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const read = () => lead.ask('{ partners { totalCount } }')
const create = (id: string) =>
  lead.ask('mutation ($input: CreatePartnerInput!) { createPartner(input: $input) { id } }', {
    input: { id, projectId, name: `Partner ${id}`, role: 'PARTNER', country: 'IT', position: 90 },
  })
const saved = async (ids: readonly string[]) =>
  (await lead.ask('query ($ids: [ID!]!) { partners(first: 100, filter: {id: {in: $ids}}) { nodes { id } } }', { ids })).data.partners.nodes.length
const codeOf = ({ errors }: Answer) => errors?.[0]?.extensions.code ?? 'OK'
const statusOf = async (path: string) => (await fetch(`${gateway.client.url}${path}`)).status

async function expectFeedIsAway(): Promise<void> {
  const feed = await fetch(`${gateway.client.url}/feeds/partners.csv`, { headers: lead.cookie() })
  expect([feed.status, feed.headers.get('retry-after'), (await feed.json()).code]).toEqual([503, '5', 'DATABASE_AWAY'])
}

async function secondsUntilReady(): Promise<number> {
  const begin = Date.now()
  while ((await statusOf('/readyz')) !== 200) await wait(100)
  return (Date.now() - begin) / 1000
}

/** Sends forty writes, makes something happen while they are under way, and sends again what was not acknowledged. Answers how the first were answered. */
async function writeThrough(happen: () => void | Promise<void>): Promise<string[]> {
  const ids = Array.from({ length: 40 }, () => randomUUID())
  const writing = ids.map((id) => create(id))
  await Promise.race(writing)
  await happen()
  const codes = (await Promise.all(writing)).map(codeOf)
  await secondsUntilReady()
  const acknowledged = ids.filter((_, index) => codes[index] === 'OK')
  expect(await saved(acknowledged)).toBe(acknowledged.length)
  const again = await Promise.all(ids.map((id) => create(id)))
  expect(new Set(again.map(codeOf))).toEqual(new Set(['OK']))
  expect(await saved(ids)).toBe(40)
  return codes
}

describe('the process lives, and is ready again, after', () => {
  beforeEach(() => line.become('carries'))

  /** After whatever happened the same process is there, lives, and is well within five seconds. */
  afterEach(async () => {
    line.become('carries')
    expect(await secondsUntilReady()).toBeLessThan(5)
    expect(gateway.child.exitCode).toBeNull()
  })

  it('connections that are lost while they write: nothing acknowledged is lost, and nothing is saved twice', async () => {
    const codes = await writeThrough(() => line.cut())
    // Which of the two is said depends on where each was; those that were at their COMMIT do not know.
    const lost = codes.filter((code) => code !== 'OK')
    expect(lost).not.toEqual([])
    expect(lost.filter((code) => !['DATABASE_AWAY', 'SAVED_OR_NOT'].includes(code))).toEqual([])
  })

  it('a server that ends all connections is no other', async () => {
    const codes = await writeThrough(async () => {
      const client = new pg.Client(server.url)
      await client.connect()
      await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND usename IS NOT NULL')
      await client.end()
    })
    expect(codes.filter((code) => !['OK', 'DATABASE_AWAY', 'SAVED_OR_NOT'].includes(code))).toEqual([])
  })

  it('connections that were ended while nobody used them, unnoticed: reads go on, also of who asks', async () => {
    const client = new pg.Client(server.url)
    await client.connect()
    for (const asking of [lead, gateway.client]) {
      await Promise.all(Array.from({ length: 8 }, read))
      line.become('speaks when asked')
      await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND usename IS NOT NULL')
      expect(codeOf(await asking.ask('{ projects { totalCount } }'))).toBe('OK')
      line.become('carries')
      await secondsUntilReady()
    }
    await client.end()
  })

  it('a COMMIT that is not answered: it is said that nobody knows, and sending it again is safe', async () => {
    let [id, errors] = [randomUUID() as string, undefined as Answer['errors']]
    // The line breaks at the first COMMIT there is, which may be of the gateway's own work.
    for (let tries = 0; tries < 5 && !errors; tries += 1) {
      id = randomUUID()
      line.become('breaks at COMMIT')
      errors = (await create(id)).errors
    }
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('not known whether this was saved'),
      extensions: { code: 'SAVED_OR_NOT', retryAfter: 5 },
    })
    line.become('carries')
    await secondsUntilReady()
    expect(await saved([id])).toBe(1)
    expect((await create(id)).data.createPartner.id).toBe(id)
  })

  it('gone: it lives and is not ready, says so in a sentence with a status, and signs nobody out', async () => {
    line.become('refuses')
    expect(await statusOf('/healthz')).toBe(200)
    expect(await statusOf('/readyz')).toBe(503)
    for (const path of ['/healthz', '/readyz']) expect((await fetch(`${gateway.client.url}${path}`)).headers.get('cache-control')).toBe('no-store')
    const ask = (query: string) =>
      fetch(`${gateway.client.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...lead.cookie() },
        body: JSON.stringify({ query }),
      })
    for (const query of ['{ partners { totalCount } }', 'mutation { signOut }', '{ viewer { displayName } }']) {
      const answer = await ask(query)
      expect(answer.status).toBe(503)
      expect(answer.headers.get('retry-after')).toBe('5')
      expect((await answer.json()).errors[0]).toMatchObject({
        message: 'The database does not answer just now. Try again in a few seconds.',
        extensions: { code: 'DATABASE_AWAY' },
      })
    }
    await expectFeedIsAway()
    line.become('carries')
    await secondsUntilReady()
    expect(codeOf(await read())).toBe('OK')
  })

  it('gone, for somebody whose rights are still known: a feed says so as well', async () => {
    line.become('is deaf')
    expect(codeOf(await read())).toBe('OK')
    line.become('refuses')
    await expectFeedIsAway()
  })

  it('deaf for a while: what was opened meanwhile ends, for it has missed changes', async () => {
    line.become('is deaf')
    await read()
    const stream = await lead.events()
    line.become('carries')
    await stream.ended
    expect(stream.text()).not.toBe('')
  })

  it('neither answering nor closing: it is given up after five seconds, then everybody hears so at once', async () => {
    const stream = await lead.events()
    line.become('holds')
    const begin = Date.now()
    const answers = await Promise.all([...Array.from({ length: 30 }, read), create(randomUUID())])
    expect(new Set(answers.map(codeOf))).toEqual(new Set(['DATABASE_AWAY']))
    expect(Date.now() - begin).toBeLessThan(8000)
    const given = Date.now()
    expect(codeOf(await read())).toBe('DATABASE_AWAY')
    expect(await statusOf('/readyz')).toBe(503)
    expect(await statusOf('/healthz')).toBe(200)
    expect(Date.now() - given).toBeLessThan(1000)
    stream.stop()
  })

  it('changes are heard of again afterwards', async () => {
    line.cut()
    await wait(1500)
    const stream = await lead.events()
    const partner = await gateway.client.as('partner-b')
    const [pilot] = (await partner.ask('{ pilots(filter: {title: {eq: "Skills scan with employers"}}) { nodes { id version } } }')).data.pilots.nodes
    const note = 'mutation ($id: ID!, $version: Int!) { updatePilot(id: $id, version: $version, input: {note: "Heard"}) { id } }'
    expect(codeOf(await partner.ask(note, pilot))).toBe('OK')
    await until('the change is heard of', () => stream.text().includes(pilot.id))
    stream.stop()
  })

  it('a statement that hangs is stopped, and its connection serves on', async () => {
    const holder = new pg.Client(server.url)
    await holder.connect()
    await holder.query('BEGIN; LOCK TABLE partner IN ACCESS EXCLUSIVE MODE')
    expect(codeOf(await read())).toBe('TOO_COMPLEX')
    await holder.query('COMMIT')
    await holder.end()
    expect(codeOf(await read())).toBe('OK')
  })

  it('out of connections: it says that there is too much to do', async () => {
    line.cut()
    await wait(100)
    const holders: pg.Client[] = []
    for (let isFull = false; !isFull; ) {
      const holder = new pg.Client(server.url)
      holder.on('error', () => undefined)
      isFull = await holder.connect().then(
        () => false,
        () => true,
      )
      if (!isFull) holders.push(holder)
    }
    const codes = (await Promise.all(Array.from({ length: 20 }, read))).map(codeOf)
    await Promise.all(holders.map((holder) => holder.end()))
    expect(codes).toContain('DATABASE_BUSY')
    expect(codes.filter((code) => !['OK', 'DATABASE_BUSY'].includes(code))).toEqual([])
  })
})

it('a signal ends it also while the database keeps silent, with the exit code 0', async () => {
  line.become('holds')
  const reading = read()
  await wait(1000)
  const ended = new Promise<number | null>((resolve) => gateway.child.once('exit', resolve))
  gateway.child.kill('SIGTERM')
  expect(codeOf(await reading)).toBe('DATABASE_AWAY')
  expect(await ended).toBe(0)
})
