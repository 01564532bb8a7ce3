import type { Page } from 'playwright-core'
import { startEmpty } from '../support/product.js'
import { openStage, type Stage, visit } from './support.js'

const PASSWORD_OF_ALL = 'velvet harbour nine'

let stage: Stage
let page: Page

const box = (name: string) => page.getByRole('textbox', { name, exact: true })
const save = async (heading: string) => {
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('heading', { name: heading, level: 1, exact: true }).waitFor()
}
const fill = async (answers: Readonly<Record<string, string>>) => {
  for (const [name, text] of Object.entries(answers)) await box(name).fill(text)
}
const choose = async (answers: Readonly<Record<string, string>>) => {
  for (const [name, option] of Object.entries(answers)) {
    await page.getByRole('combobox', { name, exact: true }).click()
    await page.getByRole('option', { name: option, exact: true }).click()
  }
}
/** Chooses from a list that is searched. */
const pick = async (name: string, option: string) => {
  await page.getByRole('combobox', { name, exact: true }).fill(option)
  await page
    .getByRole('option', { name: new RegExp(option) })
    .first()
    .click()
}
/** The only choice there is was made already. */
const chosen = (option: string) => page.locator(`input[role=combobox][value*="${option}"]`).waitFor()
const openProject = async () => {
  await visit(page, '/projects')
  await page.getByRole('link', { name: 'SaltRoad', exact: true }).click()
  await page.getByRole('heading', { name: 'Along the salt road', level: 1 }).waitFor()
}
/** A look at the page, where somebody asks for looks. */
const look = async (name: string) => {
  if (process.env.LOOKS) await page.screenshot({ path: `${process.env.LOOKS}/${name}.png`, fullPage: true })
}

beforeAll(async () => {
  stage = await openStage({ APP_NAME: 'Salt Road Desk' }, startEmpty)
  page = await stage.open(null)
})

afterAll(() => stage?.close())

