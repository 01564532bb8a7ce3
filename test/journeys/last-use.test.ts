import { setTimeout as wait } from 'node:timers/promises'
import pino from 'pino'
import { connectEmbedded } from '../support/embedded-database.js'
import { type Client, type Product, startProduct } from '../support/product.js'
import { until } from '../support/until.js'

type Database = Awaited<ReturnType<typeof connectEmbedded>>

const READ = '{ projects { totalCount } }'
const said: Record<string, unknown>[] = []
let product: Product
let database: Database
let lead: Client

beforeAll(async () => {
  product = await startProduct({}, pino({ level: 'warn' }, { write: (line: string) => void said.push(JSON.parse(line)) }))
  database = await connectEmbedded(product.folder)
  lead = await product.client.as('lead')
})

afterAll(async () => {
  await database.end()
  await product.stop()
})

async function makeToken(): Promise<{ id: string; client: Client }> {
  const { data } = await lead.ask('{ projects { nodes { id } } }')
  const projectIds = data.projects.nodes.map(({ id }: { id: string }) => id)
  const made = await lead.ask('mutation ($projectIds: [ID!]!) { createApiToken(name: "A tool", projectIds: $projectIds) { id token } }', { projectIds })
  const { id, token } = made.data.createApiToken
  return { id, client: lead.withToken(token) }
}

/** What it is once it is there; null when it does not come. */
async function usedAt(id: string, patience = 5000): Promise<Date | null> {
  for (const begin = Date.now(); Date.now() - begin < patience; await wait(50)) {
    const { rows } = await database.query('SELECT used_at FROM api_token WHERE id = $1', [id])
    if (rows[0]?.used_at) return rows[0].used_at
  }
  return null
}

it('of a token is written down, and is read by its owner', async () => {
  const { id, client } = await makeToken()
  expect(await usedAt(id, 300)).toBeNull()
  await client.ask(READ)
  expect(Date.now() - Number(await usedAt(id))).toBeLessThan(10_000)
  const { data } = await lead.ask('query ($id: ID!) { apiToken(id: $id) { usedAt } }', { id })
  expect(data.apiToken.usedAt).not.toBeNull()
})

it('is written once a minute at most', async () => {
  const { id, client } = await makeToken()
  await client.ask(READ)
  await usedAt(id)
  await database.query('UPDATE api_token SET used_at = NULL, revoked_at = NULL WHERE id = $1', [id])
  await wait(200)
  await client.ask(READ)
  expect(await usedAt(id, 1000)).toBeNull()
})

it('of a session follows the session, in the audit of nobody, and makes no viewer anew', async () => {
  const heard: string[] = []
  database.on('notification', ({ channel }) => heard.push(channel))
  await database.query('LISTEN access_changed')
  const { rows: before } = await database.query('SELECT count(*)::int AS entries FROM audit_entry')
  await database.query(`INSERT INTO session (id, version, user_id, device, token_hash, created_at, seen_at, expires_at)
    SELECT gen_random_uuid(), 1, u.id, 'old', encode(sha256('a-cookie'), 'hex'), now() - interval '1 day', now() - interval '1 day', now() + interval '1 day'
    FROM app_user u WHERE u.email = 'lead@example.org'`)
  await wait(200)
  heard.length = 0
  await fetch(`${product.client.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: 'clusterpolisee_session=a-cookie' },
    body: JSON.stringify({ query: READ }),
  })
  await wait(1000)
  const { rows } = await database.query(`SELECT seen_at > now() - interval '10 seconds' AS fresh FROM session WHERE device = 'old'`)
  const { rows: after } = await database.query('SELECT count(*)::int AS entries FROM audit_entry')
  expect([rows, after, heard]).toEqual([[{ fresh: true }], before, []])
})

it('delays and fails nothing, whether the row is held or cannot be written', async () => {
  const { id, client } = await makeToken()
  await database.query('BEGIN')
  await database.query('SELECT 1 FROM api_token WHERE id = $1 FOR UPDATE', [id])
  expect((await client.ask(READ)).errors).toBeUndefined()
  await wait(500)
  const { rows: waiting } = await database.query(`SELECT query FROM pg_stat_activity WHERE wait_event_type = 'Lock'`)
  expect(waiting).toEqual([])
  await database.query('ROLLBACK')
  const { client: other } = await makeToken()
  await database.query('ALTER TABLE api_token RENAME used_at TO gone')
  expect((await other.ask(READ)).errors).toBeUndefined()
  expect(await until('the log tells of it', () => said)).toMatchObject([
    { msg: 'a last use was not written down', request: expect.stringMatching(/^[0-9a-f-]{36}$/) },
  ])
})
