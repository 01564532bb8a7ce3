import type pg from 'pg'
import { connectEmbedded } from '../support/embedded-database.js'
import { type Client, type Product, startProduct } from '../support/product.js'

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

interface KeptTable {
  readonly table: string
  readonly record: string | null
  readonly mine: number | null
  readonly fields: readonly { readonly name: string; readonly readBy: string | null; readonly [fact: string]: unknown }[]
}

const keptFor = async (client: Client): Promise<readonly KeptTable[]> =>
  (await client.ask('{ personalData { table record mine fields { name reference purpose until days erase readBy } } }')).data.personalData
const tableIn = (kept: readonly KeptTable[], table: string) => kept.find((candidate) => candidate.table === table)

describe('what is kept of people', () => {
  it('is told to anyone: field for field why, until when, by whom it is read, and what erasing does', async () => {
    const kept = await keptFor(product.client)
    expect(tableIn(kept, 'session')).toMatchObject({ record: 'Session', mine: null })
    expect(tableIn(kept, 'session')?.fields).toContainEqual({
      name: 'network',
      reference: false,
      purpose: 'SECURITY',
      until: 'ENDED',
      days: 90,
      erase: 'DELETE',
      readBy: 'ONESELF,ADMINISTRATOR',
    })
    expect(tableIn(kept, 'recovery_code')).toMatchObject({ record: null, fields: [{ name: 'userId', reference: true, readBy: 'NOBODY' }] })
    expect(kept.every(({ mine }) => mine === null)).toBe(true)
  })

  it.each([
    ['app_user', 'displayName', 'ONESELF,MEMBER,ADMINISTRATOR'],
    ['app_user', 'email', 'ONESELF,ADMINISTRATOR'],
    ['app_user', 'passwordHash', 'NOBODY'],
    ['contact', 'name', 'MEMBER'],
    ['contact', 'phone', 'OWN_PARTNER,LEAD_PARTNER,CONTROLLER,OBSERVER'],
    ['invitation', 'email', 'LEAD_PARTNER'],
    ['measurement', 'recordedBy', 'MEMBER,ANYONE'],
    ['score', 'evaluator', 'ONESELF,ANYONE'],
    ['audit_entry', 'before', null],
  ])('says of %s.%s that it is read by %s', async (table, name, readBy) => {
    const kept = await keptFor(product.client)
    expect(tableIn(kept, table)?.fields.find((field) => field.name === name)?.readBy).toBe(readBy)
  })

  it('is counted for whoever asks, and for nobody else', async () => {
    const count = async (sql: string) => Number((await database.query(sql)).rows[0].count)
    const kept = await keptFor(await product.client.as('evaluator'))
    const me = `(SELECT id FROM app_user WHERE email = 'evaluator@example.org')`
    expect(tableIn(kept, 'app_user')?.mine).toBe(1)
    expect(tableIn(kept, 'membership')?.mine).toBe(await count(`SELECT count(*) FROM membership WHERE user_id = ${me}`))
    const scores = await count(`SELECT count(*) FROM score WHERE evaluator_id IN (SELECT id FROM evaluator WHERE user_id = ${me})`)
    expect(scores).toBeGreaterThan(0)
    expect(tableIn(kept, 'score')?.mine).toBe(scores)
  })

  it('counts what names somebody by e-mail alone', async () => {
    await database.query(`INSERT INTO contact (id, version, project_id, partner_id, name, email, created_at, updated_at)
      SELECT gen_random_uuid(), 1, p.project_id, p.id, 'An observer', 'Observer@Example.org', now(), now() FROM partner p ORDER BY p.id LIMIT 1`)
    const [observer, controller] = await Promise.all(['observer', 'controller'].map(async (person) => keptFor(await product.client.as(person))))
    expect([tableIn(observer ?? [], 'contact')?.mine, tableIn(controller ?? [], 'contact')?.mine]).toEqual([1, 0])
  })

  it('does not count the sessions of somebody who sees as one', async () => {
    const admin = await product.client.as('admin')
    const before = tableIn(await keptFor(await product.client.as('controller')), 'session')?.mine
    const { rows } = await database.query(`SELECT id FROM app_user WHERE email = 'controller@example.org'`)
    const seen = await admin.ask('mutation ($id: ID!) { seeAs(userId: $id) { personId } }', { id: rows[0].id })
    expect(seen.errors).toBeUndefined()
    expect(tableIn(await keptFor(await product.client.as('controller')), 'session')?.mine).toBe(Number(before) + 1)
    expect(tableIn(await keptFor(admin), 'app_user')?.mine).toBe(1)
  })
})
