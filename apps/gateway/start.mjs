// `npm start`: builds what is out of date, then runs the gateway in this very process.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const stamp = join(root, 'apps/gateway/dist/.built')
const [major, minor] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node ${process.versions.node} is too old: install Node 20.19 or newer.`)
  process.exit(1)
}

function newest(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((latest, entry) => {
    const path = join(folder, entry.name)
    return Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs)
  }, 0)
}

/** True when no source is newer than the last build. */
export function isCurrent() {
  if (!existsSync(stamp)) return false
  const sources = ['apps/gateway/src', 'apps/dashboard/src', 'packages/schema/src', 'packages/graph-sql/src', 'packages/methods/src', 'packages/contract']
  return sources.every((folder) => newest(join(root, folder)) <= statSync(stamp).mtimeMs)
}

/** Builds through turbo, which builds only what changed. */
export function build() {
  const turbo = join(root, 'node_modules/turbo/bin/turbo')
  const done = spawnSync(process.execPath, [turbo, 'run', 'build', '--output-logs=errors-only'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
  })
  if (done.status !== 0) {
    console.error(`${done.stdout}\n${done.stderr}`)
    console.error('The build failed; what it says stands above.')
    process.exit(1)
  }
  writeFileSync(stamp, '')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.chdir(root)
  if (!isCurrent()) {
    console.log('Building; this takes a moment the first time.')
    build()
  }
  await import('./dist/main.js')
}
