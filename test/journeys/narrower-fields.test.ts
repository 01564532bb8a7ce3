import { type Client, type Product, startProduct } from '../support/product.js'

let product: Product

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product?.stop())

const contacts = '{ contacts(first: 1, filter: {partner: {acronym: {eq: "Stillwater"}}}) { nodes { name email phone hidden } } }'
const contactOf = async (client: Client) => (await client.ask(contacts)).data.contacts.nodes[0]

describe('a contact', () => {
  it.each(['lead', 'partner-a', 'controller', 'observer'])('is read whole by %s', async (person) => {
    expect(await contactOf(await product.client.as(person))).toMatchObject({ email: expect.stringContaining('@'), phone: expect.any(String), hidden: [] })
  })

  it.each(['wp-leader', 'partner-b', 'evaluator'])('hides how it is reached from %s', async (person) => {
    expect(await contactOf(await product.client.as(person))).toMatchObject({ email: null, phone: null, hidden: ['email', 'phone'] })
  })
})
