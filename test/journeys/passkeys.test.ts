import type pg from 'pg'
import { Authenticator } from '../support/authenticator.js'
import { connectEmbedded } from '../support/embedded-database.js'
import { Client, PASSWORD, type Product, SIGN_IN, startProduct } from '../support/product.js'
import { outcomeOf } from '../support/verbs/verb-rows.js'

const SITE = 'http://localhost:4000'

let product: Product
let database: pg.Client

beforeAll(async () => {
  product = await startProduct({ PUBLIC_URL: SITE, SECOND_FACTOR: 'administrators', APP_NAME: 'Alpine Clusters' })
  database = await connectEmbedded(product.folder)
})
afterAll(async () => {
  await database?.end()
  await product?.stop()
})

const whoIs = async (client: Client) => (await client.ask('{ viewer { email } }')).data.viewer?.email ?? null
const add = (client: Client, answer: string) => client.ask('mutation ($answer: String!) { addPasskey(answer: $answer, name: "My key") }', { answer })
const askAny = async (client: Client): Promise<string> => (await client.ask('mutation { askAnyPasskey }')).data.askAnyPasskey
const enter = (client: Client, answer: string) => client.ask('mutation ($answer: String!) { signInByPasskey(answer: $answer) { email } }', { answer })
const askOwn = async (client: Client): Promise<string> => (await client.ask('mutation { askPasskey }')).data.askPasskey
const confirm = (client: Client, answer: string) => client.ask('mutation ($answer: String!) { confirmPasskey(answer: $answer) { email } }', { answer })
const stranger = () => new Client(product.client.url)
const waysOf = async (email: string) =>
  (
    await database.query(
      `SELECT e.detail FROM security_event e JOIN app_user u ON u.id = e.user_id WHERE e.kind = 'SIGNED_IN' AND u.email = $1 ORDER BY e.at`,
      [email],
    )
  ).rows.map(({ detail }) => detail)

async function givePassword(person: string): Promise<Client> {
  const client = stranger()
  await client.ask(SIGN_IN, { email: `${person}@example.org`, password: PASSWORD })
  return client
}

/** A device on which this person has a passkey. */
async function deviceOf(person: string): Promise<Authenticator> {
  const client = await product.client.as(person)
  const device = new Authenticator(SITE)
  expect(outcomeOf(await add(client, device.make((await client.ask('mutation { newPasskey }')).data.newPasskey)))).toBe('done')
  return device
}

it('a passkey is set up by whoever must have a second factor, between the two steps', async () => {
  const client = await givePassword('admin')
  expect([await whoIs(client), (await client.ask('{ secondStep { kinds } }')).data.secondStep]).toEqual([null, { kinds: [] }])
  const device = new Authenticator(SITE)
  const made = await add(client, device.make((await client.ask('mutation { newPasskey }')).data.newPasskey))
  expect([made.data.addPasskey.length, await whoIs(client)]).toEqual([10, 'admin@example.org'])
  expect(await waysOf('admin@example.org')).toEqual(['password, passkey'])
  const again = await givePassword('admin')
  expect((await confirm(again, device.sign(await askOwn(again)))).data.confirmPasskey).toEqual({ email: 'admin@example.org' })
})

it('passkeys and apps of codes are told what this installation is called', async () => {
  const client = await product.client.as('evaluator')
  expect(JSON.parse((await client.ask('mutation { newPasskey }')).data.newPasskey).rp).toEqual({ id: 'localhost', name: 'Alpine Clusters' })
  const { uri } = (await client.ask('mutation { newCodes { uri } }')).data.newCodes
  expect(new URL(uri).searchParams.get('issuer')).toBe('Alpine Clusters')
})

