import type { Page } from 'playwright-core'
import { PASSWORD } from '../support/product.js'
import { findings, openStage, type Stage, visit } from './support.js'

let stage: Stage
let published: string
let pages: readonly (readonly [string, string])[]
/** Where an evaluator gives marks. */
let scoring: readonly (readonly [string, string])[]
/** Pages that lead to what partner-b may not read. */
let hidden: readonly (readonly [string, string])[]

beforeAll(async () => {
  stage = await openStage()
  const lead = await stage.product.client.as('lead')
  const { data } = await lead.ask(`{ pilots(filter: {title: {eq: "Innovation vouchers"}}) { nodes { id indicators(first: 1) { nodes { id } } } }
    partners(first: 1, filter: {project: {demonstration: {eq: true}}}) { nodes { id } } workPackages(filter: {number: {eq: 4}, project: {demonstration: {eq: true}}}) { nodes { id } }
    deliverables(first: 1, filter: {handedInOn: {isNull: true}}) { nodes { id } } published: evaluationPlans(filter: {status: {eq: PUBLISHED}}) { nodes { id } } scored: evaluationPlans(filter: {status: {eq: SCORING}}) { nodes { id } } unknown: pilots(filter: {project: {demonstration: {eq: false}}}, first: 1) { nodes { id } } projects(filter: {demonstration: {eq: true}}) { nodes { id } }
     benchmarks(first: 1) { nodes { id } } benchmarkEntries(first: 1) { nodes { id } } benchmarkIndicators(first: 1) { nodes { id } } benchmarkEditions(filter: {state: {eq: PUBLISHED}}) { nodes { id } } }`)
  const [pilot] = data.pilots.nodes
  const idOf = (list: string) => data[list].nodes[0].id
  published = idOf('benchmarkEditions')
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
    ['evaluations', '/evaluationPlans'],
    ['an evaluation', `/evaluationPlans/${idOf('published')}/show`],
    ['an evaluation being scored', `/evaluationPlans/${idOf('scored')}/show`],
    ["an evaluation's report", `/evaluationPlans/${idOf('published')}/report`],
    ["an evaluation's form", '/evaluationPlans/create'],
    ['benchmarks', '/benchmarks'],
    ['a benchmark', `/benchmarks/${idOf('benchmarks')}/show`],
    ['an edition', `/benchmarkEditions/${idOf('benchmarkEditions')}/show`],
    ['an initiative of a benchmark', `/benchmarkEntries/${idOf('benchmarkEntries')}/show`],
    ["a benchmark's indicator", `/benchmarkIndicators/${idOf('benchmarkIndicators')}`],
    ['the regional position', '/regionalPosition'],
    ['regional statistics', '/regionalStatistics'],
    ['members', '/members'],
    ['progress', '/progress'],
    ['my account', '/account'],
    ['a pilot of which little is known', `/pilots/${idOf('unknown')}/show`],
    ['an empty list', '/regions?filter=%7B%22q%22%3A%22nowhere%22%7D'],
  ]
  scoring = [['scoring', `/evaluationPlans/${idOf('scored')}/score`]]
  const owner = await stage.product.client.as('partner-a')
  const quiet = (await owner.ask('{ pilots(search: "levy") { nodes { id indicators(first: 1) { nodes { id } } risks(first: 1) { nodes { id } } } } }')).data
    .pilots.nodes[0]
  hidden = [
    ['a quiet pilot', `/pilots/${quiet.id}/show`],
    ["a quiet pilot's form", `/pilots/${quiet.id}`],
    ["a quiet pilot's measurements", `/pilots/${quiet.id}/measurements`],
    ['its indicator', `/indicators/${quiet.indicators.nodes[0].id}/show`],
    ['its risk', `/risks/${quiet.risks.nodes[0].id}/show`],
  ]
  await begin(stage)
})

