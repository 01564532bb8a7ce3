import type { Page } from 'playwright-core'
import { makeBenchmark } from '../support/benchmarks.js'
import { openStage, type Stage, visit } from './support.js'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage?.close())

const openBenchmark = async (page: Page) => {
  await visit(page, '/benchmarks')
  await page.getByRole('link', { name: 'Pilot actions and like initiatives' }).click()
  await page.getByRole('heading', { name: 'Pilot actions and like initiatives' }).waitFor()
}

const section = (page: Page, name: string | RegExp) => page.getByRole('region', { name })

const file = (name: string, lines: readonly string[]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) })

describe('an evaluator', () => {
  it('enters a further initiative by import: a fault at its row, then without', async () => {
    const page = await stage.open('evaluator')
    await openBenchmark(page)
    await page.getByRole('button', { name: 'Import…' }).click()
    const rows = ['title,kind,region,Firms reached in a month,Days from request to answer']
    await page.getByLabel('Choose a file:').setInputFiles(file('entries.csv', [...rows, 'Market days,ONGOING,XX02,x,30']))
    await page.getByText('1 fault. Nothing is written').waitFor()
    await page.getByRole('row', { name: /2 Firms reached in a month/ }).waitFor()
    expect(await page.getByRole('button', { name: 'Take over all rows' }).isDisabled()).toBe(true)
    await page.getByLabel('Choose a file:').setInputFiles(file('entries.csv', [...rows, 'Market days,ONGOING,XX02,9,30']))
    await page.getByText('1 new, 0 changed, 2 values.').waitFor()
    await page.getByRole('button', { name: 'Take over all rows' }).click()
    await page.getByRole('link', { name: 'Market days', exact: true }).waitFor()
    await page.getByRole('link', { name: 'Firms reached in a month, Market days: 9' }).waitFor()
  })
})

describe('the levels of a benchmark', () => {
  it('are built by an evaluator: a pillar, an indicator moved into it, what each counts in words, and scores of each pillar', async () => {
    const id = await makeBenchmark(await stage.product.client.as('evaluator'), { units: 6, indicators: 3, runs: 200 })
    const page = await stage.open('evaluator')
    const levels = section(page, 'Indicators and pillars')
    await visit(page, `/benchmarks/${id}/show`)
    await levels.getByRole('link', { name: 'Add: Pillar of a benchmark' }).click()
    await page.getByLabel('Title').fill('People')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { name: 'People', level: 1 }).waitFor()
    await visit(page, `/benchmarks/${id}/show`)
    for (const [title, counts] of [
      ['Indicator 1', '100% of People, 33.3% of the index'],
      ['Indicator 2', '50% of People, 25% of the index'],
    ] as const) {
      await levels.getByRole('button', { name: `Move or weigh ${title}` }).click()
      await page.getByRole('dialog').getByLabel('Pillar').selectOption('People')
      await page.getByRole('button', { name: 'Place it so' }).click()
      await levels.getByRole('row', { name: new RegExp(`^${title} ${counts}`) }).waitFor()
    }
    await page.getByRole('button', { name: 'Compute an edition…' }).click()
    await page.getByRole('button', { name: 'Freeze and compute' }).click()
    await section(page, /^Pillars of Initiative/)
      .getByText('People')
      .waitFor()
    await section(page, 'What counts how much')
      .getByRole('row', { name: /^Indicator 1 People 50% 38% to 63% 25%/ })
      .waitFor()
  })
})

