import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { connectEmbedded } from '../support/embedded-database.js'
import { type Client, PASSWORD, type Product, startProduct } from '../support/product.js'
import { addSecondAdministrator } from '../support/second-administrator.js'
import { until } from '../support/until.js'

let product: Product
let db: pg.Client
let admin: Client
let lead: Client

beforeAll(async () => {
  product = await startProduct({ SAMPLE_ACCOUNTS: 'anywhere', TRUST_PROXY: 'true', PUBLIC_URL: 'http://localhost:4000' })
  db = await connectEmbedded(product.folder)
  admin = await product.client.as('admin')
  lead = await product.client.as('lead')
})

afterAll(async () => {
  await db.end()
  await product.stop()
})

const event = 'hidden kind times network detail recordType requestId byName at user { displayName } byUser { displayName }'
const newest = async (client: Client, kind: string) =>
  (await client.ask(`{ securityLog(first: 1, filter: {kind: {eq: ${kind}}}) { nodes { ${event} } } }`)).data.securityLog.nodes[0]

/** Sends one question from a network of its own; answers the name of its request too. */
async function from(network: string, query: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${product.client.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': network, ...headers },
    body: JSON.stringify({ query }),
  })
  return { body: await response.json(), request: response.headers.get('x-request-id') }
}

const signIn = (email: string, password: string) => `mutation { signIn(email: "${email}", password: "${password}") { id } }`

/** Waits until the log was told of so many, which is written beside the requests. */
async function told(network: string, kind: string, rows: number) {
  return until(`the log is told of ${kind}`, async () => {
    const found = await db.query('SELECT e.*, u.display_name FROM security_event e LEFT JOIN app_user u ON u.id = e.user_id WHERE network = $1 AND kind = $2', [
      network,
      kind,
    ])
    return found.rows.length >= rows ? found.rows : null
  })
}

describe('the security log', () => {
  it('tells who signed in, from where, when and in which request', async () => {
    const { request } = await from('192.0.2.7', signIn('partner-a@example.org', PASSWORD))
    const told = await newest(admin, 'SIGNED_IN')
    expect(told).toMatchObject({
      network: '192.0.2.7',
      requestId: request,
      user: { displayName: 'Paula Northern' },
      byUser: { displayName: 'Paula Northern' },
      recordType: 'Session',
      times: 1,
    })
    expect(Math.abs(Date.parse(told.at) - Date.now())).toBeLessThan(60_000)
  })

  it('is read by administrators, and of each event by whom it is about', async () => {
    const people = async (client: Client) => {
      const { data } = await client.ask('{ securityLog(first: 500) { nodes { user { displayName } } } }')
      return new Set(data.securityLog.nodes.map(({ user }: { user: { displayName: string } | null }) => user?.displayName))
    }
    expect(await people(lead)).toEqual(new Set(['Lena Lead']))
    expect((await people(admin)).size).toBeGreaterThan(2)
    expect((await product.client.ask('{ securityLog { totalCount } }')).data.securityLog.totalCount).toBe(0)
  })

  it('tells a person that an administrator took a link for their password, not from where', async () => {
    await addSecondAdministrator(product.folder)
    const answer = await admin.ask('mutation { requestPasswordReset(email: "lead@example.org") { link } }')
    expect(answer.data.requestPasswordReset.link).toMatch(/token=/)
    expect(await newest(lead, 'RESET_LINK_TAKEN')).toMatchObject({
      byName: 'Ada Administrator',
      user: { displayName: 'Lena Lead' },
      network: null,
      hidden: ['network'],
    })
    expect((await newest(admin, 'RESET_LINK_TAKEN')).network).toBe('127.0.0.1')
  })

  it('tells of memberships and administrators however they are written', async () => {
    const { rows } = await db.query(`SELECT id FROM app_user WHERE email = 'partner-a@example.org'`)
    const kinds = async () => {
      const found = await db.query(
        `SELECT kind, by_user_id FROM security_event WHERE user_id = $1 AND kind ~ 'ADMIN|MEMBERSHIP|CLOSED|REOPENED|EMAIL|CHANGED' ORDER BY at`,
        [rows[0].id],
      )
      return found.rows.map(({ kind }) => kind)
    }
    const before = await kinds()
    for (const change of [
      'administrator = true',
      'administrator = false',
      'archived_at = now()',
      'archived_at = NULL',
      `email = 'other@example.org'`,
      `email = 'partner-a@example.org'`,
    ]) {
      await db.query(`UPDATE app_user SET ${change} WHERE id = $1`, [rows[0].id])
    }
    await db.query(`UPDATE membership SET role = 'CONTROLLER', partner_id = NULL WHERE user_id = $1`, [rows[0].id])
    const after = (await kinds()).slice(before.length)
    expect([...new Set(after)]).toEqual([
      'ADMINISTRATOR_MADE',
      'ADMINISTRATOR_ENDED',
      'ACCOUNT_CLOSED',
      'ACCOUNT_REOPENED',
      'EMAIL_CHANGED',
      'MEMBERSHIP_CHANGED',
    ])
  })

  it('tells in whose name and from where a right was changed', async () => {
    const { data } = await lead.ask('{ memberships(first: 50, filter: {role: {eq: OBSERVER}}) { nodes { id version user { displayName } } } }')
    const [member] = data.memberships.nodes
    const { request } = await from('192.0.2.8', `mutation { archiveMembership(id: "${member.id}", version: ${member.version}) { id } }`, lead.cookie())
    expect(await newest(admin, 'MEMBERSHIP_ENDED')).toMatchObject({
      byName: 'Lena Lead',
      user: member.user,
      detail: 'OBSERVER',
      network: '192.0.2.8',
      requestId: request,
    })
  })

  it('tells that an account was made by whoever accepted its invitation, and so does the audit trail', async () => {
    const { data } = await lead.ask('{ projects(filter: {demonstration: {eq: true}}) { nodes { id } } }')
    const invited = await lead.ask(
      'mutation ($id: ID!) { invite(projectId: $id, email: "nora@example.org", displayName: "Nora New", role: OBSERVER) { link } }',
      {
        id: data.projects.nodes[0].id,
      },
    )
    const token = /token=(\S+)/.exec(invited.data.invite.link)?.[1]
    await from('192.0.2.9', `mutation { acceptInvitation(token: "${token}", password: "a long enough one") }`)
    const { rows } = await db.query(
      `SELECT u.id, e.by_user_id AS by, e.network, a.by_user_id AS audited FROM app_user u JOIN security_event e ON e.user_id = u.id AND e.kind = 'ACCOUNT_MADE'
       JOIN audit_entry a ON a.record_id = u.id::text AND a.field = 'displayName' WHERE u.email = 'nora@example.org'`,
    )
    expect(rows).toEqual([{ id: rows[0].id, by: rows[0].id, network: '192.0.2.9', audited: rows[0].id }])
  })

  it('tells of lists that were downloaded, not of what strangers read', async () => {
    await fetch(`${product.client.url}/feeds/pilots.csv`, { headers: lead.cookie() }).then((response) => response.text())
    await fetch(`${product.client.url}/feeds/partners.csv?public=true`).then((response) => response.text())
    const { data } = await admin.ask('{ securityLog(filter: {kind: {eq: FEED_READ}}) { nodes { detail byName } } }')
    expect(data.securityLog.nodes).toEqual([{ detail: 'pilots.csv', byName: 'Lena Lead' }])
  })
})

