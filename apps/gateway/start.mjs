// `npm start`: builds what is out of date, then runs the gateway in this very process.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, stamp } from './build.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
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
  const folders = ['apps', 'packages'].flatMap((group) => readdirSync(join(root, group)).map((name) => join(root, group, name)))
  const sources = folders.map((folder) => (existsSync(join(folder, 'src')) ? join(folder, 'src') : folder))
  return sources.every((folder) => newest(folder) <= statSync(stamp).mtimeMs)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.chdir(root)
  if (!isCurrent()) {
    console.log('Building; this takes a moment the first time.')
    build()
  }
  await import('./dist/main.js')
}
