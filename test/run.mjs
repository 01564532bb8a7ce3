// `npm test`: builds, checks, then runs every test, the ones in a browser included.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from '../apps/gateway/build.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const given = process.argv.slice(2)

function run(...parts) {
  const done = spawnSync(process.execPath, parts, { cwd: root, stdio: 'inherit', env: { ...process.env, NODE_NO_WARNINGS: '1' } })
  if (done.status !== 0) process.exit(done.status ?? 1)
}

build()
if (given.length === 0) run('test/check.mjs')
run('--experimental-vm-modules', 'node_modules/jest/bin/jest.js', ...given)
