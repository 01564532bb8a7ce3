import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Viewer } from '@clusterpolisee/graph-sql'
import { allRecords } from '@clusterpolisee/schema'
import { parse } from 'graphql'
import pg from 'pg'
import { buildProduct } from '../build-product.js'
import { DataDirectory } from '../database/data-directory.js'
import { connect } from '../database/data-source.js'
import { type EmbeddedServer, startEmbeddedServer } from '../database/embedded-server.js'
import { migrate } from '../database/migrate.js'
import type { Product } from './product.js'

let folder: string
let server: EmbeddedServer
let client: pg.Client
let product: Product

const someone = '01a20f90-480c-73cb-b427-c54e765f9efa'
/** Reads everything, so that what is looked at is the order alone. */
const viewer: Viewer = {
  shape: 'all',
  values: { user: [someone], members: [someone], inSight: [someone], published: [someone], leadPartner: [someone], administrator: true, money: true },
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clusterpolisee-order-'))
  const directory = new DataDirectory(folder)
  directory.hold()
  server = await startEmbeddedServer(directory)
  const source = await connect(server.url, 2)
  await migrate(source)
  await source.destroy()
  client = new pg.Client(server.url)
  await client.connect()
  // What is left is the way that the planner takes when it may do anything but sort.
  await client.query(
    'SET enable_sort = off; SET enable_incremental_sort = off; SET enable_seqscan = off; SET enable_bitmapscan = off; SET plan_cache_mode = force_custom_plan',
  )
  product = await buildProduct()
})

afterAll(async () => {
  await client?.end()
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Lists of a record in every order that it offers, over all projects and in one. */
const offered = allRecords().flatMap((record) => {
  const inProject = record.fields.some((field) => field.name === 'project') ? [`filter: {project: {id: {eq: "${someone}"}}}, `] : []
  return record.fields
    .filter((field) => field.sort && field.kind !== 'belongsTo')
    .flatMap((field) =>
      ['ASC', 'DESC'].flatMap((way) =>
        ['', ...inProject].map(
          (filter) =>
            [
              `${record.plural} ${filter ? 'of a project ' : ''}by ${field.name} ${way}`,
              `{ ${record.plural}(${filter}orderBy: [{${field.name}: ${way}}], archived: true) { nodes { id } } }`.replace(
                record.fields.some(({ name }) => name === 'archivedAt') ? '\u0000' : ', archived: true',
                '',
              ),
            ] as const,
        ),
      ),
    )
})

describe('an order that is offered has its index', () => {
  it.each(offered)('%s', async (_, query) => {
    const { text, values } = product.engine.compile({ document: parse(query), viewer })
    const { rows } = await client.query(`EXPLAIN ${text}`, [...values])
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    // The outer order of one page's rows is a sort of 25; what must not be sorted are the candidates, below the limit.
    const below = plan.slice(plan.indexOf('Limit'))
    expect(below).not.toMatch(/->\s+(Incremental )?Sort/)
  })
})
