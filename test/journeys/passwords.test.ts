import { PASSWORD, type Product, startProduct } from '../support/product.js'

let product: Product

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

const change = 'mutation ($current: String!, $password: String!) { changePassword(current: $current, password: $password) }'

/** What comes of it when somebody wants this password. */
async function outcomeOf(password: string, person = 'lead'): Promise<string> {
  const client = await product.client.as(person)
  const { errors } = await client.ask(change, { current: PASSWORD, password })
  return errors?.[0]?.extensions.faults?.[0]?.code ?? errors?.[0]?.extensions.code ?? 'done'
}

describe('a password', () => {
  it('that many people take, in whatever dress, is refused', async () => {
    for (const password of ['1234567890', 'P@ssw0rd2024', 'qwertyuiop', 'forzajuventus', 'passwordpassword', 'x'.repeat(200)]) {
      expect([password, await outcomeOf(password)]).toEqual([password, 'PASSWORD_COMMON'])
    }
  })

  it("made of one's name, address or project is refused", async () => {
    const lead = await product.client.as('lead')
    const { data } = await lead.ask('{ viewer { displayName memberships { nodes { project { acronym } } } } }')
    const acronym: string = data.viewer.memberships.nodes[0].project.acronym
    for (const password of [`${data.viewer.displayName}1`, 'lead@example.org', `${acronym}-${acronym}`, 'ClusterPoliSEE-2026']) {
      expect([password, await outcomeOf(password)]).toEqual([password, 'PASSWORD_OWN'])
    }
  })

  it('of words that do not belong together is taken, with the name of somebody else in it too', async () => {
    expect(await outcomeOf('velvet harbour nine', 'observer')).toBe('done')
    expect(await outcomeOf('Laura 7 velvet harbour', 'controller')).toBe('done')
  })
})
