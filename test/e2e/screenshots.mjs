// `npm run screenshots`: the pictures of the README, from a gateway with the samples that runs at CLUSTERPOLISEE_URL.
import { mkdirSync } from 'node:fs'
import { chromium } from 'playwright-core'

const url = process.env.CLUSTERPOLISEE_URL ?? 'http://127.0.0.1:4000'
const password = process.env.SAMPLE_PASSWORD
if (!password) {
  console.error('Say the password of the sample accounts with SAMPLE_PASSWORD.')
  process.exit(1)
}

const shots = [
  { name: 'home', person: 'lead', path: '/', width: 1280 },
  { name: 'pilot', person: 'partner-b', path: 'pilot', width: 1280 },
  { name: 'entry', person: 'partner-b', path: 'entry', width: 1280 },
  { name: 'evaluation', person: 'lead', path: ['evaluationPlans', 'PUBLISHED', 'status'], width: 1280 },
  { name: 'edition', person: 'lead', path: ['benchmarkEditions', 'PUBLISHED', 'state'], width: 1280 },
  { name: 'home-phone', person: 'wp-leader', path: '/', width: 360, locale: 'it-IT', colorScheme: 'dark' },
]

/** Opens the first record of a list that is in a state. */
async function open(page, [list, state, field]) {
  const query = `{ ${list}(filter: {${field}: {eq: ${state}}}, first: 1) { nodes { id } } }`
  const id = await page.evaluate(
    async ([asked, name]) => {
      const answer = await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: asked }) })
      return (await answer.json()).data[name].nodes[0].id
    },
    [query, list],
  )
  await page.goto(`${url}/#/${list}/${id}/show`)
  await page.locator('#main svg').first().waitFor()
  await page.waitForTimeout(800)
}

const browser = await chromium.launch({ executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
mkdirSync('docs/screenshots', { recursive: true })
for (const { name, person, path, width, ...options } of shots) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  await page.goto(url)
  await page.locator('#question-email').fill(`${person}@example.org`)
  await page.locator('#question-password').fill(password)
  await page.locator('button[type=submit]').click()
  await page.locator('#main table').waitFor()
  if (Array.isArray(path)) await open(page, path)
  else if (path !== '/') {
    await page.getByRole('link', { name: 'Skills scan with employers', exact: true }).click()
    await page.getByRole('img').first().waitFor()
  }
  if (path === 'entry') {
    await page.getByRole('link', { name: 'Enter measurements' }).click()
    await page.getByRole('textbox', { name: /^Firms reached.*2014/ }).fill('180')
    await page.getByRole('textbox', { name: /^Days from request.*2014/ }).fill('44')
    await page.getByText(/is 180 right/).waitFor()
    await page.waitForTimeout(1500)
  }
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: `docs/screenshots/${name}.png` })
  await context.close()
}
await browser.close()
