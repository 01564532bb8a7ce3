import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { POOL } from './start.mjs'

/** It needs a newer Node than the product; the `node` package brings one. */
const packages = { postgraphile: '5.1.5', node: '24.21.0' }

/**
 * Installs PostGraphile into a cache folder (the first time; about 500 MB) and answers how to start it;
 * null with a printed reason where it cannot be had.
 */
export function postgraphileServer(root) {
  const folder = join(root, '.bench', `postgraphile-${packages.postgraphile}`)
  const node = join(folder, 'node_modules/node/bin/node')
  if (!existsSync(join(folder, 'installed'))) {
    console.error(`Installing PostGraphile ${packages.postgraphile} and Node ${packages.node} into ${folder}; this happens once.`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: packages }))
    const done = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'], {
      cwd: folder,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    })
    const runs = done.status === 0 && spawnSync(node, ['--version']).status === 0
    if (!runs) {
      console.error(`PostGraphile cannot be had here; the bench goes on without it. (${done.stderr?.trim().split('\n').at(-1)})`)
      return null
    }
    writeFileSync(join(folder, 'installed'), '')
  }
  return (databaseUrl) => ({
    name: 'postgraphile',
    command: node,
    file: join(import.meta.dirname, 'postgraphile.mjs'),
    environment: { DATABASE_URL: databaseUrl, BENCH_PACKAGES: folder, BENCH_POOL: String(POOL) },
  })
}

/** What is compared, for the report. */
export const postgraphileVersions = packages
