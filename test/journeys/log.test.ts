import { setTimeout as wait } from 'node:timers/promises'
import pino from 'pino'
import { connectEmbedded } from '../support/embedded-database.js'
import { type Product, startProduct } from '../support/product.js'

const said: string[] = []
let product: Product
/** Of the lines, in characters. */
let longest = 0

beforeAll(async () => {
  const write = (line: string) => {
    said.push(JSON.parse(line).msg)
    longest = Math.max(longest, line.length)
  }
  product = await startProduct({}, pino({ level: 'info' }, { write }))
})

/** Waits until the log says something. */
async function until(message: string): Promise<void> {
  for (let tries = 0; !said.includes(message); tries += 1) {
    if (tries > 100) throw new Error(`The log does not say: ${message}. It says: ${said.join('; ')}`)
    await wait(100)
  }
}

it('tells of the start', () => expect(said).toContain('the gateway has started'))

it.each([
  ['clusterpolisee-listen', 'a connection to PostgreSQL is lost: clusterpolisee-listen', 'changes are heard of again'],
  ['clusterpolisee', 'a connection to PostgreSQL is lost: clusterpolisee'],
])('tells of a lost connection: %s', async (name, ...messages) => {
  await product.client.ask('{ projects { totalCount } }')
  const database = await connectEmbedded(product.folder)
  await database.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1', [name])
  await database.end()
  for (const message of messages) await until(message)
})

it('tells of the stop', async () => {
  await product.stop()
  expect(said.at(-1)).toBe('the gateway has stopped')
  expect(longest).toBeLessThan(1000)
})
