import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyFreshData } from '../support/fresh-data.js'
import { PASSWORD } from '../support/product.js'

let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clusterpolisee-sql-'))
  await copyFreshData(folder, { SAMPLE_PASSWORD: PASSWORD })
  writeFileSync(join(folder, 'pilots.graphql'), 'query ($title: String) { pilots(filter: { title: { eq: $title } }) { nodes { title } } }')
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const printSql = (document: string, ...options: string[]) =>
  spawnSync(process.execPath, ['apps/gateway/dist/print-sql.js', join(folder, document), ...options], {
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: folder, INIT_CWD: process.cwd() },
  })

describe('the statement of a document', () => {
  it('is printed with its values and plan, as it is for a person', () => {
    const { stdout, stderr } = printSql('pilots.graphql', '--as', 'lead@example.org', '--variables', '{"title": "Innovation vouchers"}', '--plan')
    expect(stderr).toBe('')
    expect(stdout).toContain('-- $3 "Innovation vouchers"')
    expect(stdout).toMatch(/FROM\n +pilot pilot_1\n +WHERE/)
    expect(stdout).toContain('Execution Time')
  })

  it('finds nothing for a stranger, where nothing is public', () => {
    const { stdout } = printSql('pilots.graphql')
    expect(stdout).toMatch(/WHERE\s+false/)
  })

  it.each([
    [['pilots.graphql', '--as', 'nobody@example.org'], 'There is no account nobody@example.org.'],
    [['none.graphql'], 'no such file'],
  ])('%j is refused in a sentence', ([document = '', ...options], sentence) => {
    const { status, stderr } = printSql(document, ...options)
    expect(status).toBe(1)
    expect(stderr).toContain(sentence)
  })
})
