import type pg from 'pg'
import { connectEmbedded } from '../support/embedded-database.js'
import { type Product, startProduct } from '../support/product.js'
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

/** Does a chore of the night now, and answers what `left` asks for once none of it is `old`. */
async function afterChore(name: string, left: string): Promise<unknown[]> {
  await database.query('SELECT graphile_worker.add_job($1)', [name])
  const read = async () => (await database.query(left)).rows.map((row) => row.state)
  await until('none is old', async () => !(await read()).includes('old'))
  return read()
}

it('every night some things are forgotten', async () => {
  const { rows: planned } = await database.query(`SELECT identifier FROM graphile_worker._private_known_crontabs ORDER BY 1`)
  expect(planned.map(({ identifier }) => identifier)).toEqual(['forget_creations', 'forget_over', 'forget_tries', 'forget_visits'])
})

it('what tells that a record was made already goes after thirty days', async () => {
  await database.query(`INSERT INTO creation (record_id, input_hash, created_at) VALUES
    (gen_random_uuid(), 'old', now() - interval '31 days'), (gen_random_uuid(), 'young', now() - interval '29 days')`)
  expect(await afterChore('forget_creations', `SELECT input_hash AS state FROM creation WHERE input_hash IN ('old', 'young')`)).toEqual(['young'])
  await database.query(`INSERT INTO done_deed (id, input_hash, done_at) VALUES
    ('old', '', now() - interval '31 days'), ('young', '', now() - interval '29 days')`)
  expect(await afterChore('forget_creations', `SELECT id AS state FROM done_deed WHERE id IN ('old', 'young')`)).toEqual(['young'])
})

it('what was kept of visits to providers goes whose session is over or never began', async () => {
  await database.query(`INSERT INTO session (id, version, user_id, token_hash, created_at, seen_at, expires_at)
    SELECT gen_random_uuid(), 1, (SELECT id FROM app_user LIMIT 1), a.state, now(), now(), a.ends FROM (VALUES ('old', now()), ('young', now() + interval '1 day')) a (state, ends)`)
  await database.query(`INSERT INTO provider_session (session_id, account_id, id_token) SELECT id, gen_random_uuid(), token_hash FROM session
    UNION ALL SELECT gen_random_uuid(), gen_random_uuid(), 'old'`)
  expect(await afterChore('forget_visits', 'SELECT id_token AS state FROM provider_session')).toEqual(['young'])
})
