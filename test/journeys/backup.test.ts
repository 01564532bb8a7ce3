import { randomBytes, randomUUID } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { DataDirectory, type Gateway, readConfig, startEmbeddedServer, startGateway } from '@clusterpolisee/gateway'
import pg from 'pg'
import { factsOf } from '../fixtures/upgrade/facts.mjs'
import { adminWith } from '../support/admin.js'
import { connectEmbedded } from '../support/embedded-database.js'
import { layFaultyLine } from '../support/faulty-line.js'
import { Client, type Product, startProduct } from '../support/product.js'

/** Milliseconds that pass between the moment of a snapshot and that its statement has been answered, by far. */
const A_MOMENT = 200

const room = mkdtempSync(join(tmpdir(), 'clusterpolisee-backup-'))
const inRoom = (name: string) => join(room, name)
const keyFile = inRoom('key')

let product: Product
let lead: Client
let projectId: string

beforeAll(async () => {
  // PostgreSQL may run as another person, who must reach what is below.
  chmodSync(room, 0o755)
  writeFileSync(keyFile, randomBytes(32))
  product = await startProduct()
  lead = await product.client.as('lead')
  projectId = (await lead.ask('{ projects(filter: {demonstration: {eq: true}}) { nodes { id } } }')).data.projects.nodes[0].id
})

afterAll(async () => {
  await product?.stop()
  rmSync(room, { recursive: true, force: true })
})

const admin = (folder: string, ...words: readonly string[]) => adminWith({ BACKUP_KEY_FILE: keyFile }, folder, ...words)

/** Rows of each table and a hash of what is in them, as text by name; secrets as they are when they are awake, and without what these commands tell the log. */
async function contentOf(client: pg.Client): Promise<Record<string, string>> {
  const { rows } = await client.query(`SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
    AND relname NOT IN ('migration', 'sql_file', 'restoration') ORDER BY 1`)
  const found: Record<string, string> = {}
  for (const { name } of rows) {
    const hashed = `count(*) || ' ' || coalesce(md5(string_agg(replace(t::text, 'asleep:', ''), chr(10) ORDER BY t::text COLLATE "C")), '')`
    const own = name === 'security_event' ? `WHERE kind NOT IN ('BACKED_UP', 'RESTORED')` : ''
    found[name] = (await client.query(`SELECT ${hashed} AS content FROM ${name} t ${own}`)).rows[0].content
  }
  return found
}

/** What somebody wrote one after another: when it was sent, and answered. */
interface Write {
  readonly id: string
  readonly sent: number
  readonly answered: number
}

async function writeUntil(over: () => boolean): Promise<Write[]> {
  const written: Write[] = []
  while (!over()) {
    const [id, sent] = [randomUUID(), Date.now()]
    const input = { id, projectId, name: `Partner ${id}`, role: 'PARTNER', country: 'IT', position: 90 }
    const { errors } = await lead.ask('mutation ($input: CreatePartnerInput!) { createPartner(input: $input) { id } }', { input })
    expect(errors).toBeUndefined()
    written.push({ id, sent, answered: Date.now() })
  }
  return written
}

/** A database without anything, on a server of its own. */
async function emptyServer(name: string) {
  mkdirSync(inRoom(name))
  const server = await startEmbeddedServer(new DataDirectory(inRoom(name)))
  const client = new pg.Client(server.url)
  await client.connect()
  return {
    url: server.url,
    client,
    async stop() {
      await client.end()
      await server.stop()
    },
  }
}

const startOn = (settings: NodeJS.ProcessEnv): Promise<Gateway> => startGateway(readConfig({ PORT: '0', SLOW_READ: '60000', LOG_LEVEL: 'silent', ...settings }))

