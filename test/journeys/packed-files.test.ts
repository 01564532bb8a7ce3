import { get } from 'node:http'
import { brotliDecompressSync } from 'node:zlib'
import { type Product, startProduct } from '../support/product.js'

let product: Product
let script: string

beforeAll(async () => {
  product = await startProduct()
  const page = await (await fetch(`${product.client.url}/`)).text()
  script = /src="([^"]+start[^"]+)"/.exec(page)?.[1] ?? ''
})
afterAll(() => product?.stop())

/** A file as it comes over the line. */
const ask = (encodings: string | undefined, path = script) =>
  new Promise<{ readonly status: number | undefined; readonly headers: NodeJS.Dict<string | string[]>; readonly body: Buffer }>((resolve, reject) => {
    get(`${product.client.url}${path}`, { headers: encodings === undefined ? {} : { 'accept-encoding': encodings } }, (response) => {
      const parts: Buffer[] = []
      response
        .on('data', (part: Buffer) => parts.push(part))
        .on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }))
    }).on('error', reject)
  })

describe("the dashboard's scripts", () => {
  it('come as the build packed them, where the browser unpacks brotli', async () => {
    const [packed, plain] = [await ask('gzip, deflate, br'), await ask(undefined)]
    expect([packed.headers['content-encoding'], packed.headers['content-type'], packed.headers['cache-control']]).toEqual([
      'br',
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
    ])
    expect([plain.headers['content-encoding'], plain.headers['content-type']]).toEqual([undefined, 'text/javascript; charset=utf-8'])
    expect([packed.headers.vary, plain.headers.vary]).toEqual(['accept-encoding', 'accept-encoding'])
    expect(brotliDecompressSync(packed.body).equals(plain.body)).toBe(true)
    expect(packed.body.length).toBeLessThan(plain.body.length / 2)
  })

  it.each(['gzip', 'br;q=0, gzip'])('come otherwise where it takes %s', async (encodings) => {
    expect((await ask(encodings)).headers['content-encoding']).toBe('gzip')
  })

  it('that are not there are not found, packed or not', async () => {
    for (const path of ['/assets/none.js', '/assets/none.js.br']) expect([path, (await ask('br', path)).status]).toEqual([path, 404])
  })
})
