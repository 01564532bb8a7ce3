import pino from 'pino'
import { connectEmbedded } from '../support/embedded-database.js'
import { type Product, startProduct } from '../support/product.js'
import { until } from '../support/until.js'

const said: string[] = []
const lines: Record<string, unknown>[] = []
let product: Product
/** Of the lines, in characters. */
let longest = 0

beforeAll(async () => {
  const write = (line: string) => {
    lines.push(JSON.parse(line))
    said.push(String(lines.at(-1)?.msg))
    longest = Math.max(longest, line.length)
  }
  product = await startProduct({ SMTP_URL: 'smtp://127.0.0.1:9', PUBLIC_URL: 'http://localhost:4000' }, pino({ level: 'info' }, { write }))
})

/** Waits until the log says something. */
const heard = (message: string) => until(`the log says ${message}`, () => said.includes(message))

it('tells of the start', () => expect(said).toContain('the gateway has started'))

it.each([
  ['clusterpolisee-listen', 'a connection to PostgreSQL is lost: clusterpolisee-listen', 'changes are heard of again'],
  ['clusterpolisee', 'a connection to PostgreSQL is lost: clusterpolisee'],
])('tells of a lost connection: %s', async (name, ...messages) => {
  await product.client.ask('{ projects { totalCount } }')
  const database = await connectEmbedded(product.folder)
  await database.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1', [name])
  await database.end()
  for (const message of messages) await heard(message)
})

it('tells of a mail that was not sent, and which request asked for it', async () => {
  const response = await fetch(`${product.client.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: 'mutation { requestPasswordReset(email: "lead@example.org") { mailed } }' }),
  })
  await heard('a mail was not sent')
  const told = lines.find(({ msg }) => msg === 'a mail was not sent')
  expect(told).toMatchObject({ mail: 'reset_mail', request: response.headers.get('x-request-id') })
  expect(JSON.stringify(told)).not.toContain('lead@example.org')
})

it('tells of the stop', async () => {
  await product.stop()
  expect(said.at(-1)).toBe('the gateway has stopped')
  expect(longest).toBeLessThan(1000)
})
