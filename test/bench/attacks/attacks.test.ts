import { type Product, startProduct } from '../../support/product.js'
import { attacks } from './attacks.mjs'
import { furtherAttacks } from './further-attacks.mjs'
import { measureAttack } from './measure-attack.mjs'

let product: Product

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product?.stop())

const memory = () => ({ gateway: process.memoryUsage().rss, postgres: 0 })
const facts = { editionId: '01a20f90-480c-73cb-b427-c54e765f9efa', indicatorId: '01a20f90-480c-73cb-b427-c54e765f9efa' }

describe('what a stranger can send to keep others waiting', () => {
  /** What is answered where nothing is refused before it runs is another: that it is refused is told by the tests of costs. */
  const served = ['nothing: small reads, for comparison', 'introspection, 20 documents', 'page sizes 1 to 100 of one document']

  it.each(attacks.map(({ name, bodies }) => [name, bodies] as const))('%s', async (name, bodies) => {
    const { answers, seconds, delay } = await measureAttack({ url: product.client.url, memory }, bodies(0.06, facts))
    expect(Object.keys(answers)).toEqual([served.includes(name) ? '200' : '400 TOO_COMPLEX'])
    expect([seconds, delay].every((figure) => figure > 0)).toBe(true)
  })

  it.each(furtherAttacks.slice(0, 2).map(({ name, act }) => [name, act] as const))('%s', async (_, act) => {
    const { answers } = await measureAttack({ url: product.client.url, memory }, act(0.01, { cookie: '', projectId: '' }))
    expect(Object.values<number>(answers).reduce((sum, many) => sum + many, 0)).toBe(15)
    expect(Object.keys(answers)).not.toContain('no answer')
  })
})
