import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { connectEmbedded } from '../support/embedded-database.js'
import { type MailServer, startMailServer } from '../support/mail-server.js'
import { PASSWORD, type Product, SIGN_IN, startProduct } from '../support/product.js'
import { until } from '../support/until.js'

let product: Product
let database: pg.Client
let mail: MailServer

beforeAll(async () => {
  mail = await startMailServer()
  product = await startProduct({ SMTP_URL: mail.url, MAIL_FROM: 'clusterpolisee@example.org', PUBLIC_URL: 'http://localhost:4000', TRUST_PROXY: 'true' })
  database = await connectEmbedded(product.folder)
})
afterAll(async () => {
  await database?.end()
  await product?.stop()
  mail?.stop()
})
beforeEach(() => database.query('DELETE FROM sign_in_pace'))

/** Asks as from an address elsewhere: a sample account is none to come from there, so that people of their own are made. */
async function ask(query: string, variables: object, { from, cookie = '' }: { from: string; cookie?: string }) {
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': from, cookie }
  const response = await fetch(`${product.client.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
  const { data, errors } = await response.json()
  const [error] = errors ?? []
  const code = String(error?.extensions.faults?.[0].code ?? error?.extensions.code ?? 'done')
  return { data, code, cookies: response.headers.getSetCookie().map((text) => text.split(';')[0] ?? '') }
}

const signIn = (email: string, password: string, from: string, cookie = '') => ask(SIGN_IN, { email, password }, { from, cookie })

/** Makes people whose password is the sample's. */
async function people(...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await database.query(
      `INSERT INTO app_user (id, version, created_at, updated_at, display_name, email, administrator, password_hash)
       SELECT gen_random_uuid(), 1, now(), now(), $1, $1 || '@office.example', false, password_hash FROM app_user WHERE email = 'lead@example.org'`,
      [name],
    )
  }
}

const count = (codes: readonly string[], code: string) => codes.filter((found) => found === code).length

describe('guessing', () => {
  it('is counted before anything is hashed, however many come at once and however the address is written', async () => {
    await people('anna')
    const written = ['anna@office.example', ' anna@office.example', 'ANNA@office.example ', '\tＡnna@office.example', 'anna@office.example\n']
    const tries = Array.from({ length: 60 }, (_, n) => signIn(String(written[n % written.length]), 'a wrong password', '198.51.100.1'))
    const codes = (await Promise.all(tries)).map(({ code }) => code)
    expect(count(codes, 'WRONG_PASSWORD')).toBe(10)
    expect(count(codes, 'RATE_LIMITED')).toBe(50)
  })

  it('by IPv6 is counted by the network, which has no end of addresses', async () => {
    await people('berta')
    const tries = Array.from({ length: 20 }, (_, n) => signIn('berta@office.example', 'a wrong password', `2001:db8:1:2::${n + 1}`))
    expect(
      count(
        (await Promise.all(tries)).map(({ code }) => code),
        'WRONG_PASSWORD',
      ),
    ).toBe(10)
    expect((await signIn('berta@office.example', PASSWORD, '2001:db8:1:3::1')).code).toBe('done')
  })

  it('from everywhere makes a stranger wait, and not whoever signed in there before', async () => {
    await people('carla')
    const { code, cookies } = await signIn('carla@office.example', PASSWORD, '198.51.100.7')
    expect(code).toBe('done')
    const tries = Array.from({ length: 70 }, (_, n) => signIn('carla@office.example', 'a wrong password', `203.0.113.${n}`))
    const guessed = Promise.all(tries)
    await wait(1000)
    const begun = Date.now()
    const device = cookies.find((cookie) => cookie.startsWith('clusterpolisee_device=')) ?? ''
    expect((await signIn('carla@office.example', PASSWORD, '203.0.113.1', device)).code).toBe('done')
    expect(Date.now() - begun).toBeLessThan(10_000)
    expect((await signIn('carla@office.example', PASSWORD, '203.0.113.200')).code).toBe('RATE_LIMITED')
    expect(
      count(
        (await guessed).map((answer) => answer.code),
        'WRONG_PASSWORD',
      ),
    ).toBeLessThanOrEqual(53)
  })

  it('beside an office keeps none of its twenty-five people out', async () => {
    const names = Array.from({ length: 25 }, (_, n) => `office-${n}`)
    await people(...names)
    let goesOn = true
    const guess = async () => {
      while (goesOn) await signIn('office-0@office.example', `guess ${Math.random()}`, '192.0.2.1')
    }
    const guessing = [guess(), guess(), guess()]
    const begun = Date.now()
    const codes = await Promise.all(names.slice(1).map((name) => signIn(`${name}@office.example`, PASSWORD, '192.0.2.1')))
    const seconds = (Date.now() - begun) / 1000
    goesOn = false
    await Promise.all(guessing)
    expect(codes.map(({ code }) => code)).toEqual(names.slice(1).map(() => 'done'))
    expect(seconds).toBeLessThan(60)
  })

  it('counts for its purpose only', async () => {
    await people('doris')
    const { cookies } = await signIn('doris@office.example', PASSWORD, '198.51.100.8')
    for (let tries = 0; tries < 10; tries += 1) await signIn('doris@office.example', 'a wrong password', '198.51.100.8')
    const change = (current: string) =>
      ask(
        'mutation ($current: String!) { changePassword(current: $current, password: "another long one") }',
        { current },
        { from: '198.51.100.8', cookie: cookies[0] },
      )
    for (let tries = 0; tries < 10; tries += 1) expect((await change('a wrong one')).code).toBe('WRONG_PASSWORD')
    expect((await change(PASSWORD)).code).toBe('RATE_LIMITED')
    const reset = 'mutation { requestPasswordReset(email: "doris@office.example") { mailed } }'
    expect((await ask(reset, {}, { from: '198.51.100.8' })).code).toBe('done')
  })

  it('with a text longer than any password is as wrong as any', async () => {
    await people('emma')
    expect((await signIn('emma@office.example', PASSWORD.padEnd(100_000, 'x'), '198.51.100.9')).code).toBe('WRONG_PASSWORD')
  })
})

describe('a new device', () => {
  it('is told of to its person, and one that is known is not, nor the first of all', async () => {
    await people('nora')
    const told = () => mail.mails.filter(({ to, text }) => to === 'nora@office.example' && text.includes('with a device that was not known'))
    const { cookies } = await signIn('nora@office.example', PASSWORD, '198.51.100.30')
    const device = cookies.find((cookie) => cookie.startsWith('clusterpolisee_device=')) ?? ''
    await signIn('nora@office.example', PASSWORD, '198.51.100.31', device)
    await signIn('nora@office.example', PASSWORD, '198.51.100.32')
    await until('a mail tells of it', told)
    await wait(1500)
    expect(told().map(({ text }) => /from (\S+)/.exec(text)?.[1])).toEqual(['198.51.100.x'])
  })
})

describe('asking for a new password', () => {
  const request = (email: string) =>
    ask('mutation ($email: String!) { requestPasswordReset(email: $email) { mailed link } }', { email }, { from: '198.51.100.20' })
  const linkIn = (text: string) => /http:\S+token=(\S+)/.exec(text)?.[1] ?? ''
  const reset = (token: string) =>
    ask('mutation ($token: String!) { resetPassword(token: $token, password: "a new long one") }', { token }, { from: '198.51.100.21' })

  const sentTo = (email: string) => mail.mails.filter(({ to }) => to === email)

  const sent = (email: string, number: number) => until(`${number} mails to ${email}`, () => sentTo(email).length >= number)

  it('is answered the same for whoever is there or not; mail goes to the stored address, and a newer link ends the older', async () => {
    await people('kate')
    const answers = [await request('nobody@office.example'), await request(' \u212Aate@OFFICE.example')]
    expect(answers.map(({ data }) => data.requestPasswordReset)).toEqual([
      { mailed: true, link: null },
      { mailed: true, link: null },
    ])
    await sent('kate@office.example', 1)
    await request('kate@office.example')
    await sent('kate@office.example', 2)
    const [first, second] = sentTo('kate@office.example')
    expect(first?.text).toContain('http://localhost:4000/#/reset-password?token=')
    expect((await reset(linkIn(first?.text ?? ''))).code).toBe('LINK_OVER')
    expect((await reset(linkIn(second?.text ?? ''))).code).toBe('done')
    expect((await signIn('kate@office.example', 'a new long one', '198.51.100.20')).code).toBe('done')
  })

  it('forty times sends few mails', async () => {
    await people('lisa')
    const codes = await Promise.all(Array.from({ length: 40 }, (_, n) => request(`${' '.repeat(n)}lisa@office.example`)))
    expect(
      count(
        codes.map(({ code }) => code),
        'done',
      ),
    ).toBe(5)
    await sent('lisa@office.example', 5)
    await wait(1500)
    expect(sentTo('lisa@office.example').length).toBe(5)
  })
})

it('lasts for two weeks in the browser, where no script reads it', async () => {
  await people('dora')
  const response = await fetch(`${product.client.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': '198.51.100.9' },
    body: JSON.stringify({ query: SIGN_IN, variables: { email: 'dora@office.example', password: PASSWORD } }),
  })
  const session = response.headers.getSetCookie().find((text) => text.startsWith('clusterpolisee_session='))
  expect(session).toMatch(/; Max-Age=1209600(;|$)/)
  expect(session).toMatch(/; HttpOnly(;|$)/)
})
