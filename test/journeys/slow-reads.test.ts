import pino from 'pino'
import { type Product, startProduct } from '../support/product.js'
import { until } from '../support/until.js'

const lines: Record<string, unknown>[] = []
let product: Product

beforeAll(async () => {
  product = await startProduct({ SLOW_READ: '1' }, pino({ level: 'warn' }, { write: (line: string) => void lines.push(JSON.parse(line)) }))
})

afterAll(() => product.stop())

it('a slow read is told with its request, SQL and plan, and no value', async () => {
  const response = await fetch(`${product.client.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ partners(first: 73, filter: {name: {contains: "Somebody"}, position: {eq: 31457}}) { nodes { id } } }' }),
  })
  await response.json()
  const request = response.headers.get('x-request-id')
  const find = () => lines.find((line) => line.msg === 'a slow read' && line.request === request)
  expect(await until('the log tells of it', find)).toMatchObject({
    sql: expect.stringContaining('FROM partner'),
    plan: expect.stringMatching(/cost=/),
    milliseconds: expect.any(Number),
  })
  expect(JSON.stringify(find())).not.toMatch(/Somebody|31457/i)
})
