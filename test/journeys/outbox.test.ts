import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DataDirectory, startEmbeddedServer } from '@clusterpolisee/gateway'
import pg from 'pg'
import { demonstrationId } from '../support/benchmarks.js'
import { copyFreshData } from '../support/fresh-data.js'
import { type GatewayProcess, startGatewayProcess, stopGatewayProcess } from '../support/gateway-process.js'
import { type MailServer, type Step, startMailServer } from '../support/mail-server.js'
import { type Client, PASSWORD } from '../support/product.js'
import { until } from '../support/until.js'

const folder = mkdtempSync(join(tmpdir(), 'clusterpolisee-outbox-'))
let server: Awaited<ReturnType<typeof startEmbeddedServer>>
let database: pg.Client
let mail: MailServer
let gateways: GatewayProcess[]
let lead: Client
let project: string

/** What the server of mail says, by whom a mail is for and the step. */
const answers = new Map<string, () => Promise<string | null> | string | null>()
/** Steps that mails have come to. */
const reached = new Set<string>()

const startThree = async () => {
  const settings = { DATABASE_URL: server.url, SMTP_URL: mail.url, MAIL_FROM: 'ClusterPoliSEE <post@example.org>', LOG_LEVEL: 'silent' }
  gateways = await Promise.all([1, 2, 3].map(() => startGatewayProcess(folder, { ...settings, PUBLIC_URL: 'http://127.0.0.1:4000' })))
  lead = await (gateways[0] as GatewayProcess).client.as('lead')
}

beforeAll(async () => {
  await copyFreshData(folder, { SAMPLE_PASSWORD: PASSWORD })
  server = await startEmbeddedServer(new DataDirectory(folder), ['-c', 'max_connections=80'])
  database = new pg.Client(server.url)
  await database.connect()
  mail = await startMailServer((step: Step, to: string) => {
    const key = `${to.split('@')[0]} ${step}`
    reached.add(key)
    return answers.get(key)?.() ?? null
  })
  await startThree()
  project = await demonstrationId(lead)
})

