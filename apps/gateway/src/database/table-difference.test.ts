import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DataSource, EntitySchema, type EntitySchemaColumnOptions } from 'typeorm'
import { DataDirectory } from './data-directory.js'
import { type EmbeddedServer, startEmbeddedServer } from './embedded-server.js'
import { renameSteps } from './rename-steps.js'
import { type Consent, safeSteps } from './safe-steps.js'
import { tableDifference } from './table-difference.js'

const folder = mkdtempSync(join(tmpdir(), 'clusterpolisee-difference-'))
let server: EmbeddedServer

beforeAll(async () => {
  server = await startEmbeddedServer(new DataDirectory(folder))
})

afterAll(async () => {
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

interface Wanted extends Partial<Consent> {
  readonly columns: Readonly<Record<string, EntitySchemaColumnOptions>>
  readonly indexed?: readonly string[]
  readonly renames?: readonly string[]
}

const id = { type: 'integer', primary: true, primaryKeyConstraintName: 'partner_pkey' } as const

/** A database whose partners have a name and a code, one of them with none; `after` what is to be done to it. */
async function steps({ columns, indexed = [], renames = [], fills = {}, drop = false }: Wanted) {
  const indices = indexed.map((column) => ({ name: `partner_${column}_idx`, columns: [column] }))
  const entity = new EntitySchema({ name: 'partner', tableName: 'partner', columns: { id, ...columns }, indices })
  const source = await new DataSource({ type: 'postgres', url: server.url, entities: [entity], installExtensions: false }).initialize()
  try {
    await source.query(`DROP TABLE IF EXISTS partner; CREATE TABLE partner (id integer CONSTRAINT partner_pkey PRIMARY KEY, name text NOT NULL, code text);
      CREATE INDEX partner_name_idx ON partner (name); INSERT INTO partner VALUES (1, 'Northmere', 'XX01'), (2, 'Westholm', NULL)`)
    const told = renameSteps(renames)
    for (const step of told) await source.query(step)
    const found = safeSteps(await tableDifference(source), { fills, drop })
    for (const step of found.steps) if (found.refusals.length === 0) await source.query(step)
    return { ...found, rows: await source.query('SELECT * FROM partner ORDER BY id') }
  } finally {
    await source.destroy()
  }
}

const name = { type: 'text' } as const
const code = { type: 'text', nullable: true } as const
const asIs = { columns: { name, code }, indexed: ['name'] }

describe('a migration', () => {
  it('has no steps when the records ask for what is there', async () => {
    expect(await steps(asIs)).toMatchObject({ steps: [], refusals: [] })
  })

  it('adds an optional field, and one with a default', async () => {
    const { rows } = await steps({ ...asIs, columns: { name, code, motto: code, stars: { type: 'integer', default: 3 } } })
    expect(rows[0]).toEqual({ id: 1, name: 'Northmere', code: 'XX01', motto: null, stars: 3 })
  })

  it('refuses a required field of which rows would have no value, and says what to write', async () => {
    const { refusals, rows } = await steps({ ...asIs, columns: { name, code, seal: name } })
    expect(refusals).toEqual([expect.stringMatching(/^partner\.seal is required, and rows that are there have no value.*--fill "partner\.seal=/)])
    expect(rows[0]).not.toHaveProperty('seal')
  })

  it('fills a required field where it is told what with, and keeps no default', async () => {
    const wanted = { ...asIs, columns: { name, code, seal: name } }
    const { rows } = await steps({ ...wanted, fills: { 'partner.seal': "'none'" } })
    expect(rows.map((row: { seal: string }) => row.seal)).toEqual(['none', 'none'])
    expect((await steps({ ...wanted, fills: { 'partner.seal': "'none'" } })).steps).toContain('ALTER TABLE "partner" ALTER COLUMN "seal" DROP DEFAULT')
  })

  it('refuses to make an optional field required until it is told what empty ones get', async () => {
    const wanted = { ...asIs, columns: { name, code: name } }
    expect((await steps(wanted)).refusals).toEqual([expect.stringMatching(/^partner\.code is required/)])
    const { rows } = await steps({ ...wanted, fills: { 'partner.code': "'XX00'" } })
    expect(rows.map((row: { code: string }) => row.code)).toEqual(['XX01', 'XX00'])
  })

  it('never takes a new field for one that is gone: it refuses, and names both ways', async () => {
    const { refusals, rows } = await steps({ ...asIs, columns: { name, vision: code } })
    expect(refusals).toEqual(['partner.code is dropped with all that is in it. If it has another name now: --rename partner.code=vision. If it may go: --drop'])
    expect(rows[0]).toEqual({ id: 1, name: 'Northmere', code: 'XX01' })
  })

  it('renames what it is told to, with all that is in it', async () => {
    const { rows, refusals } = await steps({ ...asIs, columns: { name, vision: code }, renames: ['partner.code=vision'] })
    expect(refusals).toEqual([])
    expect(rows[0]).toEqual({ id: 1, name: 'Northmere', vision: 'XX01' })
    expect(() => renameSteps(['code=vision'])).toThrow('is not a rename')
  })

  it('drops a field when it is told that it may', async () => {
    expect((await steps({ ...asIs, columns: { name }, drop: true })).rows[0]).toEqual({ id: 1, name: 'Northmere' })
  })

  it('makes an index that is declared, and drops one that is no longer', async () => {
    expect((await steps({ ...asIs, indexed: ['code'] })).steps).toEqual([
      expect.stringMatching(/^DROP INDEX .*partner_name_idx/),
      expect.stringMatching(/^CREATE INDEX "partner_code_idx"/),
    ])
  })
})

it('refuses a table that would be dropped', () => {
  const drop = ['DROP TABLE "award"']
  expect(safeSteps(drop, { fills: {}, drop: false })).toEqual({
    steps: [],
    refusals: ['The table award is dropped with all that is in it. If it may go: --drop'],
  })
  expect(safeSteps(drop, { fills: {}, drop: true }).steps).toEqual(drop)
})