/** A project of one's own on an installation of one's own, from nothing, by the forms alone. Everything in it is invented. */
describe('a second project', () => {
  it('is begun by the one link, with a first administrator who makes the project for its lead partner', async () => {
    expect(await page.title()).toMatch('Salt Road Desk')
    await page.goto(stage.product.gateway.firstLink ?? '')
    await fill({ Name: 'Frida First', 'E-mail': 'frida@example.net', 'New password': PASSWORD_OF_ALL })
    await page.getByRole('button', { name: 'Begin' }).click()
    await page.getByRole('link', { name: 'Sign in' }).click()
    await box('E-mail').fill('frida@example.net')
    await page.getByLabel('Password').fill(PASSWORD_OF_ALL)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.locator('main').getByRole('link', { name: 'Administration' }).click()
    await page.getByRole('button', { name: 'New project…' }).click()
    await fill({ Acronym: 'SaltRoad', Title: 'Along the salt road' })
    await fill({ 'Name of the lead partner’s person': 'Lia Later', 'E-mail of the lead partner’s person': 'lia@example.net' })
    await page.getByLabel('Country of the lead partner').selectOption({ label: 'Kosovo' })
    await page.getByRole('button', { name: 'New project', exact: true }).click()
    const link = String(await page.locator('code').textContent())
    await look('01-administrator')
    page = await stage.open(null)
    await page.goto(link)
    await page.getByLabel('New password').fill(PASSWORD_OF_ALL)
    await page.getByRole('button', { name: 'Join' }).click()
    await page.getByRole('heading', { name: 'Three steps, and your work plan stands' }).waitFor()
  })

  it('calls its one axis in its own words, counts in its own currency, and lasts from 2020 on', async () => {
    await page.getByRole('link', { name: /Call them otherwise/ }).click()
    await fill({ 'Starts on': '1 January 2020', 'Ends on': '30 June 2023' })
    await page.getByRole('combobox', { name: 'Currency' }).fill('Serbian')
    await page.getByRole('option', { name: /RSD/ }).click()
    await choose({ 'Axes of the matrix': 'Rows only' })
    await fill({ 'Name of a row (English)': 'Theme', 'Name of the rows (English)': 'Themes' })
    await look('02-own-words')
    await save('Along the salt road')
    await visit(page, '/')
    await box('1. Theme').fill('Water\nWood')
    await page.getByRole('button', { name: 'Add: Theme' }).click()
    await page.getByText('Wood', { exact: true }).first().waitFor()
    expect(await page.locator('main').textContent()).not.toMatch(/phase|thematic area/i)
    await look('03-one-axis')
  })

  it('has one fund, and partners of which no name, or no country, is known', async () => {
    await visit(page, '/funds/create')
    await fill({ Code: 'SALT', 'Title (English)': 'Salt fund' })
    await save('Salt fund')
    const add = async (place: string, role: string, answers: Readonly<Record<string, string>>, heading: string) => {
      await visit(page, '/partners/create')
      await fill({ ...answers, 'Place in the list': place })
      await choose({ Role: role })
      await save(heading)
    }
    await add('1', 'Lead partner', { Name: 'Chamber of Salt', Acronym: 'ChS' }, 'Chamber of Salt')
    await add('2', 'Partner', { Name: 'Old Agency', Acronym: 'OA' }, 'Old Agency')
    await add('3', 'Associated partner', {}, 'Associated member 3, name not known')
    await visit(page, '/partners')
    await page.getByText(/2 partners and 1 associated member/).waitFor()
    await look('04-partners')
  })

  it('has stages that overlap, in the time line', async () => {
    await visit(page, '/workPackages/create')
    await fill({ Number: '1', Title: 'Trials' })
    await save('Trials')
    for (const [number, title, from, to] of [
      ['1.1', 'Stage one', '1 January 2020', '30 June 2021'],
      ['1.2', 'Stage two', '1 October 2020', '31 March 2022'],
    ] as const) {
      await visit(page, '/activities/create')
      await fill({ Number: number, Title: title, 'Planned start': from, 'Planned end': to })

      await chosen('Trials')
      await save(title)
    }
    await visit(page, '/timeline')
    await page.getByText('Stage two').first().waitFor()
    await look('05-stages')
  })

  it('has a pilot that starts without targets, for a reason; of its form nothing is kept before something is typed', async () => {
    await visit(page, '/pilots/create')
    await page.waitForTimeout(1000)
    expect(await page.getByText(/Kept on this computer/).count()).toBe(0)
    await fill({ Title: 'Salt vouchers', 'Starts on': '1 March 2020', 'Ends on': '31 March 2023', 'Why it has no targets': 'The ministry sets them later' })
    await pick('Responsible partner', 'OA')
    await pick('Work package', 'Trials')
    await choose({ Theme: 'Water' })
    await save('Salt vouchers')
    await page.getByRole('button', { name: 'Start…' }).click()
    await page.getByRole('dialog').getByRole('textbox').first().fill('1 March 2020')
    await page.getByRole('dialog').getByRole('button', { name: 'Start', exact: true }).click()
    await page.getByText('Running').first().waitFor()
    await look('06-without-targets')
  })

  it('keeps an approximate figure of the whole project', async () => {
    await visit(page, '/projectFigures/create')
    await fill({ Title: 'Participants of trainings', Value: '280', Unit: 'people' })
    await choose({ 'How exact': 'More than' })
    await save('Participants of trainings')
    await look('07-more-than')
  })

  it('lets sources contradict each other, of which one holds', async () => {
    for (const [key, title] of [
      ['site', 'Web site'],
      ['report', 'Final report'],
    ] as const) {
      await visit(page, '/sources/create')
      await fill({ Key: key, Title: title })
      await save(title)
    }
    for (const [source, says, verdict] of [
      ['Web site', '30 June 2022', 'Does not hold'],
      ['Final report', '30 June 2023', 'Holds'],
    ] as const) {
      await openProject()
      await page.getByRole('link', { name: 'Add what it rests on' }).click()
      await choose({ Field: 'Ends on', Basis: 'Source', Verdict: verdict })
      await pick('Source', source)
      await fill({ 'What it says': says, Reason: 'The newest holds' })
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await page.getByText('Saved').first().waitFor()
    }
    await openProject()
    await page.getByText('30 June 2022').first().waitFor()
    await look('08-contradiction')
  })

  it('has a partner replaced in month 31 by one that is made in the same step; what is open goes over', async () => {
    await visit(page, '/partners')
    await page.getByRole('link', { name: 'Old Agency' }).click()
    await page.getByRole('button', { name: 'Replace…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('From').fill('1 July 2022')
    await dialog.getByLabel('Name', { exact: true }).fill('New Agency')
    await look('09-replace')
    await dialog.getByRole('button', { name: 'Replace', exact: true }).click()
    await page.getByText('Replaced. Seats and open work have passed on.').waitFor()
    await page.getByRole('heading', { name: 'Old Agency', level: 1 }).waitFor()
    await visit(page, '/pilots')
    await page.getByText('New Agency').first().waitFor()
    await visit(page, '/pilots/create')
    await page.getByLabel('Responsible partner').click()
    await page.getByRole('option', { name: 'OA (left on 1 July 2022)' }).waitFor()
    await visit(page, '/members')
    await page.getByRole('button', { name: 'Invite a person…' }).click()
    const offered = page.getByRole('dialog').getByLabel('Partner', { exact: true }).getByRole('option')
    await offered.filter({ hasText: 'New Agency' }).waitFor({ state: 'attached' })
    expect(await offered.allTextContents()).not.toContain('OA')
    await page.getByRole('dialog').getByRole('button', { name: 'Back' }).click()
    await visit(page, '/')
    await page.getByRole('heading', { name: 'Where the work plan stands' }).waitFor()
    await look('10-home')
  })
})
