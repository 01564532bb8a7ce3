import { spawnSync } from 'node:child_process'
import { generateSync } from 'otplib'
import type pg from 'pg'
import { connectEmbedded } from '../support/embedded-database.js'
import { type MailServer, startMailServer } from '../support/mail-server.js'
import { codeBefore, codeOf } from '../support/one-time-code.js'
import { Client, PASSWORD, type Product, SIGN_IN, startProduct } from '../support/product.js'
import { until } from '../support/until.js'
import { outcomeOf } from '../support/verbs/verb-rows.js'

let product: Product
let database: pg.Client
let mail: MailServer

beforeAll(async () => {
  mail = await startMailServer()
  product = await startProduct({ SMTP_URL: mail.url, MAIL_FROM: 'clusterpolisee@example.org', PUBLIC_URL: 'http://localhost:4000' })
  database = await connectEmbedded(product.folder)
})
afterAll(async () => {
  await database?.end()
  await product?.stop()
  mail?.stop()
})
beforeEach(() => database.query('DELETE FROM sign_in_pace'))

const whoIs = async (client: Client) => (await client.ask('{ viewer { email } }')).data.viewer?.email ?? null
const factorsOf = (client: Client) => client.ask('{ secondFactors { nodes { id kind name usedAt } } }').then(({ data }) => data.secondFactors.nodes)
const confirm = (client: Client, code: string) => client.ask('mutation ($code: String!) { confirmSecondFactor(code: $code) { email } }', { code })

/** A browser in which somebody gave their password. */
async function halfIn(person: string, url = product.client.url): Promise<Client> {
  const client = new Client(url)
  const { data } = await client.ask(SIGN_IN, { email: `${person}@example.org`, password: PASSWORD })
  expect(data.signIn).toBeNull()
  return client
}

/** The code of so many steps of 30 seconds from now on. */

const addDocument = 'mutation ($secret: String!, $code: String!, $name: String!) { addCodes(secret: $secret, code: $code, name: $name) }'

/** Sets an app up; answers its secret and the recovery codes. The code of the step before is used for it. */
async function setUp(client: Client): Promise<{ secret: string; codes: string[] }> {
  const { secret } = (await client.ask('mutation { newCodes { secret uri } }')).data.newCodes
  const { data } = await client.ask(addDocument, { secret, code: await codeBefore(secret), name: 'My telephone' })
  return { secret, codes: data.addCodes }
}

const rows = async (text: string, ...values: unknown[]) => (await database.query(text, values)).rows

