// `npm run check`: format and lint, types, layers, nothing unused, and that what is generated is current; turbo skips what has not
// changed. `npm run check -- types lint` runs some steps only.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { removeLeftOvers } from '../apps/gateway/build.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const all = ['types', 'lint', 'layers', 'unused', 'contract:current', 'documents:current', 'migrations:current']
const steps = process.argv.length > 2 ? process.argv.slice(2) : all

const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`

/** Runs the steps side by side; answers whether all went well, turbo's text, and what it tells of each task. */
function runSteps() {
  const turbo = join(root, 'node_modules/turbo/bin/turbo')
  const flags = ['--summarize', '--continue=dependencies-successful', '--output-logs=errors-only']
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', NODE_NO_WARNINGS: '1' }
  const done = spawnSync(process.execPath, [turbo, 'run', ...steps, ...flags], { cwd: root, encoding: 'utf8', env, maxBuffer: 2 ** 28 })
  const text = `${done.stdout}\n${done.stderr}`
  const [, summary] = /Summary:\s+(\S+\.json)/.exec(text) ?? []
  return { ok: done.status === 0, text, tasks: summary ? JSON.parse(readFileSync(summary, 'utf8')).tasks : null }
}

function lineOf({ task, directory, cache, execution }) {
  const name = directory ? `${task} of ${directory}` : task
  if (!execution) return `     ${name} (not run: what it needs failed)`
  const took = cache.status === 'HIT' ? 'unchanged' : seconds(execution.endTime - execution.startTime)
  return `${execution.exitCode === 0 ? 'ok  ' : 'FAIL'} ${name} (${took})`
}

/** What a task has said; turbo writes it down beside the task's package. */
function logOf({ task, directory }) {
  const file = join(root, directory, '.turbo', `turbo-${task.replaceAll(':', '$colon$')}.log`)
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

const started = Date.now()
removeLeftOvers()
const { ok, text, tasks } = runSteps()
if (!tasks) console.log(text)
for (const task of tasks ?? []) {
  const failed = task.execution?.exitCode !== 0
  if (failed || steps.includes(task.task)) console.log(lineOf(task))
  if (failed && task.execution) console.log(logOf(task))
}
console.log(`${ok ? 'All is well' : 'Something is wrong'} (${seconds(Date.now() - started)})`)
process.exit(ok ? 0 : 1)
