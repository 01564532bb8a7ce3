import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { PASSWORD } from '../support/product.js'

const places = [
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

/** Chromium by CHROME_PATH, else where it usually is. */
export function openBrowser(): Promise<Browser> {
  const path = process.env.CHROME_PATH ?? places.find((place) => existsSync(place))
  if (!path) throw new Error('No Chromium was found. Install it (on Debian: apt-get install chromium), or say where it is with CHROME_PATH.')
  return chromium.launch({ executablePath: path, args: flags })
}

/** Signs a person in through the page. */
export async function signIn(page: Page, url: string, person: string): Promise<void> {
  page.setDefaultTimeout(20_000)
  await page.goto(url)
  await page.getByRole('textbox', { name: 'Username' }).fill(`${person}@example.org`)
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
}
