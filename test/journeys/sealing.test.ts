import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { connectApplication, connectEmbedded } from '../support/embedded-database.js'
import { type Product, startProduct } from '../support/product.js'

let product: Product
let db: pg.Client

/** `npm run admin` beside the running gateway. */
function admin(...words: readonly string[]): Promise<{ status: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ['apps/gateway/dist/admin.js', ...words], { env: { ...process.env, DATA_DIR: product.folder, NODE_NO_WARNINGS: '1' } })
  const said = { out: '', err: '' }
  child.stdout.on('data', (text: Buffer) => (said.out += text.toString()))
  child.stderr.on('data', (text: Buffer) => (said.err += text.toString()))
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, ...said })))
}

beforeAll(async () => {
  product = await startProduct()
  db = await connectEmbedded(product.folder)
  await product.client.as('lead')
})

afterAll(async () => {
  await db.end()
  await product.stop()
})

/** Does something as the owner, with triggers off, looks at the log, and undoes it. */
async function tampered(done: string, undone: string): Promise<string> {
  await db.query(done)
  const { status, err } = await admin('verify')
  await db.query(undone)
  expect(status).toBe(1)
  return err
}

it('all is sealed, the checkpoint is a signed note, and the log continues it', async () => {
  const first = await admin('checkpoint')
  expect(first).toMatchObject({ status: 0, out: expect.stringMatching(/^(clusterpolisee-[0-9a-f]{8})\n\d+\n[\w+/]{43}=\n\n— \1 [\w+/=]+\n$/) })
  expect(first.err).toMatch(/^clusterpolisee-[0-9a-f]{8}\+[0-9a-f]{8}\+A[\w+/]{43}\n$/)
  const file = join(product.folder, 'checkpoint.txt')
  writeFileSync(file, first.out)
  await product.client.as('partner-a')
  const { status, out } = await admin('verify', file)
  expect({ status, out }).toEqual({
    status: 0,
    out: expect.stringMatching(/^\d+ rows are sealed, [1-9]\d* not yet\.\nAll are as they were sealed\. The log continues the given checkpoint\.\n$/),
  })

  writeFileSync(file, first.out.replace(/\n\d+\n/, '\n1\n'))
  expect(await admin('verify', file)).toMatchObject({ status: 1, err: expect.stringContaining('is not signed by this log') })
  writeFileSync(file, 'nothing\n')
  expect(await admin('verify', file)).toMatchObject({ status: 1, err: 'the given file is no checkpoint\n' })
})

it('a row that was changed, removed or inserted is found and named', async () => {
  await admin('checkpoint')
  const { rows } = await db.query(`SELECT a.id FROM audit_entry a JOIN log_leaf l ON l.row_id = a.id ORDER BY l.index LIMIT 1`)
  const { rows: events } = await db.query(`SELECT id FROM security_event WHERE kind = 'SIGNED_IN' ORDER BY at LIMIT 1`)
  const [entry, event] = [rows[0].id, events[0].id]
  await db.query('CREATE TABLE kept AS SELECT * FROM audit_entry WHERE id = $1', [entry])
  const back = `INSERT INTO audit_entry SELECT * FROM kept`
  expect(await tampered(`UPDATE audit_entry SET after = '"other"' WHERE id = '${entry}'`, `DELETE FROM audit_entry WHERE id = '${entry}'; ${back}`)).toBe(
    `audit ${entry} was changed\n`,
  )
  expect(await tampered(`DELETE FROM audit_entry WHERE id = '${entry}'`, back)).toBe(`audit ${entry} was removed\n`)
  const network = `UPDATE security_event SET network = `
  expect(await tampered(`${network} '192.0.2.1' WHERE id = '${event}'`, `${network} '127.0.0.1' WHERE id = '${event}'`)).toBe(`security ${event} was changed\n`)
  const inserted = '00000000-0000-4000-8000-000000000001'
  const insert = `INSERT INTO audit_entry SELECT (jsonb_populate_record(k, jsonb_build_object('id', '${inserted}', 'at', '2014-01-01T00:00:00Z'))).* FROM kept k`
  expect(await tampered(insert, `DELETE FROM audit_entry WHERE id = '${inserted}'`)).toBe(`audit ${inserted} was inserted\n`)
  expect(await admin('verify')).toMatchObject({ status: 0, err: '' })
})