describe('the lead partner', () => {
  it('computes an edition, recomputes it to the same bytes, and publishes it; a stranger reads it and places a plan in it', async () => {
    const page = await stage.open('lead')
    await openBenchmark(page)
    await page.getByRole('button', { name: 'Compute an edition…' }).click()
    await page.getByLabel('Title').fill('Spring')
    await page.getByRole('button', { name: 'Freeze and compute' }).click()
    await page.getByRole('heading', { name: 'Edition Spring' }).waitFor()
    await section(page, 'Ranking').waitFor()
    await page.getByRole('button', { name: 'Recompute and compare' }).click()
    await page.getByText('Recomputed: the bytes are the same').waitFor()
    await page.getByRole('button', { name: 'Publish…' }).click()
    await page.getByRole('dialog', { name: 'Publish: Spring' }).getByText('anyone sees titles and values').waitFor()
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByRole('button', { name: 'Withdraw…' }).waitFor()
    const address = await page.getByRole('link', { name: 'Public page, for anyone without an account' }).getAttribute('href')

    const stranger = await stage.open(null)
    await visit(stranger, (address ?? '').replace('#', ''))
    await stranger.getByRole('heading', { name: 'Pilot actions and like initiatives, Spring' }).waitFor()
    await section(stranger, 'Ranking')
      .getByRole('button', { name: /Market days.*in 90 of 100 recomputations/ })
      .waitFor()
    const csv = await stranger.evaluate((path) => fetch(path).then((response) => response.text()), `/benchmarks/${address?.split('/').at(-1)}.csv`)
    expect(csv).toContain('Market days')
    await stranger.getByLabel('Planned initiative', { exact: true }).selectOption('Another one')
    await stranger.getByText('Type at least one planned value.').waitFor()
    await stranger.getByLabel('Firms reached in a month (firms)').fill('40')
    await stranger.getByText(/Likely place .* of 12/).waitFor()
    await stranger.getByText('Beyond what the edition has seen: this is a guess.').waitFor()
    await section(stranger, 'Ranking')
      .getByRole('button', { name: /Another one/ })
      .waitFor()
  })

  it('cancels a computation', async () => {
    const id = await makeBenchmark(await stage.product.client.as('lead'), { units: 100, indicators: 20, runs: 50_000 })
    const page = await stage.open('lead')
    await visit(page, `/benchmarks/${id}/show`)
    await page.getByRole('button', { name: 'Compute an edition…' }).click()
    await page.getByLabel('Title').fill('Stopped')
    await page.getByRole('button', { name: 'Freeze and compute' }).click()
    await page.getByRole('progressbar', { name: 'Progress of the computation' }).waitFor()
    await page.getByRole('button', { name: 'Cancel…' }).click()
    await page.getByRole('button', { name: 'Cancel', exact: true }).click()
    await page.getByText('Its computation was cancelled.').waitFor()
  })
})

describe('an edition', () => {
  it('is walked with arrows, opens its figures to their source, and shows the same figures as a table', async () => {
    const page = await stage.open('observer')
    await openBenchmark(page)
    await page.getByRole('link', { name: '2014-1' }).click()
    await page.getByText('Newer data exists.').waitFor()
    const ranking = section(page, 'Ranking')
    await ranking.getByRole('button', { name: /^Innovation vouchers/ }).focus()
    await page.keyboard.press('ArrowUp')
    await page.getByRole('heading', { name: /against its peers/ }).waitFor()
    expect(await page.getByRole('heading', { name: 'Innovation vouchers against its peers' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Days from request to answer of Cluster academy: 12 days; open its source' }).first().click()
    await page.getByRole('dialog').getByText('Invented', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Back' }).click()
    await ranking.getByRole('button', { name: 'Table' }).click()
    await ranking.getByRole('rowheader', { name: 'Cluster academy' }).waitFor()
    expect(await page.getByRole('button', { name: 'Publish' }).count()).toBe(0)
  })
})

describe('the regional position', () => {
  it('is chosen by region and year, as chart and as table, and stands in the address', async () => {
    const page = await stage.open('observer')
    await page.getByRole('link', { name: 'Foresight' }).click()
    await page.getByRole('heading', { name: 'Regional position of Northmere (fictional)' }).waitFor()
    await page.getByLabel('Region').selectOption('XX04 Westholm (fictional)')
    await page.getByRole('heading', { name: 'Regional position of Westholm (fictional)' }).waitFor()
    await page.getByLabel('From year').selectOption('2010')
    await page.getByText(/From 2010 to 2013 the whole changed by/).waitFor()
    expect(page.url()).toContain('from=2010')
    await section(page, 'Location quotients').getByRole('button', { name: 'Table' }).click()
    await page.getByRole('rowheader', { name: 'C25 Metal products' }).waitFor()
  })

  it('takes in a file of statistics: a fault at its row, then all rows', async () => {
    const page = await stage.open('lead')
    await visit(page, '/regionalPosition')
    await page.getByRole('button', { name: 'Import…' }).click()
    const row = (region: string, division: string) => `${region},EMPLOYMENT,${division},2014,1234.5,persons,Test`
    const head = 'region,measure,division,year,value,unit,source'
    await page.getByLabel('Choose a file:').setInputFiles(file('bad.csv', [head, row('XX01', 'C25'), row('XX77', 'C25')]))
    await page.getByText('1 fault. Nothing is written').waitFor()
    await page.getByRole('row', { name: /3 region/ }).waitFor()
    await page.getByLabel('Choose a file:').setInputFiles(file('good.csv', [head, row('XX01', 'C25'), row('XX01', 'C10'), row('XX02', 'C25')]))
    await page.getByText('3 figures: 3 new, 0 replaced, 0 unchanged.').waitFor()
    await page.getByRole('cell', { name: 'XX02' }).waitFor()
    await page.getByRole('button', { name: 'Take over all rows' }).click()
    await page.getByText(/From 2008 to 2014 the whole changed by/).waitFor()
  })
})
