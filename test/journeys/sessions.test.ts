import type pg from 'pg'
import { connectEmbedded } from '../support/embedded-database.js'
import { Client, PASSWORD, type Product, startProduct } from '../support/product.js'

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

const signInDocument = 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { id } }'
const signIn = (client: Client, person: string) => client.ask(signInDocument, { email: `${person}@example.org`, password: PASSWORD })
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
  await browser.ask(signInDocument, { email: 'controller@example.org', password: 'something else' })
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
