import { PASSWORD } from '../support/product.js'
import { faultsOn, type Place } from './looks.js'
import { openStage, type Stage } from './support.js'

let stage: Stage
/** Pages of records, which may fail to load. */
let records: readonly Place[]
/** Pages that lead to what partner-b may not read. */
let hidden: readonly Place[]

beforeAll(async () => {
  stage = await openStage()
  const owner = await stage.product.client.as('partner-a')
  const quiet = (await owner.ask('{ pilots(search: "levy") { nodes { id indicators(first: 1) { nodes { id } } risks(first: 1) { nodes { id } } } } }')).data
    .pilots.nodes[0]
  hidden = [
    ['a quiet pilot', `/pilots/${quiet.id}/show`],
    ["a quiet pilot's form", `/pilots/${quiet.id}`],
    ["a quiet pilot's measurements", `/pilots/${quiet.id}/measurements`],
    ['who works with whom around a quiet pilot', `/pilots/${quiet.id}/collaboration`],
    ['its indicator', `/indicators/${quiet.indicators.nodes[0].id}/show`],
    ['its risk', `/risks/${quiet.risks.nodes[0].id}/show`],
  ]
  const lead = await stage.product.client.as('lead')
  const one = async (list: string) => (await lead.ask(`{ ${list}(first: 1) { nodes { id } } }`)).data[list].nodes[0].id
  const shown = [
    'pilots',
    'indicators',
    'partners',
    'workPackages',
    'deliverables',
    'projects',
    'evaluationPlans',
    'benchmarks',
    'benchmarkEditions',
    'benchmarkEntries',
  ]
  records = [
    ...(await Promise.all(shown.map(async (list): Promise<Place> => [`one of ${list}`, `/${list}/${await one(list)}/show`]))),
    ['entry of measurements', `/pilots/${await one('pilots')}/measurements`],
    ['who works with whom', `/pilots/${await one('pilots')}/collaboration`],
    ["an evaluation's report", `/evaluationPlans/${await one('evaluationPlans')}/report`],
    ["a partner's form", `/partners/${await one('partners')}`],
    ['an empty search', '/regions?filter=%7B%22q%22%3A%22nowhere%22%7D'],
  ]
  await begin(stage)
})

afterAll(() => stage?.close())

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

const roomPages = [['home', '/'], ...lists.map((list) => [list, `/${list}`] as const), ['members', '/members'], ['progress', '/progress']] as const

describe('axe finds nothing and no page scrolls sideways, wide and narrow, light and dark,', () => {
  it('on empty pages, of a project that has just begun', async () => {
    const page = await stage.open('newcomer')
    expect(await faultsOn(page, roomPages)).toEqual([])
  })

  it('on pages that cannot be read', async () => {
    const page = await stage.open('lead')
    await page.route('**/graphql', (route) => (route.request().postData()?.includes('{ viewer {') ? route.continue() : route.abort()))
    expect(await faultsOn(page, [...roomPages, ...records])).toEqual([])
    await page.getByRole('heading', { name: 'This page cannot be shown' }).waitFor()
  })

  it("on pages of what is another's", async () => {
    const page = await stage.open('partner-b')
    expect(await faultsOn(page, hidden)).toEqual([])
    await page.getByRole('heading', { name: 'Nothing is here' }).waitFor()
  })
})
