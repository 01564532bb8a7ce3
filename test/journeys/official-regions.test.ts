import { type Client, type Product, startProduct } from '../support/product.js'

let product: Product
let lead: Client

beforeAll(async () => {
  product = await startProduct()
  lead = await product.client.as('lead')
})
afterAll(() => product?.stop())

const byCodes = 'query ($codes: [String!]) { officialRegions(codes: $codes) { code name level nutsVersion isThere } }'

describe('regions of the official lists', () => {
  it('are answered by their codes, each as the newest list has it; what no list has is left out', async () => {
    const { data } = await lead.ask(byCodes, { codes: ['ITE1', 'XX99', 'XX01', 'ITI3'] })
    expect(data.officialRegions).toEqual([
      { code: 'ITE1', name: 'Toscana', level: 2, nutsVersion: 2006, isThere: false },
      { code: 'ITI3', name: 'Marche', level: 2, nutsVersion: 2021, isThere: true },
    ])
    expect((await lead.ask('{ officialRegions { code } }')).data.officialRegions).toEqual([])
  })

  it('are not asked for by the thousand, nor by a stranger', async () => {
    const { errors } = await lead.ask(byCodes, { codes: Array.from({ length: 501 }, () => 'ITI3') })
    expect(errors?.[0]?.extensions.faults).toMatchObject([{ path: ['codes'], code: 'TOO_MANY_REGIONS', params: { max: 500 } }])
    expect((await product.client.ask(byCodes, { codes: ['ITI3'] })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  })
})
