import type { Page } from 'playwright-core'
import { openStage, type Stage, visit } from './support.js'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage?.close())

async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label }).click()
  await page.getByRole('option', { name: option }).click()
}

/** Answers the indicator's questions: a number that adds up over time and partners, and more is better. */
async function addIndicator(page: Page, title: string, target: string): Promise<void> {
  await page.getByRole('link', { name: 'Add an indicator' }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill(title)
  await page.getByRole('radio', { name: 'A number' }).check()
  const groups = ['Over time', 'Over partners'].map((name) => page.getByRole('group', { name: new RegExp(name) }))
  for (const group of groups) await group.getByRole('radio', { name: 'Add up' }).check()
  await page.getByText('With your answers this comes to 27.').waitFor()
  await page.getByRole('radio', { name: 'More is better' }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'Specialisation diary' }).waitFor()
  await page.getByRole('link', { name: title }).first().click()
  await page.getByRole('heading', { name: title }).waitFor()
  await page.getByRole('button', { name: 'Set a target…' }).click()
  await page.getByLabel('Due on').fill('2014-03-31')
  await page.getByLabel('Value').fill(target)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('rowheader', { name: '31 March 2014' }).first().waitFor()
  await page.getByRole('link', { name: 'Specialisation diary' }).click()
}

const paste = (page: Page, text: string) =>
  page.evaluate((block) => {
    const data = new DataTransfer()
    data.setData('text', block)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, text)

describe('a work-package leader', () => {
  it('makes a pilot with indicators and targets, pastes twelve measurements, and home moves', async () => {
    const page = await stage.open('wp-leader')
    await page.getByText('No pilot placed yet').nth(1).waitFor()
    await visit(page, '/pilots')
    await page.getByRole('link', { name: 'Add: Pilot action' }).click()
    await page.getByRole('textbox', { name: 'Title' }).fill('Specialisation diary')
    await choose(page, 'Responsible partner', 'Highbrook')
    await choose(page, 'Work package', /Pilot actions/)
    await choose(page, 'Thematic area', 'Regional specialisation')
    await choose(page, 'Phase', 'More effective policies')
    await page.getByLabel('Starts on').fill('2014-01-01')
    await page.getByLabel('Ends on').fill('2014-11-01')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { name: 'Specialisation diary' }).waitFor()
    await page.getByText('1 Jan 2014 – 1 Nov 2014').waitFor()

    await page.getByRole('button', { name: 'Plan anew…' }).click()
    await page.getByLabel('Starts on').fill('2014-05-01')
    await page.getByLabel('Ends on').fill('2014-01-01')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('The end is before the start. Choose a later day.').waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('question-endsOn')
    await page.getByLabel('Starts on').fill('2014-01-01')
    await page.getByLabel('Ends on').fill('2014-12-01')
    await page.getByText('The end is before the start. Choose a later day.').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('1 Jan 2014 – 1 Dec 2014').waitFor()
    await page.getByText('Specialisation diary now ends 1 December 2014, was 1 November 2014').waitFor()

    await addIndicator(page, 'Entries', '20')
    await addIndicator(page, 'Talks', '40')
    await addIndicator(page, 'Firms', '80')

    await page.getByRole('button', { name: 'Start…' }).click()
    await page.getByLabel('Started on').fill('2014-01-02')
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    await page.getByText('Running since 2 January 2014').waitFor()
    await page.getByText('Specialisation diary is now running, was planned, 2 January 2014').waitFor()
    expect(await page.getByText('Started on').count()).toBe(1)

    await page.getByRole('link', { name: 'Enter measurements' }).click()
    for (let more = 0; more < 3; more += 1) await page.getByRole('button', { name: 'Add a day' }).click()
    for (const [index, day] of ['2014-01-31', '2014-02-28', '2014-03-15', '2014-03-31'].entries()) await page.getByLabel(`Day ${index + 1}`).fill(day)
    await page.getByRole('textbox', { name: 'Entries, Highbrook, 31 Jan 2014' }).focus()
    await paste(page, '1\t2\t3\t4\n2\t4\t6\t8\n4\t8\t12\t16\n')
    await page.getByText('12 cells pasted.').waitFor()
    await page.getByText('Progress of this pilot: from 0% to 50%, plan 100%.').waitFor()
    await page.getByRole('button', { name: 'Save 12 measurements' }).click()
    await page.getByText('12 measurements saved.').waitFor()
    await page.getByRole('link', { name: 'Home' }).click()
    await page.getByRole('link', { name: /^50% achieved, 100% planned, 50 points behind; open Regional specialisation, More effective policies/ }).waitFor()
  })
})

