import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { DataDirectory } from './data-directory.js'
import { connect } from './data-source.js'
import { startEmbeddedServer } from './embedded-server.js'
import { migrate } from './migrate.js'
import { renameSteps } from './rename-steps.js'
import { safeSteps } from './safe-steps.js'
import { tableDifference } from './table-difference.js'
import { writeMigration } from './write-migration.js'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    check: { type: 'boolean', default: false },
    drop: { type: 'boolean', default: false },
    fill: { type: 'string', multiple: true, default: [] },
    rename: { type: 'string', multiple: true, default: [] },
  },
})

/** What the records ask for beyond the migrations and `renames`, as SQL. */
async function difference(renames: readonly string[]): Promise<string[]> {
  const path = mkdtempSync(join(tmpdir(), 'clusterpolisee-migration-'))
  const directory = new DataDirectory(path)
  directory.hold()
  const server = await startEmbeddedServer(directory)
  try {
    const source = await connect(server.url, 2)
    await migrate(source, { tablesOnly: true })
    for (const rename of renames) await source.query(rename)
    return await tableDifference(source).finally(() => source.destroy())
  } finally {
    await server.stop()
    rmSync(path, { recursive: true, force: true })
  }
}

function refuse(...sentences: readonly string[]): void {
  console.error(sentences.join('\n'))
  process.exitCode = 1
}

async function check(): Promise<void> {
  const found = await difference([])
  if (found.length > 0) refuse('The migrations lack what the records ask for. Run: npm run db:migration -- name', ...found)
}

async function generate(title: string | undefined): Promise<void> {
  if (!title || !/^[a-z][a-z-]*$/.test(title)) return refuse('Name the migration in small letters: npm run db:migration -- add-partner-city')
  const renames = renameSteps(values.rename)
  const fills = Object.fromEntries(values.fill.map((fill) => fill.split(/=(.*)/s)))
  const { steps, refusals } = safeSteps(await difference(renames), { fills, drop: values.drop })
  if (refusals.length > 0) return refuse('Nothing is written:', ...refusals)
  const all = [...renames, ...steps]
  console.log(all.length === 0 ? 'Nothing has changed: no migration is needed.' : `Written: ${writeMigration(title, all)}`)
}

await (values.check ? check() : generate(positionals[0]))
