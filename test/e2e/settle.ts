import type { Page, Request } from 'playwright-core'

const PATIENCE = 20_000

const watched = new WeakMap<Page, ReadonlySet<Request>>()

/** What a page is loading, from the first time on that this is asked. */
export function loadingOf(page: Page): ReadonlySet<Request> {
  const known = watched.get(page)
  if (known) return known
  const loading = new Set<Request>()
  page.on('request', (request) => request.resourceType() !== 'eventsource' && loading.add(request))
  page.on('requestfinished', (request) => loading.delete(request))
  page.on('requestfailed', (request) => loading.delete(request))
  watched.set(page, loading)
  return loading
}

/** Changes the address as a link does; the heading of the page that is left is marked. */
export const go = (page: Page, address: string): Promise<void> =>
  page.evaluate((to) => {
    if (window.location.hash === `#${to}`) return
    document.querySelector('main h1')?.setAttribute('data-left', '')
    window.location.hash = to
  }, address)

/**
 * Waits until the page stands and nothing is being loaded, twice in a row: what has come asks for more sometimes. A heading
 * that was there before is the new page's too when nothing more happens.
 */
export async function settle(page: Page, loading: ReadonlySet<Request> = loadingOf(page)): Promise<void> {
  const end = Date.now() + PATIENCE
  for (let [quiet, same] = [0, 0]; quiet < 2 && same < 50; ) {
    if (Date.now() > end) throw new Error('not in time')
    const heading = loading.size === 0 ? await page.evaluate(headingThatStands).catch(nothingWhileLeaving) : null
    quiet = heading === 'new' ? quiet + 1 : 0
    same = heading === 'same' ? same + 1 : 0
    await page.waitForTimeout(10)
  }
}

/** A page that begins anew has nothing to say of itself in between. */
function nothingWhileLeaving(error: Error): null {
  if (/context was destroyed|navigat/i.test(error.message)) return null
  throw error
}

/** Whether the page has a heading, and it is not that of the page that was left; null while something is loading. */
function headingThatStands(): 'new' | 'same' | null {
  const loading = document.querySelector('.MuiSkeleton-root, .MuiCircularProgress-root, .MuiLinearProgress-indeterminate')
  const heading = document.querySelector('main h1')
  if (loading || !heading || /^(Loading|Caricamento)$/.test(heading.textContent ?? '')) return null
  return heading.hasAttribute('data-left') ? 'same' : 'new'
}
