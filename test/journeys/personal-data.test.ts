import type pg from 'pg'
import { english } from '../../apps/dashboard/src/access/words.en.js'
import { connectEmbedded } from '../support/embedded-database.js'
import { type Client, PASSWORD, type Product, startProduct } from '../support/product.js'
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

  it('has words for every table that is no record, and for every column that no record shows', async () => {
    const kept = await keptFor(product.client)
    const tables = kept.filter(({ record }) => record === null).map(({ table }) => table.replace(/^.*\./, ''))
    const hidden = kept.flatMap(({ record, fields }) => (record === null ? [] : fields.filter(({ readBy }) => readBy === 'NOBODY').map(({ name }) => name)))
    expect(Object.keys(english.kept.tables).sort()).toEqual(tables.sort())
    expect(Object.keys(english.kept.hidden).sort()).toEqual([...new Set(hidden)].sort())
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

describe('the file of what is kept of somebody', () => {
  const idOf = async (person: string) => String((await database.query('SELECT id FROM app_user WHERE email = $1', [`${person}@example.org`])).rows[0].id)
  const fetchFile = (client: Client, query = '') => fetch(`${client.url}/personal-data.json${query}`, { headers: client.cookie() })
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever is in the file
  const fileOf = async (client: Client, query = ''): Promise<any> => (await fetchFile(client, query)).json()

  it('holds the account, memberships, sessions, events, and what the person entered', async () => {
    const evaluator = await product.client.as('evaluator')
    const me = await idOf('evaluator')
    const { format, person, summary, records } = await fileOf(evaluator)
    expect([format, person]).toEqual(['clusterpolisee-personal-data', me])
    expect(records.User).toEqual([expect.objectContaining({ id: me, email: 'evaluator@example.org', displayName: expect.any(String), language: null })])
    expect(records.Membership).toContainEqual(expect.objectContaining({ userId: me, role: 'EVALUATOR', projectId: expect.any(String) }))
    expect(records.Session).toContainEqual(expect.objectContaining({ userId: me, device: expect.any(String), network: '127.0.0.x', revokedAt: null }))
    expect(records.SecurityEvent).toContainEqual(expect.objectContaining({ kind: 'SIGNED_IN', userId: me, byUserId: me, network: '127.0.0.1' }))
    const { rows } = await database.query('SELECT s.id, s.reason FROM score s JOIN evaluator e ON e.id = s.evaluator_id WHERE e.user_id = $1', [me])
    expect(rows.length).toBeGreaterThan(0)
    expect(records.Score).toHaveLength(rows.length)
    expect(records.Score).toEqual(expect.arrayContaining(rows.map(({ id, reason }) => expect.objectContaining({ id, reason }))))
    expect(summary.find(({ record }: { record: string }) => record === 'Score')).toMatchObject({ name: 'Scores', rows: rows.length })
    expect(summary.find(({ table }: { table: string }) => table === 'known_device')).toMatchObject({ rows: expect.any(Number) })
  })

  it('holds what was measured, and each change that the person made', async () => {
    const me = await idOf('lead')
    const { records } = await fileOf(await product.client.as('lead'))
    const count = async (sql: string) => Number((await database.query(sql, [me])).rows[0].count)
    expect(records.Measurement).toHaveLength(await count('SELECT count(*) FROM measurement WHERE recorded_by_id = $1'))
    expect(records.AuditEntry.filter(({ byUserId }: { byUserId: string }) => byUserId === me)).toHaveLength(
      await count('SELECT count(*) FROM audit_entry WHERE by_user_id = $1'),
    )
  })

  it('holds factors, tokens, contacts and invitations without what opens a door', async () => {
    const observer = await product.client.as('observer')
    const me = await idOf('observer')
    await database.query(
      `INSERT INTO second_factor (id, version, user_id, kind, name, created_at, secret, public_key) VALUES (gen_random_uuid(), 1, $1, 'CODES', 'My telephone', now(), 'SEED-OF-CODES', 'KEY-OF-PASSKEY')`,
      [me],
    )
    await database.query(
      `INSERT INTO api_token (id, version, user_id, name, with_money, created_at, expires_at, project_ids, token_hash) VALUES (gen_random_uuid(), 1, $1, 'Power BI', false, now(), now() + interval '1 day', '{}', 'HASH-OF-TOKEN')`,
      [me],
    )
    await database.query(`INSERT INTO recovery_code (id, user_id, code_hash) VALUES (gen_random_uuid(), $1, 'HASH-OF-CODE')`, [me])
    await database.query(`INSERT INTO invitation (id, version, project_id, email, display_name, role, expires_at, token_hash, created_at, updated_at)
      SELECT gen_random_uuid(), 1, p.id, 'observer@example.org', 'Olga', 'OBSERVER', now(), 'HASH-OF-INVITATION', now(), now() FROM project p LIMIT 1`)
    const text = await (await fetchFile(observer)).text()
    const { records } = JSON.parse(text)
    expect(records.SecondFactor).toEqual([expect.objectContaining({ userId: me, kind: 'CODES', name: 'My telephone' })])
    expect(records.ApiToken).toEqual([expect.objectContaining({ name: 'Power BI', userId: me })])
    expect(records.Contact).toEqual([expect.objectContaining({ name: 'An observer', email: 'Observer@Example.org' })])
    expect(records.Invitation).toContainEqual(expect.objectContaining({ displayName: 'Olga', email: 'observer@example.org' }))
    const { rows } = await database.query(
      'SELECT password_hash, (SELECT string_agg(token_hash, $2) FROM session WHERE user_id = $1) AS hashes FROM app_user WHERE id = $1',
      [me, ' '],
    )
    await database.query('DELETE FROM second_factor WHERE user_id = $1', [me])
    for (const secret of ['SEED-OF-CODES', 'KEY-OF-PASSKEY', 'HASH-OF', rows[0].password_hash, ...rows[0].hashes.split(' ')]) expect(text).not.toContain(secret)
  })

  it('tells nothing of other people: not by whom, from where, nor what was changed of them', async () => {
    const [me, other] = await Promise.all([idOf('admin'), idOf('controller')])
    await database.query(
      `INSERT INTO security_event (id, version, kind, user_id, by_user_id, network, times, at) VALUES
        (gen_random_uuid(), 1, 'ACCOUNT_CHANGED', $1, $2, '198.51.100.7', 1, now()), (gen_random_uuid(), 1, 'SIGN_IN_FAILED', $1, NULL, '198.51.100.8', 1, now())`,
      [me, other],
    )
    const changed = (type: string, record: string, field: string, after: string) =>
      database.query(
        `INSERT INTO audit_entry (id, version, record_type, record_id, action, field, after, by_user_id, at) VALUES (gen_random_uuid(), 1, $1, $2, 'CHANGED', $3, to_jsonb($4::text), $5, now())`,
        [type, record, field, after, me],
      )
    await changed('Contact', other, 'phone', 'PHONE-OF-ANOTHER')
    await changed('User', other, 'displayName', 'NAME-OF-ANOTHER')
    await changed('User', me, 'displayName', 'MY-FORMER-NAME')
    await changed('Pilot', other, 'title', 'TITLE-OF-A-PILOT')
    const text = await (await fetchFile(await product.client.as('admin'))).text()
    for (const hidden of ['PHONE-OF-ANOTHER', 'NAME-OF-ANOTHER', '198.51.100.7', '"byUserId": "'.concat(other)]) expect(text).not.toContain(hidden)
    for (const told of ['MY-FORMER-NAME', 'TITLE-OF-A-PILOT', '198.51.100.8']) expect(text).toContain(told)
    const ids = JSON.parse(text).records.SecurityEvent.flatMap(({ userId, byUserId }: Record<string, string>) => [userId, byUserId])
    expect(new Set(ids)).toEqual(new Set([me, null]))
  })

  it('says in the language that is asked what it holds and why', async () => {
    const observer = await product.client.as('observer')
    const session = (file: { summary: { record: string }[] }) => file.summary.find(({ record }) => record === 'Session')
    expect(session(await fileOf(observer))).toMatchObject({
      name: 'Sessions',
      kept: ['To keep accounts safe, and to find who misused one. After it ended (+ 90 d).'],
    })
    const italian = await fileOf(observer, '?language=it')
    expect(session(italian)).toMatchObject({ name: 'Sessioni', kept: [expect.stringMatching(/^Per proteggere gli account/)] })
    expect(italian.notes[1]).toContain('browser')
  })

  it('goes on over more rows than are read at once', async () => {
    const controller = await idOf('controller')
    await database.query(
      `INSERT INTO security_event (id, version, kind, user_id, times, at) SELECT gen_random_uuid(), 1, 'TRIED_TOO_OFTEN', $1, 1, now() FROM generate_series(1, 4100)`,
      [controller],
    )
    const { records } = await fileOf(await product.client.as('controller'))
    const many = records.SecurityEvent.filter(({ kind }: { kind: string }) => kind === 'TRIED_TOO_OFTEN')
    expect([many.length, new Set(many.map(({ id }: { id: string }) => id)).size]).toEqual([4100, 4100])
  })

  it('is told to the security log', async () => {
    const me = await idOf('observer')
    const { rows } = await database.query(`SELECT by_user_id, detail FROM security_event WHERE kind = 'DATA_EXPORTED' AND user_id = $1`, [me])
    expect(rows.length).toBeGreaterThan(1)
    expect(rows[0]).toEqual({ by_user_id: me, detail: 'personal-data.json' })
  })

  it('is for the person alone, who has just shown who they are', async () => {
    const refusal = async (client: Client) => {
      const answer = await fetchFile(client)
      return [answer.status, (await answer.json()).code]
    }
    expect(await refusal(product.client)).toEqual([401, 'UNAUTHENTICATED'])
    const admin = await product.client.as('admin')
    const lead = await idOf('lead')
    await admin.ask('mutation ($id: ID!) { seeAs(userId: $id) { personId } }', { id: lead })
    expect(await refusal(admin)).toEqual([403, 'FORBIDDEN'])
    const observer = await product.client.as('observer')
    await database.query(`UPDATE session SET proved_at = now() - interval '1 hour' WHERE user_id = $1`, [await idOf('observer')])
    await until('they have to prove again who they are', async () => (await refusal(observer))[1] === 'PROVE_AGAIN')
    expect(await refusal(observer)).toEqual([403, 'PROVE_AGAIN'])
    const { data } = await observer.ask('mutation ($code: String!) { proveAgain(code: $code) }', { code: PASSWORD })
    expect(data.proveAgain).toBe(true)
    expect((await fetchFile(observer)).status).toBe(200)
  })
})
