// A run of every test without a fault: how long each takes, and what it runs through. Kept for as long as nothing is built anew.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCoverage } from './coverage.mjs'
import { mutatedFiles } from './mutants.mjs'
import { runTests } from './run-test.mjs'

/** Test → its seconds and places; tests that fail without a fault are told and left out. `tell` prints a line. */
export async function survey({ root, lanes, template, tests, tell }) {
  const kept = join(root, 'test/output/mutants-survey.json')
  const key = keyOf(lanes[0], tests)
  await makeData(lanes[0], template)
  const known = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : {}
  if (known.key === key) return new Map(known.surveyed.map(([test, { seconds, places }]) => [test, { seconds, places: new Map(places) }]))
  const surveyed = await runAll({ root, lanes, template, tests, tell })
  mkdirSync(join(root, 'test/output'), { recursive: true })
  writeFileSync(kept, JSON.stringify({ key, surveyed: [...surveyed].map(([test, { seconds, places }]) => [test, { seconds, places: [...places] }]) }))
  return surveyed
}

/** The data that all others copy, made by the first test. */
const makeData = (lane, template) => runTests({ lane, template, tests: ['test/journeys/log.test.js'], patience: 600_000 })

async function runAll({ root, lanes, template, tests, tell }) {
  const files = mutatedFiles(root)
  const [surveyed, waiting] = [new Map(), [...tests]]
  const take = async (lane) => {
    for (let test = waiting.shift(); test; test = waiting.shift()) {
      const coverage = join(lane, '.coverage')
      rmSync(coverage, { recursive: true, force: true })
      const { failed, said, seconds } = await runTests({ lane, template, tests: [test], patience: 600_000, coverage })
      if (!failed) surveyed.set(test, { seconds, places: readCoverage(coverage, lane, files) })
      tell(failed ? `FAILS    ${test}: ${said}` : `${seconds.toFixed(1).padStart(5)} s  ${test}`)
    }
  }
  await Promise.all(lanes.map(take))
  return surveyed
}

/** Another one whenever a built file or a test is another. */
function keyOf(lane, tests) {
  const hash = createHash('sha256').update(tests.join())
  for (const folder of ['apps/gateway/dist', 'packages/schema/dist', 'packages/graph-sql/dist', 'packages/methods/dist', 'test']) {
    for (const name of readdirSync(join(lane, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      const file = join(lane, folder, name)
      if (statSync(file).isFile() && !name.endsWith('.map')) hash.update(name).update(readFileSync(file))
    }
  }
  return hash.digest('hex')
}
