import { request as plainRequest } from 'node:http'
import pino from 'pino'
import { demonstrationId } from '../support/benchmarks.js'
import { connectEmbedded } from '../support/embedded-database.js'
import { type Client, type Product, startProduct } from '../support/product.js'

let product: Product
let revoked: string
/** Lines of the log since they were last looked at. */
const log: { msg: string; request?: string }[] = []

const NOWHERE = '01890a5d-ac96-774b-bcce-b302099a8057'
const READ = '{ projects { totalCount } }'

/** Every address beside GraphQL that answers by somebody's rights. */
const addresses = [
  ['GET', '/feeds/partners.csv'],
  ['GET', `/benchmarks/${NOWHERE}.json`],
  ['GET', `/benchmarks/${NOWHERE}.csv`],
  ['GET', '/changes'],
  ['POST', `/imports/regional-statistics?project=${NOWHERE}`],
] as const

beforeAll(async () => {
  const logger = pino({ level: 'warn' }, { write: (line: string) => void log.push(JSON.parse(line)) })
  product = await startProduct({}, logger)
  revoked = await revokedToken(await product.client.as('lead'))
})

afterAll(() => product.stop())

async function revokedToken(lead: Client): Promise<string> {
  const { data } = await lead.ask('{ projects { nodes { id } } }')
  const projectIds = data.projects.nodes.map(({ id }: { id: string }) => id)
  const made = await lead.ask('mutation ($projectIds: [ID!]!) { createApiToken(name: "To be revoked", projectIds: $projectIds) { id token } }', { projectIds })
  const { id, token } = made.data.createApiToken
  await lead.ask('mutation ($id: ID!) { revokeApiToken(id: $id) { id } }', { id })
  return token
}

const ask = (method: string, path: string, headers: Record<string, string> = {}) =>
  fetch(`${product.client.url}${path}`, { method, headers, ...(method === 'POST' ? { body: 'region,value\nXX01,1' } : {}) })

const asGraphql = (headers: Record<string, string>, method = 'POST') =>
  method === 'POST'
    ? fetch(`${product.client.url}/graphql`, { method, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query: READ }) })
    : fetch(`${product.client.url}/graphql?query=${encodeURIComponent(READ)}`, { headers: { 'apollo-require-preflight': '1', ...headers } })

async function expectRefusal(response: Response, status: number, code: string): Promise<void> {
  const text = await response.text()
  expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/json; charset=utf-8'])
  expect(text).not.toMatch(/\n {4}at |node_modules|\.js:/)
  expect(JSON.parse(text)).toMatchObject({ code, message: expect.stringMatching(/^[A-Z].*\.$/) })
  expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
}

/** `fetch` mends addresses; this sends them as they are. */
function askRaw(path: string): Promise<{ status: number | undefined; type: string | undefined; text: string }> {
  const { hostname, port } = new URL(product.client.url)
  return new Promise((resolve, reject) => {
    plainRequest({ hostname, port, path, headers: { accept: 'text/html' } }, (response) => {
      let text = ''
      response.on('data', (chunk) => {
        text += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode, type: response.headers['content-type'], text }))
    })
      .on('error', reject)
      .end()
  })
}