describe('a partner', () => {
  it('enters one day with the keyboard alone, and is asked about an odd value', async () => {
    const page = await stage.open('partner-b')
    await tabTo(page, 'Pilots')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Pilot actions' }).waitFor()
    await tabTo(page, 'Skills scan with employers')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Skills scan with employers' }).waitFor()
    await tabTo(page, 'Enter measurements')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Enter measurements' }).waitFor()
    await tabTo(page, 'Firms reached, Greenfell, 14 Apr 2014')
    await page.keyboard.type('180')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Firms that would take part again, Greenfell, 14 Apr 2014')
    await page.getByText(/is 180 right\?/).waitFor()
    await page.getByText('1 question to answer first.').waitFor()
    await tabTo(page, 'It is 18')
    await page.keyboard.press('Enter')
    await tabTo(page, 'Save 1 measurement')
    await page.keyboard.press('Enter')
    await page.getByText('1 measurement saved.').waitFor()
  })

  it('corrects an earlier value with a reason; both stay', async () => {
    const page = await stage.open('partner-b')
    await visit(page, '/pilots')
    await page.getByRole('link', { name: 'Skills scan with employers' }).click()
    await page.getByRole('link', { name: 'Enter measurements' }).click()
    await page.getByRole('button', { name: /Firms reached, 31 March 2014: \d+\. Correct it/ }).click()
    await page.getByLabel('Value').fill('17')
    await page.getByRole('button', { name: 'Correct', exact: true }).click()
    await page.getByText('Say why.').waitFor()
    await page.getByLabel('Reason').fill('One firm was counted twice')
    await page.getByRole('button', { name: 'Correct', exact: true }).click()
    await page.getByRole('button', { name: 'Firms reached, 31 March 2014: 17. Correct it' }).waitFor()
    await page.getByRole('link', { name: 'Skills scan with employers' }).click()
    await page.getByRole('link', { name: 'Firms reached' }).click()
    await page.getByText('because: One firm was counted twice').waitFor()
    await page.getByText('(corrected)').waitFor()
    await page.getByRole('button', { name: /^Firms reached, 31 January 2014: \d+\. Correct it$/ }).click()
    await page.getByLabel('Value').fill('')
    await page.getByLabel('Reason').fill('Counted for another pilot')
    await page.getByRole('button', { name: 'Correct', exact: true }).click()
    await page.getByText('(taken back)').waitFor()
  })

  it('is told who may change what is not theirs', async () => {
    const page = await stage.open('partner-a')
    await visit(page, '/pilots')
    await page.getByRole('link', { name: 'Skills scan with employers' }).click()
    await page.getByText('Only the lead partner or the work-package leader or the responsible partner can change this.').waitFor()
    expect(await page.getByRole('link', { name: 'Edit' }).count()).toBe(0)
    expect(await page.getByRole('link', { name: 'Enter measurements' }).count()).toBe(0)
  })

  it("does not find another partner's quiet pilot, by its address neither", async () => {
    const owner = await stage.product.client.as('partner-a')
    const { id } = (await owner.ask('{ pilots(search: "levy") { nodes { id } } }')).data.pilots.nodes[0]
    const page = await stage.open('partner-b')
    await visit(page, `/pilots/${id}/show`)
    await page.getByRole('heading', { name: 'Nothing is here' }).waitFor()
  })
})

describe('the lead partner', () => {
  it('reads on the first page what people did, in sentences with the names of things', async () => {
    const lead = await stage.product.client.as('lead')
    const { id, version } = (await lead.ask('{ pilots(filter: {title: {eq: "Innovation vouchers"}}) { nodes { id version } } }')).data.pilots.nodes[0]
    const written = await lead.ask('mutation ($id: ID!, $version: Int!) { updatePilot(id: $id, version: $version, input: {weight: 2}) { version } }', {
      id,
      version,
    })
    await lead.ask(
      'mutation ($id: ID!, $version: Int!) { replanPilot(id: $id, version: $version, startsOn: "2013-10-01", endsOn: "2014-08-31", reason: "A late call") { id } }',
      {
        id,
        version: written.data.updatePilot.version,
      },
    )
    const page = await stage.open('lead')
    const newest = page.getByRole('region', { name: 'Newest changes' })
    await newest.getByRole('link', { name: 'Innovation vouchers now ends 31 August 2014, was 31 July 2014: A late call' }).waitFor()
    await newest.getByRole('link', { name: 'Innovation vouchers: weight now 2, was 1' }).waitFor()
    expect(await newest.getByText('SHA-256').count()).toBe(0)
  })
})

/** Presses Tab until the element with this accessible name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate(() => {
      const element = document.activeElement
      return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
    })
    if (found === name || found.replace(/\d+$/, '') === name) return
  }
  throw new Error(`Tab does not reach "${name}"`)
}
