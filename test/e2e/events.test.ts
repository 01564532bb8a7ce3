import { openStage, type Stage, visit } from './support.js'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage?.close())

describe('an event', () => {
  it('is made by its host, with minutes in Markdown that are drawn and never run', async () => {
    const page = await stage.open('partner-a')
    await visit(page, '/events/create')
    await page.getByRole('textbox', { name: 'Title' }).fill('Round table of laboratories')
    await page.getByRole('combobox', { name: 'Kind' }).click()
    await page.getByRole('option', { name: 'Round table' }).click()
    await page.getByLabel('Starts on', { exact: true }).fill('2014-04-02')
    await page.getByRole('combobox', { name: 'Host' }).fill('Stillw')
    await page.getByRole('option', { name: 'Stillwater' }).click()
    const minutes = '# Agreed\n\n- one **price list**\n- [rules](javascript:alert(1))\n\n<img src=x onerror=alert(1)> ![map](https://example.org/map.png)'
    await page.getByRole('textbox', { name: 'Minutes' }).fill(minutes)
    await page.getByRole('button', { name: 'Preview' }).click()
    await page.getByRole('region', { name: 'Preview' }).getByRole('heading', { name: 'Agreed', level: 3 }).waitFor()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { name: 'Round table of laboratories' }).waitFor()
    await page.locator('#main strong', { hasText: 'price list' }).waitFor()
    expect(await page.locator('#main img, #main a[href^="javascript"]').count()).toBe(0)
    expect(await page.getByRole('link', { name: 'Calendar file' }).getAttribute('href')).toMatch(/^\/events\/[0-9a-f-]{36}\.ics$/)
  })

  it('is attended by another partner, who says so itself', async () => {
    const page = await stage.open('partner-b')
    await visit(page, '/events')
    expect(await page.getByRole('link', { name: 'Calendar file' }).getAttribute('href')).toMatch(/\/calendar\.ics$/)
    await page.getByRole('link', { name: 'Round table of laboratories' }).click()
    await page.getByRole('link', { name: 'Enter attendance: Greenfell' }).click()
    await page.getByRole('textbox', { name: 'People' }).fill('2')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('link', { name: 'Round table of laboratories' }).first().click()
    await page.locator('#main li', { hasText: 'Greenfell' }).first().waitFor()
    expect(await page.getByRole('link', { name: 'Enter attendance: Greenfell' }).count()).toBe(0)
  })

  it('decides what its owner finds in the work that waits, and marks as done there', async () => {
    const page = await stage.open('partner-b')
    const decision = 'Say what the map of research strengths costs a year'
    await page.getByRole('link', { name: `Carry out: ${decision}` }).click()
    await page.getByRole('heading', { name: decision }).waitFor()
    await page.getByRole('button', { name: 'Mark as done…' }).click()
    await page.getByRole('button', { name: 'Mark as done', exact: true }).click()
    await page.getByText('done on 14 April 2014').waitFor()
    await visit(page, '/')
    await page.getByRole('heading', { name: 'My work' }).waitFor()
    await page.getByRole('link', { name: `Carry out: ${decision}` }).waitFor({ state: 'detached' })
  })

  it('is shown to anyone when it is public and the project is published, without its minutes', async () => {
    const lead = await stage.product.client.as('lead')
    const { data } = await lead.ask('{ projects(filter: {demonstration: {eq: true}}) { nodes { id version } } }')
    const [{ id, version }] = data.projects.nodes
    await lead.ask('mutation ($id: ID!, $version: Int!) { updateProject(id: $id, version: $version, input: {published: true}) { id } }', { id, version })
    const page = await stage.open(null)
    await visit(page, `/public/${id}`)
    await page.getByRole('heading', { name: 'Events' }).waitFor()
    await page.getByText('Launch of the demonstration').waitFor()
    await page.getByText(/^Final conference\s*November 2014/).waitFor()
    expect(await page.getByText('Second steering committee').count()).toBe(0)
    expect(await page.getByText('by the tenth').count()).toBe(0)
  })
})
