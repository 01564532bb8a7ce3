import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { type Product, startProduct } from '../support/product.js'
import { openBrowser, signIn } from './support.js'

let product: Product
let browser: Browser

beforeAll(async () => {
  product = await startProduct()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

async function open(person: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', bypassCSP: true })
  const page = await context.newPage()
  await signIn(page, product.gateway.url, person)
  return page
}

describe('home', () => {
  it('shows the matrix as a table with the figures of the API', async () => {
    const page = await open('lead')
    await page.getByRole('heading', { name: 'Where the work plan stands' }).waitFor()
    expect(await page.getByRole('columnheader').allInnerTexts()).toContain('1. Gaps and barriers')
    expect(await page.getByRole('link', { name: /achieved, .* planned; open Sustainability, More effective policies/ }).textContent()).toMatch(/^\d+\s?%$/)
    expect(await page.getByText('No pilot placed yet').count()).toBe(2)
  })
})

describe('partners', () => {
  it('are added by the lead partner, with faults at their fields', async () => {
    const page = await open('lead')
    await page.getByRole('menuitem', { name: 'Partners' }).click()
    await page.getByRole('link', { name: 'Create' }).click()
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Council of Farness (fictional)')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Place in the list is needed.').waitFor()
    await page.getByRole('spinbutton', { name: 'Place in the list' }).fill('13')
    await page.getByRole('combobox', { name: 'Role' }).click()
    await page.getByRole('option', { name: 'ERDF partner' }).click()
    await page.getByRole('textbox', { name: 'Country' }).fill('XX')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { name: 'Council of Farness (fictional)' }).first().waitFor()
  })
})

describe('a pilot', () => {
  it('takes a day of measurements from its partner', async () => {
    const page = await open('partner-b')
    await page.getByRole('menuitem', { name: 'Pilot actions' }).click()
    await page.getByRole('link', { name: 'Skills scan with employers' }).click()
    await page.getByRole('button', { name: 'Enter measurements' }).click()
    await page.getByLabel('Day', { exact: true }).fill('2014-04-11')
    await page.getByRole('textbox', { name: 'Firms reached, Greenfell, Value' }).fill('12')
    await page.getByRole('button', { name: 'Save 1 measurements' }).click()
    await page.getByText('1 measurements saved.').waitFor()
  })

  it('says who may change it to those who may not', async () => {
    const page = await open('partner-a')
    await page.getByRole('menuitem', { name: 'Pilot actions' }).click()
    await page.getByRole('link', { name: 'Skills scan with employers' }).click()
    await page
      .getByText(/Only .*the responsible partner.* can do this\./)
      .first()
      .waitFor()
    expect(await page.getByRole('link', { name: 'Edit' }).count()).toBe(0)
  })
})

describe('accessibility', () => {
  it.each([
    ['home', '/', 'Where the work plan stands'],
    ['a list', '/pilots', 'Pilot actions'],
    ['a form', '/partners/create', 'Partner'],
  ])('axe finds nothing on %s', async (_, path, heading) => {
    const page = await open('lead')
    await page.getByRole('heading', { name: 'Where the work plan stands' }).waitFor()
    await page.goto(`${product.gateway.url}/#${path}`)
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
    await page.addScriptTag({ content: axe })
    const found = await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))')
    expect(found).toEqual([])
  })
})
