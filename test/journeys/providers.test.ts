import { once } from 'node:events'
import { get } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { readConfig } from '@clusterpolisee/gateway'
import type pg from 'pg'
import { Browser } from '../support/browser.js'
import { connectEmbedded } from '../support/embedded-database.js'
import { type IdentityProvider, startIdentityProvider } from '../support/identity-provider.js'
import { codeBefore, codeOf } from '../support/one-time-code.js'
import { PASSWORD, type Product, SIGN_IN, startProduct } from '../support/product.js'

let product: Product
let provider: IdentityProvider
let database: pg.Client

beforeAll(async () => {
  provider = await startIdentityProvider()
  product = await startProduct({ ...provider.settings, LOG_LEVEL: 'silent' })
  provider.serve(product.client.url)
  database = await connectEmbedded(product.folder)
})
afterAll(async () => {
  await database?.end()
  await product?.stop()
  provider?.stop()
})

const begin = 'mutation ($provider: String!) { page: signInWith(provider: $provider) }'
const beginToJoin = 'mutation ($provider: String!) { page: joinAccountOf(provider: $provider) }'
const accounts = '{ viewer { id email displayName } providerAccounts { nodes { id provider email usedAt can { part { allowed } } } } }'

/** Somebody whom the provider knows. */
function known(who: string, told: { email?: string; email_verified?: boolean; name?: string }): string {
  provider.people.set(who, told)
  return who
}

const pageOf = async (browser: Browser, document = begin): Promise<string> => (await browser.ask(document, { provider: 'region' })).data.page

/** Goes to the provider and back as somebody; answers the browser, and the page of ours to which it was led. */
async function visit(who: string, browser = new Browser(product.client.url), document = begin) {
  provider.who = who
  const page = await browser.go(await pageOf(browser, document))
  return { browser, page: page.replace(product.client.url, '') }
}

const refused = (reason: string, page = 'login') => `/#/${page}?refused=${reason}&provider=region`

async function withPassword(person: string): Promise<Browser> {
  const browser = new Browser(product.client.url)
  await browser.ask(SIGN_IN, {
    email: `${person}@example.org`,
    password: PASSWORD,
  })
  return browser
}

const viewerOf = async (browser: Browser) => (await browser.ask('{ viewer { displayName email memberships { nodes { role } } } }')).data.viewer

async function invite(email: string): Promise<void> {
  const lead = await product.client.as('lead')
  const { data } = await lead.ask('{ projects(filter: {demonstration: {eq: true}}) { nodes { id } } }')
  const document = `mutation ($projectId: ID!, $email: String!) { invite(projectId: $projectId, email: $email, displayName: "Ivy Invited", role: OBSERVER) { id } }`
  expect((await lead.ask(document, { projectId: data.projects.nodes[0].id, email })).errors).toBeUndefined()
}

const count = async (table: string): Promise<number> => Number((await database.query(`SELECT count(*) FROM ${table}`)).rows[0].count)

