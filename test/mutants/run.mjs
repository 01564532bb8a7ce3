// `npm run mutants`: makes small faults in the built product, one at a time, and looks whether a test notices.
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from '../../apps/gateway/build.mjs'
import { Chances } from './chances.mjs'
import { isCovered, shareCalled } from './coverage.mjs'
import { makeLane, removeLane, testFiles } from './lane.mjs'
import { allMutants } from './mutants.mjs'
import { drawn } from './random.mjs'
import { diffOf, scoreTable } from './report.mjs'
import { checks, runTests, stopAll } from './run-test.mjs'
import { survey } from './survey.mjs'

const usage = `npm run mutants -- [options]
  --seed 1        which faults are drawn
  --sample 600    how many
  --only path     in files whose path holds this
  --hours 1       when to stop
  --lanes 2       how many at the same time
  --tries 5       tests that a fault may outlive before it counts as survived
  --tests name    only the test files whose path holds this
  --list          prints the faults and stops`

const { values: options } = parseArgs({
  options: {
    ...{ seed: { type: 'string', default: '1' }, sample: { type: 'string', default: '600' }, only: { type: 'string', default: '' } },
    ...{ hours: { type: 'string', default: '1' }, lanes: { type: 'string', default: '2' }, tries: { type: 'string', default: '5' } },
    ...{ tests: { type: 'string', default: '' }, list: { type: 'boolean' }, help: { type: 'boolean' } },
  },
})

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
/** They start and kill processes, measure, or take minutes; what they would notice, others do. */
const leftOut = /(clock|crash|dev|recipes|start|oracle|graph-sql-example|print-sql|upgrade|nightly|order-indexes)\.test\.js$/
const started = Date.now()
const minutes = () => ((Date.now() - started) / 60_000).toFixed(1)
const tell = (line) => console.log(`${minutes()} min  ${line}`)

/** Tests that ran through the place of a fault; SQL is run through by whatever starts the product. */
function noticing(surveyed, { file, start }) {
  const startsProduct = (test, places) => !(test in checks) && places.has('apps/gateway/dist/write/write-side.js')
  return [...surveyed].filter(([test, { places }]) => (file.endsWith('.sql') ? startsProduct(test, places) : isCovered(places.get(file), start)))
}

/** The tests to run for a fault: the most likely and quickest ones, checks before all. */
function chosen(surveyed, chances, mutant) {
  const able = noticing(surveyed, mutant).map(([test, { seconds, places }]) => ({
    test,
    seconds,
    worth: chances.of(mutant.file, test, shareCalled(places.get(mutant.file))) / (seconds + 5),
  }))
  const best = able.sort((one, two) => two.worth - one.worth).slice(0, Number(options.tries))
  const [first, files] = [best.filter(({ test }) => test in checks), best.filter(({ test }) => !(test in checks))]
  return { of: able.length, runs: [...first.map((check) => [check]), files].filter((run) => run.length > 0) }
}

/** Makes one fault and runs its tests until one fails; answers who noticed. */
async function tryMutant({ lane, template, surveyed, chances, mutant }) {
  const path = join(lane, mutant.file)
  const text = readFileSync(path, 'utf8')
  const diff = diffOf(lane, mutant)
  const { of, runs } = chosen(surveyed, chances, mutant)
  writeFileSync(path, `${text.slice(0, mutant.start)}${mutant.replacement}${text.slice(mutant.end)}`)
  try {
    let ran = 0
    for (const run of runs) {
      const patience = 60_000 + 4000 * Math.max(...run.map(({ seconds }) => seconds))
      const { failed, passed, said } = await runTests({ lane, template, tests: run.map(({ test }) => test), patience })
      for (const test of passed) chances.note(mutant.file, test, false)
      if (failed) {
        chances.note(mutant.file, failed, true)
        return { mutant, killer: failed, said }
      }
      ran += run.length
    }
    return { mutant, diff, killer: null, ran, of }
  } finally {
    writeFileSync(path, text)
  }
}

async function tryAll(lanes, template, surveyed, mutants) {
  const [chances, results, waiting] = [new Chances(), [], [...mutants]]
  const until = started + Number(options.hours) * 3_600_000
  const take = async (lane) => {
    while (waiting.length > 0 && Date.now() < until) {
      const result = await tryMutant({ lane, template, surveyed, chances, mutant: waiting.shift() })
      results.push(result)
      write(results)
      const { mutant, killer, ran } = result
      console.log(
        `${minutes()} min  ${results.length}/${mutants.length}  ${killer ? `noticed by ${killer}` : `SURVIVED ${ran} of ${result.of}`}  ${mutant.kind}  ${mutant.file}`,
      )
    }
  }
  await Promise.all(lanes.map(take))
  return results
}

function report(results) {
  const survivors = results.filter(({ killer }) => !killer)
  const diffs = survivors.map(({ mutant, diff, ran, of }) => `${mutant.kind} (outlived ${ran} of the ${of} tests that run through it)\n${diff}`)
  const head = `Seed ${options.seed}: ${results.length} faults in ${minutes()} minutes.`
  return [head, scoreTable(results), ...diffs].join('\n\n')
}

/** Kept while it grows, so that a run that is stopped has told what it found. */
function write(results) {
  mkdirSync(join(root, 'test/output'), { recursive: true })
  writeFileSync(join(root, 'test/output/mutants.md'), `${report(results)}\n`)
}

async function main() {
  build()
  const mutants = drawn(allMutants(root, options.only), Number(options.sample), Number(options.seed))
  if (options.list) return console.log(mutants.map((mutant) => `${mutant.kind}\n${diffOf(root, mutant)}`).join('\n\n'))
  const place = mkdtempSync(join(tmpdir(), 'clusterpolisee-mutants-'))
  const template = join(place, 'template')
  // PostgreSQL may run as another person, who must reach what is below.
  chmodSync(place, 0o755)
  mkdirSync(template)
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => {
      stopAll()
      removeLane(place)
      process.exit(1)
    })
  const lanes = Array.from({ length: Number(options.lanes) }, (_, index) => join(place, String(index + 1)))
  try {
    for (const lane of lanes) makeLane(root, lane)
    const tests = [...Object.keys(checks), ...testFiles(lanes[0], leftOut)].filter((test) => test.includes(options.tests))
    const surveyed = await survey({ root, lanes, template, tests, tell })
    const results = await tryAll(lanes, template, surveyed, mutants)
    write(results)
    console.log(`\n${report(results)}`)
  } finally {
    removeLane(place)
  }
}

if (options.help) console.log(usage)
else await main()
