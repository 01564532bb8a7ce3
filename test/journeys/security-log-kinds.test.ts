import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SecurityEventKind } from '@clusterpolisee/schema'
import { generateSync } from 'otplib'
import type pg from 'pg'
import { connectEmbedded } from '../support/embedded-database.js'
import { type MailServer, startMailServer } from '../support/mail-server.js'
import { Client, PASSWORD, type Product, SIGN_IN, startProduct } from '../support/product.js'
import { until } from '../support/until.js'
import { outcomeOf } from '../support/verbs/verb-rows.js'

let product: Product
let database: pg.Client
let mail: MailServer

beforeAll(async () => {
  mail = await startMailServer()
  product = await startProduct({ SMTP_URL: mail.url, MAIL_FROM: 'clusterpolisee@example.org', PUBLIC_URL: 'http://localhost:4000' })
  database = await connectEmbedded(product.folder)
})
afterAll(async () => {
  await database?.end()
  await product?.stop()
  mail?.stop()
})

/** What the log told of a person of this kind, oldest first; waits until it tells something, which it may do beside the request. */
const told = (person: string, kind: string) =>
  until(`the log tells ${kind} of ${person}`, async () => {
    const { rows } = await database.query(
      `SELECT b.email AS by, e.network, e.record_type, e.detail, e.times FROM security_event e JOIN app_user u ON u.id = e.user_id LEFT JOIN app_user b ON b.id = e.by_user_id
       WHERE u.email = $1 AND e.kind = $2 ORDER BY e.at`,
      [`${person}@example.org`, kind],
    )
    return rows
  })

/** What one does oneself, here. */
const oneself = (person: string, more = {}) => [{ by: `${person}@example.org`, network: '127.0.0.1', record_type: null, detail: null, times: 1, ...more }]

describe('the security log tells', () => {
  it('of a second factor, of codes that were wrong, and of what stood in for them', async () => {
    const client = await product.client.as('partner-a')
    const { secret } = (await client.ask('mutation { newCodes { secret } }')).data.newCodes
    const code = generateSync({ secret, epoch: Math.floor(Date.now() / 1000) })
    const { data } = await client.ask('mutation ($secret: String!, $code: String!) { addCodes(secret: $secret, code: $code, name: "My telephone") }', {
      secret,
      code,
    })
    expect(await told('partner-a', 'FACTOR_ADDED')).toEqual(oneself('partner-a', { record_type: 'SecondFactor' }))
    const half = new Client(product.client.url)
    await half.ask(SIGN_IN, { email: 'partner-a@example.org', password: PASSWORD })
    const confirm = (given: string) => half.ask('mutation ($given: String!) { confirmSecondFactor(code: $given) { id } }', { given })
    expect(outcomeOf(await confirm('000000'))).toBe('WRONG_CODE')
    expect(await told('partner-a', 'FACTOR_FAILED')).toEqual(oneself('partner-a', { by: null }))
    expect(outcomeOf(await confirm(data.addCodes[0]))).toBe('done')
    expect(await told('partner-a', 'RECOVERY_CODE_USED')).toEqual(oneself('partner-a'))
    expect(outcomeOf(await half.ask('mutation { renewRecoveryCodes }'))).toBe('done')
    expect(await told('partner-a', 'RECOVERY_CODES_MADE')).toEqual(oneself('partner-a'))
  })

  it('of a password that was wrong where it was asked for again', async () => {
    const client = await product.client.as('partner-b')
    const change = 'mutation { changePassword(current: "something else", password: "another long one") }'
    expect(outcomeOf(await client.ask(change))).toBe('WRONG_PASSWORD')
    expect(await told('partner-b', 'PASSWORD_FAILED')).toEqual(oneself('partner-b'))
  })

  it('of a browser that is new where another is known', async () => {
    await product.client.as('controller')
    await product.client.as('controller')
    expect(await told('controller', 'DEVICE_NEW')).toEqual(oneself('controller', { record_type: 'Session' }))
  })

  it('of whoever signed out everywhere', async () => {
    await (await product.client.as('evaluator')).ask('mutation { signOutEverywhere }')
    expect(await told('evaluator', 'SIGNED_OUT_EVERYWHERE')).toEqual(oneself('evaluator'))
  })

  it('of a link for a password that was mailed', async () => {
    await product.client.ask('mutation { requestPasswordReset(email: "observer@example.org") { mailed } }')
    expect(await told('observer', 'RESET_LINK_MAILED')).toEqual(oneself('observer', { by: null, network: null }))
  })

  it('of a membership that was given back', async () => {
    const lead = await product.client.as('lead')
    const { data } = await lead.ask('{ memberships(first: 1, filter: {role: {eq: OBSERVER}}) { nodes { id version user { displayName } } } }')
    const [{ id, version }] = data.memberships.nodes
    const change = (verb: string, at: number) => lead.ask(`mutation { ${verb}(id: "${id}", version: ${at}) { id } }`)
    expect([outcomeOf(await change('archiveMembership', version)), outcomeOf(await change('restoreMembership', version + 1))]).toEqual(['done', 'done'])
    expect((await told('observer', 'MEMBERSHIP_GIVEN')).slice(-1)).toEqual(oneself('lead', { record_type: 'Project', detail: 'OBSERVER' }))
  })
})

it('every kind of the security log is asked for by some test', () => {
  const journeys = join(import.meta.dirname, '..', 'journeys')
  const text = readdirSync(journeys, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(journeys, name), 'utf8'))
    .join('\n')
  expect(Object.keys(SecurityEventKind).filter((kind) => !new RegExp(`\\b${kind}\\b`).test(text))).toEqual([])
})
