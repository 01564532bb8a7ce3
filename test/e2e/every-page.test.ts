import { samplePeople } from '@clusterpolisee/schema'
import { connectEmbedded } from '../support/embedded-database.js'
import { Evaluations } from '../support/evaluation.js'
import { allPages, type Place, placesOfAdministrator, placesOfMember, placesOfStranger } from './places.js'
import { openStage, type Stage } from './support.js'
import { walk } from './walk.js'

/** One person of each role. */
const people = [...new Map(samplePeople.flatMap((person) => (person.role ? [[person.role, person] as const] : [])).reverse()).values()].map(({ key }) => key)

/** The narrowest phone that is thought of. */
const phone = { viewport: { width: 360, height: 740 }, locale: 'it-IT', colorScheme: 'dark', isMobile: true, hasTouch: true } as const

let stage: Stage
let projects: readonly (readonly [name: string, id: string])[]
const opened = new Set<string>()

beforeAll(async () => {
  stage = await openStage()
  const admin = await stage.product.client.as('admin')
  await admin.ask('mutation { createProject(acronym: "Empty", title: "An empty project", leadEmail: "lead@example.org", leadName: "Lena Lead") { id } }')
  projects = await joinAll()
  await fillIn()
})

afterAll(() => stage?.close())

/** Makes each person a member of every project, in the role that they have in the demonstration; answers the projects. */
async function joinAll(): Promise<[string, string][]> {
  const database = await connectEmbedded(stage.product.folder)
  await database.query(`INSERT INTO membership (id, version, created_at, updated_at, project_id, user_id, role, partner_id)
    SELECT gen_random_uuid(), 1, now(), now(), p.id, m.user_id, m.role, (SELECT min(id::text)::uuid FROM partner WHERE project_id = p.id AND m.partner_id IS NOT NULL)
    FROM membership m JOIN project d ON d.id = m.project_id AND d.demonstration, project p
    WHERE NOT EXISTS (SELECT FROM membership o WHERE o.user_id = m.user_id AND o.project_id = p.id)`)
  const { rows } = await database.query('SELECT acronym, id FROM project ORDER BY demonstration DESC, acronym')
  await database.end()
  return rows.map(({ acronym, id }) => [acronym, id])
}

/** Publishes the demonstration, and adds what it has none of: further rows and partners, a figure of the project, and evaluations in each state. */
async function fillIn(): Promise<void> {
  const as = (person: string) => stage.product.client.as(person)
  const [lead, leader, evaluator] = await Promise.all([as('lead'), as('wp-leader'), as('evaluator')])
  const evaluations = await Evaluations.of(lead)
  await evaluations.inEachState(evaluator)
  const thematicAreaId = await evaluations.idOf('thematicAreas', 'number: {eq: 2}')
  await evaluations.create('ActivityArea', { activityId: await evaluations.idOf('activities', 'workPackage: {number: {eq: 4}}'), thematicAreaId })
  const partnerId = await evaluations.idOf('partners', 'position: {eq: 2}')
  await evaluations.create('PilotPartner', { pilotId: await evaluations.idOf('pilots', 'title: {eq: "Skills scan with employers"}'), partnerId }, leader)
  await evaluations.create('ProjectFigure', { title: 'Participants of trainings', value: 280, exactness: 'MORE_THAN' })
  await evaluations.create('PilotArea', { pilotId: await evaluations.idOf('pilots', 'title: {eq: "Skills scan with employers"}'), thematicAreaId }, leader)
  await lead.ask('mutation ($id: ID!, $version: Int!) { updateProject(id: $id, version: $version, input: {published: true}) { id } }', {
    id: evaluations.project,
    version: await evaluations.version(evaluations.project, 'project'),
  })
}

/** What went wrong at these places; what stood is remembered. */
async function faultsAt(page: Awaited<ReturnType<Stage['open']>>, where: string, places: readonly Place[]): Promise<unknown[]> {
  const faults = await walk(page, places)
  const fallen = new Set(faults.map(({ address }) => address))
  for (const place of places) if (!fallen.has(place.address)) opened.add(place.page)
  return faults.map(({ address, fault }) => [where, address, fault])
}

describe('every page stands with its own data, and without a complaint,', () => {
  it.each(people)('for %s in each project', async (person) => {
    const client = await stage.product.client.as(person)
    const first = await stage.open(person)
    const found: unknown[] = []
    const waiting = [...projects]
    const tab = async (page: typeof first) => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [name, id] = next
        await page.goto(`${stage.product.gateway.url}/?project=${id}#/`)
        found.push(...(await faultsAt(page, `${person} in ${name}`, await placesOfMember(client, id))))
      }
    }
    await Promise.all([tab(first), tab(await first.context().newPage())])
    await first.context().close()
    expect(found).toEqual([])
  })

  it('for an administrator without a project', async () => {
    const places = await placesOfAdministrator(await stage.product.client.as('admin'))
    expect(await faultsAt(await stage.open('admin'), 'admin', places)).toEqual([])
  })

  it('for whoever is not signed in', async () => {
    expect(await faultsAt(await stage.open(null), 'nobody', await placesOfStranger(stage.product.client))).toEqual([])
  })

  it('for the lead partner on a phone, in Italian and dark', async () => {
    const client = await stage.product.client.as('lead')
    const [, id = ''] = projects[0] ?? []
    const page = await stage.open('lead', phone)
    await page.goto(`${stage.product.gateway.url}/?project=${id}#/`)
    expect(await faultsAt(page, 'lead on a phone', await placesOfMember(client, id))).toEqual([])
    await page.context().close()
  })

  it('for whoever is not signed in, on a phone, in Italian and dark', async () => {
    expect(await faultsAt(await stage.open(null, phone), 'nobody on a phone', await placesOfStranger(stage.product.client))).toEqual([])
  })

  it('and each page of the dashboard is somebody’s', () => {
    expect(allPages.filter((page) => !opened.has(page))).toEqual([])
  })
})
