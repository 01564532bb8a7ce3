import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { PASSWORD, type Product, startProduct } from '../support/product.js'
import { go, loadingOf, settle } from './settle.js'

const places = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
]

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Chromium by CHROME_PATH, else where it usually is: the shell without windows first, it draws with a fifth less work. */
function openBrowser(): Promise<Browser> {
  const path = process.env.CHROME_PATH ?? places.find((place) => existsSync(place))
  if (!path) throw new Error('No Chromium was found. Install it (on Debian: apt-get install chromium), or say where it is with CHROME_PATH.')
  return chromium.launch({ executablePath: path, args: flags })
}

/** The product with its samples and a browser that looks at it. */
export interface Stage {
  readonly product: Product
  readonly browser: Browser
  /** A page of a browser of its own; signed in as a sample person, or as nobody. */
  open(person: string | null, options?: BrowserContextOptions): Promise<Page>
  close(): Promise<void>
}

export async function openStage(settings: NodeJS.ProcessEnv = {}, start = startProduct): Promise<Stage> {
  const product = await start(settings)
  const browser = await openBrowser()
  return {
    product,
    browser,
    async open(person, options = {}) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        locale: 'en-GB',
        reducedMotion: 'reduce',
        ...options,
      })
      const page = await context.newPage()
      page.setDefaultTimeout(20_000)
      loadingOf(page)
      await page.goto(product.gateway.url)
      await headline(page, 'main').waitFor()
      if (person) await signIn(page, person)
      return page
    },
    async close() {
      await browser.close()
      await product.stop()
    },
  }
}

/** Signs a person in through the page. */
export async function signIn(page: Page, person: string): Promise<void> {
  await page.getByRole('textbox', { name: 'E-mail' }).fill(`${person}@example.org`)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: /^(Sign in|Accedi)$/ }).click()
  await headline(page, '#main').waitFor()
}

/** The page's heading, once it is no longer loading. */
const headline = (page: Page, within: string) =>
  page
    .locator(`${within} h1:not([data-left])`)
    .filter({ hasNotText: /^(Loading|Caricamento)$/ })
    .first()

/** Takes away what a button of this name exports, as a kind of file. */
export async function takenAway(page: Page, button: string | RegExp, form: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  await page.getByRole('button', { name: button, exact: true }).first().click()
  const chosen = page.getByRole('menuitem', { name: form }).first()
  const [file] = await Promise.all([page.waitForEvent('download'), chosen.click()])
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}

/** Goes to a page of the dashboard and waits until it stands and nothing is being loaded. */
export async function visit(page: Page, path: string): Promise<void> {
  const loading = loadingOf(page)
  await go(page, path)
  await settle(page, loading)
}
