import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** What is checked beside the tests, as `npm run check` does. */
export const checks = {
  'contract is current': ['apps/gateway/dist/contract.js', '--check'],
  'migrations are current': ['apps/gateway/dist/database/generate-migration.js', '--check'],
}

const running = new Set()

/**
 * Runs test files one after the other in one process of a copy of the product, or a check, until one fails: which passed, and
 * what was said. A file that takes longer than `patience` milliseconds is stopped and counts as failed. `coverage`: a folder
 * for what V8 saw.
 */
export async function runTests({ lane, template, tests, patience, coverage }) {
  const temporary = join(lane, '.tmp')
  rmSync(temporary, { recursive: true, force: true })
  mkdirSync(temporary, { mode: 0o755 })
  const env = { ...process.env, TEST_TEMPLATE: template, TMPDIR: temporary, NODE_NO_WARNINGS: '1', ...(coverage ? { NODE_V8_COVERAGE: coverage } : {}) }
  const started = performance.now()
  const child = spawn(process.execPath, checks[tests[0]] ?? ['test/mutants/harness.mjs', ...tests], { cwd: lane, env, detached: true })
  running.add(child.pid)
  const timer = setTimeout(() => stopGroup(child.pid), patience)
  const [passed, said] = [[], []]
  const hear = (text) => {
    const done = [...String(text).matchAll(/^passed (.*)$/gm)].map(([, file]) => file)
    passed.push(...done)
    if (done.length === 0) said.push(String(text))
    else timer.refresh()
  }
  for (const stream of [child.stdout, child.stderr]) stream.on('data', hear)
  const code = await new Promise((resolve) => child.once('exit', (status, signal) => resolve(signal ?? status)))
  clearTimeout(timer)
  running.delete(child.pid)
  stopGroup(child.pid)
  if (code === 0 && tests[0] in checks) passed.push(tests[0])
  return { failed: code === 0 ? null : tests[passed.length], passed, said: said.join('').slice(-2000), seconds: (performance.now() - started) / 1000 }
}

/** Stops whatever runs, when the whole is stopped. */
export const stopAll = () => [...running].forEach(stopGroup)

/** The process and all that it started, its PostgreSQL among them. */
function stopGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Nothing of it runs any more.
  }
}
