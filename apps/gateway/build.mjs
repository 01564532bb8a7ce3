// `npm run build`: everything through turbo, which builds only what changed; `npm run build -- gateway` one package and what it stands on.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
/** Written when all is built; its time is that of the build. */
export const stamp = join(root, 'apps/gateway/dist/.built')

/** Builds all, or `only` one package and what it stands on; ends the process when something cannot be built. */
export function build(only) {
  removeLeftOvers()
  const turbo = join(root, 'node_modules/turbo/bin/turbo')
  const done = spawnSync(process.execPath, [turbo, 'run', 'build', '--output-logs=errors-only', ...(only ? [`--filter=@clusterpolisee/${only}...`] : [])], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
  })
  if (done.status !== 0) {
    console.error(`${done.stdout}\n${done.stderr}`)
    console.error('The build failed; what it says stands above.')
    process.exit(1)
  }
  if (!only) writeFileSync(stamp, '')
}

/** What a source left that is gone since: turbo lays what it kept over what is there, and SQL that is there is applied. */
export function removeLeftOvers() {
  for (const folder of ['apps/gateway', ...readdirSync(join(root, 'packages')).map((name) => join('packages', name))]) {
    const [built, sources] = [join(root, folder, 'dist'), join(root, folder, 'src')]
    if (!existsSync(built)) continue
    for (const entry of readdirSync(built, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name).slice(built.length)
      if (entry.isFile() && entry.name !== '.built' && !sourceOf(path).some((name) => existsSync(join(sources, name)))) rmSync(join(built, path))
    }
  }
}

const sourceOf = (path) => [path, path.replace(/\.js(\.map)?$/, '.ts')]

if (process.argv[1] === fileURLToPath(import.meta.url)) build(process.argv[2])
