import pg from 'pg'
import { connectApplication, connectEmbedded } from '../support/embedded-database.js'
import { type Product, startProduct } from '../support/product.js'

let product: Product
let application: pg.Client

beforeAll(async () => {
  product = await startProduct()
  application = await connectApplication(product.folder)
})

afterAll(async () => {
  await application.end()
  await product.stop()
})

it('requests, jobs and notices run under a role that is no superuser and owns nothing', async () => {
  await product.client.ask('{ projects { totalCount } }')
  const owner = await connectEmbedded(product.folder)
  const { rows: roles } = await owner.query(`SELECT DISTINCT usename AS role FROM pg_stat_activity WHERE application_name LIKE 'clusterpolisee%'`)
  expect(roles).toEqual([{ role: 'clusterpolisee' }])
  const { rows } = await owner.query(
    `SELECT rolsuper, rolcreatedb, rolcreaterole, rolbypassrls, (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owns FROM pg_roles r WHERE rolname = 'clusterpolisee'`,
  )
  expect(rows).toEqual([{ rolsuper: false, rolcreatedb: false, rolcreaterole: false, rolbypassrls: false, owns: 0 }])
  await owner.end()
})

it.each([
  'ALTER TABLE partner ADD COLUMN more text',
  'DROP TABLE partner',
  'TRUNCATE partner CASCADE',
  'ALTER TABLE partner DISABLE TRIGGER ALL',
  'SET session_replication_role = replica',
  `CREATE OR REPLACE FUNCTION write_audit() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'`,
  'CREATE TABLE mine (id int)',
  `UPDATE audit_entry SET action = 'CREATED'`,
  'DELETE FROM audit_entry',
  'UPDATE security_event SET times = 2',
  'DELETE FROM security_event',
  'DELETE FROM migration',
  `UPDATE sql_file SET hash = ''`,
  'CREATE ROLE other',
  `COPY partner TO PROGRAM 'cat'`,
])('it may not: %s', async (statement) => {
  await expect(application.query(statement)).rejects.toMatchObject({ code: '42501' })
})

it('it may read and write rows, whose changes are audited', async () => {
  await application.query('BEGIN')
  const before = await application.query('SELECT count(*)::int AS entries FROM audit_entry')
  await application.query(`UPDATE partner SET name = name || '!' WHERE id = (SELECT min(id::text)::uuid FROM partner)`)
  const after = await application.query('SELECT count(*)::int AS entries FROM audit_entry')
  expect(after.rows[0].entries).toBe(before.rows[0].entries + 1)
  await application.query('ROLLBACK')
})

it('passwords are kept and sent by scram', async () => {
  const owner = await connectEmbedded(product.folder)
  const { rows } = await owner.query(`SELECT DISTINCT left(rolpassword, 14) AS kept FROM pg_authid WHERE rolpassword IS NOT NULL`)
  expect(rows).toEqual([{ kept: 'SCRAM-SHA-256$' }])
  const { rows: rules } = await owner.query('SELECT DISTINCT auth_method FROM pg_hba_file_rules')
  expect(rules).toEqual([{ auth_method: 'scram-sha-256' }])
  await owner.end()
})
