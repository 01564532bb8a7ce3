import type { Page } from 'playwright-core'
import { loadingOf, settle } from './settle.js'
import { openStage, type Stage } from './support.js'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage?.close())

/** A page of a browser that has nothing yet but the session of the lead partner. */
async function firstVisit(): Promise<Page> {
  const lead = await stage.product.client.as('lead')
  const [name = '', value = ''] = (lead.cookie().cookie ?? '').split('=')
  const context = await stage.browser.newContext({ locale: 'en-GB' })
  await context.addCookies([{ name, value, url: stage.product.gateway.url }])
  return context.newPage()
}

it('the first page with the matrix takes less than 400 kB of script and style over the wire', async () => {
  const context = await stage.browser.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  const sizes: Promise<number>[] = []
  page.on('requestfinished', (request) => {
    if (/\.(js|css)$/.test(new URL(request.url()).pathname) && !request.url().includes('partnership-map')) {
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
    }
  })
  await page.goto(stage.product.gateway.url)
  await page.getByRole('textbox', { name: 'E-mail' }).fill('lead@example.org')
  await page.getByLabel('Password').fill('demonstration-1')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('columnheader', { name: /Gaps and barriers/ }).waitFor()
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  expect(total).toBeGreaterThan(100_000)
  expect(total).toBeLessThan(400_000)
})

it('home is few requests for who is signed in: who is there and what home shows are asked once, before the dashboard is there', async () => {
  const page = await firstVisit()
  loadingOf(page)
  const asked: string[] = []
  const sizes: Promise<number>[] = []
  page.on('request', (request) => {
    if (request.resourceType() !== 'eventsource') asked.push(/query (\w+)/.exec(request.postData() ?? '')?.[1] ?? new URL(request.url()).pathname)
  })
  page.on('requestfinished', (request) => {
    if (/\.(js|css)$/.test(new URL(request.url()).pathname) && !request.url().includes('partnership-map')) {
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
    }
  })
  // The libraries come late, as over a slow line.
  await page.route('**/libraries-*.js', async (route) => {
    await page.waitForRequest((request) => (request.postData() ?? '').includes('query Home'))
    await route.continue()
  })
  await page.goto(stage.product.gateway.url)
  await page.getByRole('columnheader', { name: /Gaps and barriers/ }).waitFor()
  await settle(page)
  expect(asked.filter((one) => ['Viewer', 'Home'].includes(one))).toEqual(['Viewer', 'Home'])
  expect(asked.length).toBeLessThanOrEqual(25)
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  expect(total).toBeLessThan(260_000)
})

it('home does not wait for its letters: they are fetched when it stands', async () => {
  const page = await firstVisit()
  await page.addInitScript(() => {
    const look = new MutationObserver(() => {
      if (!document.querySelector('main table')) return
      look.disconnect()
      performance.mark('stands')
    })
    look.observe(document, { childList: true, subtree: true })
  })
  await page.goto(stage.product.gateway.url)
  await page.getByRole('columnheader', { name: /Gaps and barriers/ }).waitFor()
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('.woff2')))
  const waits = await page.evaluate(() => {
    const [stands] = performance.getEntriesByName('stands')
    const letters = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.woff2'))
    return letters.map(({ startTime }) => startTime - (stands?.startTime ?? Number.POSITIVE_INFINITY))
  })
  expect(waits.length).toBeGreaterThan(0)
  expect(waits.filter((after) => after < 0)).toEqual([])
  await page.context().close()
})
