import { openStage, type Stage, visit } from './support.js'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage?.close())

describe('search', () => {
  it('is walked by arrows, and Enter opens the first hit', async () => {
    const page = await stage.open('observer')
    await visit(page, '/')
    await page.keyboard.press('/')
    const words = page.getByRole('searchbox', { name: 'Words to look for' })
    await words.fill('mid term')
    const hit = page.getByRole('dialog').getByRole('link', { name: 'Mid-term meeting' })
    await hit.waitFor()
    await page.keyboard.press('ArrowDown')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Mid-term meeting')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Mid-term meeting' }).waitFor()
  })

  it('says where the words stand, and to what a hit belongs', async () => {
    const page = await stage.open('observer')
    await visit(page, '/')
    await page.keyboard.press('/')
    await page.getByRole('searchbox', { name: 'Words to look for' }).fill('vouchers')
    const hit = page
      .getByRole('dialog')
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: 'Innovation vouchers', exact: true }) })
    expect(await hit.first().textContent()).toContain('4 Pilot actions')
  })
})
