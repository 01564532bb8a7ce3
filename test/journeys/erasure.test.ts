import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { readConfig, startGateway } from '@clusterpolisee/gateway'
import pg from 'pg'
import { factsOf } from '../fixtures/upgrade/facts.mjs'
import { admin as adminOn } from '../support/admin.js'
import { connectApplication, connectEmbedded } from '../support/embedded-database.js'
import { Client, PASSWORD, type Product, SIGN_IN, startProduct } from '../support/product.js'
import { outcomeOf } from '../support/verbs/verb-rows.js'

/** What is looked for in every table: nothing else says any of it. */
const TRACES = ['quandrix', 'zyxwolda', '203.0.113.', 'netscape']
const EMAIL = 'zyxwolda.quandrix@personal.example'
const LONG_PASSWORD = 'seven green umbrellas waltz'

let product: Product
let db: pg.Client
let administrator: Client
let lead: Client
let projectId: string
let person: string
let session: string

/** What a browser somewhere else sends, with the person's own session once there is one. */
async function fromThere(query: string, variables: object = {}): Promise<{ data: Record<string, { id: string }>; cookie: string | undefined }> {
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.77', 'user-agent': 'Netscape 4 of Quandrix', cookie: session }
  const response = await fetch(`${product.client.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
  const { data, errors } = (await response.json()) as { data: Record<string, { id: string }>; errors?: unknown }
  expect(errors).toBeUndefined()
  return { data, cookie: response.headers.get('set-cookie')?.split(';')[0] }
}

const admin = (...words: readonly string[]) => adminOn(product.folder, ...words)

const facts = async () => {
  const { history: _, ...rest } = await factsOf(async (query: string, variables: Record<string, unknown>) => (await lead.ask(query, variables)).data)
  return rest
}

/** Every table that holds a trace, with how many rows do. */
async function tracesIn(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'graphile_worker') ORDER BY 1`,
  )
  const found: string[] = []
  for (const { name } of rows) {
    const hits = await client.query(`SELECT 1 FROM ${name} t WHERE t::text ILIKE ANY ($1)`, [TRACES.map((trace) => `%${trace}%`)])
    if (hits.rowCount) found.push(`${name} ${hits.rowCount}`)
  }
  return found
}

async function invite(): Promise<void> {
  const { data } = await lead.ask(
    `mutation ($projectId: ID!, $email: String!) { invite(projectId: $projectId, email: $email, displayName: "Zyxwolda Quandrix", role: LEAD_PARTNER) { link } }`,
    { projectId, email: EMAIL },
  )
  const token = String(data.invite.link).split('token=')[1]
  await fromThere('mutation ($token: String!, $password: String!) { acceptInvitation(token: $token, password: $password) }', { token, password: LONG_PASSWORD })
}