describe('a provider of identities', () => {
  it('is offered by its name, to whoever is not signed in too', async () => {
    expect((await product.client.ask('{ installation { providers { key name } } }')).data.installation.providers).toEqual([
      { key: 'region', name: 'The Region' },
    ])
  })

  it('that is not in the settings leads nowhere', async () => {
    const { errors } = await product.client.ask(begin, { provider: 'elsewhere' })
    expect(errors?.[0]?.extensions.faults?.[0]?.code).toBe('UNKNOWN_REFERENCE')
    expect((await fetch(`${product.client.url}/providers/elsewhere/back?state=x`)).status).toBe(404)
  })

  it('signs in whoever has joined their account there, by its mark and not by its address', async () => {
    const lead = await withPassword('lead')
    expect((await visit(known('lead-there', { email: 'anything@example.org' }), lead, beginToJoin)).page).toBe('/#/account?joined=region')
    const [joined] = (await lead.ask(accounts)).data.providerAccounts.nodes
    expect(joined).toMatchObject({ provider: 'region', email: 'anything@example.org', usedAt: null, can: { part: { allowed: true } } })
    known('lead-there', { email: 'another@example.org', email_verified: true })
    const { browser, page } = await visit('lead-there')
    expect(page).toBe('/#/')
    expect((await browser.ask(accounts)).data).toMatchObject({
      viewer: { email: 'lead@example.org' },
      providerAccounts: { nodes: [{ email: 'another@example.org', usedAt: expect.any(String) }] },
    })
  })

  it('lets nobody in without an invitation, nor with one that has ended', async () => {
    const [people, sessions] = [await count('app_user'), await count('session')]
    const stranger = known('stranger', { email: 'stranger@elsewhere.example', email_verified: true })
    expect((await visit(stranger)).page).toBe(refused('NO_INVITATION'))
    await invite('stranger@elsewhere.example')
    const before = await count('session')
    await database.query(`UPDATE invitation SET expires_at = now() WHERE email = 'stranger@elsewhere.example'`)
    expect((await visit(stranger)).page).toBe(refused('NO_INVITATION'))
    expect([await count('app_user'), before - sessions, await count('session')]).toEqual([people, 1, before])
  })

  it('lets in whoever is invited, as what they are invited', async () => {
    await invite('ivy@elsewhere.example')
    const { browser, page } = await visit(known('ivy', { email: 'ivy@elsewhere.example', email_verified: true, name: 'Another name' }))
    expect(page).toBe('/#/')
    expect(await viewerOf(browser)).toEqual({ displayName: 'Ivy Invited', email: 'ivy@elsewhere.example', memberships: { nodes: [{ role: 'OBSERVER' }] } })
    await invite('ivy@elsewhere.example')
    expect((await viewerOf((await visit('ivy')).browser)).memberships.nodes).toHaveLength(2)
  })

  it('has an invitation accepted neither by somebody new nor by who is here, while the installation sleeps after it was restored', async () => {
    await invite('sam@elsewhere.example')
    await invite('ivy@elsewhere.example')
    const { rows } = await database.query(`UPDATE invitation SET token_hash = 'asleep:' || token_hash WHERE accepted_at IS NULL RETURNING id`)
    expect((await visit(known('sam', { email: 'sam@elsewhere.example', email_verified: true }))).page).toBe(refused('NO_INVITATION'))
    expect((await viewerOf((await visit('ivy')).browser)).memberships.nodes).toHaveLength(2)
    await database.query(`UPDATE invitation SET token_hash = substr(token_hash, 8) WHERE id = ANY ($1)`, [rows.map(({ id }) => id)])
    expect((await viewerOf((await visit('sam')).browser)).memberships.nodes).toHaveLength(1)
    await database.query(`DELETE FROM invitation WHERE accepted_at IS NULL`)
  })

  it('lets in whoever has an address of a domain that may come, and of no other that looks like it', async () => {
    const { browser } = await visit(known('dora', { email: 'dora@Region.example', email_verified: true, name: 'Dora Domain' }))
    expect(await viewerOf(browser)).toEqual({ displayName: 'Dora Domain', email: 'dora@Region.example', memberships: { nodes: [] } })
    for (const email of ['x@sub.region.example', 'x@other-region.example', 'region.example@elsewhere.example']) {
      expect([email, (await visit(known(email, { email, email_verified: true }))).page]).toEqual([email, refused('NO_INVITATION')])
    }
  })

  it('whose word on an address is not certain lets in nobody new', async () => {
    await invite('una@elsewhere.example')
    const kelvin = { email: '\u212Aim@elsewhere.example', email_verified: true }
    await invite('kim@elsewhere.example')
    for (const told of [{ email: 'una@elsewhere.example' }, { email: 'una@elsewhere.example', email_verified: false }, { email_verified: true }, kelvin]) {
      expect((await visit(known('una', told))).page).toBe(refused('ADDRESS_UNVERIFIED'))
    }
  })

  it('takes over no account by its address', async () => {
    const before = await count('provider_account')
    const { browser, page } = await visit(known('false admin', { email: 'ADMIN@example.org', email_verified: true }))
    expect(page).toBe(refused('ACCOUNT_EXISTS'))
    expect(await viewerOf(browser)).toBeNull()
    expect(await count('provider_account')).toBe(before)
  })

  it('lets in nobody whose account is archived', async () => {
    const email = 'arno@region.example'
    await visit(known('arno', { email, email_verified: true }))
    await database.query('UPDATE app_user SET archived_at = now() WHERE email = $1', [email])
    expect((await visit('arno')).page).toBe(refused('NO_INVITATION'))
    expect((await visit(known('arno again', { email, email_verified: true }))).page).toBe(refused('NO_INVITATION'))
  })
})

