// Runs built test files in this process, without jest's own copy of every module: node harness.mjs a.test.js b.test.js
// Says which file passed; ends with the first test that fails, and says which it was.
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { format } from 'node:util'
import { expect } from 'expect'

const emptySuite = (name, above) => ({ name, above, before: [], after: [], each: [], done: [], steps: [] })
let suite = emptySuite('')

function describe(name, body) {
  const inner = emptySuite(`${suite.name} ${name}`, suite)
  suite.steps.push(inner)
  const outer = suite
  suite = inner
  body()
  suite = outer
}

const it = (name, run) => void suite.steps.push({ name: `${suite.name} ${name}`, run })

/** `it.each(rows)(name, run)`: a row that is a list is spread. */
const each = (declare) => (rows) => (name, run) => {
  for (const row of rows) {
    const values = Array.isArray(row) ? row : [row]
    declare(format(name, ...values), () => run(...values))
  }
}
describe.each = each(describe)
it.each = each(it)

Object.assign(globalThis, {
  describe,
  it,
  test: it,
  expect,
  beforeAll: (run) => void suite.before.push(run),
  afterAll: (run) => void suite.after.push(run),
  beforeEach: (run) => void suite.each.push(run),
  afterEach: (run) => void suite.done.push(run),
})

const around = (at, hooks) => (at ? [...around(at.above, hooks), ...at[hooks]] : [])

async function runSuite(at) {
  try {
    for (const hook of at.before) await hook()
    for (const step of at.steps) {
      if (step.steps) await runSuite(step)
      else await runTest(at, step)
    }
  } finally {
    for (const hook of at.after) await hook()
  }
}

async function runTest(at, { name, run }) {
  try {
    for (const hook of around(at, 'each')) await hook()
    await run()
    for (const hook of around(at, 'done')) await hook()
  } catch (error) {
    throw new Error(name.trim(), { cause: error })
  }
}

try {
  for (const file of process.argv.slice(2)) {
    suite = emptySuite('')
    await import(pathToFileURL(resolve(file)).href)
    await runSuite(suite)
    console.log(`passed ${file}`)
  }
  process.exit(0)
} catch (error) {
  console.log(`${error.message}\n${error.cause?.message ?? error.stack}`)
  process.exit(1)
}
