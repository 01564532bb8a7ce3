import type { Page } from 'playwright-core'
import { makeBenchmark } from '../support/benchmarks.js'
import { Keyboard } from './keyboard.js'
import { openStage, type Stage, takenAway, visit } from './support.js'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage?.close())

/** Gives the dialog a file as a regional office saves it: letters of Windows, semicolons. */
const give = (page: Page, name: string, lines: readonly string[]) =>
  page.getByLabel('Choose a file:').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n'), 'latin1') })

/** Opens the import, its first tab stop where the dialog begins. */
async function openImport(page: Page): Promise<Keyboard> {
  await page.getByRole('button', { name: 'Import…' }).click()
  await page.getByRole('dialog').waitFor()
  return new Keyboard(page)
}

/** Takes a choice by the first letters of its text, as a keyboard does. */
async function take(page: Page, keys: Keyboard, label: string, letters: string): Promise<void> {
  await keys.to(label)
  await page.keyboard.type(letters)
}

// All figures here are made up.
const statistics = (years: readonly string[], figures: readonly string[]) => [
  'Occupati per regione e attività economica',
  '',
  ['Territorio', 'Ateco', 'Sesso', ...years].join(';'),
  ['XX01', 'C10-C12', 'T', ...figures].join(';'),
  ['XX01', 'C10-C12', 'F', ...figures.map(() => '4')].join(';'),
  '',
  '(s) stima',
]

describe('a file whose columns are not known', () => {
  it('is mapped by keyboard, previewed and taken over; the next of its shape is read at once', async () => {
    const page = await stage.open('lead')
    await visit(page, '/regionalPosition')
    const keys = await openImport(page)
    await give(page, 'occupati.csv', statistics(['2013', '2014'], ['8123 b', ':']))
    await page.getByText('Not found by the names of the columns: Region, Measure, Unit, Source.').waitFor()
    await page.getByText('The names of the columns stand in row 3. 1 remark below the last row is passed over.').waitFor()
    await take(page, keys, 'Region', 'Terr')
    await take(page, keys, 'Measure', 'the')
    await take(page, keys, 'Measure, for all rows', 'Wages')
    await take(page, keys, 'Unit', 'the')
    await keys.fill('Unit, for all rows', 'thousand EUR')
    await take(page, keys, 'Source', 'the')
    await keys.fill('Source, for all rows', 'Ufficio di statistica')
    await take(page, keys, 'Sesso', 'T')
    await keys.press('Read it so')
    await page.getByText('2 figures: 1 new, 0 replaced, 0 unchanged. 1 is marked as not available').waitFor()
    await page.getByRole('row', { name: /^XX01 Wages C10-C12 2013 8.?123 b thousand EUR Ufficio di statistica$/ }).waitFor()
    await keys.press('Take over all rows')
    await page.getByRole('dialog').waitFor({ state: 'detached' })

    await openImport(page)
    await give(page, 'occupati-2015.csv', statistics(['2013', '2014', '2015'], ['8123 b', '8200', '8300 e']))
    await page.getByText('Read as the last file with these columns.').waitFor()
    await page.getByText('3 figures: 2 new, 0 replaced, 1 unchanged.').waitFor()
    await page.getByRole('row', { name: /^XX01 Wages C10-C12 2015 8.?300 e thousand EUR Ufficio di statistica$/ }).waitFor()
  })

  it('of a benchmark is mapped so too', async () => {
    const id = await makeBenchmark(await stage.product.client.as('lead'), { units: 1, indicators: 1, runs: 100 })
    const page = await stage.open('lead')
    await visit(page, `/benchmarks/${id}/show`)
    const keys = await openImport(page)
    await give(page, 'iniziative.csv', ['Iniziativa;Quante', 'Città;12'])
    await page.getByText('Not found by the names of the columns: Title, Kind.').waitFor()
    await take(page, keys, 'Title', 'Iniz')
    await take(page, keys, 'Kind', 'the')
    await take(page, keys, 'Kind, for all rows', 'Ongoing')
    await take(page, keys, 'Indicator 1 (may be left out)', 'Quan')
    await keys.press('Read it so')
    await page.getByText('1 new, 0 changed, 1 values.').waitFor()
    await page.getByRole('row', { name: /^Città Ongoing initiative of others .*12$/ }).waitFor()
    await keys.press('Take over all rows')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await openImport(page)
    await give(page, 'altre.csv', ['Iniziativa;Quante', 'Perché no;13'])
    await page.getByText('Read as the last file with these columns.').waitFor()
    await page.getByText('1 new, 0 changed, 1 values.').waitFor()
  })
})

describe('the list of statistics, taken away and read back,', () => {
  it.each([
    ['Excel', 'en-GB', '0 new, 0 replaced'],
    ['CSV', 'en-GB', '0 new, 0 replaced'],
    ['CSV', 'it-IT', '0 nuovi, 0 sostituiti'],
  ])('as %s by %s changes nothing', async (form, locale, nothing) => {
    const page = await stage.open('lead', { locale })
    await visit(page, '/regionalStatistics')
    const { name, bytes: buffer } = await takenAway(page, /^(Export|Esporta)$/, form)
    await visit(page, '/regionalPosition')
    await page.getByRole('button', { name: /^(Import|Importa)…$/ }).click()
    await page.getByLabel(/^(Choose a file|Scelga un file):$/).setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
    await page.getByText(`: ${nothing}, `).waitFor()
  })
})
