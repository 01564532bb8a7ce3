import { Client, PASSWORD, type Product, SIGN_IN, startProduct } from '../support/product.js'
import { addSecondAdministrator } from '../support/second-administrator.js'

let product: Product

beforeAll(async () => {
  product = await startProduct()
})

afterAll(() => product.stop())

const codeOf = (answer: { errors?: readonly { extensions: { code: string } }[] }) => answer.errors?.[0]?.extensions.code
const post = (headers: Record<string, string>, body: unknown) =>
  fetch(`${product.gateway.url}/graphql`, { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) })

describe('signing in', () => {
  it('sets a cookie that scripts and other sites cannot use', async () => {
    const response = await post({ 'content-type': 'application/json' }, { query: SIGN_IN, variables: { email: 'lead@example.org', password: PASSWORD } })
    const cookie = response.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    expect(cookie).not.toMatch(/Secure/)
  })

  it('is refused to requests that another site could make a browser send', async () => {
    const response = await post({ 'content-type': 'text/plain' }, JSON.stringify({ query: '{ __typename }' }))
    expect(response.status).toBe(415)
  })

  it('tells no one whether an account exists, and slows down who guesses without locking the others out', async () => {
    const guess = (email: string) => product.client.ask(SIGN_IN, { email, password: 'wrong password' })
    const [known, unknown] = [await guess('evaluator@example.org'), await guess('nobody@example.org')]
    expect(known.errors?.[0]?.message).toBe(unknown.errors?.[0]?.message)
    for (let tries = 0; tries < 9; tries += 1) await guess('evaluator@example.org')
    expect(codeOf(await guess('evaluator@example.org'))).toBe('RATE_LIMITED')
    expect(codeOf(await product.client.ask(SIGN_IN, { email: 'evaluator@example.org', password: PASSWORD }))).toBe('RATE_LIMITED')
    expect(codeOf(await new Client(product.gateway.url).ask(SIGN_IN, { email: 'controller@example.org', password: PASSWORD }))).toBeUndefined()
  })
})

describe('sessions and passwords', () => {
  const isSignedIn = async (client: Client) => (await client.ask('{ viewer { id } }')).data.viewer !== null

  it('a session ends when its person ends it, and nobody else can', async () => {
    const there = await product.client.as('partner-a')
    const { data } = await there.ask('{ sessions { nodes { id device } } }')
    expect(data.sessions.nodes).toHaveLength(1)
    const here = await product.client.as('partner-a')
    const stranger = await product.client.as('partner-b')
    expect(codeOf(await stranger.ask('mutation ($id: ID!) { revokeSession(id: $id) { id } }', { id: data.sessions.nodes[0].id }))).toBe('NOT_FOUND')
    for (const { id } of data.sessions.nodes) await here.ask('mutation ($id: ID!) { revokeSession(id: $id) { id } }', { id })
    expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([true, false])
  })

  it('a changed password ends the other sessions and keeps this one', async () => {
    const [here, there] = [await product.client.as('observer'), await product.client.as('observer')]
    const change = 'mutation ($current: String!, $password: String!) { changePassword(current: $current, password: $password) }'
    expect((await here.ask(change, { current: 'not mine at all', password: 'another long one' })).errors?.[0]?.extensions.faults?.[0]).toMatchObject({
      path: ['current'],
    })
    expect((await here.ask(change, { current: PASSWORD, password: 'short' })).errors?.[0]?.extensions.faults?.[0]?.code).toBe('PASSWORD_LENGTH')
    expect((await here.ask(change, { current: PASSWORD, password: 'another long one' })).data.changePassword).toBe(true)
    expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([true, false])
  })

  it('a link for a new password works once, and is shown to an administrator only', async () => {
    const request = 'mutation { requestPasswordReset(email: "wp-leader@example.org") { mailed link } }'
    expect((await product.client.ask(request)).data.requestPasswordReset).toEqual({ mailed: false, link: null })
    await addSecondAdministrator(product.folder)
    const [admin, other] = [await product.client.as('admin'), await product.client.as('admin-b')]
    const { link } = (await admin.ask(request)).data.requestPasswordReset
    const token = new URL(link.replace('/#', '')).searchParams.get('token')
    const reset = (password: string) =>
      product.client.ask('mutation ($token: String!, $password: String!) { resetPassword(token: $token, password: $password) }', { token, password })
    expect((await reset('a new long one')).errors?.[0]?.extensions.faults?.[0]?.code).toBe('LINK_WAITS')
    const [{ id }] = (await other.ask('{ linksToConfirm { id } }')).data.linksToConfirm
    await other.ask('mutation ($id: ID!) { confirmLink(id: $id) }', { id })
    expect((await reset('a new long one')).data.resetPassword).toBe(true)
    expect((await reset('a second long one')).errors?.[0]?.extensions.faults?.[0]?.code).toBe('LINK_OVER')
    expect(codeOf(await new Client(product.gateway.url).ask(SIGN_IN, { email: 'wp-leader@example.org', password: 'a new long one' }))).toBeUndefined()
  })
})
