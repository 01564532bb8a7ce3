// `npm run bench -- first-page [--write]`: how long the first page takes whoever is signed in and has nothing of it yet, over a slow
// line; `--write` writes it into docs/first-page.md.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { startServer } from '../servers/start.mjs'
import { tableOf } from './goals.mjs'
import { tap, visit } from './visit.mjs'

const root = join(import.meta.dirname, '../../..')
const VISITS = 5

const path = process.env.CHROME_PATH ?? ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/google-chrome'].find((place) => existsSync(place))
const folder = mkdtempSync(join(tmpdir(), 'clusterpolisee-first-page-'))
const environment = { DATA_DIR: folder, PORT: '0', SAMPLE_DATA: 'clusterpolisee', SAMPLE_PASSWORD: 'demonstration-1', LOG_LEVEL: 'silent' }
const server = await startServer({ name: 'gateway', file: join(root, 'apps/gateway/dist/main.js'), environment })
const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] })

/** The session of the demonstration's lead partner, as cookies of the browser. */
async function signIn(url) {
  const query = 'mutation { signIn(email: "lead@example.org", password: "demonstration-1") { id } }'
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${url}graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) })
  return response.headers.getSetCookie().map((cookie) => {
    const [name, value] = cookie.split(';')[0].split('=')
    return { name, value, url }
  })
}

try {
  const url = server.url.replace('graphql', '')
  const cookies = await signIn(url)
  const visits = []
  // The first is for the server, which has nothing ready yet.
  for (let count = 0; count <= VISITS; count += 1) {
    const one = { ...(await visit(browser, url, cookies)), ...(await tap(browser, url, cookies)) }
    if (count > 0) visits.push(one)
  }
  const table = tableOf(visits)
  console.log(table)
  if (process.argv.includes('--write')) {
    const text = `# The first page

Written by \`npm run bench -- first-page --write\`: home, for who is signed in and has nothing of it in the browser yet, on a phone's screen, with a processor slowed to a quarter, 1.6 Mbit/s and 150 ms; ${VISITS} visits.

${table}
`
    writeFileSync(join(root, 'docs/first-page.md'), text)
  }
} finally {
  await browser.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