describe('a backup that is made while people write', () => {
  const file = inRoom('busy.backup')
  let writers: Write[][]

  beforeAll(async () => {
    let over = false
    const writing = Promise.all([0, 1, 2].map(() => writeUntil(() => over)))
    await wait(500)
    const { status, said } = await admin(product.folder, 'backup', file)
    await wait(500)
    over = true
    writers = await writing
    expect({ status, said }).toEqual({
      status: 0,
      said: expect.stringMatching(/busy\.backup: \d+ tables, \d+ rows, .* MB, encrypted: keep the key elsewhere\.\n$/),
    })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(file).includes(readFileSync(keyFile))).toBe(false)
  })

  it('has all that was acknowledged before its moment and nothing of after it, of each writer, embedded and on a server', async () => {
    const server = await emptyServer('busy-server')
    const [embedded, onServer] = await Promise.all([
      admin(inRoom('busy'), 'restore', file),
      adminWith({ BACKUP_KEY_FILE: keyFile, DATABASE_URL: server.url }, inRoom('unused'), 'restore', file),
    ])
    expect([embedded.status, onServer.status]).toEqual([0, 0])
    const directory = await startEmbeddedServer(new DataDirectory(inRoom('busy')))
    const client = new pg.Client(directory.url)
    await client.connect()
    const content = await contentOf(client)
    expect(await contentOf(server.client)).toEqual(content)
    const [{ moment }] = (await client.query('SELECT backup_made_at AS moment FROM restoration')).rows
    for (const written of writers) {
      const { rows } = await client.query<{ id: string }>('SELECT id FROM partner WHERE id = ANY ($1)', [written.map(({ id }) => id)])
      const there = new Set(rows.map(({ id }) => id))
      const audited = await client.query('SELECT DISTINCT record_id FROM audit_entry WHERE record_id = ANY ($1)', [written.map(({ id }) => id)])
      expect(audited.rowCount).toBe(there.size)
      const first = written.slice(0, there.size)
      expect(first.every(({ id }) => there.has(id))).toBe(true)
      expect(there.size).toBeGreaterThanOrEqual(written.filter(({ answered }) => answered < moment.getTime()).length)
      expect(there.size).toBeLessThanOrEqual(written.filter(({ sent }) => sent < moment.getTime() + A_MOMENT).length)
      expect(there.size).toBeLessThan(written.length)
    }
    await client.end()
    await directory.stop()
    await server.stop()
  })
})

/** The address of the server of a running product, for its owner. */
async function serverOf(folder: string): Promise<string> {
  const owner = await connectEmbedded(folder)
  const url = `postgres://postgres:${new DataDirectory(folder).secret('postgres-password')}@127.0.0.1:${owner.port}/clusterpolisee`
  await owner.end()
  return url
}

it('a backup can be restored though the line said how many rows a table has after the rows, in a packet of its own', async () => {
  const [file, line] = [inRoom('lagging.backup'), await layFaultyLine(await serverOf(product.folder))]
  line.become('lags behind rows')
  const given = { BACKUP_KEY_FILE: keyFile, DATABASE_URL: line.url }
  expect(await adminWith(given, inRoom('unused'), 'backup', file)).toEqual({ status: 0, said: expect.stringMatching(/ [1-9]\d* rows, /) })
  await line.close()
  expect(await admin(inRoom('lagging'), 'restore', file)).toEqual({ status: 0, said: expect.stringContaining(' are here, from release ') })
})

