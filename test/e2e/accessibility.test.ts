import { faultsOn, isWiderThanScreen, type Place } from './looks.js'
import { openStage, type Stage, visit } from './support.js'

let stage: Stage
let published: string
let pages: readonly Place[]
/** Where an evaluator gives marks. */
let scoring: Place

beforeAll(async () => {
  stage = await openStage()
  const lead = await stage.product.client.as('lead')
  const { data } = await lead.ask(`{ pilots(filter: {title: {eq: "Innovation vouchers"}}) { nodes { id indicators(first: 1) { nodes { id } } } }
    mapped: pilots(filter: {title: {eq: "Map of research strengths"}}) { nodes { id } } banded: indicators(filter: {direction: {eq: BAND}}) { nodes { id } }
    partners(first: 1, filter: {project: {demonstration: {eq: true}}}) { nodes { id } } workPackages(filter: {number: {eq: 4}, project: {demonstration: {eq: true}}}) { nodes { id } }
    deliverables(first: 1, filter: {handedInOn: {isNull: true}}) { nodes { id } } published: evaluationPlans(filter: {status: {eq: PUBLISHED}}) { nodes { id } } scored: evaluationPlans(filter: {status: {eq: SCORING}}) { nodes { id } } unknown: pilots(filter: {project: {demonstration: {eq: false}}}, first: 1) { nodes { id } } projects(filter: {demonstration: {eq: true}}) { nodes { id } }
    steering: events(filter: {title: {eq: "Second steering committee"}}) { nodes { id } } decisions: eventDecisions(first: 1, filter: {doneOn: {isNull: true}}) { nodes { id } }
     benchmarks(first: 1) { nodes { id } } benchmarkEntries(first: 1) { nodes { id } } benchmarkIndicators(first: 1) { nodes { id } } benchmarkPillars(first: 1) { nodes { id } } benchmarkEditions(filter: {state: {eq: PUBLISHED}}) { nodes { id } } }`)
  const [pilot] = data.pilots.nodes
  const idOf = (list: string) => data[list].nodes[0].id
  published = idOf('benchmarkEditions')
  pages = [
    ['home', '/'],
    ['a list', '/pilots'],
    ['a list of the work plan', '/deliverables'],
    ['a pilot', `/pilots/${pilot.id}/show`],
    ['entry of measurements', `/pilots/${pilot.id}/measurements`],
    ['who works with whom', `/pilots/${idOf('mapped')}/collaboration`],
    ['an indicator', `/indicators/${pilot.indicators.nodes[0].id}/show`],
    ['an indicator with a band', `/indicators/${idOf('banded')}/show`],
    ["an indicator's form", `/indicators/${pilot.indicators.nodes[0].id}`],
    ['a partner', `/partners/${idOf('partners')}/show`],
    ["a partner's form", '/partners/create'],
    ['a work package', `/workPackages/${idOf('workPackages')}/show`],
    ['a deliverable', `/deliverables/${idOf('deliverables')}/show`],
    ['the project', `/projects/${idOf('projects')}/show`],
    ['events', '/events'],
    ['an event', `/events/${idOf('steering')}/show`],
    ["an event's form", '/events/create'],
    ["an event's decision", `/eventDecisions/${idOf('decisions')}/show`],
    ['evaluations', '/evaluationPlans'],
    ['an evaluation', `/evaluationPlans/${idOf('published')}/show`],
    ['an evaluation being scored', `/evaluationPlans/${idOf('scored')}/show`],
    ["an evaluation's report", `/evaluationPlans/${idOf('published')}/report`],
    ["an evaluation's form", '/evaluationPlans/create'],
    ['benchmarks', '/benchmarks'],
    ['a benchmark', `/benchmarks/${idOf('benchmarks')}/show`],
    ['an edition', `/benchmarkEditions/${idOf('benchmarkEditions')}/show`],
    ['an initiative of a benchmark', `/benchmarkEntries/${idOf('benchmarkEntries')}/show`],
    ["a benchmark's pillar", `/benchmarkPillars/${idOf('benchmarkPillars')}/show`],
    ["a benchmark's indicator", `/benchmarkIndicators/${idOf('benchmarkIndicators')}`],
    ['the regional position', '/regionalPosition'],
    ['regional statistics', '/regionalStatistics'],
    ['members', '/members'],
    ['progress', '/progress'],
    ['the time line', '/timeline'],
    ['my account', '/account'],
    ['a pilot of which little is known', `/pilots/${idOf('unknown')}/show`],
    ['an empty list', '/regions?filter=%7B%22q%22%3A%22nowhere%22%7D'],
  ]
  scoring = ['scoring', `/evaluationPlans/${idOf('scored')}/score`]
})

afterAll(() => stage?.close())

describe('axe finds nothing and no page scrolls sideways, wide and narrow, light and dark,', () => {
  it('on filled pages', async () => {
    const page = await stage.open('lead')
    expect(await faultsOn(page, pages)).toEqual([])
  })

  it('where an evaluator gives marks', async () => {
    const page = await stage.open('evaluator')
    expect(await faultsOn(page, [scoring])).toEqual([])
  })

  it('on pages for administrators and strangers', async () => {
    const admin = await stage.open('admin')
    expect(
      await faultsOn(admin, [
        ['home', '/'],
        ['administration', '/administration'],
        ['people', '/users'],
        ['the security log', '/securityLog'],
      ]),
    ).toEqual([])
    const stranger = await stage.open(null)
    const open = [
      ['sign in', '/login'],
      ['forgotten password', '/forgotten-password'],
      ['what is kept of people', '/personal-data'],
      ['an invitation', '/accept-invitation?token=x'],
      ['a new password', '/reset-password?token=x'],
      ['a beginning', '/begin?token=x'],
      ['back from a provider', '/came-back'],
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
