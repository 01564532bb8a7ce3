import { Keyboard } from './keyboard.js'
import { openStage, type Stage } from './support.js'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage?.close())

describe('by keyboard alone', () => {
  it('the lead partner adds a partner with a contact and replaces another by it', async () => {
    const page = await stage.open('lead')
    const keys = new Keyboard(page)
    await keys.press(/^Partnership/)
    await keys.press('Add: Partner')
    await page.getByRole('heading', { name: 'New: Partner' }).waitFor()
    await keys.fill('Place in the list', '13')
    await keys.fill('Name', 'Council of Farness (fictional)')
    await keys.fill('Acronym', 'Farness')
    await keys.choose(/^Role/, 'Partner')
    await keys.search('Country', 'fictional')
    await keys.press('Save')
    await page.getByRole('heading', { name: 'Council of Farness (fictional)' }).waitFor()
    await keys.press('Add: Contact')
    await keys.fill('Name', 'Fay Farness')
    await keys.press('Save')
    await page.getByRole('heading', { name: 'Fay Farness' }).waitFor()

    await keys.press('Partners')
    await page.getByRole('heading', { name: 'Partners' }).waitFor()
    await page
      .getByRole('link', { name: /of Newbridge/ })
      .first()
      .waitFor()
    await keys.press(/of Newbridge/)
    await page.getByRole('heading', { name: /Newbridge/ }).waitFor()
    await keys.press('Replace…')
    await page.getByRole('dialog', { name: 'Replace Newbridge' }).waitFor()
    await keys.to('Successor')
    await page.keyboard.type('Farness')
    await keys.fill('From', '2014-05-01')
    await keys.press('Replace')
    await page.getByText('Replaced. Seats and open work have passed on.').waitFor()
  })

  it('the work-package leader makes a pilot with an indicator and a target, starts it and measures; home moves', async () => {
    const page = await stage.open('wp-leader')
    const keys = new Keyboard(page)
    await keys.press(/^Pilots/)
    await keys.press('Add: Pilot action')
    await page.getByRole('heading', { name: 'New: Pilot action' }).waitFor()
    await keys.fill('Title', 'Keyboard pilot')
    await keys.search('Responsible partner', 'Highbrook')
    await keys.fill('Starts on', '2014-01-01')
    await keys.fill('Ends on', '2014-12-01')
    await keys.search('Work package', 'Pilot')
    await keys.choose(/^Thematic area/, 'Regional specialisation')
    await keys.choose(/^Phase/, 'More effective policies')
    await keys.press('Save')
    await page.getByRole('heading', { name: 'Keyboard pilot' }).waitFor()
    await page.getByText('1 Jan 2014 – 1 Dec 2014').waitFor()

    await keys.press('Add an indicator')
    await page.getByRole('heading', { name: 'New: Indicator' }).waitFor()
    await keys.fill('Title', 'Talks')
    for (const first of ['A number', 'Add up', 'Add up', 'More is better']) {
      await keys.to(first)
      await page.keyboard.press('Space')
    }
    await keys.press('Save')
    await page.getByRole('heading', { name: 'Keyboard pilot' }).waitFor()
    await keys.press('Talks')
    await page.getByRole('heading', { name: 'Talks' }).waitFor()
    await keys.press('Set a target…')
    await keys.fill('Due on', '2014-03-31')
    await keys.fill('Value', '10')
    await keys.press('Save')
    await page.getByRole('rowheader', { name: '31 March 2014' }).first().waitFor()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await keys.press('Keyboard pilot')

    await keys.press('Start…')
    await keys.press('Start')
    await page.getByText(/Running since/).waitFor()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await keys.press('Enter measurements')
    await keys.fill(/^Talks, Highbrook, 14 Apr 2014/, '4')
    await keys.press('Save 1 measurement')
    await page.getByText('1 measurement saved.').waitFor()
    await keys.press('Home')
    await page.getByRole('link', { name: /^40% achieved, 100% planned, 60 points behind; open Regional specialisation, More effective policies/ }).waitFor()
  })

  it('two people edit one pilot, and the second one merges', async () => {
    const [leader, partner] = await Promise.all([stage.open('wp-leader'), stage.open('partner-b')])
    const [first, second] = [new Keyboard(leader), new Keyboard(partner)]
    for (const [page, keys] of [
      [leader, first],
      [partner, second],
    ] as const) {
      await keys.press('Skills scan with employers')
      await page.getByRole('heading', { name: 'Skills scan with employers' }).waitFor()
      await keys.press('Edit')
      await page.getByRole('heading', { name: /^Edit:/ }).waitFor()
    }
    await first.fill('Title', 'Skills scan with all employers')
    await first.press('Save')
    await leader.getByText('Saved.').waitFor()
    await second.fill('Title', 'Skills scan, firm by firm')
    await second.fill('Note', 'First round ended.')
    await second.press('Save')
    await partner.getByRole('dialog', { name: /saved this while you were editing/ }).waitFor()
    await second.to(/^Mine: Skills scan, firm by firm/)
    await partner.keyboard.press('Space')
    await second.press('Save what I chose')
    await partner.getByRole('heading', { name: 'Skills scan, firm by firm' }).waitFor()
    await partner.getByText('First round ended.').first().waitFor()
  })

  it('a partner is told who may change what is not theirs', async () => {
    const page = await stage.open('partner-a')
    const keys = new Keyboard(page)
    await keys.press('Innovation vouchers')
    await page.getByText('Only the lead partner or the work-package leader or the responsible partner can change this.').waitFor()
  })
})