describe('one-time codes', () => {
  let secret: string
  let codes: string[]

  it('are set up by a right code of the app, and bring ten recovery codes', async () => {
    const client = await product.client.as('partner-a')
    const made = (await client.ask('mutation { newCodes { secret uri } }')).data.newCodes
    expect(made.uri).toContain(`secret=${made.secret}`)
    expect(decodeURIComponent(made.uri)).toContain('ClusterPoliSEE:partner-a@example.org')
    const add = (code: string, name = 'My telephone', of = made.secret) => client.ask(addDocument, { secret: of, code, name })
    for (const [code, name, of] of [
      ['000000', 'My telephone', made.secret],
      [codeOf(made.secret, 3), 'My telephone', made.secret],
      [codeOf(made.secret, -2), 'My telephone', made.secret],
      ['123456', 'My telephone', 'short'],
    ]) {
      expect(outcomeOf(await add(String(code), name, of))).toBe('WRONG_CODE')
    }
    expect(outcomeOf(await add(codeOf(made.secret), ' '))).toBe('REQUIRED')
    expect(await rows('SELECT 1 FROM second_factor')).toEqual([])
    const added = await add(await codeBefore(made.secret))
    secret = made.secret
    codes = added.data.addCodes
    expect(codes).toHaveLength(10)
    expect(new Set(codes.map((code) => /^(\w{4}-){5}\w{4}$/.test(code)))).toEqual(new Set([true]))
    expect(await factorsOf(client)).toEqual([{ id: expect.any(String), kind: 'CODES', name: 'My telephone', usedAt: null }])
    expect(await whoIs(client)).toBe('partner-a@example.org')
  })

  it('are asked for after the password, and until then nothing is open', async () => {
    const client = await halfIn('partner-a')
    expect(await whoIs(client)).toBeNull()
    expect((await client.ask('{ secondStep { kinds } }')).data.secondStep).toEqual({ kinds: ['CODES'] })
    expect(outcomeOf(await client.ask('mutation { newCodes { secret } }'))).toBe('UNAUTHENTICATED')
    expect(outcomeOf(await confirm(client, '000000'))).toBe('WRONG_CODE')
    expect(outcomeOf(await confirm(client, codeOf(secret, 4)))).toBe('WRONG_CODE')
    expect((await confirm(client, ` ${codeOf(secret).replace(/^.../, '$& ')}`)).data.confirmSecondFactor).toEqual({ email: 'partner-a@example.org' })
    expect(await whoIs(client)).toBe('partner-a@example.org')
    expect((await client.ask('{ secondStep { kinds } }')).data.secondStep).toBeNull()
    expect(await rows('SELECT 1 FROM half_session')).toEqual([])
  })

  it('are each taken once, and none of a time before the last', async () => {
    const client = await halfIn('partner-a')
    const [{ last_step: last }] = await rows('SELECT last_step FROM second_factor')
    for (const step of [last, last - 1])
      expect([step, outcomeOf(await confirm(client, generateSync({ secret, epoch: step * 30 })))]).toEqual([step, 'WRONG_CODE'])
    expect(outcomeOf(await confirm(client, codeOf(secret, 1)))).toBe('done')
  })

  it('are given in two browsers at once to one of them', async () => {
    await database.query('UPDATE second_factor SET last_step = last_step - 2')
    const clients = [await halfIn('partner-a'), await halfIn('partner-a')]
    const code = codeOf(secret, 1)
    const outcomes = await Promise.all(clients.map((client) => confirm(client, code).then(outcomeOf)))
    expect(outcomes.sort()).toEqual(['WRONG_CODE', 'done'].sort())
  })

  it('are nobody else’s to give: another person’s code opens nothing', async () => {
    const other = await setUp(await product.client.as('partner-b'))
    const client = await halfIn('partner-a')
    expect(outcomeOf(await confirm(client, codeOf(other.secret)))).toBe('WRONG_CODE')
    expect(outcomeOf(await confirm(client, other.codes[0] ?? ''))).toBe('WRONG_CODE')
  })

  it('are guessed ten times, and then not even the right one is taken', async () => {
    const client = await halfIn('partner-a')
    for (let tries = 0; tries < 10; tries += 1) expect(outcomeOf(await confirm(client, `00000${tries}`))).toBe('WRONG_CODE')
    expect(outcomeOf(await confirm(client, codes[0] ?? ''))).toBe('RATE_LIMITED')
  })

  it('are stood in for by a recovery code, however it is written, once', async () => {
    const client = await halfIn('partner-a')
    const written = (codes[1] ?? '').toUpperCase().replaceAll('-', ' ')
    expect(outcomeOf(await confirm(client, written))).toBe('done')
    expect((await client.ask('{ recoveryCodesLeft }')).data.recoveryCodesLeft).toBe(9)
    const again = await halfIn('partner-a')
    expect(outcomeOf(await confirm(again, written))).toBe('WRONG_CODE')
    expect(outcomeOf(await confirm(again, codes[2] ?? ''))).toBe('done')
    const renewed = (await again.ask('mutation { renewRecoveryCodes }')).data.renewRecoveryCodes
    const third = await halfIn('partner-a')
    expect(outcomeOf(await confirm(third, codes[3] ?? ''))).toBe('WRONG_CODE')
    expect(outcomeOf(await confirm(third, renewed[0]))).toBe('done')
  })

  it('are taken of nobody whose password is long ago, and stood in for where there are some only', async () => {
    const late = await halfIn('partner-a')
    await database.query("UPDATE half_session SET expires_at = now() - interval '1 second'")
    expect(outcomeOf(await confirm(late, codes[4] ?? ''))).toBe('UNAUTHENTICATED')
    const admin = await product.client.as('admin')
    expect(outcomeOf(await admin.ask('mutation { renewRecoveryCodes }'))).toBe('NO_FACTOR')
    expect(outcomeOf(await confirm(new Client(product.client.url), codes[4] ?? ''))).toBe('UNAUTHENTICATED')
  })

  it('are kept where nobody reads what makes them', async () => {
    const admin = await product.client.as('admin')
    const { data } = await admin.ask('{ __type(name: "SecondFactor") { fields { name } } }')
    const names: string[] = data.__type.fields.map(({ name }: { name: string }) => name)
    expect(names.filter((name) => /secret|key|step|credential|counter/i.test(name))).toEqual([])
    expect(await rows('SELECT 1 FROM audit_entry WHERE coalesce(after, before)::text LIKE $1', `%${secret}%`)).toEqual([])
    expect((await rows('SELECT code_hash FROM recovery_code')).some(({ code_hash }) => codes.includes(code_hash))).toBe(false)
  })
})

