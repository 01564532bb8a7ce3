import type { Page } from 'playwright-core'
import { findings, openStage, type Stage, visit } from './support.js'

let stage: Stage
let pages: readonly (readonly [string, string])[]

beforeAll(async () => {
  stage = await openStage()
  const lead = await stage.product.client.as('lead')
  const { data } = await lead.ask(`{ pilots(filter: {title: {eq: "Innovation vouchers"}}) { nodes { id indicators(first: 1) { nodes { id } } } }
    partners(first: 1, filter: {project: {demonstration: {eq: true}}}) { nodes { id } } workPackages(filter: {number: {eq: 4}, project: {demonstration: {eq: true}}}) { nodes { id } }
    deliverables(first: 1, filter: {handedInOn: {isNull: true}}) { nodes { id } } unknown: pilots(filter: {project: {demonstration: {eq: false}}}, first: 1) { nodes { id } } projects(filter: {demonstration: {eq: true}}) { nodes { id } } }`)
  const [pilot] = data.pilots.nodes
  const idOf = (list: string) => data[list].nodes[0].id
  pages = [
    ['home', '/'],
    ['a list', '/pilots'],
    ['a list of the work plan', '/deliverables'],
    ['a pilot', `/pilots/${pilot.id}/show`],
    ['entry of measurements', `/pilots/${pilot.id}/measurements`],
    ['an indicator', `/indicators/${pilot.indicators.nodes[0].id}/show`],
    ["an indicator's form", `/indicators/${pilot.indicators.nodes[0].id}`],
    ['a partner', `/partners/${idOf('partners')}/show`],
    ["a partner's form", '/partners/create'],
    ['a work package', `/workPackages/${idOf('workPackages')}/show`],
    ['a deliverable', `/deliverables/${idOf('deliverables')}/show`],
    ['the project', `/projects/${idOf('projects')}/show`],
    ['members', '/members'],
    ['progress', '/progress'],
    ['my account', '/account'],
    ['a page that is not there', '/pilots/00000000-0000-7000-8000-000000000000/show'],
    ['a pilot of which little is known', `/pilots/${idOf('unknown')}/show`],
    ['an empty list', '/regions?filter=%7B%22q%22%3A%22nowhere%22%7D'],
  ]
})

afterAll(() => stage?.close())

const looks = [
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 360, colorScheme: 'light' },
  { width: 360, colorScheme: 'dark' },
] as const

const isWiderThanScreen = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)

describe.each(looks)('at $width px, $colorScheme', ({ width, colorScheme }) => {
  it('axe finds nothing on any page, and no page scrolls sideways', async () => {
    const page = await stage.open('lead', { viewport: { width, height: 900 }, colorScheme })
    const found: unknown[] = []
    for (const [name, path] of pages) {
      await visit(page, path)
      const wrong = (await findings(page)) as unknown[]
      if (wrong.length > 0) found.push([name, wrong])
      if (await isWiderThanScreen(page)) found.push([name, 'scrolls sideways'])
    }
    expect(found).toEqual([])
  })

  it('axe finds nothing on pages that fail, are empty, or are for strangers', async () => {
    const page = await stage.open('partner-b', { viewport: { width, height: 900 }, colorScheme })
    await page.route('**/graphql', (route) => (route.request().postData()?.includes('workPackages(') ? route.abort() : route.continue()))
    await visit(page, '/workPackages')
    await page.getByRole('heading', { name: 'This page cannot be shown' }).waitFor()
    expect(await findings(page)).toEqual([])
    const admin = await stage.open('admin', { viewport: { width, height: 900 }, colorScheme })
    expect(await findings(admin)).toEqual([])
    await visit(admin, '/administration')
    expect(await findings(admin)).toEqual([])
    const stranger = await stage.open(null, { viewport: { width, height: 900 }, colorScheme })
    await stranger.getByRole('button', { name: 'Sign in' }).waitFor()
    expect(await findings(stranger)).toEqual([])
    await visit(stranger, '/forgotten-password')
    expect(await findings(stranger)).toEqual([])
  })
})

it('reflows at 320 px, which is 1280 px at 400 %', async () => {
  const page = await stage.open('wp-leader', { viewport: { width: 320, height: 256 } })
  for (const [, path] of pages.slice(0, 6)) {
    await visit(page, path)
    expect(await isWiderThanScreen(page)).toBe(false)
  }
})