describe('the settings of a provider', () => {
  const read = (settings: NodeJS.ProcessEnv) => readConfig({ ...provider.settings, ...settings }).PROVIDERS
  const elsewhere = { OIDC_REGION_ISSUER: 'https://login.region.example' }

  it('name it, and the domains that may come', () => {
    expect(read({ OIDC_REGION_DOMAINS: ' Region.example, agency.example ' })).toEqual([
      expect.objectContaining({ key: 'region', name: 'The Region', domains: ['region.example', 'agency.example'] }),
    ])
    expect(read({ OIDC_REGION_NAME: '', OIDC_REGION_DOMAINS: '' })).toEqual([expect.objectContaining({ name: 'region', domains: [] })])
    expect(read({ OIDC_PROVIDERS: '' })).toEqual([])
  })

  it.each<readonly [sentence: string, settings: NodeJS.ProcessEnv]>([
    ['The setting OIDC_PROVIDERS is wrong: must be short names', { OIDC_PROVIDERS: 'The Region' }],
    ['The setting OIDC_REGION_ISSUER is wrong: must begin with https://', { OIDC_REGION_ISSUER: 'http://login.region.example' }],
    ['The setting OIDC_REGION_ISSUER is wrong', { OIDC_REGION_ISSUER: 'javascript:alert(1)' }],
    ['The setting OIDC_REGION_CLIENT_SECRET is wrong', { OIDC_REGION_CLIENT_SECRET: '' }],
    ['The setting OIDC_AGENCY_ISSUER is wrong', { OIDC_PROVIDERS: 'region,agency' }],
    ['The setting PUBLIC_URL is missing: providers of identities send people back to it (OIDC_PROVIDERS).', elsewhere],
  ])('are refused in a sentence: %s', (sentence, settings) => {
    expect(() => read(settings)).toThrow(sentence)
  })

  it('need no address of ours once it is set', () => {
    expect(read({ ...elsewhere, PUBLIC_URL: 'https://clusterpolisee.example.org', SAMPLE_DATA: 'none' })).toHaveLength(1)
  })
})

