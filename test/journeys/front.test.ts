import { type Product, startProduct } from '../support/product.js'

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
    product = await startProduct()
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

  it('makes links from where it listens, whatever a request calls it', async () => {
    const headers = { ...(await product.client.as('admin')).cookie(), ...json, 'x-forwarded-proto': 'https,http', 'x-forwarded-host': 'evil.example' }
    const { link } = (await (await fetch(`${product.client.url}/graphql`, { method: 'POST', headers, body: write })).json()).data.requestPasswordReset
    expect(link).toBe(`${product.client.url}/#/reset-password?token=${tokenIn(link)}`)
  })
})

describe('a gateway behind https', () => {
  let product: Product

  beforeAll(async () => {
    product = await startProduct({ PUBLIC_URL: 'https://clusterpolisee.example.org/', TRUST_PROXY: 'true' })
  })
  afterAll(() => product?.stop())

  it('makes links from PUBLIC_URL, and knows its pages by it only', async () => {
    const admin = await product.client.as('admin')
    const post = (origin: string) =>
      fetch(`${product.client.url}/graphql`, { method: 'POST', headers: { ...admin.cookie(), 'content-type': 'application/json', origin }, body: write })
    const { link } = (await (await post('https://clusterpolisee.example.org')).json()).data.requestPasswordReset
    expect(link).toMatch(/^https:\/\/clusterpolisee\.example\.org\/#\/reset-password/)
    expect((await post(product.client.url)).status).toBe(403)
  })
})
