import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { visit } from './support.js'

/** A page's name and address. */
export type Place = readonly [name: string, path: string]

/** Each page is looked at in all of them; what depends on colours alone is asked again in the dark. */
export const looks = [
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 360, colorScheme: 'dark' },
  { width: 360, colorScheme: 'light' },
] as const

type Look = (typeof looks)[number]

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Goes through pages and tells what axe finds on each in every look, and which scroll sideways. */
export async function faultsOn(page: Page, places: readonly Place[]): Promise<unknown[]> {
  const found: unknown[] = []
  for (const [name, path] of places) {
    await take(page, looks[0])
    await visit(page, path)
    for (const look of looks) {
      await take(page, look)
      const wrong = await findingsOn(page, look)
      if (wrong.length > 0) found.push([name, look, wrong])
      if (await isWiderThanScreen(page)) found.push([name, look, 'scrolls sideways'])
    }
  }
  return found
}

/** Gives a page a width and colours. */
export async function take(page: Page, { width, colorScheme }: Look): Promise<void> {
  await page.setViewportSize({ width, height: 900 })
  await page.emulateMedia({ colorScheme })
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}

/** What axe still finds when colours and columns have changed over: a page that has just been turned dark is half of each. */
export async function findingsOn(page: Page, look: Look): Promise<unknown[]> {
  if ((await findings(page, look)).length === 0) return []
  await page.waitForTimeout(500)
  return findings(page, look)
}

/** What axe finds: rule and first place of each. */
async function findings(page: Page, { colorScheme }: Look): Promise<unknown[]> {
  // By evaluation, not as a script of the page: the page's own policy, which holds in every test, would refuse that.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe)
  // Of what is in order, only that: to name each element of it takes most of the time.
  const options = { resultTypes: ['violations'], ...(colorScheme === 'dark' ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {}) }
  return page.evaluate(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html, nodes[0].any[0]?.message]))`,
  )
}

export const isWiderThanScreen = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
