import type { Page } from 'playwright-core'
import { openStage, type Stage, signIn, visit } from './support.js'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage?.close())

const focused = (page: Page) => page.evaluate(() => [document.activeElement?.tagName, document.activeElement?.textContent])

/** Waits until the focus is at a heading. */
const arriveAt = (page: Page, heading: string) =>
  page.waitForFunction((name) => document.activeElement?.tagName === 'H1' && document.activeElement.textContent === name, heading)

describe('the focus', () => {
  it('goes to the heading of the page that a link leads to, and nowhere at first', async () => {
    const page = await stage.open('lead')
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Where the work plan stands' }).waitFor()
    expect((await focused(page))[0]).toBe('BODY')
    await page.getByRole('link', { name: /^Pilots/ }).press('Enter')
    await arriveAt(page, 'Pilot actions')
    await page.getByRole('link', { name: 'Innovation vouchers' }).press('Enter')
    await arriveAt(page, 'Innovation vouchers')
    await page.goBack()
    await arriveAt(page, 'Pilot actions')
    await visit(page, '/pilots/01890000-0000-7000-8000-000000000000/show')
    await arriveAt(page, 'Nothing is here')
  })

  it('goes to the heading of the record once the button of a move is gone', async () => {
    const page = await stage.open('wp-leader')
    await visit(page, '/pilots')
    await page.getByRole('link', { name: 'Innovation vouchers' }).click()
    await page.getByRole('button', { name: 'Suspend…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Waits for the new call')
    await dialog.getByRole('button', { name: 'Suspend' }).click()
    await page.getByRole('status').filter({ hasText: 'Suspend: done.' }).waitFor()
    await arriveAt(page, 'Innovation vouchers')
  })
})

describe('Back', () => {
  it('from home after signing in does not lead to the form again', async () => {
    const page = await stage.open(null)
    await visit(page, '/personal-data')
    await page.goto(`${stage.product.gateway.url}/#/login`)
    await signIn(page, 'lead')
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: /kept/i }).waitFor()
    expect(page.url()).toContain('#/personal-data')
  })

  it('undoes a filter, and the list keeps its filter for who comes again by a link', async () => {
    const page = await stage.open('lead')
    const open = async (link: RegExp, heading: string) => {
      await page.getByRole('link', { name: link }).click()
      await page.getByRole('heading', { level: 1, name: heading }).waitFor()
    }
    const shows = (title: string) => page.getByRole('link', { name: title }).waitFor()
    await open(/^Pilots/, 'Pilot actions')
    await shows('Innovation vouchers')
    await page.getByPlaceholder('Search').fill('skills')
    await page.getByRole('link', { name: 'Innovation vouchers' }).waitFor({ state: 'hidden' })
    await open(/^Home$/, 'Where the work plan stands')
    await open(/^Pilots/, 'Pilot actions')
    await shows('Skills scan with employers')
    expect(await page.getByRole('link', { name: 'Innovation vouchers' }).count()).toBe(0)
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'Where the work plan stands' }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'Pilot actions' }).waitFor()
    await shows('Skills scan with employers')
    await page.goBack()
    await shows('Innovation vouchers')
    expect(page.url()).toMatch(/#\/pilots$/)
  })

  it('undoes another day, and stays on the page', async () => {
    const page = await stage.open('lead')
    await page.getByRole('button', { name: 'As of 14 April 2014' }).click()
    await page.getByRole('dialog').getByRole('textbox', { name: 'Another day' }).fill('2014-01-31')
    await page.keyboard.press('Escape')
    await page.getByText('the plan for 31 January 2014').waitFor()
    await page.goBack()
    await page.getByText('the plan for 14 April 2014').waitFor()
    expect(page.url()).not.toContain('asOf')
  })
})
