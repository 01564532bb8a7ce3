import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { PASSWORD, type Product, startProduct } from '../support/product.js'
import { addSecondAdministrator } from '../support/second-administrator.js'
import { until } from '../support/until.js'

const write = JSON.stringify({ query: 'mutation { requestPasswordReset(email: "lead@example.org") { mailed link } }' })
const tokenIn = (link: string) => new URL(link.replace('/#', '')).searchParams.get('token')

/** What a browser says of the page that sends something. */
const foreignPages: readonly Record<string, string>[] = [
  { origin: 'https://evil.example' },
  { origin: 'http://127.0.0.1:1' },
  { origin: 'null' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
]

describe('a gateway on this computer', () => {
  let product: Product
  let lead: Record<string, string>

  beforeAll(async () => {
    product = await startProduct({ SAMPLE_ACCOUNTS: 'anywhere' })
    lead = (await product.client.as('lead')).cookie()
  })
  afterAll(() => product?.stop())

  const post = (path: string, headers: Record<string, string>, body: string) =>
    fetch(`${product.client.url}${path}`, { method: 'POST', headers: { ...lead, ...headers }, body })
  const json = { 'content-type': 'application/json' }

  it.each(foreignPages)('takes no write of a page elsewhere: %p', async (page) => {
    const verb = await post('/graphql', { ...json, ...page }, write)
    expect([verb.status, (await verb.json()).errors[0].extensions.code]).toEqual([403, 'FOREIGN_PAGE'])
    const file = await post('/imports/regional-statistics?dryRun=true', { 'content-type': 'text/csv', ...page }, 'region;indicator\n')
    expect([file.status, (await file.json()).code]).toEqual([403, 'FOREIGN_PAGE'])
    expect((await post('/nothing', page, '')).status).toBe(403)
  })

  it('takes writes of its own pages, and of what is no browser', async () => {
    const pages: readonly Record<string, string>[] = [{ origin: product.client.url }, { 'sec-fetch-site': 'same-origin' }, { 'sec-fetch-site': 'none' }, {}]
    for (const page of pages) expect([page, (await post('/graphql', { ...json, ...page }, write)).status]).toEqual([page, 200])
  })

  it.each([
    ['/graphql', { 'content-type': 'application/json; charset=utf-16' }],
    ['/graphql', { 'content-type': 'application/json', 'content-encoding': 'gzip' }],
    ['/graphql', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['/imports/regional-statistics', { 'content-type': 'text/csv', 'content-encoding': 'nothing known' }],
    ['/imports/regional-statistics', { 'content-type': 'text/csv; charset=latin1' }],
    ['/imports/regional-statistics', { 'content-type': 'multipart/form-data; boundary=x' }],
  ])('does not read what it would have to guess: %s %p', async (path, headers) => {
    const response = await post(path, headers, write)
    const { errors, code } = await response.json()
    expect([response.status, errors?.[0].extensions.code ?? code]).toEqual([415, 'UNREADABLE_BODY'])
  })

  it('says of changes too in which letters they are written', async () => {
    const stopping = new AbortController()
    const { headers } = await fetch(`${product.client.url}/changes`, { headers: lead, signal: stopping.signal })
    stopping.abort()
    expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  })

  it('reads JSON whichever way its charset is written', async () => {
    for (const type of ['application/json;charset="UTF-8"', 'Application/JSON; charset=utf-8']) {
      expect([type, (await post('/graphql', { 'content-type': type }, write)).status]).toEqual([type, 200])
    }
  })

  it('reads JSON behind a mark of its byte order, and at the address with a slash', async () => {
    const send = (path: string, body: string) => fetch(`${product.client.url}${path}`, { method: 'POST', headers: json, body })
    for (const [path, body] of [
      ['/graphql', '\uFEFF{"query":"{ viewer { id } }"}'],
      ['/graphql/', '{"query":"{ viewer { id } }"}'],
    ] as const) {
      const answer = await send(path, body)
      expect([path, answer.status, await answer.json()]).toEqual([path, 200, { data: { viewer: null } }])
    }
    expect((await send('/graphql/', '{')).status).toBe(400)
    expect((await fetch(`${product.client.url}/graphql/?query={__typename}`)).status).toBe(200)
  })

  it('takes a question by GET without further headers, and no mutation', async () => {
    const get = (query: string) => fetch(`${product.client.url}/graphql?${new URLSearchParams({ query })}`, { headers: lead })
    expect(await (await get('{ viewer { displayName } }')).json()).toEqual({ data: { viewer: { displayName: 'Lena Lead' } } })
    const refused = await get('mutation { signOutEverywhere }')
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'POST'])
    expect(await (await get('{ viewer { displayName } }')).json()).toEqual({ data: { viewer: { displayName: 'Lena Lead' } } })
  })

  it.each(['Bearer', 'Bearer ', 'bearer', 'Basic', 'Basic Og==', 'Bearer nobody knows it'])(
    'lets nobody in by the token %j, nor as a stranger',
    async (authorization) => {
      for (const [path, scheme] of [
        ['/graphql?query={viewer{id}}', 'Bearer'],
        ['/feeds/projects.json', 'Basic'],
      ] as const) {
        const answer = await fetch(`${product.client.url}${path}`, { headers: { authorization } })
        expect([path, answer.status, answer.headers.get('www-authenticate')]).toEqual([path, 401, expect.stringContaining(scheme)])
      }
    },
  )

  it.each(['/', '/graphql?query={__typename}', '/healthz', '/readyz', '/changes', '/feeds', '/nothing.json', '/%E0%A4%A'])(
    'says of itself, whatever it answers, that it is not to be framed, guessed at or scripted by others: %s',
    async (path) => {
      const { headers } = await fetch(`${product.client.url}${path}`, { headers: { ...json, accept: 'application/json' } })
      expect(headers.get('content-security-policy')).toMatch(/script-src 'self'.*frame-ancestors 'none'/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('permissions-policy')).toMatch(/camera=\(\)/)
      expect(headers.get('strict-transport-security')).toBeNull()
      if (path.endsWith('z')) expect(headers.get('cache-control')).toBe('no-store')
    },
  )

  it('shows a browser at /graphql a page of its own, without a script', async () => {
    const response = await fetch(`${product.client.url}/graphql`, { headers: { accept: 'text/html,*/*;q=0.8' } })
    const text = await response.text()
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(text).toContain('href="/feeds"')
    expect(text).not.toMatch(/<script|src=|@import|<link/i)
  })

  it('reads more than 1 MB of nobody, and 2 MB of a question of who is signed in', async () => {
    const long = (bytes: number) => JSON.stringify({ query: '{ viewer { id } }', variables: { text: 'x'.repeat(bytes) } })
    const send = (body: string, headers = {}) => fetch(`${product.client.url}/graphql`, { method: 'POST', headers: { ...json, ...headers }, body })
    expect((await send(long(900_000))).status).toBe(200)
    const refused = await send(long(1_100_000))
    expect([refused.status, (await refused.json()).errors[0].extensions.code]).toEqual([413, 'FILE_TOO_LARGE'])
    expect((await send(long(1_100_000), lead)).status).toBe(200)
    expect((await send(long(2_100_000), lead)).status).toBe(413)
  })

  it('lets nobody hold many connections', async () => {
    const sockets = await Promise.all(Array.from({ length: 400 }, () => open(product)))
    const held = () => sockets.filter((socket) => !socket.destroyed).length
    // The system takes connections before the gateway has seen them.
    await until('no more than 300 are held', () => held() <= 300)
    const most = held()
    for (const socket of sockets) socket.destroy()
    expect(most).toBeGreaterThan(250)
    await wait(200)
    expect((await fetch(`${product.client.url}/healthz`)).status).toBe(200)
  })

  it('lets nobody hold much of what was sent', async () => {
    const head = `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 999999\r\n\r\n`
    const sockets = await Promise.all(Array.from({ length: 40 }, () => open(product)))
    let refused = 0
    for (const socket of sockets) {
      socket.on('data', (answer: Buffer) => {
        if (answer.toString().startsWith('HTTP/1.1 429')) refused += 1
      })
      socket.write(head)
      socket.write('x'.repeat(900_000))
    }
    await until('ten are refused', () => refused >= 10)
    for (const socket of sockets) socket.destroy()
    await wait(200)
    expect((await post('/graphql', json, write)).status).toBe(200)
  })

  it('waits half a minute for the rest of a request, head or body, and no longer', async () => {
    const begun = Date.now()
    const parts = [
      '',
      'POST /graphql HTTP/1.1\r\nhost: x\r\n',
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{',
    ]
    const ends = parts.map(async (part) => {
      const socket = await open(product)
      socket.resume().write(part)
      await new Promise((resolve) => socket.once('close', resolve))
      return Math.round((Date.now() - begun) / 1000)
    })
    for (const seconds of await Promise.all(ends)) expect([seconds >= 29, seconds <= 34, seconds]).toEqual([true, true, seconds])
  })

  it('makes links from where it listens, whatever a request calls it', async () => {
    await addSecondAdministrator(product.folder)
    const headers = { ...(await product.client.as('admin')).cookie(), ...json, 'x-forwarded-proto': 'https,http', 'x-forwarded-host': 'evil.example' }
    // Somebody for whom nobody has asked yet in this file: an account has a few links an hour.
    const body = write.replace('lead@', 'observer@')
    const { link } = (await (await fetch(`${product.client.url}/graphql`, { method: 'POST', headers, body })).json()).data.requestPasswordReset
    expect(link).toBe(`${product.client.url}/#/reset-password?token=${tokenIn(link)}`)
  })
})

describe('a gateway behind https', () => {
  let product: Product

  beforeAll(async () => {
    product = await startProduct({ PUBLIC_URL: 'https://clusterpolisee.example.org/', TRUST_PROXY: 'true', SAMPLE_ACCOUNTS: 'anywhere' })
  })
  afterAll(() => product?.stop())

  it('makes links from PUBLIC_URL, and knows its pages by it only', async () => {
    await addSecondAdministrator(product.folder)
    const admin = await product.client.as('admin')
    const post = (origin: string) =>
      fetch(`${product.client.url}/graphql`, { method: 'POST', headers: { ...admin.cookie(), 'content-type': 'application/json', origin }, body: write })
    const { link } = (await (await post('https://clusterpolisee.example.org')).json()).data.requestPasswordReset
    expect(link).toMatch(/^https:\/\/clusterpolisee\.example\.org\/#\/reset-password/)
    expect((await post(product.client.url)).status).toBe(403)
  })

  it('keeps browsers to https, its cookie too', async () => {
    const body = JSON.stringify({ query: `mutation { signIn(email: "lead@example.org", password: "${PASSWORD}") { id } }` })
    const response = await fetch(`${product.client.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    expect(response.headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/)
    const [cookie = ''] = response.headers.getSetCookie()
    expect(cookie).toMatch(/^__Host-clusterpolisee_session=.{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/)
    const viewer = async (cookies: string) => {
      const asked = { method: 'POST', headers: { 'content-type': 'application/json', cookie: cookies }, body: '{"query":"{ viewer { displayName } }"}' }
      return (await (await fetch(`${product.client.url}/graphql`, asked)).json()).data.viewer
    }
    const [session = ''] = cookie.split(';')
    expect(await viewer(session)).toEqual({ displayName: 'Lena Lead' })
    expect(await viewer(session.replace('__Host-', ''))).toBeNull()
  })
})

/** A connection that is there. */
function open({ client }: Product): Promise<Socket> {
  const { hostname, port } = new URL(client.url)
  const socket = connect(Number(port), hostname)
  // Read, so that it hears of its end.
  socket.on('error', () => undefined).resume()
  return new Promise((resolve) => socket.once('connect', () => resolve(socket)))
}

describe('whom to tell of a weakness', () => {
  const textOf = async (settings: NodeJS.ProcessEnv) => {
    const product = await startProduct(settings)
    const response = await fetch(`${product.client.url}/.well-known/security.txt`)
    const found = { status: response.status, type: response.headers.get('content-type'), text: await response.text() }
    await product.stop()
    return found
  }

  it('is said as RFC 9116 asks, until a day that is still to come', async () => {
    const { status, type, text } = await textOf({ SECURITY_CONTACT: 'mailto:security@example.org', PUBLIC_URL: 'http://localhost:4000' })
    expect([status, type]).toEqual([200, 'text/plain; charset=utf-8'])
    expect(text).toMatch(
      /^Contact: mailto:security@example\.org\nExpires: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\nPreferred-Languages: en, it\nCanonical: http:\/\/localhost:4000\/\.well-known\/security\.txt\n$/,
    )
    const ahead = Date.parse(/Expires: (.*)/.exec(text)?.[1] ?? '') - Date.now()
    expect(ahead).toBeGreaterThan(0)
    expect(ahead).toBeLessThan(366 * 86_400_000)
  })

  it('is not there where nobody was named', async () => {
    expect((await textOf({})).status).toBe(404)
  })
})