describe('a restored installation', () => {
  const file = inRoom('quiet.backup')
  const folder = inRoom('restored')
  let gateway: Gateway | undefined
  let token: string
  let before: Record<string, string>

  beforeAll(async () => {
    const made = await lead.ask('mutation ($ids: [ID!]!) { createApiToken(name: "Reporting", projectIds: $ids) { token } }', { ids: [projectId] })
    token = made.data.createApiToken.token
    const owner = await connectEmbedded(product.folder)
    await owner.query(`SELECT graphile_worker.add_job('nothing_known', '{"to": "somebody"}', run_at := now() + interval '1 day', max_attempts := 7)`)
    // What is sealed now is not sealed between the backup and the look at it.
    await admin(product.folder, 'checkpoint')
    const { status } = await admin(product.folder, 'backup', file)
    expect(status).toBe(0)
    before = await contentOf(owner)
    await owner.end()
    expect(await admin(folder, 'restore', file)).toEqual({
      status: 0,
      said: expect.stringMatching(/^\d+ rows of 20\S+ are here, from release \S+\. Start the gateway: .*\nIt sends no mail, .* npm run admin -- wake\n$/),
    })
  })

  afterAll(() => gateway?.stop())

  const viewerOf = async (client: Client) => (await client.ask('{ viewer { displayName } }')).data?.viewer ?? null
  const secretOf = (client: Client) => /=(.*)$/.exec(client.cookie().cookie ?? '')?.[1] ?? ''
  const waiting = async (client: pg.Client) => (await client.query('SELECT task_identifier, attempts, max_attempts FROM graphile_worker.jobs')).rows

  it('has the same rows in every table, when it has started too', async () => {
    const server = await startEmbeddedServer(new DataDirectory(folder))
    const client = new pg.Client(server.url)
    await client.connect()
    expect(await contentOf(client)).toEqual(before)
    await client.end()
    await server.stop()
    gateway = await startOn({ DATA_DIR: folder, SMTP_URL: 'smtp://127.0.0.1:9', PUBLIC_URL: 'http://127.0.0.1:4000' })
    const owner = await connectEmbedded(folder)
    const { pilot_progress: _, ...rest } = await contentOf(owner)
    expect(before).toMatchObject(rest)
    await owner.end()
  })

  it('is told to both security logs, with the file by its checksum and not by its path', async () => {
    const checksum = readFileSync(file).subarray(-32).toString('hex')
    const toldIn = async (where: string, kind: string) => {
      const owner = await connectEmbedded(where)
      const { rows } = await owner.query(`SELECT by_user_id, network, detail FROM security_event WHERE kind = $1 AND strpos(detail, $2) > 0`, [kind, checksum])
      await owner.end()
      return rows
    }
    expect(await toldIn(product.folder, 'BACKED_UP')).toEqual([{ by_user_id: null, network: null, detail: `checksum ${checksum}` }])
    expect(await toldIn(folder, 'RESTORED')).toEqual([
      { by_user_id: null, network: null, detail: expect.stringMatching(new RegExp(`^backup of 20\\S+, checksum ${checksum}$`)) },
    ])
  })

  it('has the same progress, history, editions', async () => {
    const ask = (client: Client) => async (query: string, variables: Record<string, unknown>) => (await client.ask(query, variables)).data
    const restored = await new Client(gateway?.url ?? '').as('lead')
    expect(await factsOf(ask(restored))).toEqual(await factsOf(ask(lead)))
  })

  it('is asleep: no session, token or link of before, no mail, no job', async () => {
    const { url = '' } = gateway ?? {}
    expect(await viewerOf(product.client.withSession(secretOf(lead)))).toEqual({ displayName: 'Lena Lead' })
    expect(await viewerOf(new Client(url).withSession(secretOf(lead)))).toBeNull()
    expect((await fetch(`${url}/feeds/partners.csv`, { headers: { authorization: `Bearer ${token}` } })).status).toBe(401)
    expect((await new Client(url).ask('{ installation { mailEnabled } }')).data.installation.mailEnabled).toBe(false)
    const owner = await connectEmbedded(folder)
    await owner.query(`UPDATE graphile_worker._private_jobs SET run_at = now()`)
    await wait(1500)
    expect(await waiting(owner)).toEqual([{ task_identifier: 'nothing_known', attempts: 0, max_attempts: 7 }])
    const awake = await owner.query(
      `SELECT count(*)::int AS secrets FROM (SELECT token_hash FROM api_token UNION ALL SELECT token_hash FROM invitation UNION ALL SELECT token_hash FROM one_time_link) t
       WHERE NOT starts_with(token_hash, 'asleep:')`,
    )
    expect(awake.rows).toEqual([{ secrets: 0 }])
    await owner.end()
  })

  it('takes the place of the former one when it is woken', async () => {
    const { url = '' } = gateway ?? {}
    expect(await admin(folder, 'wake')).toEqual({ status: 0, said: expect.stringMatching(/^Awake: sessions, links and tokens of before are good again\./) })
    expect(await viewerOf(new Client(url).withSession(secretOf(lead)))).toEqual({ displayName: 'Lena Lead' })
    expect((await fetch(`${url}/feeds/partners.csv`, { headers: { authorization: `Bearer ${token}` } })).status).toBe(200)
    expect(await admin(folder, 'wake')).toEqual({ status: 0, said: 'This installation is awake.\n' })
    const owner = await connectEmbedded(folder)
    expect((await owner.query(`SELECT by_user_id FROM security_event WHERE kind = 'RESTORED' AND detail = 'awake'`)).rows).toEqual([{ by_user_id: null }])
    await owner.end()
    await gateway?.stop()
    gateway = await startOn({ DATA_DIR: folder, SMTP_URL: 'smtp://127.0.0.1:9', PUBLIC_URL: 'http://127.0.0.1:4000' })
    expect((await new Client(gateway.url).ask('{ installation { mailEnabled } }')).data.installation.mailEnabled).toBe(true)
  })

  it('can be backed up and restored in turn, when no gateway runs', async () => {
    await gateway?.stop()
    gateway = undefined
    expect((await admin(folder, 'backup', inRoom('second.backup'))).status).toBe(0)
    expect((await admin(inRoom('second'), 'restore', inRoom('second.backup'))).status).toBe(0)
  })
})

