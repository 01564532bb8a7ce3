// A copy of the built product in which faults are made: what is built and read is copied, so that work can go on meanwhile; the rest is linked.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { transformSync } from '@swc/core'

const built = ['apps/gateway', 'packages/schema', 'packages/graph-sql', 'packages/methods', 'packages/values']
const swc = { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } }

/** Links every entry of a folder but some. */
function link(from, to, except = []) {
  mkdirSync(to, { recursive: true })
  for (const name of readdirSync(from)) if (!except.includes(name)) symlinkSync(join(from, name), join(to, name))
}

/** Makes the copy, with the tests compiled into it. */
export function makeLane(root, lane) {
  link(root, lane, ['apps', 'packages', 'node_modules', 'test', '.git', '.turbo'])
  link(join(root, 'apps'), join(lane, 'apps'), ['gateway', 'dashboard'])
  link(join(root, 'apps/dashboard'), join(lane, 'apps/dashboard'), ['src'])
  compile(join(root, 'apps/dashboard/src'), join(lane, 'apps/dashboard/src'), /(?<!\.d)\.ts$/)
  for (const folder of [...built, 'packages/contract'])
    cpSync(join(root, folder), join(lane, folder), { recursive: true, filter: (path) => !/\/\.\w+$/.test(path) })
  link(join(root, 'node_modules'), join(lane, 'node_modules'), ['@clusterpolisee'])
  mkdirSync(join(lane, 'node_modules/@clusterpolisee'))
  for (const folder of built) symlinkSync(join(lane, folder), join(lane, 'node_modules/@clusterpolisee', folder.split('/')[1]))
  for (const folder of ['journeys', 'support', 'oracle']) compile(join(root, 'test', folder), join(lane, 'test', folder))
  cpSync(join(root, 'test/mutants/harness.mjs'), join(lane, 'test/mutants/harness.mjs'))
  // Tests of a package stand beside what they test: in the copy, beside what is built of it.
  for (const folder of built) compile(join(root, folder, 'src'), join(lane, folder, 'dist'), /\.test\.ts$/)
}

function compile(from, to, only = /\.(ts|mjs)$/) {
  for (const name of readdirSync(from, { recursive: true, encoding: 'utf8' }).filter((file) => only.test(file))) {
    const target = join(to, name.replace(/\.ts$/, '.js'))
    const text = readFileSync(join(from, name), 'utf8')
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, name.endsWith('.ts') ? transformSync(text, { ...swc, filename: name }).code : text)
  }
}

/** Test files of a copy that may notice a fault; those of the dashboard, of the bench and of other packages cannot. */
export function testFiles(lane, leftOut) {
  const inFolder = (folder) => readdirSync(join(lane, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file))
  return ['test/journeys', 'apps/gateway/dist', 'packages/schema/dist'].flatMap(inFolder).filter((file) => file.endsWith('.test.js') && !leftOut.test(file))
}

/** Removes a copy and whatever its runs left behind. */
export function removeLane(lane) {
  spawnSync('rm', ['-rf', lane])
}