it('neither is it hidden by what the database keeps of the sealing', async () => {
  const { rows } = await db.query(
    'SELECT l.index, l.row_id, l.salt, l.digest, a.action FROM log_leaf l JOIN audit_entry a ON a.id = l.row_id ORDER BY index LIMIT 1',
  )
  const [{ index, row_id: id, action }] = rows
  const resealed = `UPDATE audit_entry SET action = 'DELETED' WHERE id = '${id}'; UPDATE log_leaf l SET digest = sha256('x') WHERE index = ${index}`
  await db.query('CREATE TABLE leaf AS SELECT * FROM log_leaf WHERE index = $1', [index])
  const undone = `UPDATE audit_entry SET action = '${action}' WHERE id = '${id}'; DELETE FROM log_leaf WHERE index = ${index}; INSERT INTO log_leaf SELECT * FROM leaf`
  expect(await tampered(resealed, undone)).toContain('are not those of its checkpoint')
  expect(await tampered(`UPDATE log_leaf SET salt = NULL WHERE index = ${index}`, undone)).toContain(`audit ${id} has lost its salt`)
  expect(await tampered(`UPDATE log_leaf SET salt = NULL, forgotten_by = gen_random_uuid() WHERE index = ${index}`, undone)).toContain('which speaks of none')
  expect(await tampered(`DELETE FROM log_leaf WHERE index = ${index}`, undone)).toContain(`place ${index} of the log is empty`)
  await db.query('CREATE TABLE note AS SELECT * FROM log_checkpoint')
  const back = 'DELETE FROM log_checkpoint; INSERT INTO log_checkpoint SELECT * FROM note'
  expect(
    await tampered(`UPDATE log_checkpoint SET root = sha256('x'), note = replace(note, encode(root, 'base64'), encode(sha256('x'), 'base64'))`, back),
  ).toContain('is not as it was signed')
  expect(await admin('verify')).toMatchObject({ status: 0, err: '' })
})

it('a transaction that ends late is sealed in the end', async () => {
  const late = await connectEmbedded(product.folder)
  await late.query('BEGIN')
  await late.query(`UPDATE partner SET name = name || '!' WHERE id = (SELECT min(id::text)::uuid FROM partner)`)
  await product.client.as('lead')
  await admin('checkpoint')
  await late.query('COMMIT')
  await late.end()
  await admin('checkpoint')
  expect(await admin('verify')).toMatchObject({ status: 0, out: expect.stringContaining(', 0 not yet.'), err: '' })
})

it('what the demonstration leaves is forgotten by right, and said', async () => {
  const lead = await product.client.as('lead')
  const { data } = await lead.ask('{ projects(filter: {demonstration: {eq: true}}) { nodes { id version } } }')
  await lead.ask('mutation ($id: ID!, $version: Int!) { deleteDemonstration(id: $id, version: $version) { rows } }', data.projects.nodes[0])
  const { status, out, err } = await admin('verify')
  expect({ status, err, out }).toEqual({ status: 0, err: '', out: expect.stringMatching(/Forgotten by right: [1-9]\d* by DEMONSTRATION_REMOVED at /) })
})

it('another key is told to the log, and goes on with it', async () => {
  const other = { ...process.env, DATA_DIR: product.folder, LOG_KEY_FILE: join(product.folder, 'other.pem'), NODE_NO_WARNINGS: '1' }
  await new Promise((resolve) => spawn(process.execPath, ['apps/gateway/dist/admin.js', 'checkpoint'], { env: other }).once('close', resolve))
  const { rows } = await db.query(`SELECT detail FROM security_event WHERE kind = 'LOG_KEY_CHANGED'`)
  expect(rows).toEqual([{ detail: expect.stringMatching(/^clusterpolisee-/) }])
  expect(await admin('verify')).toMatchObject({ status: 0, err: '' })
})

it.each([
  'UPDATE log_leaf SET salt = NULL',
  'DELETE FROM log_leaf',
  'UPDATE log_checkpoint SET size = 0',
  'DELETE FROM log_checkpoint',
  `SELECT forget_seals('ACCOUNT_ERASED', NULL, NULL, NULL, '{}')`,
])('requests may not: %s', async (statement) => {
  const application = await connectApplication(product.folder)
  await expect(application.query(statement)).rejects.toMatchObject({ code: '42501' })
  await application.end()
})
