import type pg from 'pg'
import { admin } from '../support/admin.js'
import { connectEmbedded } from '../support/embedded-database.js'
import { type Client, type Product, startProduct } from '../support/product.js'
import { until } from '../support/until.js'

let product: Product
let db: pg.Client
let administrator: Client

beforeAll(async () => {
  product = await startProduct({ METRICS: 'true' })
  db = await connectEmbedded(product.folder)
  administrator = await product.client.as('admin')
})

afterAll(async () => {
  await db?.end()
  await product?.stop()
})

/** What the tests put there, by what it says of itself. */
const LEFT: Readonly<Record<string, string>> = {
  session: 'SELECT device AS said FROM session',
  api_token: 'SELECT name AS said FROM api_token',
  one_time_link: 'SELECT token_hash AS said FROM one_time_link',
  known_device: 'SELECT token_hash AS said FROM known_device',
  half_session: 'SELECT token_hash AS said FROM half_session',
  passkey_challenge: 'SELECT challenge AS said FROM passkey_challenge',
  provider_visit: 'SELECT state AS said FROM provider_visit',
  creation: 'SELECT input_hash AS said FROM creation',
  invitation: 'SELECT display_name AS said FROM invitation',
  security_event: 'SELECT network AS said FROM security_event',
}

/** Puts one row of each kind that is over by now, and one that is not yet: so many days after it ended, which is `ago`. */
async function put(said: string, days: Readonly<Record<string, number>>): Promise<void> {
  const ended = (table: string) => `now() - interval '${days[table]} days'`
  const user = '(SELECT id FROM app_user ORDER BY email LIMIT 1)'
  const statements = [
    `INSERT INTO session (id, version, user_id, device, token_hash, created_at, seen_at, expires_at) VALUES
      (gen_random_uuid(), 1, ${user}, '${said}', '${said}', now(), now(), ${ended('session')})`,
    `INSERT INTO api_token (id, version, user_id, name, with_money, project_ids, token_hash, created_at, expires_at, revoked_at) VALUES
      (gen_random_uuid(), 1, ${user}, '${said}', false, '{}', '${said}', now(), now() + interval '1 day', ${ended('api_token')})`,
    `INSERT INTO one_time_link (id, user_id, token_hash, created_at, expires_at) VALUES (gen_random_uuid(), ${user}, '${said}', now(), ${ended('one_time_link')})`,
    `INSERT INTO known_device (id, user_id, token_hash, seen_at) VALUES (gen_random_uuid(), ${user}, '${said}', ${ended('known_device')})`,
    `INSERT INTO half_session (id, user_id, token_hash, expires_at) VALUES (gen_random_uuid(), ${user}, '${said}', ${ended('half_session')})`,
    `INSERT INTO passkey_challenge (challenge, user_id, expires_at) VALUES ('${said}', ${user}, ${ended('passkey_challenge')})`,
    `INSERT INTO provider_visit (id, provider, token_hash, state, nonce, verifier, expires_at) VALUES
      (gen_random_uuid(), 'region', '${said}', '${said}', '', '', ${ended('provider_visit')})`,
    `INSERT INTO creation (record_id, input_hash, created_at) VALUES (gen_random_uuid(), '${said}', ${ended('creation')})`,
    `INSERT INTO invitation (id, version, project_id, email, display_name, role, token_hash, expires_at, created_at, updated_at)
      SELECT gen_random_uuid(), 1, id, '${said}@example.org', '${said}', 'OBSERVER', '${said}', ${ended('invitation')}, now(), now() FROM project LIMIT 1`,
    `INSERT INTO security_event (id, version, kind, user_id, network, times, at) VALUES
      (gen_random_uuid(), 1, 'SIGN_IN_FAILED', ${user}, '${said}', 1, now())`,
  ]
  for (const statement of statements) await db.query(statement)
}

const kept = {
  session: 90,
  api_token: 90,
  one_time_link: 1,
  known_device: 180,
  half_session: 1,
  passkey_challenge: 1,
  provider_visit: 1,
  creation: 30,
  invitation: 30,
}
const plus = (more: number) => Object.fromEntries(Object.entries(kept).map(([table, days]) => [table, days + more]))

/** Which of `said` is left, by table. */
async function left(said: readonly string[]): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  for (const [table, sql] of Object.entries(LEFT)) {
    const { rows } = await db.query<{ said: string | null }>(sql)
    found[table] = said.filter((text) => rows.some((row) => row.said === text))
  }
  return found
}

/** Does the chore of the night now, and waits until it has been done. */
async function night(): Promise<void> {
  const { rows } = await db.query(`SELECT (graphile_worker.add_job('forget_over')).id`)
  await until('the chore is done', async () => (await db.query('SELECT 1 FROM graphile_worker._private_jobs WHERE id = $1', [rows[0].id])).rowCount === 0)
}

/** How many rows of the audit tell of a text, or of an address of it. */
const toldOf = async (said: string) =>
  (await db.query('SELECT 1 FROM audit_entry WHERE after IN (to_jsonb($1::text), to_jsonb($2::text))', [said, `${said}@example.org`])).rowCount