describe('what is refused', () => {
  it('is counted by what, whom, asker and hour: the first is told soon, the others when the hour is over', async () => {
    for (let tries = 0; tries < 8; tries += 1) await from('192.0.2.20', signIn('lead@example.org', 'something else'))
    await from('192.0.2.20', signIn('nobody@example.org', 'something else'))
    const rows = await told('192.0.2.20', 'SIGN_IN_FAILED', 2)
    expect(new Set(rows.map(({ display_name, by_user_id }) => [display_name, by_user_id]))).toEqual(
      new Set([
        ['Lena Lead', null],
        [null, null],
      ]),
    )
    await wait(6000)
    await from('192.0.2.20', signIn('lead@example.org', 'something else'))
    await wait(6000)
    await db.query(`UPDATE refusal_count SET hour = hour - interval '1 hour'`)
    await db.query('SELECT tell_refusals()')
    const { rows: all } = await db.query(
      `SELECT sum(e.times)::int AS times FROM security_event e JOIN app_user u ON u.id = e.user_id WHERE network = '192.0.2.20' AND u.email = 'lead@example.org'`,
    )
    expect(all).toEqual([{ times: 9 }])
    expect((await db.query('SELECT 1 FROM refusal_count')).rows).toEqual([])
  })

  it('is told with the code of the refusal, in the name of who is signed in', async () => {
    await from('192.0.2.21', '{ viewer { id } }', { authorization: 'Bearer nothing' })
    expect(await told('192.0.2.21', 'REFUSED', 1)).toMatchObject([{ detail: 'UNAUTHENTICATED', by_user_id: null, times: 1 }])
    const observer = await product.client.as('partner-b')
    const { data } = await observer.ask('{ viewer { id } projects(filter: {demonstration: {eq: true}}) { nodes { id version } } }')
    const [project] = data.projects.nodes
    await from('192.0.2.22', `mutation { updateProject(id: "${project.id}", version: ${project.version}, input: {title: "x"}) { id } }`, observer.cookie())
    expect(await told('192.0.2.22', 'REFUSED', 1)).toMatchObject([{ detail: 'NOT_YOURS', by_user_id: data.viewer.id }])
  })
})