describe('a passkey', () => {
  const add = (client: Client, answer: string) => client.ask('mutation ($answer: String!) { addPasskey(answer: $answer, name: "My key") }', { answer })
  const sign = (client: Client, answer: string) => client.ask('mutation ($answer: String!) { confirmPasskey(answer: $answer) { id } }', { answer })

  it('is of the name of this site, for its person, and is none when the browser answers something else', async () => {
    const client = await product.client.as('evaluator')
    const offered = JSON.parse((await client.ask('mutation { newPasskey }')).data.newPasskey)
    expect(offered).toMatchObject({ rp: { id: 'localhost' }, user: { name: 'evaluator@example.org' } })
    for (const answer of ['', '{}', 'null', JSON.stringify({ id: 'x', rawId: 'x', type: 'public-key', response: {} })]) {
      expect([answer, outcomeOf(await add(client, answer))]).toEqual([answer, 'WRONG_CODE'])
    }
    expect(await factorsOf(client)).toEqual([])
    expect(outcomeOf(await add(product.client, '{}'))).toBe('UNAUTHENTICATED')
  })

  it('ends signing in for nobody who has none, nor by nonsense', async () => {
    await setUp(await product.client.as('evaluator'))
    const client = await halfIn('evaluator')
    const asked = JSON.parse((await client.ask('mutation { askPasskey }')).data.askPasskey)
    expect(asked.allowCredentials).toEqual([])
    for (const answer of ['', '{}', JSON.stringify({ id: 'x', response: {} })]) expect(outcomeOf(await sign(client, answer))).toBe('WRONG_CODE')
    expect(outcomeOf(await sign(product.client, '{}'))).toBe('UNAUTHENTICATED')
    expect(await whoIs(client)).toBeNull()
  })
})

describe('a lost factor', () => {
  const remove = (client: Client, id: string) => client.ask('mutation ($id: ID!) { removeFactor(id: $id) }', { id })

  it('is removed by its person, or by an administrator, of which the person is told; by nobody else', async () => {
    await setUp(await product.client.as('controller'))
    const [{ id }] = await rows(`SELECT f.id FROM second_factor f JOIN app_user u ON u.id = f.user_id WHERE u.email = 'controller@example.org'`)
    expect(outcomeOf(await remove(await product.client.as('lead'), id))).toBe('NOT_FOUND')
    expect(outcomeOf(await remove(product.client, id))).toBe('UNAUTHENTICATED')
    expect(await rows('SELECT 1 FROM second_factor WHERE id = $1', id)).toHaveLength(1)
    expect(outcomeOf(await remove(await product.client.as('admin'), id))).toBe('done')
    expect(await rows('SELECT 1 FROM second_factor WHERE id = $1', id)).toEqual([])
    expect(await rows(`SELECT 1 FROM recovery_code r JOIN app_user u ON u.id = r.user_id WHERE u.email = 'controller@example.org'`)).toEqual([])
    const told = () => mail.mails.filter(({ to, text }) => to === 'controller@example.org' && text.includes('removed a second factor'))
    expect(await until('a mail tells of it', told)).toHaveLength(1)
    expect(await whoIs(await product.client.as('controller'))).toBe('controller@example.org')
  })

  it('is removed from outside, by whoever runs the installation', async () => {
    await setUp(await product.client.as('observer'))
    const command = (email: string) =>
      spawnSync(process.execPath, ['apps/gateway/dist/admin.js', 'reset-factors', email], {
        env: { ...process.env, DATA_DIR: product.folder },
        encoding: 'utf8',
      })
    expect(command('nobody@example.org').status).toBe(1)
    expect(command('Observer@example.org ').stdout).toContain('observer@example.org that were removed: 1')
    expect(await whoIs(await product.client.as('observer'))).toBe('observer@example.org')
  })
})

describe('where the installation asks for a second factor', () => {
  let strict: Product
  let strictDatabase: pg.Client
  beforeAll(async () => {
    strict = await startProduct({ SECOND_FACTOR: 'administrators, lead-partners' })
    strictDatabase = await connectEmbedded(strict.folder)
  })
  afterAll(async () => {
    await strictDatabase?.end()
    await strict?.stop()
  })

  it('whoever needs one sets it up before anything else, and keeps one', async () => {
    for (const person of ['admin', 'lead']) {
      const client = await halfIn(person, strict.client.url)
      expect([await whoIs(client), (await client.ask('{ secondStep { kinds } }')).data.secondStep]).toEqual([null, { kinds: [] }])
      const { codes } = await setUp(client)
      expect([await whoIs(client), codes.length]).toEqual([`${person}@example.org`, 10])
      const [{ id }] = await factorsOf(client)
      expect(outcomeOf(await client.ask('mutation ($id: ID!) { removeFactor(id: $id) }', { id }))).toBe('FACTOR_DEMANDED')
      expect(await factorsOf(client)).toHaveLength(1)
    }
  })

  it('others are not asked, until they are of those', async () => {
    const client = await strict.client.as('partner-a')
    expect(await whoIs(client)).toBe('partner-a@example.org')
    await strictDatabase.query(`UPDATE app_user SET administrator = true WHERE email = 'partner-a@example.org'`)
    await until('nobody is signed in', async () => (await whoIs(client)) === null)
  })
})