const everywhere = (texts: readonly string[]) => Object.fromEntries(Object.keys(LEFT).map((table) => [table, texts]))

const told = async () =>
  (await administrator.ask('{ securityLog(first: 100, filter: {kind: {eq: DATA_FORGOTTEN}}) { nodes { recordType detail } } }')).data.securityLog.nodes

describe('every night', () => {
  it('goes what has been kept as many days as is declared, and not a day before; the log stays whole, and tells of it', async () => {
    await put('over', plus(1))
    await put('young', plus(-1))
    expect((await admin(product.folder, 'checkpoint')).status).toBe(0)
    expect(await left(['over', 'young'])).toEqual(everywhere(['over', 'young']))
    await night()
    expect(await left(['over', 'young'])).toEqual({ ...everywhere(['young']), security_event: ['over', 'young'] })
    expect(await toldOf('over')).toBe(0)
    const { status, said } = await admin(product.folder, 'verify')
    expect({ status, said }).toEqual({ status: 0, said: expect.stringMatching(/Forgotten by right: \d+ by DATA_FORGOTTEN at /) })
    expect((await told()).map(({ recordType }: { recordType: string }) => recordType).sort()).toEqual(['ApiToken', 'Invitation', 'Session'])
    expect(await (await fetch(`${product.client.url}/metrics`)).text()).toMatch(/clusterpolisee_forgotten_rows_total\{table="session"\} 1/)
  })

  it('nothing more goes when it is done again', async () => {
    const before = await told()
    await night()
    expect(await told()).toEqual(before)
    expect(await left(['young'])).toEqual(everywhere(['young']))
    expect(await toldOf('young')).toBe(2)
  })

  it('more goes than at once can, some at a time', async () => {
    await db.query(
      `INSERT INTO creation (record_id, input_hash, created_at) SELECT gen_random_uuid(), 'many', now() - interval '31 days' FROM generate_series(1, 2500)`,
    )
    await night()
    expect((await db.query(`SELECT 1 FROM creation WHERE input_hash = 'many'`)).rowCount).toBe(0)
  })

  it('the rest goes as the clock goes on, networks of the security log after a year', async () => {
    const on = async (days: number) => {
      await db.query(`SET app.clock_shift = '${days} days'`)
      for (const table of Object.keys(LEFT)) await db.query('SELECT forget_over($1, 1000)', [table])
      await db.query('RESET app.clock_shift')
      return left(['young'])
    }
    expect(await on(2)).toEqual({ ...everywhere([]), security_event: ['young'] })
    expect(await on(364)).toEqual({ ...everywhere([]), security_event: ['young'] })
    expect(await on(366)).toEqual(everywhere([]))
    expect(await admin(product.folder, 'verify')).toMatchObject({ status: 0 })
  })

  it('mails that were given up go after a month', async () => {
    const mails = () => db.query(`SELECT 1 FROM graphile_worker._private_jobs WHERE payload ->> 'to' = 'given-up@example.org'`)
    await db.query(`SELECT graphile_worker.add_job('reset_mail', '{"to": "given-up@example.org"}', run_at => now() + interval '1 day')`)
    const told = async () => (await db.query(`SELECT kind FROM mail WHERE kind IN ('old', 'young', 'of a record') ORDER BY kind`)).rows.map(({ kind }) => kind)
    await db.query(`INSERT INTO mail (id, kind, record_id, queued_at) VALUES (gen_random_uuid(), 'old', NULL, now() - interval '31 days'),
      (gen_random_uuid(), 'young', NULL, now() - interval '29 days'), (gen_random_uuid(), 'of a record', gen_random_uuid(), now() - interval '31 days')`)
    const given = `UPDATE graphile_worker._private_jobs SET attempts = max_attempts, updated_at = now() - $1::interval WHERE payload ->> 'to' = 'given-up@example.org'`
    await db.query(given, ['29 days'])
    await night()
    expect((await mails()).rowCount).toBe(1)
    await db.query(given, ['31 days'])
    await night()
    expect((await mails()).rowCount).toBe(0)
    expect(await told()).toEqual(['of a record', 'young'])
  })

  it('what came of somebody after they were erased goes too', async () => {
    administrator = await product.client.as('admin')
    const { data } = await administrator.ask('{ users(filter: {email: {eq: "observer@example.org"}}) { nodes { id } } }')
    const [{ id }] = data.users.nodes
    await administrator.ask('mutation ($id: ID!) { erasePerson(id: $id, email: "observer@example.org") { id } }', { id })
    await db.query(
      `INSERT INTO session (id, version, user_id, device, token_hash, created_at, seen_at, expires_at) VALUES (gen_random_uuid(), 1, $1, 'late', 'late', now(), now(), now())`,
      [id],
    )
    await db.query(
      `INSERT INTO security_event (id, version, kind, user_id, by_user_id, network, times, at) VALUES (gen_random_uuid(), 1, 'SIGNED_IN', $1, $1, 'late', 1, now())`,
      [id],
    )
    await night()
    expect(await left(['late'])).toEqual(everywhere([]))
    expect(await admin(product.folder, 'verify')).toMatchObject({ status: 0 })
  })
})
