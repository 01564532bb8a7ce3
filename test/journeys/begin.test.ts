import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Gateway, readConfig, startGateway } from '@clusterpolisee/gateway'
import { admin } from '../support/admin.js'
import { Client, PASSWORD, type Product, SIGN_IN, startProduct } from '../support/product.js'

const tokenIn = (text: string) => /token=([\w-]+)/.exec(text)?.[1] ?? ''
const codeOf = ({ errors }: { errors?: readonly { extensions: { code: string; faults?: { code: string }[] } }[] }) =>
  errors?.[0]?.extensions.faults?.[0]?.code ?? errors?.[0]?.extensions.code ?? 'done'

describe('an empty installation', () => {
  let folder: string
  let gateway: Gateway
  const start = async () => {
    gateway = await startGateway(readConfig({ DATA_DIR: folder, PORT: '0', SAMPLE_DATA: 'none' }))
    return new Client(gateway.url)
  }
  const begin = (client: Client, token: string, values = {}) =>
    client.ask(
      'mutation ($token: String!, $displayName: String!, $email: String!, $password: String!) { beginInstallation(token: $token, displayName: $displayName, email: $email, password: $password) }',
      { token, displayName: 'Frida First', email: 'frida@example.net', password: 'a long enough one', ...values },
    )

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'clusterpolisee-begin-'))
  })
  afterAll(async () => {
    await gateway?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('prints one link, by which its first administrator begins, once', async () => {
    await start()
    const older = tokenIn(gateway.firstLink ?? '')
    await gateway.stop()
    const client = await start()
    expect(gateway.firstLink).toMatch(new RegExp(`^${gateway.url}/#/begin\\?token=.{43}$`))
    const token = tokenIn(gateway.firstLink ?? '')
    expect(codeOf(await begin(client, older))).toBe('LINK_OVER')
    expect(codeOf(await begin(client, token, { email: 'nothing' }))).toBe('NOT_AN_EMAIL')
    expect(codeOf(await begin(client, token, { password: 'short' }))).toBe('PASSWORD_LENGTH')
    expect(codeOf(await client.ask('mutation ($token: String!) { resetPassword(token: $token, password: "a long enough one") }', { token }))).toBe('LINK_OVER')
    expect(codeOf(await begin(client, token))).toBe('done')
    expect(codeOf(await begin(client, token, { email: 'second@example.net' }))).toBe('LINK_OVER')
    expect(codeOf(await client.ask(SIGN_IN, { email: 'Frida@example.net', password: 'a long enough one' }))).toBe('done')
    expect((await client.ask('{ viewer { displayName administrator } }')).data.viewer).toEqual({ displayName: 'Frida First', administrator: true })
  })

  it('is looked after from outside, while its gateway runs and when it does not', async () => {
    expect(await admin(folder, '--help')).toMatchObject({ status: 0, said: expect.stringContaining('npm run admin -- COMMAND') })
    expect((await admin(folder, 'nothing')).status).toBe(1)
    expect(await admin(folder, 'reset', 'nobody@example.net')).toEqual({ status: 1, said: 'There is no account nobody@example.net.\n' })
    const token = tokenIn((await admin(folder, 'reset', 'frida@example.net')).said)
    const client = new Client(gateway.url)
    expect(codeOf(await client.ask('mutation ($token: String!) { resetPassword(token: $token, password: "another long one") }', { token }))).toBe('done')
    await gateway.stop()
    expect(tokenIn((await admin(folder, 'make', 'Second@Example.net', 'Sophie', 'Second')).said)).toHaveLength(43)
    expect((await admin(folder, 'make', 'frida@example.net')).said).toBe('frida@example.net is an administrator now.\n')
    const { said } = await admin(folder, 'list')
    expect(said).toMatch(/^frida@example\.net, Frida First, administrator, last here \d{4}-\d\d-\d\d$/m)
    expect(said).toMatch(/^second@example\.net, Sophie Second, administrator, never here$/m)
    expect(await admin(folder, 'check')).toMatchObject({ status: 0, said: expect.stringContaining('Administrators who can sign in: 1. Sample accounts: 0.') })
    await start()
    expect(gateway.firstLink).toBeNull()
  })
})

describe('sample accounts', () => {
  it('are not made where other machines come, unless a setting says so', () => {
    const refused = () => readConfig({ HOST: '0.0.0.0', PUBLIC_URL: 'http://192.0.2.1:4000', SAMPLE_DATA: 'clusterpolisee' })
    expect(refused).toThrow(/^The sample accounts share one password, .+ SAMPLE_ACCOUNTS=anywhere .+ start again\.$/)
    expect(readConfig({ PUBLIC_URL: 'https://example.org', SAMPLE_DATA: 'clusterpolisee', SAMPLE_ACCOUNTS: 'anywhere' }).SAMPLE_DATA).toBe('clusterpolisee')
  })

  const ask = (product: Product, headers: Record<string, string>, query: string, variables = {}) =>
    fetch(`${product.client.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    }).then((response) => response.json())
  const lead = { email: 'lead@example.org', password: PASSWORD }

  it('do not work by a proxy, signed in or not, nor do their tokens', async () => {
    const product = await startProduct()
    const person = await product.client.as('lead')
    const { cookie = '' } = person.cookie()
    const viewer = async (headers: object) => (await ask(product, { cookie, ...headers }, '{ viewer { displayName } }')).data.viewer
    expect(await viewer({})).toEqual({ displayName: 'Lena Lead' })
    expect(await viewer({ 'x-forwarded-for': '192.0.2.1' })).toBeNull()
    expect(codeOf(await ask(product, { forwarded: 'for=192.0.2.1' }, SIGN_IN, lead))).toBe('SAMPLE_ACCOUNT')
    const { data } = await person.ask('{ projects(first: 1, filter: {demonstration: {eq: true}}) { nodes { id } } }')
    const made = await person.ask('mutation ($ids: [ID!]!) { createApiToken(name: "Table", projectIds: $ids) { token } }', { ids: [data.projects.nodes[0].id] })
    const authorization = `Bearer ${made.data.createApiToken.token}`
    const acronyms = async (headers: object) => (await ask(product, { authorization, ...headers }, '{ projects { nodes { acronym } } }')).data?.projects.nodes
    expect(await acronyms({})).toHaveLength(1)
    expect(await acronyms({ 'x-forwarded-for': '192.0.2.1' })).toBeUndefined()
    await product.stop()
  })

  it('do not work where other machines come, and do when the setting says so', async () => {
    const away = await startProduct({ PUBLIC_URL: 'https://clusterpolisee.example.org' })
    expect(codeOf(await away.client.ask(SIGN_IN, lead))).toBe('SAMPLE_ACCOUNT')
    expect((await admin(away.folder, 'check')).status).toBe(0)
    await away.stop()
    const open = await startProduct({ PUBLIC_URL: 'https://clusterpolisee.example.org', SAMPLE_ACCOUNTS: 'anywhere' })
    expect(codeOf(await ask(open, {}, SIGN_IN, lead))).toBe('done')
    await open.stop()
  })
})