describe('an administrator is told in a sentence', () => {
  const file = inRoom('told.backup')
  const nowhere = inRoom('nowhere')

  beforeAll(async () => {
    expect((await adminWith({ BACKUP_PASSPHRASE: 'correct horse battery' }, product.folder, 'backup', file)).status).toBe(0)
  })
  afterEach(() => expect(existsSync(nowhere)).toBe(false))

  it('that a file is there already', async () =>
    expect(await admin(product.folder, 'backup', file)).toEqual({ status: 1, said: `${file} is there already. Name a new file.\n` }))

  it('that a gateway runs, or that the installation is not empty', async () => {
    const given = { BACKUP_PASSPHRASE: 'correct horse battery' }
    expect((await adminWith(given, product.folder, 'restore', file)).said).toMatch(/is in use by process \d+\. Stop that one first/)
    expect((await adminWith({ ...given, DATABASE_URL: await serverOf(product.folder) }, nowhere, 'restore', file)).said).toBe(
      'A gateway works on this database. Stop it first.\n',
    )
    const second = inRoom('second')
    expect((await adminWith(given, second, 'restore', file)).said).toMatch(/^This installation is not empty\. Restore into a new folder/)
  })

  it('that a key is missing, or another, or that the file is damaged; nothing is made then', async () => {
    expect((await adminWith({}, nowhere, 'restore', file)).said).toMatch(/is encrypted\. Set BACKUP_PASSPHRASE or BACKUP_KEY_FILE/)
    expect((await admin(nowhere, 'restore', file)).said).toMatch(/^The key does not open this backup/)
    const bytes = readFileSync(file)
    bytes[9000] = (bytes[9000] ?? 0) ^ 1
    writeFileSync(inRoom('damaged'), bytes)
    expect((await adminWith({ BACKUP_PASSPHRASE: 'correct horse battery' }, nowhere, 'restore', inRoom('damaged'))).said).toMatch(/is damaged: its checksum/)
  })
})

it('a folder of another major version of PostgreSQL says how its data are carried over, and is not touched', async () => {
  const folder = inRoom('older')
  mkdirSync(join(folder, 'postgres'), { recursive: true })
  writeFileSync(join(folder, 'postgres/PG_VERSION'), '17\n')
  await expect(startOn({ DATA_DIR: folder })).rejects.toThrow(
    / are of PostgreSQL 17, and this release comes with 18\. .* admin -- backup FILE; .* another DATA_DIR, .* restore FILE\./,
  )
  expect(readdirSync(join(folder, 'postgres'))).toEqual(['PG_VERSION'])
})
