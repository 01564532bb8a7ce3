// `npm run check`: format and lint, types, layers, and that what is generated is current.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const tsc = 'node_modules/typescript/bin/tsc'

const steps = [
  ['format and lint', 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
  ...['packages/graph-sql', 'packages/methods', 'packages/schema', 'apps/gateway', 'apps/dashboard', 'test'].map((folder) => [
    `types of ${folder}`,
    tsc,
    '-p',
    folder,
  ]),
  ['layers', 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs', 'apps', 'packages'],
  ['nothing unused or unlisted', 'node_modules/knip/bin/knip.js', '--no-progress'],
  ['contract is current', 'apps/gateway/dist/contract.js', '--check'],
  ['migrations are current', 'apps/gateway/dist/database/generate-migration.js', '--check'],
]

let failed = false
for (const [name, ...command] of steps) {
  const started = Date.now()
  const done = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8', env: { ...process.env, NODE_NO_WARNINGS: '1' } })
  const ok = done.status === 0
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  if (!ok) console.log(`${done.stdout}\n${done.stderr}`)
  failed ||= !ok
}
process.exit(failed ? 1 : 0)
