import { loadingOf, settle } from './settle.js'
import { openStage, type Stage } from './support.js'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage?.close())

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
  const lead = await stage.product.client.as('lead')
  const [name = '', value = ''] = (lead.cookie().cookie ?? '').split('=')
  const context = await stage.browser.newContext({ locale: 'en-GB' })
  await context.addCookies([{ name, value, url: stage.product.gateway.url }])
  const page = await context.newPage()
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
