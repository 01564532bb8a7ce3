import type { Page } from 'playwright-core'
import { openStage, type Stage, visit } from './support.js'

let stage: Stage
let mapped: string
let banded: string

beforeAll(async () => {
  stage = await openStage()
  const lead = await stage.product.client.as('lead')
  const { data } = await lead.ask(`{ mapped: pilots(filter: {title: {eq: "Map of research strengths"}}) { nodes { id } }
    banded: pilots(filter: {title: {eq: "Where finance is missing"}}) { nodes { id } } }`)
  mapped = data.mapped.nodes[0].id
  banded = data.banded.nodes[0].id
})

afterAll(() => stage?.close())

const choose = (page: Page, name: string, level: string) => page.getByRole('combobox', { name }).selectOption({ label: level })

describe('who works with whom', () => {
  it('is seen before and after, as drawings, table and figures, from any level on', async () => {
    const page = await stage.open('observer')
    await visit(page, `/pilots/${mapped}/show`)
    await page.getByRole('link', { name: 'See the map' }).click()
    await page.getByText('11 of 36 pairs worked together before, 14 do after.').first().waitFor()
    expect(await page.getByRole('img', { name: /pairs worked together/ }).count()).toBe(2)
    expect(await page.getByRole('button', { name: /Enter with whom/ }).count()).toBe(0)
    await page.getByRole('button', { name: 'Joint work' }).click()
    await page.getByText('1 of 36 pairs worked together before, 4 do after.').first().waitFor()
    await page.getByRole('button', { name: 'Table' }).click()
    await page.getByRole('row', { name: /Alder Materials Institute Gorse Sensors Not at all Joint work new/ }).waitFor()
    await page.getByRole('row', { name: /Pairs that work together 1 4/ }).waitFor()
  })

  it('is entered by who writes the pilot: a new actor, with whom it works, and what another saved meanwhile is not lost', async () => {
    const page = await stage.open('wp-leader')
    await visit(page, `/pilots/${mapped}/collaboration`)
    await page.getByRole('link', { name: 'Add: Actor' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Juniper School')
    await page.getByRole('combobox', { name: 'Kind' }).click()
    await page.getByRole('option', { name: 'Research and education' }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { name: 'Juniper School' }).waitFor()
    await visit(page, `/pilots/${mapped}/collaboration`)
    await page.getByRole('button', { name: 'Enter with whom Juniper School works' }).click()
    await choose(page, 'Cedar Wood Cluster, After the pilot', 'Regular exchange')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('1 pair saved.').waitFor()
    await page.getByText('11 of 45 pairs worked together before, 15 do after.').first().waitFor()
    await page.getByRole('button', { name: 'Enter with whom Juniper School works' }).click()
    await choose(page, 'Cedar Wood Cluster, After the pilot', 'Joint work')
    await meanwhile()
    await page.getByRole('button', { name: 'Save' }).click()
    await page
      .getByRole('alert')
      .getByText(/changed one of these pairs meanwhile/)
      .waitFor()
    expect(await page.getByRole('combobox', { name: 'Cedar Wood Cluster, After the pilot' }).inputValue()).toBe('JOINT_WORK')
    await page.getByText('Saved meanwhile: Contact now and then').waitFor()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('1 pair saved.').last().waitFor()
  })
})

/** Another person changes the same pair. */
async function meanwhile(): Promise<void> {
  const leader = await stage.product.client.as('wp-leader')
  const { data } = await leader.ask('{ collaborations(filter: {actor: {name: {eq: "Juniper School"}}}) { nodes { id version } } }')
  const { errors } = await leader.ask(
    'mutation ($id: ID!, $version: Int!) { updateCollaboration(id: $id, version: $version, input: {after: CONTACT}) { id } }',
    data.collaborations.nodes[0],
  )
  expect(errors).toBeUndefined()
}

describe('an indicator with a band', () => {
  it('is made by a form that asks for the bounds only there, and shows how far its level is from them', async () => {
    const page = await stage.open('wp-leader')
    await visit(page, `/pilots/${banded}/show`)
    await page.getByText('11 points away from 30% to 50%').waitFor()
    await page.getByRole('link', { name: 'Add an indicator' }).click()
    await page.getByRole('textbox', { name: 'Title' }).fill('Fees paid of due')
    await page.getByRole('radio', { name: 'A number' }).check()
    await page.getByRole('radio', { name: 'Newest counts' }).check()
    await page
      .getByRole('group', { name: /Over partners/ })
      .getByRole('radio', { name: 'Average' })
      .check()
    expect(await page.getByLabel('Lower bound of the band').count()).toBe(0)
    await page.getByRole('radio', { name: 'Within a band is best' }).check()
    await page.getByLabel('Lower bound of the band').fill('40')
    await page.getByLabel('Baseline').fill('90')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('A band needs both bounds, and only a band has any.').first().waitFor()
    await page.getByLabel('Upper bound of the band').fill('60')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('link', { name: 'Fees paid of due' }).click()
    await page.getByRole('heading', { name: 'Fees paid of due' }).waitFor()
    await page.getByText('Within a band is best').first().waitFor()
  })
})
