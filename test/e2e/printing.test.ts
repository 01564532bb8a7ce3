import type { Page } from 'playwright-core'
import { openStage, type Stage, visit } from './support.js'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage?.close())

/** How many sheets a page takes. */
async function sheets(page: Page): Promise<number> {
  const text = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  return text.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}

describe('a printed page', () => {
  it('has neither rail nor bar nor buttons, says its project and day, and shows whole tables', async () => {
    const page = await stage.open('lead')
    await visit(page, '/pilots')
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation', { name: 'Rooms' }).isVisible()).toBe(false)
    expect(await page.getByRole('button', { name: 'Export' }).isVisible()).toBe(false)
    expect(await page.getByText('As of 14 April 2014').filter({ visible: true }).count()).toBe(1)
    expect(
      await page
        .locator('#main [role=group]')
        .first()
        .evaluate((group) => getComputedStyle(group).overflowX),
    ).toBe('visible')
    expect(
      await page
        .locator('#main td')
        .first()
        .evaluate((cell) => getComputedStyle(cell).printColorAdjust),
    ).toBe('exact')
  })

  it('keeps names and figures that open something, and no column of letters one below the other', async () => {
    const { data } = await stage.product.client
      .as('lead')
      .then((lead) => lead.ask('{ benchmarks(first: 1) { nodes { id } } benchmarkEditions(filter: {state: {eq: PUBLISHED}}) { nodes { id } } }'))
    const page = await stage.open('lead', { viewport: { width: 720, height: 1000 } })
    await visit(page, `/benchmarkEditions/${data.benchmarkEditions.nodes[0].id}/show`)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('#main [data-entry]').first().isVisible()).toBe(true)
    expect(await page.locator('#main td button').first().isVisible()).toBe(true)
    await visit(page, `/benchmarks/${data.benchmarks.nodes[0].id}/show`)
    const narrowest = await page
      .locator('#main td')
      .evaluateAll((cells) => Math.min(...cells.filter(({ textContent }) => /\w{4}/.test(textContent ?? '')).map(({ clientWidth }) => clientWidth)))
    expect(narrowest).toBeGreaterThan(25)
  })

  it('is white, whichever colours the screen has', async () => {
    const page = await stage.open('lead', { colorScheme: 'dark' })
    await visit(page, '/timeline')
    const lightness = () => page.locator('#main h1').evaluate((title) => Number(/\d+/.exec(getComputedStyle(title).color)?.[0]))
    await page.emulateMedia({ media: 'print' })
    await page.waitForFunction(() => matchMedia('print').matches)
    expect(await lightness()).toBeLessThan(100)
  })

  it.each([
    ['/', 3],
    ['/pilots', 2],
    ['/timeline', 4],
    ['/partners', 2],
  ])('of %s takes no more sheets than it fills', async (path, most) => {
    const page = await stage.open('lead')
    await visit(page, path)
    const count = await sheets(page)
    expect(count).toBeGreaterThan(0)
    expect(count).toBeLessThanOrEqual(most)
  })
})
