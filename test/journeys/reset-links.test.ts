import { spawnSync } from 'node:child_process'
import type pg from 'pg'
import { connectEmbedded } from '../support/embedded-database.js'
import { type MailServer, startMailServer } from '../support/mail-server.js'
import { type Answer, type Client, PASSWORD, type Product, SIGN_IN, startProduct } from '../support/product.js'
import { addSecondAdministrator } from '../support/second-administrator.js'
import { until } from '../support/until.js'

let product: Product
let database: pg.Client

beforeAll(async () => {
  product = await startProduct()
  database = await connectEmbedded(product.folder)
})
afterAll(async () => {
  await database?.end()
  await product?.stop()
})
beforeEach(() => database.query('DELETE FROM sign_in_pace'))

const outcomeOf = ({ errors }: Answer): string =>
  errors?.[0]?.extensions.faults?.[0]?.code ?? String(errors?.[0]?.extensions.reason ?? errors?.[0]?.extensions.code ?? 'done')
const take = (client: Client, person: string) =>
  client.ask('mutation ($email: String!) { requestPasswordReset(email: $email) { link waits } }', { email: `${person}@example.org` })
const waiting = (client: Client) => client.ask('{ linksToConfirm { id personName byName } }').then(({ data }) => data.linksToConfirm)
const confirm = (client: Client, id: string) => client.ask('mutation ($id: ID!) { confirmLink(id: $id) }', { id })
const use = (link: string, password = 'velvet harbour nine') =>
  product.client.ask('mutation ($token: String!, $password: String!) { resetPassword(token: $token, password: $password) }', {
    token: new URL(link.replace('/#', '')).searchParams.get('token'),
    password,
  })

describe('where no mail is set up, a link for the password of a member of projects', () => {
  let [admin, other] = [] as unknown as [Client, Client]

  it('is not taken by the only administrator, who is told of the way on the server', async () => {
    admin = await product.client.as('admin')
    const answer = await take(admin, 'lead')
    expect([outcomeOf(answer), answer.errors?.[0]?.message]).toEqual(['NO_OTHER_ADMINISTRATOR', expect.stringContaining('npm run admin -- reset')])
    expect((await database.query('SELECT 1 FROM one_time_link')).rowCount).toBe(0)
  })

  it('works once another administrator has confirmed it, and nobody else can', async () => {
    await addSecondAdministrator(product.folder)
    other = await product.client.as('admin-b')
    const { link, waits } = (await take(admin, 'lead')).data.requestPasswordReset
    expect([waits, outcomeOf(await use(link))]).toEqual([true, 'LINK_WAITS'])
    const [open] = await waiting(other)
    expect(open).toMatchObject({ personName: 'Lena Lead', byName: 'Ada Administrator' })
    expect([await waiting(admin), await waiting(await product.client.as('observer'))]).toEqual([[], []])
    expect(outcomeOf(await confirm(admin, open.id))).toBe('NOT_FOUND')
    expect(outcomeOf(await confirm(await product.client.as('lead'), open.id))).toBe('NOT_YOURS')
    expect(outcomeOf(await use(link))).toBe('LINK_WAITS')
    expect(outcomeOf(await confirm(other, open.id))).toBe('done')
    expect([await waiting(other), outcomeOf(await confirm(other, open.id))]).toEqual([[], 'NOT_FOUND'])
    expect(outcomeOf(await use(link))).toBe('done')
    expect(outcomeOf(await use(link))).toBe('LINK_OVER')
    const { rows } = await database.query(
      `SELECT b.email, e.detail FROM security_event e JOIN app_user b ON b.id = e.by_user_id WHERE e.kind = 'RESET_LINK_TAKEN' ORDER BY e.at`,
    )
    expect(rows).toEqual([
      { email: 'admin@example.org', detail: null },
      { email: 'admin-b@example.org', detail: 'confirmed' },
    ])
  })

  it('waits too when its person joined a project after it was taken', async () => {
    await database.query(`UPDATE membership SET archived_at = now() FROM app_user u WHERE u.id = user_id AND u.email = 'observer@example.org'`)
    const { link, waits } = (await take(admin, 'observer')).data.requestPasswordReset
    expect(waits).toBe(false)
    await database.query(`UPDATE membership SET archived_at = NULL FROM app_user u WHERE u.id = user_id AND u.email = 'observer@example.org'`)
    expect(outcomeOf(await use(link))).toBe('LINK_WAITS')
  })

  it('is not confirmed in the name of its person: an administrator takes nobody in as the other one', async () => {
    expect(outcomeOf(await take(admin, 'admin-b'))).toBe('NO_OTHER_ADMINISTRATOR')
    await database.query(`UPDATE app_user SET administrator = true WHERE email = 'controller@example.org'`)
    expect((await take(admin, 'admin-b')).data.requestPasswordReset.waits).toBe(true)
    expect((await waiting(other)).map(({ personName }: { personName: string }) => personName)).not.toContain('Bea Beside')
  })
})

it('a link that is printed on the server works at once, and its person is told by mail', async () => {
  const mail: MailServer = await startMailServer()
  const settings = { SMTP_URL: mail.url, MAIL_FROM: 'clusterpolisee@example.org', PUBLIC_URL: 'http://localhost:4000' }
  const mailing = await startProduct(settings)
  try {
    const env = { ...process.env, ...settings, DATA_DIR: mailing.folder }
    const { stdout } = spawnSync(process.execPath, ['apps/gateway/dist/admin.js', 'reset', 'lead@example.org'], { env, encoding: 'utf8' })
    const [, token] = /token=(\S+)/.exec(stdout) ?? []
    expect(await until('a mail tells of it', () => mail.mails)).toEqual([
      expect.objectContaining({ to: 'lead@example.org', text: expect.stringContaining('printed a link') }),
    ])
    expect(mail.mails[0]?.text).not.toContain('token=')
    const document = 'mutation ($token: String!) { resetPassword(token: $token, password: "velvet harbour nine") }'
    expect((await mailing.client.ask(document, { token })).data).toEqual({ resetPassword: true })
    expect(outcomeOf(await mailing.client.ask(SIGN_IN, { email: 'lead@example.org', password: PASSWORD }))).toBe('WRONG_PASSWORD')
  } finally {
    await mailing.stop()
    mail.stop()
  }
})
