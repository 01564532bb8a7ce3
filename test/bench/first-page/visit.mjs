/** A line of 1.6 Mbit/s with 150 ms, and a machine a quarter as fast as this one. */
const slow = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }
const SLOWER = 4

/** A phone. */
const screen = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'en-GB' }

/** Opens home with an empty cache as who has the cookies; answers seconds, layout shift, requests and bytes as they came over the line. */
export async function visit(browser, url, cookies) {
  const context = await browser.newContext(screen)
  try {
    await context.addCookies(cookies)
    const page = await context.newPage()
    const line = await slowLine(context, page)
    await page.addInitScript(watchPage)
    await page.goto(url, { waitUntil: 'commit' })
    const painted = await page.waitForFunction(() => window.firstPage?.painted, null, { timeout: 60_000 }).then((handle) => handle.jsonValue())
    const first = line.bytes(() => true)
    await line.quiet()
    const shift = await page.evaluate(() => window.firstPage.shift)
    return { painted: painted / 1000, shift, requests: line.count(), first, code: line.bytes(isCode), all: line.bytes(() => true) }
  } finally {
    await context.close()
  }
}

/** The same, and taps a link of the matrix as soon as it is painted; answers the seconds until the page that it opens is drawn. */
export async function tap(browser, url, cookies) {
  const context = await browser.newContext(screen)
  try {
    await context.addCookies(cookies)
    const page = await context.newPage()
    await slowLine(context, page)
    await page.addInitScript(watchPage, true)
    await page.goto(url, { waitUntil: 'commit' })
    const answered = await page.waitForFunction(() => window.firstPage?.answered, null, { timeout: 60_000 })
    return { answered: (await answered.jsonValue()) / 1000 }
  } finally {
    await context.close()
  }
}

const isCode = (url) => /\.(js|css)$/.test(new URL(url).pathname) && !url.includes('partnership-map')

/** Slows a page down, and counts what comes over its line. */
async function slowLine(context, page) {
  const session = await context.newCDPSession(page)
  const requests = new Map()
  let last = Date.now()
  session.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    if (request.url.startsWith('http') && type !== 'EventSource') requests.set(requestId, { url: request.url, bytes: null })
    last = Date.now()
  })
  const end = ({ requestId, encodedDataLength = 0 }) => {
    const request = requests.get(requestId)
    if (request) request.bytes = encodedDataLength
    last = Date.now()
  }
  session.on('Network.loadingFinished', end)
  session.on('Network.loadingFailed', end)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', slow)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  const all = () => [...requests.values()]
  return {
    count: () => requests.size,
    bytes: (counts) => all().reduce((sum, { url, bytes }) => sum + (counts(url) ? (bytes ?? 0) : 0), 0),
    async quiet() {
      while (Date.now() - last < 1500 || all().some(({ bytes }) => bytes === null)) await page.waitForTimeout(100)
    },
  }
}

/** Runs in the page: notes when home's figures are painted and how far things moved; taps a link and notes when that has answered. */
function watchPage(taps) {
  const noted = { painted: 0, answered: 0, shift: 0 }
  window.firstPage = noted
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) noted.shift += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
  const afterPaint = (then) => requestAnimationFrame(() => setTimeout(then))
  const figure = () => document.querySelector('main table td a[aria-label]')
  const look = () => {
    if (!figure()) return requestAnimationFrame(look)
    afterPaint(() => {
      noted.painted = performance.now()
      if (taps) figure().click()
      if (taps) requestAnimationFrame(wait)
    })
  }
  const wait = () => {
    if (figure()) return requestAnimationFrame(wait)
    afterPaint(() => {
      noted.answered = performance.now()
    })
  }
  requestAnimationFrame(look)
}
