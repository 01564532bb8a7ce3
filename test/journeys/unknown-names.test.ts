import { type Client, type Product, startProduct } from '../support/product.js'

let product: Product
let lead: Client
let projectId: string

beforeAll(async () => {
  product = await startProduct()
  lead = await product.client.as('lead')
  projectId = (await lead.ask('{ projects(filter: {demonstration: {eq: true}}) { nodes { id } } }')).data.projects.nodes[0].id
})

afterAll(() => product.stop())

async function calledOf(input: object) {
  const document = `mutation ($input: CreatePartnerInput!) { createPartner(input: $input) {
    name shortName it: shortName(language: "it") ro: shortName(language: "ro") } }`
  return (await lead.ask(document, { input: { projectId, position: 13, country: 'XX', role: 'ASSOCIATED_PARTNER', ...input } })).data.createPartner
}

describe('a partner whose name is not known', () => {
  it('is called by its part and its place in the list, in the language asked', async () => {
    const unnamed = { name: null, shortName: 'Associated member 13, name not known', it: 'Membro associato 13, nome non noto' }
    expect(await calledOf({})).toEqual({ ...unnamed, ro: unnamed.shortName })
    expect(await calledOf({ name: ' ' })).toMatchObject(unnamed)
    expect(await calledOf({ role: 'PARTNER', position: 14 })).toMatchObject({ shortName: 'Partner 14, name not known', it: 'Partner 14, nome non noto' })
  })

  it('is called by whatever is known of its name', async () => {
    expect(await calledOf({ name: 'Consiglio' })).toMatchObject({ shortName: 'Consiglio', it: 'Consiglio' })
    expect(await calledOf({ name: 'Consiglio', englishName: 'Council' })).toMatchObject({ shortName: 'Council' })
    expect(await calledOf({ acronym: 'CNL' })).toMatchObject({ name: null, shortName: 'CNL', it: 'CNL' })
  })
})
