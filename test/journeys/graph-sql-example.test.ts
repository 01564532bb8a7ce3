import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DataDirectory, startEmbeddedServer } from '@clusterpolisee/gateway'

interface Authors {
  readonly authors: { readonly nodes: readonly { name: string; email: string | null; books: { nodes: { title: string }[] } }[] }
}

let folder: string
let server: Awaited<ReturnType<typeof startEmbeddedServer>>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'graph-sql-example-'))
  server = await startEmbeddedServer(new DataDirectory(folder))
})

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe("the engine's example", () => {
  it('runs on a database of its own and answers what its README says', () => {
    const { stdout, stderr } = spawnSync(process.execPath, ['packages/graph-sql/example/library.mjs'], {
      encoding: 'utf8',
      env: { ...process.env, DATABASE_URL: server.url },
    })
    expect(stderr).toBe('')
    const [asReader, asLibrarian, seenAs, found, marco, byYear, ...feed] = stdout.trimEnd().split('\n')
    const titles = (line = '') =>
      (JSON.parse(line) as Authors).authors.nodes.map(({ name, email, books }) => [name, email, books.nodes.map(({ title }) => title)])
    expect(titles(asReader)).toEqual([
      ['Marco', null, ['Harbours']],
      ['Élise', null, ['Bridges', 'Rivers']],
    ])
    expect(titles(asLibrarian)).toEqual([
      ['Marco', 'marco@example.org', ['Harbours']],
      ['Zoe', 'zoe@example.org', ['Notes']],
      ['Élise', 'élise@example.org', ['Letters', 'Bridges']],
    ])
    expect(seenAs).toBe(asReader)
    expect(found).toBe('{"authors":{"nodes":[{"name":"Élise"}]}}')
    expect(marco).toBe('{"books":{"nodes":[{"title":"Harbours","author":{"name":"Marco"}}]}}')
    expect(byYear).toBe(
      '{"booksSummary":{"groups":[{"key":{"publishedYear":"2023-01-01"},"count":2,"long":1,"sum":{"pages":430}},' +
        '{"key":{"publishedYear":"2021-01-01"},"count":2,"long":1,"sum":{"pages":210}},' +
        '{"key":{"publishedYear":"2022-01-01"},"count":1,"long":0,"sum":{"pages":55}}]}}',
    )
    expect(feed).toHaveLength(3)
    expect(feed).toContainEqual(expect.stringMatching(/^[0-9a-f-]{36},"Harbours",,2021-06-30,[0-9a-f-]{36}$/))
  })
})