afterAll(async () => {
  await Promise.all(gateways.map((gateway) => stopGatewayProcess(gateway)))
  mail.stop()
  await database.end()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const invite = async (name: string): Promise<string> => {
  const { data } = await lead.ask(
    `mutation ($project: ID!) { invite(projectId: $project, email: "${name}@example.org", displayName: "Nora New", role: OBSERVER) { id } }`,
    { project },
  )
  return data.invite.id
}

const fared = async (id: string) =>
  (await lead.ask('query ($id: ID!) { invitation(id: $id) { mail { state refusal at } } }', { id })).data.invitation.mail as {
    state: string
    refusal: number | null
    at: string
  }
const untilState = (id: string, state: string) => until(`the mail of ${id} is ${state}`, async () => (await fared(id)).state === state)

const takenFor = (name: string) => mail.mails.filter(({ to }) => to === `${name}@example.org`).map(({ text }) => text)
const identityOf = (text: string) => /^Message-ID: (<\S+>)$/im.exec(text)?.[1]
const linkIn = (text: string) => /accept-invitation\?token=([\w-]+)/.exec(text)?.[1]
const opens = async (text: string) =>
  (await lead.ask('query ($token: String!) { openInvitation(token: $token) { email } }', { token: linkIn(text) })).data.openInvitation?.email ?? null
const jobs = async (id: string) => (await database.query(`SELECT 1 FROM graphile_worker._private_jobs WHERE payload ->> 'to' = $1`, [id])).rowCount

/** Holds a mail at a step until it is let go on, with what is then answered. */
function hold(name: string, step: Step): (answer: string | null) => void {
  let goOn: (answer: string | null) => void = () => undefined
  const held = new Promise<string | null>((resolve) => {
    goOn = resolve
  })
  answers.set(`${name} ${step}`, () => held)
  return goOn
}

describe('a mail that is asked for', () => {
  it('is told of by its record: it waits, is perhaps sent, then sent, under an identity of its own', async () => {
    const goOn = hold('told', 'DATA')
    const id = await invite('told')
    await until('it is sent', () => reached.has('told DATA'))
    expect(await fared(id)).toMatchObject({ state: 'PERHAPS_SENT', refusal: null })
    goOn(null)
    await untilState(id, 'SENT')
    const { rows } = await database.query('SELECT id FROM mail WHERE record_id = $1', [id])
    expect(takenFor('told').map(identityOf)).toEqual([`<${rows[0].id}@example.org>`])
  })

  it('is not tried again where its server refuses it for good, and the code is told, not the text, which says an address', async () => {
    answers.set('nobody RCPT', () => '550 5.1.1 <nobody@example.org> is unknown here')
    const id = await invite('nobody')
    await untilState(id, 'FAILED')
    expect(await fared(id)).toMatchObject({ state: 'FAILED', refusal: 550 })
    await until('its job is over', async () => (await jobs(id)) === 0)
    const { rows } = await database.query('SELECT to_jsonb(m)::text AS text FROM mail m WHERE record_id = $1', [id])
    expect(rows).toEqual([{ text: expect.not.stringMatching(/unknown|nobody@/) }])
  })

  it('waits to be tried again where it is refused for now, and is not sent twice', async () => {
    let times = 0
    answers.set('busy DATA', () => {
      times += 1
      return times === 1 ? '452 full just now' : null
    })
    const id = await invite('busy')
    await until('it was refused once', () => times === 1)
    await untilState(id, 'WAITING')
    await untilState(id, 'SENT')
    expect([times, takenFor('busy').length]).toEqual([2, 1])
  })

  it('goes no more, and is told of no more, where it is not wanted any longer', async () => {
    answers.set('withdrawn RCPT', () => '452 later')
    const id = await invite('withdrawn')
    await until('it was refused once', () => reached.has('withdrawn RCPT'))
    const { data } = await lead.ask('query ($id: ID!) { invitation(id: $id) { version } }', { id })
    await lead.ask('mutation ($id: ID!, $version: Int!) { archiveInvitation(id: $id, version: $version) { id } }', { id, version: data.invitation.version })
    await until('its job is over', async () => (await jobs(id)) === 0)
    expect([takenFor('withdrawn'), (await database.query('SELECT 1 FROM mail WHERE record_id = $1', [id])).rowCount]).toEqual([[], 0])
  })
})

describe('three gateways that are killed while they send', () => {
  it('send each mail under one identity, wherever it was, and every link that may have arrived opens', async () => {
    const committed = await invite('committed')
    await untilState(committed, 'SENT')
    // One gateway each holds a mail: before its text, within it, and when it was taken and that could not be written down yet.
    const holds = [hold('claimed', 'RCPT'), hold('within', 'DATA')]
    const locker = new pg.Client(server.url)
    await locker.connect()
    answers.set('taken DATA', async () => {
      await locker.query(`BEGIN; SELECT 1 FROM mail m JOIN invitation i ON i.id = m.record_id WHERE i.email = 'taken@example.org' FOR UPDATE OF m`)
      return null
    })
    const [claimed, within, taken] = [await invite('claimed'), await invite('within'), await invite('taken')] as const
    await until('each has come to its place', () => ['claimed RCPT', 'within DATA'].every((step) => reached.has(step)) && takenFor('taken').length === 1)
    const waiting = await invite('waiting')
    const ids = { committed, claimed, within, taken, waiting }
    const states = async () => Object.fromEntries(await Promise.all(Object.entries(ids).map(async ([name, id]) => [name, (await fared(id)).state] as const)))
    expect(await states()).toEqual({ committed: 'SENT', claimed: 'PERHAPS_SENT', within: 'PERHAPS_SENT', taken: 'PERHAPS_SENT', waiting: 'WAITING' })
    await Promise.all(gateways.map((gateway) => stopGatewayProcess(gateway, 'SIGKILL')))
    // A machine that goes takes its connections with it: what they still waited to write is not written.
    await database.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'clusterpolisee%'`)
    answers.clear()
    for (const goOn of holds) goOn('451 broken off')
    await locker.end()
    await startThree()
    for (const id of Object.values(ids)) await untilState(id, 'SENT')
    const count = (name: string) => [takenFor(name).length, new Set(takenFor(name).map(identityOf)).size]
    expect(Object.fromEntries(Object.keys(ids).map((name) => [name, count(name)]))).toEqual({
      committed: [1, 1],
      claimed: [1, 1],
      within: [1, 1],
      taken: [2, 1],
      waiting: [1, 1],
    })
    expect(await Promise.all(takenFor('taken').map(opens))).toEqual(['taken@example.org', 'taken@example.org'])
  })
})