describe('an account at a provider', () => {
  it('is joined to one account only', async () => {
    await visit(known('shared', {}), await withPassword('partner-a'), beginToJoin)
    expect((await visit('shared', await withPassword('partner-b'), beginToJoin)).page).toBe(refused('JOINED_ELSEWHERE', 'account'))
    expect((await visit('shared', await withPassword('partner-a'), beginToJoin)).page).toBe('/#/account?joined=region')
  })

  it('is joined by nobody but who began, signed in', async () => {
    expect((await new Browser(product.client.url).ask(beginToJoin, { provider: 'region' })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
    const observer = await withPassword('observer')
    provider.who = known('observer-there', {})
    const page = await pageOf(observer, beginToJoin)
    observer.cookies.set('clusterpolisee_session', String((await withPassword('controller')).cookies.get('clusterpolisee_session')))
    expect(await observer.go(page)).toBe(product.client.url + refused('OVER'))
    expect((await database.query(`SELECT 1 FROM provider_account WHERE subject = 'observer-there'`)).rowCount).toBe(0)
  })

  it('that is parted opens nothing, and what it opened ends; the only way in is not parted', async () => {
    const dora = (await visit('dora')).browser
    const [{ id: only }] = (await dora.ask(accounts)).data.providerAccounts.nodes
    const part = 'mutation ($id: ID!) { partProviderAccount(id: $id) }'
    expect((await dora.ask(part, { id: only })).errors?.[0]?.extensions.faults?.[0]?.code).toBe('LAST_WAY_IN')
    const lead = (await visit('lead-there')).browser
    const other = (await visit('lead-there')).browser
    const [{ id }] = (await lead.ask(accounts)).data.providerAccounts.nodes
    expect((await lead.ask(part, { id })).data).toEqual({ partProviderAccount: true })
    expect([await viewerOf(other), await viewerOf(lead)]).toEqual([null, expect.anything()])
    expect((await visit('lead-there')).page).toBe(refused('NO_INVITATION'))
  })
})

describe('a second factor', () => {
  const confirm = 'mutation ($code: String!) { confirmSecondFactor(code: $code) { email } }'
  let secret: string

  it('is asked for after a provider’s word too, and until then nothing is open', async () => {
    const evaluator = await withPassword('evaluator')
    await visit(known('evaluator-there', {}), evaluator, beginToJoin)
    secret = (await evaluator.ask('mutation { newCodes { secret } }')).data.newCodes.secret
    await evaluator.ask('mutation ($secret: String!, $code: String!) { addCodes(secret: $secret, code: $code, name: "Telephone") }', {
      secret,
      code: await codeBefore(secret),
    })
    const { browser, page } = await visit('evaluator-there')
    expect([page, await viewerOf(browser)]).toEqual(['/#/login', null])
    expect((await browser.ask('{ secondStep { kinds } }')).data.secondStep).toEqual({ kinds: ['CODES'] })
    expect((await browser.ask(confirm, { code: '000000' })).errors?.[0]?.extensions.faults?.[0]?.code).toBe('WRONG_CODE')
    expect((await browser.ask(confirm, { code: codeOf(secret) })).data.confirmSecondFactor).toEqual({ email: 'evaluator@example.org' })
    expect((await viewerOf(browser)).email).toBe('evaluator@example.org')
  })

  it('is told to the security log beside the provider', async () => {
    const { rows } = await database.query(
      `SELECT e.detail FROM security_event e JOIN app_user u ON u.id = e.user_id WHERE e.kind = 'SIGNED_IN' AND u.email = 'evaluator@example.org' ORDER BY e.at`,
    )
    expect(rows.map(({ detail }) => detail)).toEqual(['password', 'region, code'])
  })
})

describe('whoever has no password', () => {
  const prove = 'mutation ($provider: String!) { page: proveAgainWith(provider: $provider) }'
  const door = async (browser: Browser) => (await browser.ask('mutation { newCodes { secret } }')).errors?.[0]?.extensions.code ?? 'done'
  /** Nobody is signed in there any more, in this browser. */
  function leaveProvider({ cookies }: Browser): void {
    for (const name of cookies.keys()) if (!name.startsWith('clusterpolisee')) cookies.delete(name)
  }
  let dora: Browser

  beforeEach(async () => {
    dora = (await visit(known('dora', { email: 'dora@Region.example', email_verified: true }))).browser
    await database.query(`UPDATE session SET proved_at = now() - interval '16 minutes'`)
    await wait(500)
  })

  it('proves again who they are by signing in with the provider anew', async () => {
    expect((await dora.ask('{ provingWays { password codes passkey providers } }')).data.provingWays).toEqual({
      password: false,
      codes: false,
      passkey: false,
      providers: ['region'],
    })
    const asked = new URL(await pageOf(dora, prove)).searchParams
    expect([asked.get('prompt'), asked.get('max_age')]).toEqual(['login', '0'])
    expect(await door(dora)).toBe('PROVE_AGAIN')
    expect((await visit('dora', dora, prove)).page).toBe('/#/came-back')
    expect(await door(dora)).toBe('done')
  })

  it('proves nothing by an account that is not theirs, nor in another session, nor by having signed in there some time ago', async () => {
    known('other', { email: 'other@region.example', email_verified: true })
    leaveProvider(dora)
    expect((await visit('other', dora, prove)).page).toBe('/#/came-back?refused=ANOTHER_ACCOUNT&provider=region')
    provider.who = 'dora'
    const page = new URL(await pageOf(dora, prove))
    for (const name of ['prompt', 'max_age']) page.searchParams.delete(name)
    expect(await dora.go(page.href)).toBe(`${product.client.url}/#/came-back?refused=AWAY&provider=region`)
    leaveProvider(dora)
    const elsewhere = await pageOf(dora, prove)
    dora.cookies.set('clusterpolisee_session', String((await withPassword('controller')).cookies.get('clusterpolisee_session')))
    expect(await dora.go(elsewhere)).toBe(`${product.client.url}/#/came-back?refused=OVER&provider=region`)
  })

  it('signs in in a window, which says what came of it', async () => {
    const inWindow = 'mutation ($provider: String!) { page: signInWith(provider: $provider, inWindow: true) }'
    const { browser, page } = await visit('dora', new Browser(product.client.url), inWindow)
    expect([page, (await viewerOf(browser)).email]).toEqual(['/#/came-back', 'dora@Region.example'])
    expect((await visit(known('nina', { email: 'nina@elsewhere.example', email_verified: true }), new Browser(product.client.url), inWindow)).page).toBe(
      '/#/came-back?refused=NO_INVITATION&provider=region',
    )
  })
})

describe('the security log', () => {
  it('tells who joined and parted which account, from where', async () => {
    const { rows } = await database.query(
      `SELECT e.kind, u.email, e.user_id = e.by_user_id AS "byOneself", e.network, e.detail FROM security_event e JOIN app_user u ON u.id = e.user_id
       WHERE e.record_type = 'ProviderAccount' AND u.email IN ('lead@example.org', 'ivy@elsewhere.example') ORDER BY e.at`,
    )
    const told = { email: 'lead@example.org', byOneself: true, network: '127.0.0.1' }
    expect(rows).toEqual([
      { ...told, kind: 'PROVIDER_JOINED', detail: 'region' },
      { ...told, kind: 'PROVIDER_JOINED', email: 'ivy@elsewhere.example', byOneself: expect.anything(), detail: 'region' },
      { ...told, kind: 'PROVIDER_LEFT', detail: null },
    ])
  })
})

describe('a visit to a provider', () => {
  /** The address with which somebody comes back, before they do. */
  async function backFrom(browser: Browser, who = 'dora'): Promise<string> {
    provider.who = who
    return browser.go(await pageOf(browser), `${product.client.url}/providers/`)
  }

  it('asks with a code of PKCE, a state and a nonce, and answers by an address that is not kept', async () => {
    const browser = new Browser(product.client.url)
    const asked = new URL(await pageOf(browser)).searchParams
    expect(asked.get('code_challenge_method')).toBe('S256')
    expect([...new Set(['state', 'nonce', 'code_challenge'].map((name) => asked.get(name)?.length))]).toEqual([43])
    expect(asked.get('redirect_uri')).toBe(`${product.client.url}/providers/region/back`)
    const back = await browser.send(await backFrom(browser))
    expect([back.status, back.headers.get('cache-control'), back.headers.get('referrer-policy')]).toEqual([303, 'no-store', 'no-referrer'])
  })

  it('counts once, in the browser in which it began', async () => {
    const browser = new Browser(product.client.url)
    const back = await backFrom(browser)
    expect(await new Browser(product.client.url).go(back)).toBe(product.client.url + refused('OVER'))
    expect(await browser.go(back.replace(/state=[^&]+/, 'state=another'))).toBe(product.client.url + refused('OVER'))
    const cookies = new Map(browser.cookies)
    expect(await browser.go(back)).toBe(`${product.client.url}/#/`)
    for (const [name, value] of cookies) browser.cookies.set(name, value)
    expect(await browser.go(back)).toBe(product.client.url + refused('OVER'))
  })

  it('is over after ten minutes', async () => {
    const browser = new Browser(product.client.url)
    const back = await backFrom(browser)
    await database.query(`UPDATE provider_visit SET expires_at = expires_at - interval '10 minutes'`)
    expect(await browser.go(back)).toBe(product.client.url + refused('OVER'))
  })

  it('takes no statement that was made for another', async () => {
    for (const column of ['nonce', 'verifier']) {
      const browser = new Browser(product.client.url)
      const back = await backFrom(browser)
      await database.query(`UPDATE provider_visit SET ${column} = repeat('x', 43)`)
      expect([column, await browser.go(back)]).toEqual([column, product.client.url + refused('AWAY')])
      expect(await viewerOf(browser)).toBeNull()
    }
  })

  it('that the person breaks off is told as such', async () => {
    const browser = new Browser(product.client.url)
    const { searchParams } = new URL(await pageOf(browser))
    const back = `${product.client.url}/providers/region/back?error=access_denied&state=${searchParams.get('state')}&iss=${encodeURIComponent(String(provider.settings.OIDC_REGION_ISSUER))}`
    expect(await browser.go(back)).toBe(product.client.url + refused('REFUSED'))
  })

  it('leads to pages of ours only, whatever a request says of itself', async () => {
    const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example' }
    // By node:http: fetch says no other host than the one that it asks.
    const [answer] = await once(get(`${product.client.url}/providers/region/back?state=//evil.example`, { headers }), 'response')
    expect(answer.resume().headers.location).toBe(product.client.url + refused('OVER'))
  })

  it('is refused where too many are begun from one network', async () => {
    const [{ id }] = (await database.query('SELECT id FROM sign_in_pace ORDER BY full_at DESC LIMIT 1')).rows
    await database.query(`UPDATE sign_in_pace SET full_at = now() + interval '1 hour'`)
    expect((await product.client.ask(begin, { provider: 'region' })).errors?.[0]?.extensions.code).toBe('RATE_LIMITED')
    expect(await new Browser(product.client.url).go(`${product.client.url}/providers/region/back?state=x`)).toBe(product.client.url + refused('RATE_LIMITED'))
    await database.query('DELETE FROM sign_in_pace')
    expect(id).toBeDefined()
  })
})

describe('signing out', () => {
  it('ends the session at the provider too, and comes back', async () => {
    const { browser } = await visit('dora')
    const { data } = await browser.ask('{ signOutPage }')
    await browser.ask('mutation { signOut }')
    expect(await viewerOf(browser)).toBeNull()
    const form = await (await browser.send(data.signOutPage)).text()
    const [, action = ''] = /action="([^"]+)"/.exec(form) ?? []
    const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(form) ?? []
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const ended = await browser.send(action, { method: 'POST', headers, body: new URLSearchParams({ xsrf, logout: 'yes' }) })
    expect(ended.headers.get('location')).toBe(`${product.client.url}/`)
    // It asks who is there again.
    expect((await visit(known('somebody else', { email: 'else@elsewhere.example', email_verified: true }), browser)).page).toBe(refused('NO_INVITATION'))
  })

  it('of a session that a password opened knows no such page', async () => {
    expect((await (await withPassword('lead')).ask('{ signOutPage }')).data).toEqual({ signOutPage: null })
  })
})