/** A project with nothing in it, led by newcomer@example.org. */
async function begin({ product }: Stage): Promise<void> {
  const admin = await product.client.as('admin')
  const { data } = await admin.ask(
    'mutation { createProject(acronym: "New", title: "New", leadEmail: "newcomer@example.org", leadName: "Nils Newcomer") { invitation { link } } }',
  )
  const token = new URL(data.createProject.invitation.link.replace('/#', '')).searchParams.get('token')
  await product.client.ask('mutation ($token: String!, $password: String!) { acceptInvitation(token: $token, password: $password) }', {
    token,
    password: PASSWORD,
  })
}

afterAll(() => stage?.close())

const looks = [
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 360, colorScheme: 'light' },
  { width: 360, colorScheme: 'dark' },
] as const

const isWiderThanScreen = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)

/** Goes through pages and tells what is wrong on each. */
async function faultsOn(page: Page, paths: readonly (readonly [string, string])[]): Promise<unknown[]> {
  const found: unknown[] = []
  for (const [name, path] of paths) {
    await visit(page, path)
    const wrong = (await findings(page)) as unknown[]
    if (wrong.length > 0) found.push([name, wrong])
    if (await isWiderThanScreen(page)) found.push([name, 'scrolls sideways'])
  }
  return found
}

const lists = [
  'workPackages',
  'activities',
  'deliverables',
  'milestones',
  'thematicAreas',
  'phases',
  'pilots',
  'indicators',
  'risks',
  'partners',
  'sources',
  'benchmarks',
  'regionalPosition',
]

describe.each(looks)('at $width px, $colorScheme, axe finds nothing and no page scrolls sideways', ({ width, colorScheme }) => {
  const look = { viewport: { width, height: 900 }, colorScheme }

  it('on filled pages', async () => {
    const page = await stage.open('lead', look)
    expect(await faultsOn(page, pages)).toEqual([])
  })

  it('on empty pages, of a project that has just begun', async () => {
    const page = await stage.open('newcomer', look)
    expect(
      await faultsOn(page, [['home', '/'], ...lists.map((list) => [list, `/${list}`] as const), ['members', '/members'], ['progress', '/progress']]),
    ).toEqual([])
  })

  it('on pages that cannot be read', async () => {
    const page = await stage.open('lead', look)
    await page.route('**/graphql', (route) => (route.request().postData()?.includes('{ viewer {') ? route.continue() : route.abort()))
    expect(await faultsOn(page, pages)).toEqual([])
    await page.getByRole('heading', { name: 'This page cannot be shown' }).waitFor()
  })

  it('where an evaluator gives marks', async () => {
    const page = await stage.open('evaluator', look)
    expect(await faultsOn(page, scoring)).toEqual([])
  })

  it("on pages of what is another's", async () => {
    const page = await stage.open('partner-b', look)
    expect(await faultsOn(page, hidden)).toEqual([])
    await page.getByRole('heading', { name: 'Nothing is here' }).waitFor()
  })

  it('on pages for administrators and strangers', async () => {
    const admin = await stage.open('admin', look)
    expect(
      await faultsOn(admin, [
        ['home', '/'],
        ['administration', '/administration'],
        ['people', '/users'],
      ]),
    ).toEqual([])
    const stranger = await stage.open(null, look)
    const open = [
      ['sign in', '/login'],
      ['forgotten password', '/forgotten-password'],
      ['an invitation', '/accept-invitation?token=x'],
      ['a new password', '/reset-password?token=x'],
      ['a published edition', `/public/editions/${published}`],
      ['a page that is not public', '/public/00000000-0000-7000-8000-000000000000'],
    ] as const
    expect(await faultsOn(stranger, open)).toEqual([])
  })
})

it('reflows at 320 px, which is 1280 px at 400 %', async () => {
  const page = await stage.open('lead', { viewport: { width: 320, height: 256 } })
  for (const [, path] of pages.slice(0, 6)) {
    await visit(page, path)
    expect(await isWiderThanScreen(page)).toBe(false)
  }
})
