import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { connectEmbedded } from '../support/embedded-database.js'
import { type Client, type Product, startProduct } from '../support/product.js'
import { until } from '../support/until.js'

let product: Product
let lead: Client

beforeAll(async () => {
  product = await startProduct()
  lead = await product.client.as('lead')
})

afterAll(() => product.stop())

/** Moves the clock of the whole database; sessions of PostgreSQL that begin from then on follow it. */
async function shift(interval: string): Promise<void> {
  const database = await connectEmbedded(product.folder)
  await database.query(`ALTER DATABASE clusterpolisee SET app.clock_shift = '${interval}'`)
  await database.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database() AND state = $1', [
    'idle',
  ])
  await database.end()
}

const today = async (client: Client): Promise<string> => (await client.ask('{ projects(first: 1) { nodes { today } } }')).data.projects.nodes[0].today

describe('the clock', () => {
  it('is one: moved by two days, the day of a project, what is written and how long a session holds all follow', async () => {
    const before = await today(lead)
    await shift('2 days')
    expect((Date.parse(await today(lead)) - Date.parse(before)) / 86_400_000).toBe(2)
    const { data } = await lead.ask('{ projects(filter: {demonstration: {eq: true}}) { nodes { id version note: method } } }')
    const [{ id, version }] = data.projects.nodes
    const saved = await lead.ask(
      'mutation ($id: ID!, $version: Int!) { updateProject(id: $id, version: $version, input: {method: "By trial"}) { updatedAt } }',
      { id, version },
    )
    expect(Date.parse(saved.data.updateProject.updatedAt)).toBeGreaterThan(Date.now() + 86_400_000)
    await shift('15 days')
    // Who asks is kept for up to five seconds.
    await until('the lead partner is signed out', async () => (await lead.ask('{ viewer { id } }')).data.viewer === null)
  })

  it('is asked nowhere but where it stands, and before it does', () => {
    const root = join(import.meta.dirname, '../..')
    const found = ['packages/schema/src', 'apps/gateway/src'].flatMap((folder) =>
      (readdirSync(join(root, folder), { recursive: true }) as string[])
        .filter((file) => /\.(ts|sql)$/.test(file) && !/\.test\.ts$|migrations\/|05-clock\.sql$|migrate\.ts$|backup\/settle\.ts$/.test(file))
        .filter((file) =>
          /(?<!performance\.|Date\.|default: \(\) => ')\bnow\(\)|clock_timestamp\(|new Date\(\)|current_date/i.test(
            readFileSync(join(root, folder, file), 'utf8'),
          ),
        ),
    )
    expect(found).toEqual([])
  })
})
