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
