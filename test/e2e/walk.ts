import type { ConsoleMessage, Page, Request } from 'playwright-core'
import type { Place } from './places.js'

interface Fault {
  readonly address: string
  readonly fault: string
}

const PATIENCE = 20_000

/** Goes from place to place inside one page, each until its own data are on screen; tells what went wrong where. */
export async function walk(page: Page, places: readonly Place[]): Promise<Fault[]> {
  const faults: Fault[] = []
  let at = '/'
  const blame = (fault: string) => faults.push({ address: at, fault: fault.slice(0, 300) })
  const pending = watch(page, blame)
  for (const { address } of places) {
    at = address
    await go(page, address)
    await settle(page, pending).catch(() => blame('did not stand in time'))
    const fault = await page.evaluate(whatIsWrong)
    if (fault) blame(fault)
  }
  return faults
}

/** Listens to what the browser complains of and what the gateway refuses; answers what is still being loaded. */
function watch(page: Page, blame: (fault: string) => void): ReadonlySet<Request> {
  const pending = new Set<Request>()
  page.on('console', (message) => isComplaint(message) && blame(message.text()))
  page.on('pageerror', (error) => blame(error.message))
  page.on('request', (request) => request.resourceType() !== 'eventsource' && pending.add(request))
  page.on('requestfailed', (request) => pending.delete(request))
  page.on('requestfinished', async (request) => {
    if (new URL(request.url()).pathname === '/graphql') {
      const answer = await request.response().then((response) => response?.json())
      for (const { message } of answer?.errors ?? []) blame(message)
    }
    pending.delete(request)
  })
  return pending
}

const isComplaint = (message: ConsoleMessage) => ['error', 'warning'].includes(message.type())

/** Changes the address as a link does; the heading of the page that is left is marked. */
const go = (page: Page, address: string) =>
  page.evaluate((to) => {
    if (window.location.hash === `#${to}`) return
    document.querySelector('main h1')?.setAttribute('data-left', '')
    window.location.hash = to
  }, address)

/**
 * Waits until the page stands and nothing is being loaded, twice in a row: what has come asks for more sometimes. A heading
 * that was there before is the new page's too when nothing more happens.
 */
async function settle(page: Page, pending: ReadonlySet<Request>): Promise<void> {
  const end = Date.now() + PATIENCE
  for (let [quiet, same] = [0, 0]; quiet < 2 && same < 50; ) {
    if (Date.now() > end) throw new Error('not in time')
    const heading = pending.size === 0 ? await page.evaluate(headingThatStands) : null
    quiet = heading === 'new' ? quiet + 1 : 0
    same = heading === 'same' ? same + 1 : 0
    await page.waitForTimeout(10)
  }
}

/** Whether the page has a heading, and it is not that of the page that was left; null while something is loading. */
function headingThatStands(): 'new' | 'same' | null {
  const loading = document.querySelector('.MuiSkeleton-root, .MuiCircularProgress-root, .MuiLinearProgress-indeterminate')
  const heading = document.querySelector('main h1')
  if (loading || !heading || heading.textContent === 'Loading') return null
  return heading.hasAttribute('data-left') ? 'same' : 'new'
}

/** What a page says of itself when it cannot be shown. */
function whatIsWrong(): string | null {
  const said = Array.from(document.querySelectorAll('main h1, main [role=alert]'), ({ textContent }) => textContent ?? '')
  return said.find((text) => /^(This page cannot be shown|Nothing is here|Something went wrong on this page)/.test(text)) ?? null
}
