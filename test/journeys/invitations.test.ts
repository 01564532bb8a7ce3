import type pg from 'pg'
import { demonstrationId } from '../support/benchmarks.js'
import { connectEmbedded } from '../support/embedded-database.js'
import { type MailServer, startMailServer } from '../support/mail-server.js'
import { type Client, type Product, startProduct } from '../support/product.js'
import { until } from '../support/until.js'

let product: Product
let database: pg.Client
let lead: Client
let project: string

const begin = async (settings: NodeJS.ProcessEnv = {}) => {
  product = await startProduct(settings)
  database = await connectEmbedded(product.folder)
  lead = await product.client.as('lead')
  project = await demonstrationId(lead)
}
const end = async () => {
  await database?.end()
  await product?.stop()
}

const invite = async (email: string, more = 'role: OBSERVER') =>
  (
    await lead.ask(`mutation ($project: ID!) { invite(projectId: $project, email: "${email}", displayName: "Nora New", ${more}) { id mailed link } }`, {
      project,
    })
  ).data.invite
const resend = async (id: string) => {
  const { data } = await lead.ask('query ($id: ID!) { invitation(id: $id) { version } }', { id })
  return lead.ask('mutation ($id: ID!, $version: Int!) { resendInvitation(id: $id, version: $version) { id mailed link } }', {
    id,
    version: data.invitation.version,
  })
}
const tokenOf = (text: string) => /accept-invitation\?token=([\w-]+)/.exec(text)?.[1]
const offered = (link: string) =>
  product.client
    .ask('query ($token: String!) { openInvitation(token: $token) { acronym title role partner email invitedBy hasAccount } }', { token: tokenOf(link) })
    .then(({ data }) => data.openInvitation)
const accept = (link: string, password: string) =>
  product.client.ask('mutation ($token: String!, $password: String!) { acceptInvitation(token: $token, password: $password) }', {
    token: tokenOf(link),
    password,
  })

describe('an invitation', () => {
  beforeAll(() => begin())
  afterAll(end)

  it('tells whoever has its link who invites whom, to what, as what', async () => {
    const { data } = await lead.ask('query ($id: ID!) { partners(first: 1, filter: {project: {id: {eq: $id}}}) { nodes { id shortName } } }', { id: project })
    const [partner] = data.partners.nodes
    const { link } = await invite('nora@example.org', `role: PARTNER, partnerId: "${partner.id}"`)
    expect(await offered(link)).toEqual({
      acronym: 'Demonstration',
      title: expect.any(String),
      role: 'PARTNER',
      partner: partner.shortName,
      email: 'nora@example.org',
      invitedBy: 'Lena Lead',
      hasAccount: false,
    })
    expect(await offered('/accept-invitation?token=another')).toBeNull()
  })

  it('says that an address has an account, whose password is asked for', async () => {
    const { link } = await invite('controller@example.org')
    expect(await offered(link)).toMatchObject({ email: 'controller@example.org', hasAccount: true })
  })

  it('offers nothing once it was used', async () => {
    const { link } = await invite('once@example.org')
    expect((await accept(link, 'velvet harbour nine')).data.acceptInvitation).toBe(true)
    expect(await offered(link)).toBeNull()
  })

  it('sent again has another link, holds anew, and the former link ends', async () => {
    const { id, link } = await invite('again@example.org')
    await database.query(`UPDATE invitation SET expires_at = now() - interval '1 day' WHERE id = $1`, [id])
    expect(await offered(link)).toBeNull()
    const again = (await resend(id)).data.resendInvitation
    expect(again).toEqual({ id, mailed: false, link: expect.stringContaining('/#/accept-invitation?token=') })
    expect([await offered(link), (await offered(again.link))?.email]).toEqual([null, 'again@example.org'])
    expect((await accept(link, 'velvet harbour nine')).errors?.[0]?.extensions.faults?.[0]).toMatchObject({ code: 'LINK_OVER' })
  })
})

describe('where mail is set up, an invitation', () => {
  let mail: MailServer
  beforeAll(async () => {
    mail = await startMailServer()
    await begin({ SMTP_URL: mail.url, MAIL_FROM: 'clusterpolisee@example.org', PUBLIC_URL: 'http://127.0.0.1:4000' })
  })
  afterAll(async () => {
    await end()
    mail?.stop()
  })

  const mailsTo = (address: string, count: number) =>
    until(`${count} mails to ${address}`, () => {
      const found = mail.mails.filter(({ to }) => to === address)
      return found.length >= count ? found.map(({ text }) => text) : null
    })

  it('goes out by the queue, names its project, and no secret of it waits there', async () => {
    expect(await invite('mailed@example.org')).toMatchObject({ mailed: true, link: null })
    const [text = ''] = await mailsTo('mailed@example.org', 1)
    expect(text).toContain('Demonstration')
    expect(await offered(text)).toMatchObject({ email: 'mailed@example.org' })
  })

  it('is mailed again by another link', async () => {
    const { id } = await invite('twice@example.org')
    const [first = ''] = await mailsTo('twice@example.org', 1)
    expect((await resend(id)).data.resendInvitation).toEqual({ id, mailed: true, link: null })
    const [, second = ''] = await mailsTo('twice@example.org', 2)
    expect([await offered(first), (await offered(second))?.email]).toEqual([null, 'twice@example.org'])
  })

  it('is made while the server of mail is away, and its mail waits to be tried again', async () => {
    mail.stop()
    expect(await invite('later@example.org')).toMatchObject({ mailed: true })
    const failed = async () => (await database.query('SELECT last_error FROM graphile_worker.jobs WHERE last_error IS NOT NULL')).rows
    expect(await until('it failed', failed)).toEqual([{ last_error: expect.stringContaining('ECONNREFUSED') }])
  })
})
