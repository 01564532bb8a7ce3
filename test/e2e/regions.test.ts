import type { Page } from 'playwright-core'
import { makeBenchmark } from '../support/benchmarks.js'
import { openStage, type Stage, visit } from './support.js'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage?.close())

/** Gives an import of statistics rows of these regions. The figures are made up. */
async function give(page: Page, regions: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'Import…' }).click()
  const lines = ['region,measure,division,year,value,unit,source', ...regions.map((region) => `${region},EMPLOYMENT,C25,2014,5,persons,Test`)]
  await page.getByLabel('Choose a file:').setInputFiles({ name: 'regions.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) })
}

describe('regions of the official lists', () => {
  it('are searched and added in the list of regions by a lead partner', async () => {
    const page = await stage.open('lead')
    await visit(page, '/regions')
    await page.getByRole('button', { name: 'Add regions…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Add regions' })
    await dialog.getByLabel('Code or name, as ITI3 or Toscana').fill('tosca')
    await dialog.getByLabel('ITI1 Toscana NUTS level 2, list of 2021').check()
    await dialog.getByLabel('Code or name, as ITI3 or Toscana').fill('xk')
    await dialog.getByText('No list has such a region.').waitFor()
    await dialog.getByRole('button', { name: 'Add 1 region', exact: true }).click()
    await page.getByText('1 region is added.').waitFor()
    await page.getByRole('link', { name: 'Toscana' }).waitFor()
    await page.getByRole('button', { name: 'Add regions…' }).click()
    await dialog.getByLabel('Code or name, as ITI3 or Toscana').fill('ITI1')
    expect(await dialog.getByLabel('ITI1 Toscana NUTS level 2, list of 2021; it is here already').isDisabled()).toBe(true)
  })

  it('are added where an import misses them, and what no list has goes to an administrator', async () => {
    const page = await stage.open('lead')
    await visit(page, '/regionalPosition')
    await give(page, ['ITF1', 'GR43', 'ZZ99'])
    await page.getByText('These regions are in the official lists and not here yet: EL43 Kriti, ITF1 Abruzzo.').waitFor()
    await page.getByText('No official list that is here has ZZ99. Is the code right? If so, ask an administrator').waitFor()
    await page.getByRole('button', { name: 'Add 2 regions' }).click()
    await page.getByText('1 fault. Nothing is written').waitFor()
    expect(await page.getByRole('button', { name: /^Add \d region/ }).count()).toBe(0)
  })

  it('are asked of the lead partner by whoever may import and not add them', async () => {
    const id = await makeBenchmark(await stage.product.client.as('evaluator'), { units: 1, indicators: 1, runs: 100 })
    const page = await stage.open('evaluator')
    await visit(page, `/benchmarks/${id}/show`)
    await page.getByRole('button', { name: 'Import…' }).click()
    await page
      .getByLabel('Choose a file:')
      .setInputFiles({ name: 'entries.csv', mimeType: 'text/csv', buffer: Buffer.from('title,kind,region\nA,REGION,ITI2') })
    await page.getByText('This region is in the official lists and not here yet: ITI2 Umbria.').waitFor()
    await page.getByText(/Only the lead partner can do this/).waitFor()
    expect(await page.getByRole('button', { name: /^Add \d region/ }).count()).toBe(0)
    await visit(page, '/regions')
    await page.getByRole('heading', { name: 'Regions', level: 1 }).waitFor()
    expect(await page.getByRole('button', { name: 'Add regions…' }).count()).toBe(0)
  })

  it('are added from a form in which one is missed', async () => {
    const page = await stage.open('lead')
    await visit(page, '/partners/create')
    await page.getByRole('button', { name: 'Add a region that is not in the list…' }).click()
    await page.getByLabel('Code or name, as ITI3 or Toscana').fill('ITF2')
    await page.getByLabel(/^ITF2 Molise/).check()
    await page.getByRole('button', { name: 'Add 1 region', exact: true }).click()
    await page.getByText('1 region is added.').waitFor()
    await page.getByRole('combobox', { name: 'Region' }).fill('Molise')
    await page.getByRole('option', { name: /Molise/ }).waitFor()
  })
})
