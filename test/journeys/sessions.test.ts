import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { connectEmbedded } from '../support/embedded-database.js'
import { Client, PASSWORD, type Product, SIGN_IN, startProduct } from '../support/product.js'
import { until } from '../support/until.js'

let product: Product
let database: pg.Client

beforeAll(async () => {
  product = await startProduct()
  database = await connectEmbedded(product.folder)
})
afterAll(async () => {
  await database?.end()
  await product?.stop()
})

const signIn = (client: Client, person: string) => client.ask(SIGN_IN, { email: `${person}@example.org`, password: PASSWORD })
const whoIs = async (client: Client) => (await client.ask('{ viewer { email } }')).data.viewer?.email ?? null
const copyOf = (client: Client) => new Client(client.url).withSession(client.cookie().cookie?.split('=')[1] ?? '')
const sessionsOf = async (person: string) =>
  (
    await database.query('SELECT s.revoked_at IS NULL AS open FROM session s JOIN app_user u ON u.id = s.user_id WHERE u.email = $1 ORDER BY s.created_at', [
      `${person}@example.org`,
    ])
  ).rows.map(({ open }) => open as boolean)

it('ends when somebody signs in again in its browser, whoever that is', async () => {
  const browser = await product.client.as('controller')
  const first = copyOf(browser)
  await signIn(browser, 'controller')
  const second = copyOf(browser)
  expect([await whoIs(first), await whoIs(second)]).toEqual([null, 'controller@example.org'])
  await signIn(browser, 'observer')
  expect([await whoIs(second), await whoIs(browser)]).toEqual([null, 'observer@example.org'])
  expect(await sessionsOf('controller')).toEqual([false, false])
})

it('goes on when somebody fails to sign in in its browser', async () => {
  const browser = await product.client.as('controller')
  await browser.ask(SIGN_IN, { email: 'controller@example.org', password: 'something else' })
  expect(await whoIs(browser)).toBe('controller@example.org')
})

it('is the oldest of too many, and ends', async () => {
  const oldest = await product.client.as('evaluator')
  await database.query(`INSERT INTO session (id, version, user_id, token_hash, created_at, seen_at, expires_at)
    SELECT gen_random_uuid(), 1, u.id, 'many ' || n, now(), now(), now() + interval '1 day' FROM app_user u, generate_series(1, 19) n WHERE u.email = 'evaluator@example.org'`)
  expect(await sessionsOf('evaluator')).toEqual(Array.from({ length: 20 }, () => true))
  const newest = await product.client.as('evaluator')
  expect([await whoIs(oldest), await whoIs(newest)]).toEqual([null, 'evaluator@example.org'])
  expect(await sessionsOf('evaluator')).toEqual([false, ...Array.from({ length: 20 }, () => true)])
})

it('that nobody used for three days is over', async () => {
  const used = async (secret: string, ago: string) => {
    await database.query(
      `INSERT INTO session (id, version, user_id, token_hash, created_at, seen_at, expires_at)
       SELECT gen_random_uuid(), 1, u.id, encode(sha256(convert_to($1, 'UTF8')), 'hex'), now() - interval '5 days', now() - $2::interval, now() + interval '9 days'
       FROM app_user u WHERE u.email = 'observer@example.org'`,
      [secret, ago],
    )
    return whoIs(product.client.withSession(secret))
  }
  expect([await used('lately', '71 hours'), await used('long ago', '73 hours')]).toEqual(['observer@example.org', null])
})

it('of the last administrator is never without one: they cannot archive themselves', async () => {
  const admin = await product.client.as('admin')
  const archive = async () => {
    const { data } = await admin.ask('{ viewer { id version } }')
    const { errors } = await admin.ask('mutation ($id: ID!, $version: Int!) { archiveUser(id: $id, version: $version) { id } }', data.viewer)
    return errors?.[0]?.extensions.faults?.[0]?.code ?? 'done'
  }
  expect(await archive()).toBe('LAST_ADMINISTRATOR')
  await database.query(`UPDATE app_user SET administrator = true WHERE email = 'observer@example.org'`)
  expect(await archive()).toBe('done')
})