describe('a passkey alone', () => {
  let device: Authenticator
  beforeAll(async () => {
    device = await deviceOf('partner-a')
  })

  it('signs in whoever its device knows: it is both factors, and says itself who it is', async () => {
    const client = stranger()
    const asked = await askAny(client)
    expect(JSON.parse(asked)).toMatchObject({ rpId: 'localhost', userVerification: 'required', allowCredentials: [] })
    expect((await enter(client, device.sign(asked))).data.signInByPasskey).toEqual({ email: 'partner-a@example.org' })
    expect([await whoIs(client), (await client.ask('{ secondStep { kinds } }')).data.secondStep]).toEqual(['partner-a@example.org', null])
    expect((await waysOf('partner-a@example.org')).at(-1)).toBe('passkey')
  })

  it('whose device did not know its person is a second factor, and no more', async () => {
    device.knowsPerson = false
    const client = stranger()
    expect([outcomeOf(await enter(client, device.sign(await askAny(client)))), await whoIs(client)]).toEqual(['WRONG_CODE', null])
    const half = await givePassword('partner-a')
    expect(outcomeOf(await confirm(half, device.sign(await askOwn(half))))).toBe('done')
    device.knowsPerson = true
  })

  it('answers each question once', async () => {
    const asked = await askAny(stranger())
    expect(outcomeOf(await enter(stranger(), device.sign(asked)))).toBe('done')
    const client = stranger()
    expect([outcomeOf(await enter(client, device.sign(asked))), await whoIs(client)]).toEqual(['WRONG_CODE', null])
  })

  it('answers what was asked of it there: a second step’s question opens nothing alone, nor the other way', async () => {
    const half = await givePassword('partner-a')
    expect(outcomeOf(await enter(stranger(), device.sign(await askOwn(half))))).toBe('WRONG_CODE')
    expect(outcomeOf(await confirm(half, device.sign(await askAny(stranger()))))).toBe('WRONG_CODE')
    expect(await whoIs(half)).toBeNull()
  })

  it('that was copied is noticed by its count', async () => {
    expect(outcomeOf(await enter(stranger(), device.sign(await askAny(stranger()))))).toBe('done')
    device.counter -= 1
    const client = stranger()
    expect([outcomeOf(await enter(client, device.sign(await askAny(client)))), await whoIs(client)]).toEqual(['WRONG_CODE', null])
    device.counter += 1
    expect(outcomeOf(await enter(client, device.sign(await askAny(client))))).toBe('done')
  })

  it('of another site, of nobody, or nonsense opens nothing', async () => {
    const elsewhere = new Authenticator('http://localhost:4001')
    const client = await product.client.as('observer')
    expect(outcomeOf(await add(client, elsewhere.make((await client.ask('mutation { newPasskey }')).data.newPasskey)))).toBe('WRONG_CODE')
    const unknown = new Authenticator(SITE)
    for (const answer of [elsewhere.sign(await askAny(stranger())), unknown.sign(await askAny(stranger())), '', 'null', '{}']) {
      expect([answer, outcomeOf(await enter(stranger(), answer))]).toEqual([answer, 'WRONG_CODE'])
    }
  })

  it('opens nothing of whoever is archived', async () => {
    await database.query(`UPDATE app_user SET archived_at = now() WHERE email = 'partner-a@example.org'`)
    expect(outcomeOf(await enter(stranger(), device.sign(await askAny(stranger()))))).toBe('WRONG_CODE')
    await database.query(`UPDATE app_user SET archived_at = NULL WHERE email = 'partner-a@example.org'`)
  })

  it('that is taken from the account opens nothing any more', async () => {
    await database.query(`DELETE FROM second_factor f USING app_user u WHERE u.id = f.user_id AND u.email = 'partner-a@example.org'`)
    expect(outcomeOf(await enter(stranger(), device.sign(await askAny(stranger()))))).toBe('WRONG_CODE')
  })
})

it('a passkey proves again who is there, of nobody else', async () => {
  const [device, other] = [await deviceOf('partner-b'), await deviceOf('evaluator')]
  const client = stranger()
  await enter(client, device.sign(await askAny(client)))
  const door = () => client.ask('mutation { newCodes { secret } }').then(outcomeOf)
  await database.query(`UPDATE session SET proved_at = now() - interval '16 minutes'`)
  await new Promise((resolve) => setTimeout(resolve, 500))
  const prove = async (by: Authenticator) =>
    outcomeOf(await client.ask('mutation ($answer: String!) { proveAgainByPasskey(answer: $answer) }', { answer: by.sign(await askOwn(client)) }))
  expect([await door(), await prove(other), await door()]).toEqual(['PROVE_AGAIN', 'WRONG_CODE', 'PROVE_AGAIN'])
  expect((await client.ask('{ provingWays { password codes passkey providers } }')).data.provingWays).toEqual({
    password: true,
    codes: false,
    passkey: true,
    providers: [],
  })
  expect([await prove(device), await door()]).toEqual(['done', 'done'])
  expect((await stranger().ask('{ provingWays { password } }')).data.provingWays).toBeNull()
})