describe('a token that does not hold is refused', () => {
  const bearers = [
    ['revoked', () => ({ authorization: `Bearer ${revoked}` })],
    ['unknown', () => ({ authorization: 'Bearer nothing' })],
    ['unknown, as a password', () => ({ authorization: `Basic ${Buffer.from('me:nothing').toString('base64')}` })],
  ] as const

  describe.each(bearers)('%s', (_, headers) => {
    it.each(addresses)('by %s %s', async (method, path) => {
      await expectRefusal(await ask(method, path, headers()), 401, 'UNAUTHENTICATED')
    })

    it.each(['POST', 'GET'])('by GraphQL, asked by %s', async (method) => {
      const response = await asGraphql(headers(), method)
      const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] }
      expect([response.status, errors[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED'])
      expect(response.headers.get('www-authenticate')).toBe('Bearer')
    })
  })

  it('and browsers are told of a password by feeds only', async () => {
    const told = async (path: string) => (await ask('GET', path, { authorization: 'Bearer nothing' })).headers.get('www-authenticate')
    expect(await told('/feeds/partners.csv')).toMatch(/^Basic /)
    expect(await told('/changes')).toBe('Bearer')
  })
})

describe('a stranger', () => {
  it.each([
    ['GET', '/feeds/partners.csv'],
    ['GET', '/changes'],
    ['POST', `/imports/regional-statistics?project=${NOWHERE}`],
  ])('is asked to sign in by %s %s', async (method, path) => {
    await expectRefusal(await ask(method, path), 401, 'UNAUTHENTICATED')
  })
})

describe('an address', () => {
  it.each(['/%E0%A4%A', '/feeds/%E0%A4%A', '/benchmarks/%E0%A4%A.json', '/imports/%E0%A4%A', '/assets/%E0%A4%A'])(
    'that is malformed is refused without a trace of ours: %s',
    async (path) => {
      const { status, type, text } = await askRaw(path)
      expect([status, type, JSON.parse(text).code]).toEqual([400, 'application/json; charset=utf-8', 'BAD_REQUEST'])
    },
  )

  it.each([
    ['GET', '/feeds/nothing.csv'],
    ['GET', `/benchmarks/${NOWHERE}.json`],
    ['GET', '/assets/nothing.js'],
    ['POST', '/nothing'],
  ])('where nothing stands says so: %s %s', async (method, path) => {
    await expectRefusal(await ask(method, path, { accept: 'application/json' }), 404, 'NOT_FOUND')
  })

  it('that asks for what there is not names the fault', async () => {
    const lead = await product.client.as('lead')
    await expectRefusal(await ask('GET', '/feeds/partners.csv?colour=red', lead.cookie()), 400, 'BAD_USER_INPUT')
  })
})

it('a body that is too large, or is none, is refused', async () => {
  const lead = await product.client.as('lead')
  const project = await demonstrationId(lead)
  await expectRefusal(await lead.send(`/imports/regional-statistics?project=${project}`, 'x'.repeat(10_000_001)), 413, 'FILE_TOO_LARGE')
  const broken = await fetch(`${product.client.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' })
  expect([broken.status, await broken.json()]).toMatchObject([400, { errors: [{ extensions: { code: 'BAD_REQUEST' } }] }])
})

describe('what goes wrong here', () => {
  beforeAll(async () => {
    const database = await connectEmbedded(product.folder)
    await database.query('ALTER TABLE benchmark_edition RENAME TO benchmark_edition_gone')
    await database.end()
    log.length = 0
  })

  it.each([`/benchmarks/${NOWHERE}.json`, '/feeds/benchmarkEditions.csv?public=true'])(
    'is told as that only, and is in the log by its name: %s',
    async (path) => {
      const response = await ask('GET', path)
      const name = response.headers.get('x-request-id')
      await expectRefusal(response, 500, 'INTERNAL_SERVER_ERROR')
      expect(log.filter((line) => line.request === name)).toMatchObject([{ msg: 'a request failed' }])
    },
  )

  it('by GraphQL too, the first time and again', async () => {
    const query = { query: '{ benchmarkEditions { totalCount } }' }
    for (const _ of ['first', 'again']) {
      const response = await fetch(`${product.client.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(query),
      })
      expect(response.status).toBe(500)
      expect(await response.json()).toEqual({
        errors: [{ message: 'Something went wrong here. It has been written down.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
      })
      expect(log.filter((line) => line.request === response.headers.get('x-request-id'))).toHaveLength(1)
    }
  })
})

it.each([
  'updatePartner(id: "x", version: 1, input: {}) { id }',
  'archivePilot(id: "x", version: 1) { id }',
  'transitionPilot(id: "x", version: 1, key: "START") { id }',
])('an identity that is none is not found: %s', async (verb) => {
  const { errors } = await (await product.client.as('lead')).ask(`mutation { ${verb} }`)
  expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND')
})
