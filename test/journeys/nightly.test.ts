import { setTimeout as wait } from 'node:timers/promises'
import { connectEmbedded } from '../support/embedded-database.js'
import { type Product, startProduct } from '../support/product.js'

let product: Product

beforeAll(async () => {
  product = await startProduct()
})

afterAll(() => product.stop())

it('what tells that a record was made already goes after thirty days, every night', async () => {
  const database = await connectEmbedded(product.folder)
  try {
    const { rows: planned } = await database.query(`SELECT identifier FROM graphile_worker._private_known_crontabs ORDER BY 1`)
    expect(planned).toEqual([{ identifier: 'forget_creations' }, { identifier: 'forget_tries' }])
    await database.query(`INSERT INTO creation (record_id, input_hash, created_at) VALUES
      (gen_random_uuid(), 'old', now() - interval '31 days'), (gen_random_uuid(), 'young', now() - interval '29 days')`)
    await database.query(`SELECT graphile_worker.add_job('forget_creations')`)
    const left = async () => (await database.query(`SELECT input_hash FROM creation WHERE input_hash IN ('old', 'young')`)).rows.map((row) => row.input_hash)
    for (let tries = 0; tries < 100 && (await left()).includes('old'); tries += 1) await wait(100)
    expect(await left()).toEqual(['young'])
  } finally {
    await database.end()
  }
})