/** Does what a person does, and what others do to one, so that every table that keeps something of people has it. */
async function leaveTraces(): Promise<void> {
  session = ''
  await invite()
  const { cookie } = await fromThere(SIGN_IN, { email: EMAIL, password: LONG_PASSWORD })
  session = cookie ?? ''
  const { data } = await fromThere('{ viewer { id } }')
  person = String(data.viewer?.id)
  const write = (verb: string, input: object) =>
    fromThere(`mutation ($input: ${verb[0]?.toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $input) { id } }`, { input })
  await write('createPartner', { projectId, name: 'What she did', role: 'PARTNER', country: 'IT', position: 90 })
  await write('createSource', { projectId, key: 'her-source', title: 'What she read' })
  const { data: partners } = await lead.ask('query ($id: ID!) { partners(first: 1, filter: {project: {id: {eq: $id}}}) { nodes { id } } }', { id: projectId })
  const partnerId = partners.partners.nodes[0].id
  await write('createContact', { projectId, partnerId, name: 'Z. Quandrix', email: EMAIL, phone: '+39 quandrix', jobTitle: 'Zyxwolda at large' })
  const { data: gone } = await write('createContact', { projectId, partnerId, name: 'Z. Quandrix', email: EMAIL.toUpperCase() })
  await fromThere('mutation ($id: ID!) { deleteContact(id: $id, version: 1) { deletedId } }', { id: gone.createContact?.id })
  await fromThere('mutation ($id: ID!) { updateUser(id: $id, version: 1, input: {displayName: "Zyxwolda Quandrix the Second", language: IT}) { id } }', {
    id: person,
  })
  await fromThere('mutation ($ids: [ID!]!) { createApiToken(name: "Quandrix reads", projectIds: $ids) { id } }', { ids: [projectId] })
  await fromThere('mutation ($id: ID!) { seeAs(userId: $id) { personId } }', { id: (await lead.ask('{ viewer { id } }')).data.viewer.id })
  await fromThere('mutation { stopSeeingAs }')
  await lead.ask('mutation ($id: ID!) { seeAs(userId: $id) { personId } }', { id: person })
  await lead.ask('mutation { stopSeeingAs }')
  await lead.ask(
    'mutation ($projectId: ID!, $email: String!) { invite(projectId: $projectId, email: $email, displayName: "Quandrix again", role: OBSERVER) { id } }',
    {
      projectId,
      email: EMAIL,
    },
  )
  await administrator.ask('mutation ($email: String!) { requestPasswordReset(email: $email) { mailed } }', { email: EMAIL })
  await fromThere('mutation { askForErasure { id } }')
  await leaveRows()
}

/** Of what takes a provider, a device or another day. */
async function leaveRows(): Promise<void> {
  const put = (table: string, columns: string, values: string) =>
    db.query(`INSERT INTO ${table} (${columns}) SELECT ${values} FROM app_user u WHERE u.id = $1`, [person])
  await put('second_factor', 'id, version, user_id, kind, name, created_at', `gen_random_uuid(), 1, u.id, 'CODES', 'Quandrix telephone', now()`)
  await put(
    'provider_account',
    'id, version, user_id, provider, email, issuer, subject, created_at',
    `gen_random_uuid(), 1, u.id, 'region', u.email, 'https://id.example', 'quandrix', now()`,
  )
  await put('provider_session', 'session_id, account_id, id_token', `(SELECT id FROM session WHERE user_id = u.id LIMIT 1), gen_random_uuid(), 'quandrix'`)
  await put('recovery_code', 'id, user_id, code_hash', `gen_random_uuid(), u.id, 'quandrix'`)
  await put('half_session', 'id, user_id, token_hash, expires_at', `gen_random_uuid(), u.id, 'quandrix', now() + interval '1 hour'`)
  await put('passkey_challenge', 'challenge, user_id, expires_at', `'quandrix', u.id, now() + interval '1 hour'`)
  await put(
    'provider_visit',
    'id, provider, token_hash, state, nonce, verifier, user_id, expires_at',
    `gen_random_uuid(), 'region', 'quandrix', '', '', '', u.id, now() + interval '1 hour'`,
  )
  await put(
    'refusal_count',
    'id, hour, kind, user_id, network, times, told',
    `'quandrix', date_trunc('hour', now()), 'SIGN_IN_FAILED', u.id, '203.0.113.9', 1, 1`,
  )
  await put('security_event', 'id, version, kind, user_id, network, times, at', `gen_random_uuid(), 1, 'SIGN_IN_FAILED', u.id, '203.0.113.9', 3, now()`)
  await db.query(`UPDATE evaluator SET user_id = $1, conflict = 'Quandrix knows them' WHERE id = (SELECT min(id::text)::uuid FROM evaluator)`, [person])
  await db.query(`SELECT graphile_worker.add_job('reset_mail', json_build_object('to', $1::text), run_at => now() + interval '1 hour')`, [EMAIL])
}

const ERASE = 'mutation ($id: ID!, $email: String!) { erasePerson(id: $id, email: $email) { id displayName archivedAt erasedAt } }'

beforeAll(async () => {
  product = await startProduct({ SAMPLE_ACCOUNTS: 'anywhere', TRUST_PROXY: 'true', PUBLIC_URL: 'http://localhost:4000' })
  db = await connectEmbedded(product.folder)
  administrator = await product.client.as('admin')
  lead = await product.client.as('lead')
  projectId = (await lead.ask('{ projects(filter: {demonstration: {eq: true}}) { nodes { id } } }')).data.projects.nodes[0].id
})

