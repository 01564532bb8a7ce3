import { findingsOn, looks, take } from './looks.js'
import { openStage, type Stage, visit } from './support.js'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage?.close())

/** What a button opens in the bar above, by how wide the screen is. */
const opened = [
  [1280, 'menu', /^Demonstration/],
  [1280, 'dialog', /^As of /],
  [1280, 'menu', 'EN'],
  [1280, 'menu', /^Lena Lead/],
  [360, 'dialog', 'Menu'],
  [360, 'dialog', /^As of /],
  [360, 'menu', /^Lena Lead/],
  [360, 'dialog', 'Search everything'],
] as const

describe('axe finds nothing where something stands open,', () => {
  it.each(opened)('at a width of %i in the %s %s, light and dark', async (width, role, name) => {
    const page = await stage.open('lead')
    for (const look of looks.filter((one) => one.width === width)) {
      await take(page, look)
      await page.getByRole('button', { name }).first().click()
      await page.getByRole(role).last().waitFor()
      await page.waitForTimeout(400)
      expect([look, await findingsOn(page, look)]).toEqual([look, []])
      await page.keyboard.press('Escape')
      await page.getByRole(role).last().waitFor({ state: 'hidden' })
    }
  })
})

describe('on home', () => {
  it('links in a cell with two pilots are 24 px high at least', async () => {
    const page = await stage.open('lead')
    const heights = await page.locator('main table td a[href*="/pilots/"]').evaluateAll((links) => links.map((link) => link.getBoundingClientRect().height))
    expect(heights.length).toBeGreaterThan(5)
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(24)
  })

  it('of a phone, what waits for one comes first, for the keyboard too', async () => {
    const page = await stage.open('lead', { viewport: { width: 360, height: 800 } })
    expect(await page.locator('main h2').first().textContent()).toBe('My work')
  })
})

describe('a list', () => {
  it('says by which column it is ordered, and how', async () => {
    const page = await stage.open('lead')
    await visit(page, '/pilots')
    await page.locator('th.column-title[aria-sort=ascending]').waitFor()
    await page.locator('th.column-title .MuiTableSortLabel-root').click()
    await page.locator('th.column-title[aria-sort=descending]').waitFor()
    expect(await page.locator('th[aria-sort]').count()).toBe(1)
    expect(await page.locator('td[aria-sort]').count()).toBe(0)
  })
})

describe('on a phone', () => {
  it('what is typed in is in sight in the grid, and may be below zero', async () => {
    const page = await stage.open('wp-leader', { viewport: { width: 360, height: 800 } })
    await visit(page, '/pilots')
    await page.getByRole('link', { name: 'Innovation vouchers' }).click()
    await page.getByRole('link', { name: 'Enter measurements' }).click()
    const input = page.locator('[role=gridcell] input').first()
    await input.waitFor()
    const box = await input.boundingBox()
    expect(box && box.x + box.width).toBeLessThanOrEqual(360)
    expect(await input.getAttribute('inputmode')).toBe('text')
  })

  it('the first move of a pilot is the one that is made most', async () => {
    const page = await stage.open('wp-leader', { viewport: { width: 360, height: 800 } })
    await visit(page, '/pilots')
    await page.getByRole('link', { name: 'Innovation vouchers' }).click()
    await page.getByRole('link', { name: 'Enter measurements' }).waitFor()
    expect(await page.locator('main header').first().locator('a.MuiButton-root, button').first().textContent()).toBe('Enter measurements')
  })

  it('long words are broken, and no page scrolls sideways', async () => {
    const page = await stage.open('lead', { viewport: { width: 360, height: 800 } })
    const lead = await stage.product.client.as('lead')
    const { data } = await lead.ask('{ pilots(filter: {title: {eq: "Innovation vouchers"}}) { nodes { id version } } }')
    const [{ id, version }] = data.pilots.nodes
    const title = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenverordnung'.repeat(2)
    await lead.ask('mutation ($id: ID!, $version: Int!, $input: UpdatePilotInput!) { updatePilot(id: $id, version: $version, input: $input) { id } }', {
      id,
      version,
      input: { title, summary: title },
    })
    for (const place of ['/', '/pilots', `/pilots/${id}/show`, `/pilots/${id}/measurements`, '/late']) {
      await visit(page, place)
      expect([place, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([place, 360])
    }
  })
})
