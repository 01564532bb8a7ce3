import { type Client, type Product, startProduct } from '../support/product.js'

let product: Product
let lead: Client
let projectId: string
let other: string

beforeAll(async () => {
  product = await startProduct()
  lead = await product.client.as('lead')
  const { projects } = (await lead.ask('{ projects(orderBy: [{acronym: DESC}]) { nodes { id demonstration } } }')).data
  const idOf = (demonstration: boolean) => projects.nodes.find((project: { demonstration: boolean }) => project.demonstration === demonstration).id
  ;[projectId, other] = [idOf(true), idOf(false)]
})

afterAll(() => product.stop())

async function faultsOf(client: Client, document: string, variables: Record<string, unknown>) {
  const { errors } = await client.ask(document, variables)
  return errors?.[0]?.extensions.faults?.map(({ code }) => code) ?? errors?.map(({ extensions }) => extensions.code)
}

const createFund = 'mutation ($input: CreateFundInput!) { createFund(input: $input) { id version code title it: title(language: "it") } }'
const createPartner = 'mutation ($input: CreatePartnerInput!) { createPartner(input: $input) { id version fund { code } } }'
const updateFund = 'mutation ($id: ID!, $version: Int!) { updateFund(id: $id, version: $version, input: {title: {en: "Cohesion"}}) { version } }'
const esf = (project: string) => ({ input: { projectId: project, code: 'ESF', title: { en: 'Social Fund', it: 'Fondo sociale' } } })
const partner = (fundId: string) => ({ input: { projectId, name: 'New', position: 40, role: 'PARTNER', country: 'XX', fundId } })

describe('the funds of a project', () => {
  it('are its own: in its words, and only for its own records', async () => {
    const { id, ...fund } = (await lead.ask(createFund, esf(projectId))).data.createFund
    expect(fund).toEqual({ version: 1, code: 'ESF', title: 'Social Fund', it: 'Fondo sociale' })
    expect((await lead.ask(createPartner, partner(id))).data.createPartner).toMatchObject({ fund: { code: 'ESF' } })
    const elsewhere = (await lead.ask(createFund, esf(other))).data.createFund.id
    expect(await faultsOf(lead, createPartner, partner(elsewhere))).toEqual(['UNKNOWN_REFERENCE'])
  })

  it('filter and group what is paid from them', async () => {
    const document = `query ($id: ID!) {
      partners(filter: {project: {id: {eq: $id}}, fund: {code: {eq: "ESF"}}}) { totalCount }
      partnersSummary(filter: {project: {id: {eq: $id}}}, groupBy: [FUND_ID]) { groups { key { fundId } count } }
      funds(filter: {project: {id: {eq: $id}}}) { nodes { id code } } }`
    const { partners, partnersSummary, funds } = (await lead.ask(document, { id: projectId })).data
    expect(partners.totalCount).toBe(1)
    const counts = Object.fromEntries(partnersSummary.groups.map(({ key, count }: { key: { fundId: string }; count: number }) => [key.fundId, count]))
    const byCode = funds.nodes.map(({ id, code }: { id: string; code: string }) => [code, counts[id] ?? 0])
    expect(Object.fromEntries(byCode)).toEqual({ ENPI: 0, ERDF: 9, ESF: 1, IPA: 3, OWN: 0 })
  })

  it('that something is paid from stay', async () => {
    const { nodes } = (
      await lead.ask('query ($id: ID!) { funds(filter: {project: {id: {eq: $id}}, code: {eq: "ESF"}}) { nodes { id version } } }', { id: projectId })
    ).data.funds
    expect(await faultsOf(lead, 'mutation ($id: ID!, $version: Int!) { deleteFund(id: $id, version: $version) { deletedId } }', nodes[0])).toEqual([
      'IN_USE_OR_UNKNOWN',
    ])
  })

  it('are read by strangers, and mended by administrators, while the project is public', async () => {
    const admin = await product.client.as('admin')
    const list = 'query ($id: ID!) { funds(filter: {project: {id: {eq: $id}}, code: {eq: "ERDF"}}) { nodes { id version } } }'
    const seenBy = async (client: Client) => (await client.ask(list, { id: projectId })).data.funds.nodes
    const [fund] = await seenBy(lead)
    expect([await seenBy(product.client), await faultsOf(admin, updateFund, fund)]).toEqual([[], ['NOT_FOUND']])
    const { version } = (await lead.ask('query ($id: ID!) { project(id: $id) { version } }', { id: projectId })).data.project
    await lead.ask('mutation ($id: ID!, $version: Int!) { updateProject(id: $id, version: $version, input: {published: true}) { id } }', {
      id: projectId,
      version,
    })
    expect(await seenBy(product.client)).toEqual([fund])
    expect((await admin.ask(updateFund, fund)).data.updateFund).toEqual({ version: 2 })
    expect(await faultsOf(await product.client.as('observer'), updateFund, { ...fund, version: 2 })).toEqual(['FORBIDDEN'])
  })
})
