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

describe('an account', () => {
  it("tells nobody else's address, nor whether its person administers", async () => {
    const { data } = await (await product.client.as('partner-a')).ask('{ users(first: 50) { nodes { email administrator hidden } } }')
    const others = data.users.nodes.filter(({ email }: { email: string | null }) => email !== 'partner-a@example.org')
    expect(others.length).toBe(data.users.nodes.length - 1)
    expect(others.length).toBeGreaterThan(0)
    for (const other of others) expect(other).toMatchObject({ email: null, administrator: null, hidden: expect.arrayContaining(['email', 'administrator']) })
  })
})

describe('the budget of a pilot', () => {
  const energy = '{ pilots(filter: {title: {eq: "Energy scans"}}) { nodes { id version hidden project { id } partner { id } workPackage { id } } } }'
  const update = 'mutation ($id: ID!, $version: Int!, $input: UpdatePilotInput!) { updatePilot(id: $id, version: $version, input: $input) { budget hidden } }'
  const create = 'mutation ($input: CreatePilotInput!) { createPilot(input: $input) { budget } }'
  const faultsOf = (answer: Awaited<ReturnType<Client['ask']>>) => answer.errors?.[0]?.extensions.faults?.map(({ path, code }) => [path, code])

  it('is neither changed nor set by the leader of the work package, who does not see it', async () => {
    const leader = await product.client.as('wp-leader')
    const [{ id, version, hidden, project, partner, workPackage }] = (await leader.ask(energy)).data.pilots.nodes
    expect(hidden).toContain('budget')
    for (const budget of [1000, null]) expect(faultsOf(await leader.ask(update, { id, version, input: { budget } }))).toEqual([[['budget'], 'FIELD_HIDDEN']])
    const input = { projectId: project.id, partnerId: partner.id, workPackageId: workPackage.id, title: 'Another scan' }
    expect(faultsOf(await leader.ask(create, { input: { ...input, budget: 1000 } }))).toEqual([[['budget'], 'FIELD_HIDDEN']])
    expect((await leader.ask(create, { input: { ...input, budget: null } })).errors).toBeUndefined()
    expect((await leader.ask(update, { id, version, input: { note: 'Seen' } })).errors).toBeUndefined()
  })

  it('is set by the lead partner', async () => {
    const lead = await product.client.as('lead')
    const [{ id, version }] = (await lead.ask(energy)).data.pilots.nodes
    expect((await lead.ask(update, { id, version, input: { budget: 1000 } })).data.updatePilot).toEqual({ budget: 1000, hidden: [] })
  })
})

it('plans and targets that a pilot has are read by members', async () => {
  const { data } = await (await product.client.as('observer')).ask(
    '{ pilots(filter: {title: {eq: "Innovation vouchers"}}) { nodes { plans(first: 1) { nodes { id } } indicators(first: 1) { nodes { targets(first: 1) { nodes { id } } } } } } }',
  )
  const [pilot] = data.pilots.nodes
  expect([pilot.plans.nodes.length, pilot.indicators.nodes[0].targets.nodes.length]).toEqual([1, 1])
})

it('a conflict of interest is hidden from strangers, however public the evaluation is', async () => {
  const lead = await product.client.as('lead')
  const [{ id, version }] = (await lead.ask('{ projects(filter: {demonstration: {eq: true}}) { nodes { id version } } }')).data.projects.nodes
  await lead.ask('mutation ($id: ID!, $version: Int!) { updateProject(id: $id, version: $version, input: {published: true}) { id } }', { id, version })
  const { data } = await product.client.ask('{ evaluators(first: 50) { nodes { conflict hidden } } }')
  expect(data.evaluators.nodes.length).toBeGreaterThan(0)
  for (const evaluator of data.evaluators.nodes)
    expect(evaluator).toEqual({ conflict: null, hidden: ['conflictDeclaredAt', 'conflict', 'leftOutAt', 'leftOutReason'] })
})
