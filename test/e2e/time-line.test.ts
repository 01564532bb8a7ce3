import type { Page } from 'playwright-core'
import { openStage, type Stage, visit } from './support.js'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage?.close())

/** The row of an item, and what is drawn there in words. */
const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) })
const drawnOf = (page: Page, name: string) => rowOf(page, name).getByRole('img').getAttribute('aria-label')

describe('the time line', () => {
  it('is what the work plan opens as', async () => {
    const page = await stage.open('observer')
    await page.getByRole('link', { name: 'Work plan' }).click()
    await page.getByRole('heading', { name: 'Time line' }).waitFor()
    expect(await page.getByRole('link', { name: 'Work packages' }).count()).toBe(1)
  })

  it('says in words what it draws: planned, run, late on its day', async () => {
    const page = await stage.open('observer')
    await visit(page, '/timeline')
    expect(await drawnOf(page, 'Mid-term meeting')).toContain('due 20 March 2014; 25 days late')
    expect(await drawnOf(page, 'Map of research strengths')).toMatch(/1 June 2013 to .*; ran from .*; Completed/)
  })

  it('stands as of another day, when nothing of that was late', async () => {
    const page = await stage.open('observer')
    const address = new URL(page.url())
    address.searchParams.set('asOf', '2014-03-20')
    address.hash = '/timeline'
    await page.goto(address.href)
    await page.getByRole('heading', { name: 'Time line' }).waitFor()
    await page.getByText('on 20 March 2014').waitFor()
    expect(await drawnOf(page, 'Mid-term meeting')).not.toContain('late')
  })

  it('is a list with the same rows, reached by the keyboard, and on a phone', async () => {
    const page = await stage.open('observer')
    await visit(page, '/timeline')
    const drawn = await page.locator('#main tbody th[scope=row] a').allTextContents()
    await page.getByRole('button', { name: 'List' }).focus()
    await page.keyboard.press('Enter')
    await page.locator('#main li a').first().waitFor()
    expect(await page.locator('#main li a').allTextContents()).toEqual(drawn)
    const phone = await stage.open('observer', { viewport: { width: 360, height: 740 } })
    await visit(phone, '/timeline')
    expect(await phone.locator('#main li a').allTextContents()).toEqual(drawn)
  })

  it('folds a work package', async () => {
    const page = await stage.open('observer')
    await visit(page, '/timeline')
    const fold = page.getByRole('button', { name: /^4 Pilot actions: / })
    await fold.click()
    expect([await fold.getAttribute('aria-expanded'), await rowOf(page, 'Mid-term meeting').count()]).toEqual(['false', 0])
  })

  it('draws 500 items sooner than the browser draws a plain table of as many rows and months', async () => {
    const page = await stage.open('observer')
    await page.route('**/graphql*', async (route) => {
      const response = await route.fetch()
      const answer = await response.json()
      if (answer.data?.milestones) multiply(answer.data)
      await route.fulfill({ response, json: answer })
    })
    await visit(page, '/timeline')
    expect(await page.locator('#main tbody th[scope=row]').count()).toBeGreaterThanOrEqual(500)
    const busy = await threadTime(page)
    const took = async (work: () => Promise<void>) => {
      const before = await busy()
      await page.evaluate(work)
      return (await busy()) - before
    }
    const [times, plain]: [number[], number[]] = [[], []]
    for (let turn = 0; turn < 5; turn += 1) {
      plain.push(await took(drawPlain))
      await page.getByRole('button', { name: 'List' }).click()
      times.push(await took(drawAgain))
    }
    // A fifth of a second on a machine that has nothing else to do, where the plain table takes longer.
    expect(Math.min(...times) / Math.min(...plain)).toBeLessThan(1)
  })
})

/** Tells for how many milliseconds the page's own thread has worked: how busy the rest of the machine is does not count. */
async function threadTime(page: Page): Promise<() => Promise<number>> {
  const tools = await page.context().newCDPSession(page)
  await tools.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await tools.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
  }
}

interface Rows {
  readonly activities: { nodes: Record<string, unknown>[] }
  readonly deliverables: { nodes: Record<string, unknown>[] }
}

/** Makes 500 items of few. */
function multiply(data: Rows): void {
  const [activity] = data.activities.nodes
  const [deliverable] = data.deliverables.nodes
  const many = (row: Record<string, unknown> | undefined, days: Record<string, string>) =>
    Array.from({ length: 250 }, (_, index) => ({ ...row, ...days, id: `${row?.id}-${index}` }))
  data.activities.nodes = many(activity, { plannedStart: '2013-03-01', plannedEnd: '2014-08-31', actualStart: '2013-04-01' })
  data.deliverables.nodes = many(deliverable, { dueOn: '2014-03-31' })
}

/** Draws the chart, in the page, and waits until it is painted. */
async function drawAgain(): Promise<void> {
  document.querySelector<HTMLElement>('button[value=chart]')?.click()
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
}

/** Draws 500 rows of a plain table with a cell for each of 24 months, as a yardstick, and takes them away again. */
async function drawPlain(): Promise<void> {
  const row = `<tr>${'<td>1</td>'.repeat(24)}</tr>`
  const place = document.body.appendChild(document.createElement('div'))
  place.innerHTML = `<table>${row.repeat(500)}</table>`
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  place.remove()
}