afterAll(async () => {
  await db?.end()
  await product?.stop()
})

describe('erasing a person', () => {
  const room = mkdtempSync(join(tmpdir(), 'clusterpolisee-erasure-'))
  const backup = join(room, 'before.backup')
  let before: object

  beforeAll(async () => {
    // PostgreSQL may run as another person, who must reach what is below.
    chmodSync(room, 0o755)
    await leaveTraces()
    before = await facts()
    expect((await admin('checkpoint')).status).toBe(0)
    expect((await admin('backup', backup)).status).toBe(0)
  })
  afterAll(() => rmSync(room, { recursive: true, force: true }))

  it('is of somebody of whom nearly every table tells', async () => {
    const found = (await tracesIn(db)).map((hit) => hit.split(' ')[0])
    expect(found).toEqual([
      'graphile_worker._private_jobs',
      'public.api_token',
      'public.app_user',
      'public.audit_entry',
      'public.contact',
      'public.evaluator',
      'public.half_session',
      'public.invitation',
      'public.passkey_challenge',
      'public.provider_account',
      'public.provider_session',
      'public.provider_visit',
      'public.recovery_code',
      'public.refusal_count',
      'public.second_factor',
      'public.security_event',
      'public.session',
    ])
    expect(await admin('verify')).toMatchObject({ status: 0 })
  })

  it('leaves nothing of them in any table, ends their session and their open pages, and changes no fact', async () => {
    const there = new Client(product.client.url).withSession(session.split('=')[1] ?? '')
    const stream = await there.events()
    expect(stream.status).toBe(200)
    const { data, errors } = await administrator.ask(ERASE, { id: person, email: EMAIL })
    expect(errors).toBeUndefined()
    expect(data.erasePerson).toEqual({ id: person, displayName: 'Person who was erased', archivedAt: expect.any(String), erasedAt: expect.any(String) })
    await stream.ended
    expect((await there.ask('{ viewer { id } }')).data.viewer).toBeNull()
    expect(await tracesIn(db)).toEqual([])
    expect(await facts()).toEqual(before)
    const { data: made } = await lead.ask('{ auditTrail(first: 1, filter: {recordType: {eq: "Source"}}) { nodes { byName } } }')
    expect(made.auditTrail.nodes).toEqual([{ byName: 'Person who was erased' }])
  })

  it('leaves a log that is whole, and says how much of it was forgotten', async () => {
    const { status, said } = await admin('verify')
    expect({ status, said }).toEqual({ status: 0, said: expect.stringMatching(/Forgotten by right: [1-9]\d* by ACCOUNT_ERASED at /) })
    const { data } = await administrator.ask(
      '{ securityLog(first: 1, filter: {kind: {eq: ACCOUNT_ERASED}}) { nodes { user { id } byName recordId network } } }',
    )
    expect(data.securityLog.nodes).toEqual([{ user: { id: person }, byName: expect.any(String), recordId: person, network: expect.any(String) }])
  })

  it('is written down by the id beside the key of the log, and cannot be taken back or done again', async () => {
    expect(readFileSync(join(product.folder, 'erased-people.txt'), 'utf8')).toMatch(new RegExp(`^\\d{4}-\\d{2}-\\d{2} ${person}\n$`))
    expect(outcomeOf(await administrator.ask(ERASE, { id: person, email: `${person}@erased.invalid` }))).toBe('ERASED')
    const { data } = await administrator.ask('query ($id: ID!) { user(id: $id) { version } }', { id: person })
    const { version } = data.user
    expect(
      outcomeOf(await administrator.ask('mutation ($id: ID!, $version: Int!) { restoreUser(id: $id, version: $version) { id } }', { id: person, version })),
    ).toBe('ERASED')
  })

  it('is done again by the first start on a backup from before', async () => {
    const folder = join(room, 'restored')
    expect(await adminOn(folder, 'restore', backup)).toEqual({ status: 0, said: expect.stringContaining(' are here, from release ') })
    const settings = { DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent', LOG_KEY_FILE: join(product.folder, 'log-key.pem') }
    const gateway = await startGateway(readConfig(settings))
    const client = await connectEmbedded(folder)
    expect(await tracesIn(client)).toEqual([])
    await client.end()
    await gateway.stop()
    expect(readFileSync(join(product.folder, 'erased-people.txt'), 'utf8')).toContain(person)
  })
})

describe('who may erase', () => {
  it('is told beforehand which texts name the person', async () => {
    const { data: found } = await administrator.ask('{ users(filter: {email: {eq: "controller@example.org"}}) { nodes { id displayName } } }')
    const [{ id, displayName }] = found.users.nodes
    const note = await lead.ask('mutation ($input: CreateProjectNoteInput!) { createProjectNote(input: $input) { id } }', {
      input: { projectId, title: `Thanks to ${displayName.toUpperCase()}`, kind: 'OTHER', position: 9 },
    })
    const { data } = await administrator.ask('query ($id: ID!) { personMentions(id: $id) { recordType recordId project } }', { id })
    expect(data.personMentions).toEqual([{ recordType: 'ProjectNote', recordId: note.data.createProjectNote.id, project: 'Demonstration' }])
    const told = async (client: Client) => outcomeOf(await client.ask('query ($id: ID!) { personMentions(id: $id) { recordId } }', { id }))
    expect([await told(lead), await told(product.client)]).toEqual(['NOT_YOURS', 'UNAUTHENTICATED'])
  })

  it('is nobody who mistook the person, nor the last administrator', async () => {
    const { data } = await administrator.ask('{ users(first: 100) { nodes { id email } } }')
    const idOf = (email: string) => data.users.nodes.find((user: { email: string }) => user.email === email).id
    expect(outcomeOf(await administrator.ask(ERASE, { id: idOf('observer@example.org'), email: 'controller@example.org' }))).toBe('ANOTHER_PERSON')
    expect(outcomeOf(await administrator.ask(ERASE, { id: idOf('admin@example.org'), email: 'admin@example.org' }))).toBe('LAST_ADMINISTRATOR')
    expect((await admin('erase', 'admin@example.org')).said).toContain('An installation keeps at least one administrator.')
    expect((await admin('erase', 'nobody@example.org')).said).toBe('There is no account nobody@example.org.\n')
  })

  it('is whoever has the machine, by a command', async () => {
    expect(await admin('erase', ' Observer@example.org')).toMatchObject({ status: 0, said: expect.stringMatching(/^observer@example\.org is erased\.\n/) })
    expect(outcomeOf(await product.client.ask(SIGN_IN, { email: 'observer@example.org', password: PASSWORD }))).toBe('WRONG_PASSWORD')
    expect(readFileSync(join(product.folder, 'erased-people.txt'), 'utf8').split('\n')).toHaveLength(3)
    expect(await admin('verify')).toMatchObject({ status: 0 })
  })

  it('waits for who seals, so that no row is sealed as it was and blanked meanwhile', async () => {
    const sealer = await connectEmbedded(product.folder)
    await sealer.query('BEGIN; SELECT pg_advisory_xact_lock(7140414)')
    let erased = false
    const erasing = admin('erase', 'controller@example.org').then((done) => {
      erased = true
      return done
    })
    const isWaiting = async () => (await db.query(`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = 7140414 AND NOT granted`)).rowCount === 1
    while (!erased && !(await isWaiting())) await wait(200)
    expect(erased).toBe(false)
    await sealer.query('COMMIT')
    await sealer.end()
    expect(await erasing).toMatchObject({ status: 0 })
  })

  it.each([`SELECT blank_events(gen_random_uuid())`, `SELECT blank_audit('User', '{}', '{}')`, `UPDATE audit_entry SET after = NULL`])(
    'is not who serves requests, but by that one function: %s',
    async (statement) => {
      const application = await connectApplication(product.folder)
      await expect(application.query(statement)).rejects.toMatchObject({ code: '42501' })
      await application.end()
    },
  )
})