describe('signing out everywhere', () => {
  it('ends all sessions of the person, this one too, and nobody else’s; it takes none by a token', async () => {
    const [here, there, other] = [await product.client.as('partner-b'), await product.client.as('partner-b'), await product.client.as('partner-a')]
    const everywhere = (client: Client) => client.ask('mutation { signOutEverywhere }')
    expect((await everywhere(product.client)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
    expect((await everywhere(here)).data.signOutEverywhere).toBe(true)
    expect([await whoIs(here), await whoIs(there), await whoIs(other)]).toEqual([null, null, 'partner-a@example.org'])
  })

  it('closes at once what their pages listen to, and nothing of others', async () => {
    const [here, there, other] = [await product.client.as('partner-b'), await product.client.as('partner-b'), await product.client.as('partner-a')]
    const [ended, goesOn] = [await there.events(), await other.events()]
    await here.ask('mutation { signOutEverywhere }')
    const isOver = async (stream: typeof ended) => Promise.race([stream.ended.then(() => true), wait(2000).then(() => false)])
    expect([await isOver(ended), await isOver(goesOn)]).toEqual([true, false])
    goesOn.stop()
  })
})

describe('a session that is a while old', () => {
  const refused = async (client: Client, query: string, variables = {}) => (await client.ask(query, variables)).errors?.[0]?.extensions.code ?? 'done'
  const doors: Readonly<Record<string, string>> = {
    token: 'mutation { createApiToken(name: "Report", projectIds: []) { id } }',
    codes: 'mutation { newCodes { secret } }',
    app: 'mutation { addCodes(secret: "x", code: "1", name: "x") }',
    factor: 'mutation { removeFactor(id: "x") }',
    recovery: 'mutation { renewRecoveryCodes }',
    invitation: 'mutation { invite(projectId: "x", email: "x", displayName: "x", role: OBSERVER) { id } }',
    project: 'mutation { createProject(acronym: "x", title: "x", leadEmail: "x", leadName: "x") { id } }',
    member: 'mutation { updateMembership(id: "x", version: 1, input: {}) { id } }',
    provider: 'mutation { joinAccountOf(provider: "x") }',
  }
  const prove = (client: Client, code: string) => client.ask('mutation ($code: String!) { proveAgain(code: $code) }', { code })

  it('opens no further door until its person proves again who they are, and reads and writes all else meanwhile', async () => {
    const lead = await product.client.as('lead')
    const outcomes = async () => Object.fromEntries(await Promise.all(Object.entries(doors).map(async ([door, query]) => [door, await refused(lead, query)])))
    const open = await outcomes()
    expect(Object.values(open)).not.toContain('PROVE_AGAIN')
    await database.query(`UPDATE session SET proved_at = now() - interval '16 minutes'`)
    await until('no door is open', async () => Object.values(await outcomes()).every((outcome) => outcome === 'PROVE_AGAIN'))
    const { data } = await lead.ask('{ viewer { id version } }')
    expect(
      await refused(lead, 'mutation ($id: ID!, $version: Int!) { updateUser(id: $id, version: $version, input: {language: EN}) { id } }', data.viewer),
    ).toBe('done')
    expect((await prove(lead, 'something else')).errors?.[0]?.extensions.faults?.[0]?.code).toBe('WRONG_CODE')
    expect(await refused(lead, String(doors.token))).toBe('PROVE_AGAIN')
    expect((await prove(lead, PASSWORD)).data.proveAgain).toBe(true)
    expect(await outcomes()).toEqual(open)
  })

  it('is proved by nobody who is not signed in, and not by guessing', async () => {
    expect((await prove(new Client(product.client.url), PASSWORD)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
    const observer = await product.client.as('wp-leader')
    for (let tries = 0; tries < 10; tries += 1) await prove(observer, 'something else')
    expect((await prove(observer, PASSWORD)).errors?.[0]?.extensions.code).toBe('RATE_LIMITED')
  })

  it('is known by its browser', async () => {
    const lead = await product.client.as('lead')
    const { data } = await lead.ask('{ currentSession sessions(first: 100) { nodes { id network } } }')
    const [current] = data.sessions.nodes.filter(({ id }: { id: string }) => id === data.currentSession)
    expect(current.network).toMatch(/^(127\.0\.0\.x|::)/)
    expect((await new Client(product.client.url).ask('{ currentSession }')).data.currentSession).toBeNull()
  })
})
