import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '@clusterpolisee/gateway'
import { copyOfTheHouse } from '../support/copy-of-the-house.js'

const folder = copyOfTheHouse()
const data = mkdtempSync(join(tmpdir(), 'clusterpolisee-dev-'))
let running: ChildProcess
let gateway: string
let said = ''

beforeAll(async () => {
  const port = String(await freePort())
  gateway = `http://127.0.0.1:${port}`
  running = spawn('npm', ['run', 'dev'], { cwd: folder, env: { ...process.env, PORT: port, DATA_DIR: data, NO_COLOR: '1', FORCE_COLOR: '0' }, detached: true })
  for (const stream of [running.stdout, running.stderr]) stream?.on('data', (text: Buffer) => (said += text.toString()))
})

afterAll(async () => {
  if (running.pid && running.exitCode === null) process.kill(-running.pid, 'SIGINT')
  while (await textOf(`${gateway}/healthz`)) await wait(100)
  for (const made of [folder, data]) rmSync(made, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
})

const textOf = (url: string): Promise<string> =>
  fetch(url).then(
    (response) => response.text(),
    () => '',
  )

/** Asks until the answer holds `text`; fails with what `npm run dev` has said. */
async function answer(address: () => string | undefined, text: string): Promise<void> {
  for (const until = Date.now() + 120_000; Date.now() < until && running.exitCode === null; await wait(200)) {
    const url = address()
    if (url && (await textOf(url)).includes(text)) return
  }
  throw new Error(`No answer with ${text} came. ${said}`)
}

/** Where Vite says that it is. */
const dashboard = () => /Local:\s+(http:\S+?)\/?\s/.exec(said)?.[1]
const at = (path: string) => () => dashboard() && `${dashboard()}${path}`

function change(file: string, from: string, to: string): void {
  const path = join(folder, file)
  const before = readFileSync(path, 'utf8')
  expect(before).toContain(from)
  writeFileSync(path, before.replace(from, to))
}

it('runs gateway and dashboard while they are changed, and asks the gateway for what is not a source', async () => {
  await answer(() => `${gateway}/readyz`, '"ready":true')
  await answer(at('/'), 'src="/src/main.tsx"')
  await answer(at('/readyz'), '"ready":true')
  await answer(at('/changes'), 'UNAUTHENTICATED')

  change('apps/gateway/src/http/app.ts', '{ up: true }', "{ up: true, since: 'the change' }")
  await answer(at('/healthz'), 'the change')
  change('apps/dashboard/index.html', '<title>ClusterPoliSEE</title>', '<title>Changed</title>')
  await answer(at('/'), '<title>Changed</title>')
  expect(said.match(/Sign in with one of these/g)).toHaveLength(1)
})
