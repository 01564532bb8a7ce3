import { type Client, type Product, startProduct } from '../support/product.js'

let product: Product
let lead: Client

const begin = 'mutation ($userId: ID!) { seeAs(userId: $userId) { personName byName } }'
const whole = `{ viewer { displayName } pilots(first: 100) { totalCount nodes { id budget hidden can { update { allowed } } } }
  contacts(first: 100) { nodes { id email } } budgetShares { totalCount } memberships(first: 100) { totalCount } programmeProgress(by: [PARTNER]) { nodes { key achieved } } }`

const idOf = async (client: Client, name: string) => {
  const { data } = await client.ask(`{ users(filter: {displayName: {eq: "${name}"}}) { nodes { id } } }`)
  return data.users.nodes[0]?.id as string
}

beforeAll(async () => {
  product = await startProduct()
  lead = await product.client.as('lead')
})

afterAll(() => product.stop())

describe('seeing as another member', () => {
  it('shows what both may read, reads only, is said, and is written to the audit trail', async () => {
    const partner = await product.client.as('partner-a')
    const theirs = (await partner.ask(whole)).data
    const userId = await idOf(lead, 'Paula Northern')
    expect((await lead.ask(begin, { userId })).data.seeAs).toEqual({ personName: 'Paula Northern', byName: 'Lena Lead' })

    const seen = (await lead.ask(whole)).data
    expect(seen.viewer.displayName).toBe('Paula Northern')
    expect(seen.budgetShares).toEqual(theirs.budgetShares)
    expect(seen.contacts).toEqual(theirs.contacts)
    expect(seen.programmeProgress).toEqual(theirs.programmeProgress)
    expect(seen.pilots.nodes.map(({ id, budget, hidden }: Record<string, unknown>) => ({ id, budget, hidden }))).toEqual(
      theirs.pilots.nodes.map(({ id, budget, hidden }: Record<string, unknown>) => ({ id, budget, hidden })),
    )
    expect(seen.pilots.nodes.some((pilot: { can: { update: { allowed: boolean } } }) => pilot.can.update.allowed)).toBe(false)
    expect((await lead.ask('{ seeingAs { personName byName } }')).data.seeingAs).toEqual({ personName: 'Paula Northern', byName: 'Lena Lead' })

    const refused = await lead.ask('mutation ($id: ID!) { updatePilot(id: $id, version: 1, input: {title: "x"}) { id } }', { id: seen.pilots.nodes[0].id })
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'SEEING_AS' })

    await lead.ask('mutation { stopSeeingAs }')
    expect((await lead.ask('{ viewer { displayName } seeingAs { personName } }')).data).toEqual({ viewer: { displayName: 'Lena Lead' }, seeingAs: null })
    const { data } = await lead.ask('{ auditTrail(filter: {field: {eq: "seeingAs"}}) { nodes { before after byName } } }')
    expect(data.auditTrail.nodes).toEqual([
      { before: 'Paula Northern', after: null, byName: 'Lena Lead' },
      { before: null, after: 'Paula Northern', byName: 'Lena Lead' },
    ])
  })

  it('shows an administrator no content of projects that the administrator does not belong to', async () => {
    const admin = await product.client.as('admin')
    await admin.ask(begin, { userId: await idOf(admin, 'Paula Northern') })
    const { data } = await admin.ask(whole)
    expect(data.viewer.displayName).toBe('Paula Northern')
    expect(data.pilots.totalCount).toBe(0)
    expect(data.contacts.nodes).toEqual([])
    expect(data.programmeProgress.nodes).toEqual([])
  })

  it('is refused to everybody else, and to a token', async () => {
    const observer = await product.client.as('observer')
    const userId = await idOf(observer, 'Paula Northern')
    expect((await observer.ask(begin, { userId })).errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', by: 'LEAD_PARTNER,ADMINISTRATOR' })
    const stranger = await product.client.ask(begin, { userId })
    expect(stranger.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
    expect((await lead.ask(begin, { userId: 'nobody' })).errors?.[0]?.extensions.code).toMatch(/FORBIDDEN|BAD_USER_INPUT/)
  })
})
