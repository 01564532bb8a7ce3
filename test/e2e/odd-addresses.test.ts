import type { Page } from 'playwright-core'
import { openStage, type Stage, visit } from './support.js'

let stage: Stage
let page: Page
let pilot: string

beforeAll(async () => {
  stage = await openStage()
  const lead = await stage.product.client.as('lead')
  pilot = (await lead.ask('{ pilots(filter: {title: {eq: "Innovation vouchers"}}) { nodes { id } } }')).data.pilots.nodes[0].id
  page = await stage.open('lead')
})

afterAll(() => stage?.close())

const unfit = 'What this list was set to does not fit any more. It is shown as usual.'

/** Waits until the list stands. */
async function expectList(): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Pilot actions' }).waitFor()
  await page.getByRole('link', { name: 'Innovation vouchers' }).waitFor()
}

/** Says once what was dropped, and waits until that is no longer said. */
async function expectDropped(): Promise<void> {
  await page.getByText(unfit).waitFor()
  await expectList()
  expect(page.url()).toMatch(/#\/pilots$/)
  await page.keyboard.press('Escape')
  await page.getByText(unfit).waitFor({ state: 'hidden' })
}

describe('what an address or this browser says of a list and does not fit', () => {
  it.each([
    ['a field that is not there', { filter: '{"colour":{"eq":"red"}}' }],
    ['a value that the gateway does not take', { filter: '{"status":{"eq":"RED"}}' }],
    ['an id that is none', { filter: '{"partner":{"id":{"eq":"x"}}}' }],
    ['an order that is not there', { sort: 'colour', order: 'ASC' }],
    ['a page of no size', { perPage: '0' }],
  ])('is dropped and said: %s', async (_, settings) => {
    await visit(page, '/')
    await page.evaluate(
      (to) => {
        window.location.hash = to
      },
      `#/pilots?${new URLSearchParams(settings)}`,
    )
    await expectDropped()
    await visit(page, '/')
    await page.getByRole('link', { name: /^Pilots/ }).click()
    await expectList()
    expect(await page.getByText(unfit).count()).toBe(0)
  })

  it('is cleaned where the browser kept it', async () => {
    await page.evaluate(() => localStorage.setItem('RaStoreClusterPoliSEE.pilots.address', JSON.stringify('?filter={"colour":{"eq":"red"}}')))
    await page.evaluate(() => localStorage.setItem('RaStoreClusterPoliSEE.partners.address', '{"odd":1}'))
    await page.reload()
    await visit(page, '/')
    await page.getByRole('link', { name: /^Pilots/ }).click()
    await expectDropped()
    expect(await page.evaluate(() => localStorage.getItem('RaStoreClusterPoliSEE.pilots.address'))).toBe('""')
    await page.getByRole('link', { name: /^Partnership/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Partners' }).waitFor()
  })
})

describe('an odd address', () => {
  it.each(['9999-12-31', '0025-01-15', 'yesterday'])('with the day %s says so, and shows the usual one', async (day) => {
    await page.goto(`${stage.product.gateway.url}/?asOf=${day}`)
    await page.getByText(`No page can speak of the day "${day}".`).waitFor()
    await page.getByText('the plan for 14 April 2014').waitFor()
    expect(page.url()).not.toContain('asOf')
  })

  it('with an id in capitals opens what it names, and is written small', async () => {
    await visit(page, `/pilots/${pilot.toUpperCase()}/show`)
    await page.getByRole('heading', { level: 1, name: 'Innovation vouchers' }).waitFor()
    expect(page.url()).toContain(`/pilots/${pilot}/show`)
  })

  it('of the form to sign in leads who is signed in home', async () => {
    await visit(page, '/login')
    await page.getByRole('heading', { level: 1, name: 'Where the work plan stands' }).waitFor()
  })

  it('of a language that is not spoken here is the browser’s', async () => {
    await page.evaluate(() => localStorage.setItem('RaStoreClusterPoliSEE.locale', '"tlh"'))
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Where the work plan stands' }).waitFor()
    expect(await page.evaluate(() => localStorage.getItem('RaStoreClusterPoliSEE.locale'))).toBe('"en"')
  })
})
