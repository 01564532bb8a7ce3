import type { Page } from 'playwright-core'
import readWorkbook from 'read-excel-file/node'
import { openStage, type Stage, takenAway, visit } from './support.js'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage?.close())

const heads = (page: Page) => page.locator('#main thead th').allTextContents()

/** Takes the list away as a kind of file. */
const taken = (page: Page, form: string) => takenAway(page, 'Export', form)

describe('a list', () => {
  it('shows activities with their days', async () => {
    const page = await stage.open('lead')
    await visit(page, '/activities')
    expect(await heads(page)).toEqual(expect.arrayContaining(['Planned start', 'Planned end']))
  })

  it('keeps the columns and the order that were chosen', async () => {
    const page = await stage.open('lead')
    await visit(page, '/deliverables')
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Activity' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Responsible partner' }).click()
    await page.keyboard.press('Escape')
    await page.locator('#main thead').getByText('Title').click()
    await page.locator('#main tbody tr').first().getByText('Common questionnaire').waitFor()
    await visit(page, '/pilots')
    await visit(page, '/deliverables')
    expect(await heads(page)).toEqual(['Title', 'Work package', 'Due on', 'Handed in on', 'Activity'])
    await page.locator('#main tbody tr').first().getByText('Common questionnaire').waitFor()
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('menuitem', { name: 'The usual columns' }).click()
    expect(await heads(page)).toContain('Responsible partner')
  })

  it('that is wider than the page says so', async () => {
    const page = await stage.open('lead', { viewport: { width: 760, height: 900 } })
    await visit(page, '/pilots')
    await page.getByText('More columns at the right').waitFor()
    await page.locator('#main [role=group]').evaluate((group) => group.scrollTo(9999, 0))
    await page.getByText('More columns at the right').waitFor({ state: 'detached' })
  })
})

describe('a list that is taken away', () => {
  it('is a CSV file that spreadsheets know as UTF-8, in the columns, order and words of the screen, with its keys', async () => {
    const page = await stage.open('lead')
    await visit(page, '/pilots')
    const [shown, first] = [await heads(page), await page.locator('#main tbody tr').first().locator('a').first().textContent()]
    const { name, bytes } = await taken(page, 'CSV with semicolons')
    const lines = bytes.toString('utf8').split('\r\n')
    expect([name, lines[0]?.startsWith('\uFEFF')]).toEqual(['pilots.csv', true])
    const head = lines[0]?.slice(1).split(';') ?? []
    expect(head.slice(0, shown.length)).toEqual(shown)
    expect(head.slice(-1)).toEqual(['id'])
    expect(head).toEqual(expect.arrayContaining(['statusCode', 'partnerId']))
    expect(lines[1]?.startsWith(`${first};`)).toBe(true)
  })

  it('is a workbook in which days are days', async () => {
    const page = await stage.open('lead')
    await visit(page, '/deliverables')
    const { name, bytes } = await taken(page, 'Excel file (XLSX)')
    const [sheet] = await readWorkbook(bytes)
    const [head, ...rows] = sheet?.data ?? []
    expect(name).toBe('deliverables.xlsx')
    expect(rows.some((row) => row[head?.indexOf('Due on') ?? -1] instanceof Date)).toBe(true)
  })

  it('of which a page has the first rows only is named there, with the way to all of it', async () => {
    const lead = await stage.product.client.as('lead')
    const { data } = await lead.ask('{ pilots(first: 1, filter: {title: {eq: "Skills scan with employers"}}) { nodes { id project { id } } } }')
    const [pilot] = data.pilots.nodes
    const create = Array.from(
      { length: 51 },
      (_, index) =>
        `r${index}: createRisk(input: {projectId: "${pilot.project.id}", pilotId: "${pilot.id}", title: "Risk ${index}", likelihood: 2, impact: 2}) { id }`,
    )
    expect((await lead.ask(`mutation { ${create.join(' ')} }`)).errors).toBeUndefined()
    const page = await stage.open('lead')
    await visit(page, `/pilots/${pilot.id}/show`)
    await page.getByText('Of Risks, this page has the first 50 only').waitFor()
    await page.getByRole('link', { name: 'All of Risks' }).click()
    await page.getByText('Of Risks, this page has').waitFor({ state: 'detached' })
  })
})