describe('a provider that is away', () => {
  let browser: Browser

  beforeEach(() => {
    browser = new Browser(product.client.url)
  })
  afterEach(() => {
    provider.instead = null
  })

  it('or talks nonsense is told in a sentence when somebody comes back', async () => {
    for (const [what, instead] of Object.entries(troubles)) {
      provider.instead = null
      provider.who = 'dora'
      const back = await browser.go(await pageOf(browser), `${product.client.url}/providers/`)
      provider.instead = instead
      expect([what, await browser.go(back)]).toEqual([what, product.client.url + refused('AWAY')])
    }
  })

  it('or talks nonsense is told in a sentence when somebody begins, within seconds, and is asked again the next time', async () => {
    const fresh = await startProduct({ ...provider.settings, LOG_LEVEL: 'silent' })
    try {
      for (const [what, instead] of Object.entries(troubles)) {
        provider.instead = instead
        const begun = Date.now()
        const { errors } = await fresh.client.ask(begin, { provider: 'region' })
        expect([what, errors?.[0]?.extensions.faults?.[0]?.code, Date.now() - begun < 8000]).toEqual([what, 'PROVIDER_AWAY', true])
        expect(errors?.[0]?.message).toBe('The Region does not answer as it should. Try again later, or sign in with your password.')
      }
      provider.instead = null
      expect((await fresh.client.ask(begin, { provider: 'region' })).data.page).toMatch(/^http:/)
    } finally {
      await fresh.stop()
    }
  })

  it('keeps nobody from signing out', async () => {
    await visit('dora', browser)
    provider.instead = troubles.silence
    expect((await browser.ask('mutation { signOut }')).data).toEqual({ signOut: true })
  })
})

type Instead = NonNullable<IdentityProvider['instead']>

const says =
  (body: string): Instead =>
  (_, response) =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end(body)

const script = { authorization_endpoint: 'javascript:alert(1)', token_endpoint: 'javascript:alert(1)', jwks_uri: 'javascript:alert(1)' }

const troubles = {
  gone: (request) => void request.socket.destroy(),
  silence: () => undefined,
  'a fault': (_, response) => void response.writeHead(500).end('<html>'),
  'no JSON': says('{'),
  'another issuer': says('{"issuer":"https://elsewhere.example","authorization_endpoint":"https://elsewhere.example/"}'),
  'no pages': (request, response) => says(JSON.stringify({ issuer: `http://${request.headers.host}`, ...script }))(request, response),
} satisfies Readonly<Record<string, Instead>>
