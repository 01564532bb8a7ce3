// A run of every test without a fault: how long each takes, and what it runs through. Kept for as long as neither is another.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCoverage } from './coverage.mjs'
import { mutatedFiles } from './mutants.mjs'
import { runTests } from './run-test.mjs'

const builtFolders = ['apps/gateway/dist', 'packages/schema/dist', 'packages/graph-sql/dist', 'packages/methods/dist']

/** Test → its seconds and places; tests that fail without a fault are told and left out. `tell` prints a line. */
export async function survey({ root, lanes, template, tests, tell }) {
  const [lane] = lanes
  const kept = new Kept(join(root, 'test/output'))
  const shared = [...builtFolders, 'test/support'].map((folder) => hashOf(join(lane, folder)))
  const keyOf = (test) => [...shared, existsSync(join(lane, test)) ? hashOf(join(lane, test)) : ''].join()
  await makeData(lane, template)
  const [surveyed, waiting] = [new Map(), [...tests]]
  const take = async (at) => {
    for (let test = waiting.shift(); test; test = waiting.shift()) {
      const found = kept.get(test, keyOf(test)) ?? (await runOne({ root, lane: at, template, test, tell }))
      if (!found) continue
      surveyed.set(test, found)
      kept.set(test, keyOf(test), found)
    }
  }
  await Promise.all(lanes.map(take))
  return surveyed
}

/** The data that all others copy, made by the first test. */
const makeData = (lane, template) => runTests({ lane, template, tests: ['test/journeys/log.test.js'], patience: 600_000 })

async function runOne({ root, lane, template, test, tell }) {
  const coverage = join(lane, '.coverage')
  rmSync(coverage, { recursive: true, force: true })
  const { failed, said, seconds } = await runTests({ lane, template, tests: [test], patience: 600_000, coverage })
  tell(failed ? `FAILS    ${test}: ${said}` : `${seconds.toFixed(1).padStart(5)} s  ${test}`)
  return failed ? null : { seconds, places: readCoverage(coverage, lane, mutatedFiles(root)) }
}

/** What is known of tests from a run before, in a file for each. */
class Kept {
  constructor(folder) {
    this.folder = join(folder, 'mutants-survey')
    mkdirSync(this.folder, { recursive: true })
  }

  get(test, key) {
    const file = this.#fileOf(test)
    const found = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
    return found.key === key ? { seconds: found.seconds, places: new Map(found.places) } : null
  }

  set(test, key, { seconds, places }) {
    writeFileSync(this.#fileOf(test), JSON.stringify({ key, seconds, places: [...places] }))
  }

  #fileOf(test) {
    return join(this.folder, `${test.replaceAll(/\W+/g, '-')}.json`)
  }
}

/** Of a file, or of all files of a folder; tests that stand in a folder of what is built are none of it. */
function hashOf(path) {
  const hash = createHash('sha256')
  const files = statSync(path).isFile() ? [''] : readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()
  for (const name of files) {
    const file = join(path, name)
    if (statSync(file).isFile() && !/\.(map|test\.js)$/.test(name)) hash.update(name).update(readFileSync(file))
  }
  return hash.digest('hex')
}
