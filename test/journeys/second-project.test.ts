import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Gateway, readConfig, startGateway } from '@clusterpolisee/gateway'
import { type Answer, Client, SIGN_IN } from '../support/product.js'

const PASSWORD_OF_ALL = 'velvet harbour nine'
const tokenIn = (text: string) => /token=([\w-]+)/.exec(text)?.[1] ?? ''
const codeOf = ({ errors }: Answer) => errors?.[0]?.extensions.faults?.[0]?.code ?? errors?.[0]?.extensions.code ?? 'done'

/** A month of the project that began in January 2020, as its first day: the 31st is July 2022. */
const MONTH_31 = '2022-07-01'

/** Another project than the samples, from an empty installation on, by the verbs of the forms alone. Everything in it is invented. */
describe('a second project', () => {
  let folder: string
  let gateway: Gateway
  let lead: Client
  let projectId: string

  const of = async (email: string) => {
    const client = new Client(gateway.url)
    await client.ask(SIGN_IN, { email, password: PASSWORD_OF_ALL })
    return client
  }
  const joinBy = (link: string) =>
    new Client(gateway.url).ask('mutation ($token: String!, $password: String!) { acceptInvitation(token: $token, password: $password) }', {
      token: tokenIn(link),
      password: PASSWORD_OF_ALL,
    })

  /** Creates by the form's verb, as the lead partner; answers the id. */
  const make = async (record: string, input: object): Promise<string> => {
    const answer = await lead.ask(`mutation ($input: Create${record}Input!) { made: create${record}(input: $input) { id } }`, {
      input: { projectId, ...input },
    })
    expect(answer.errors).toBeUndefined()
    return answer.data.made.id
  }
  const read = async (query: string, variables: object = {}, client = lead) => {
    const answer = await client.ask(query, { id: projectId, ...variables })
    expect(answer.errors).toBeUndefined()
    return answer.data
  }
  const present = (day: string) =>
    `and: [{or: [{joinedOn: {isNull: true}}, {joinedOn: {lte: "${day}"}}]}, {or: [{withdrawnOn: {isNull: true}}, {withdrawnOn: {gt: "${day}"}}]}]`
  const partnersOn = async (day: string, more = '') =>
    (
      await read(`query ($id: ID!) { partners(first: 50, filter: {project: {id: {eq: $id}}, ${present(day)}${more}}) { nodes { shortName } } }`)
    ).partners.nodes.map(({ shortName }: { shortName: string }) => shortName)

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'clusterpolisee-second-'))
    gateway = await startGateway(readConfig({ DATA_DIR: folder, PORT: '0', SAMPLE_DATA: 'none' }))
    const first = new Client(gateway.url)
    const person = { displayName: 'Frida First', email: 'frida@example.net', password: PASSWORD_OF_ALL }
    await first.ask(
      'mutation ($token: String!, $displayName: String!, $email: String!, $password: String!) { beginInstallation(token: $token, displayName: $displayName, email: $email, password: $password) }',
      { token: tokenIn(gateway.firstLink ?? ''), ...person },
    )
    const { data } = await (await of('frida@example.net')).ask(
      'mutation { createProject(acronym: "SaltRoad", title: "Along the salt road", leadEmail: "lia@example.net", leadName: "Lia Later", country: "SI") { id invitation { link } } }',
    )
    projectId = data.createProject.id
    await joinBy(data.createProject.invitation.link)
    lead = await of('lia@example.net')
  })
  afterAll(async () => {
    await gateway?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  let [fund, leading, leaving, theme, otherTheme, field, pilot] = Array<string>(7).fill('')

  it('calls its axes in its own words, in both languages: two of themes, and no phases', async () => {
    const input = {
      ...{ startsOn: '2020-01-01', endsOn: '2023-06-30', currency: 'EUR' },
      ...{ areaAxis: { en: 'Theme', it: 'Tema' }, areaAxes: { en: 'Themes', it: 'Temi' } },
      ...{ phaseAxis: { en: 'Policy field', it: 'Campo' }, phaseAxes: { en: 'Policy fields', it: 'Campi' } },
    }
    const saved = await lead.ask(
      'mutation ($id: ID!, $input: UpdateProjectInput!) { updateProject(id: $id, version: 1, input: $input) { axes en: areaAxis it: areaAxes(language: "it") phaseAxes timeZone } }',
      { id: projectId, input },
    )
    expect(saved.data.updateProject).toEqual({ axes: 'BOTH', en: 'Theme', it: 'Temi', phaseAxes: 'Policy fields', timeZone: 'Europe/Ljubljana' })
    theme = await make('ThematicArea', { number: 1, title: { en: 'Water', it: 'Acqua' } })
    otherTheme = await make('ThematicArea', { number: 2, title: { en: 'Wood' } })
    field = await make('Phase', { number: 1, title: { en: 'Skills' } })
    await make('Phase', { number: 2, title: { en: 'Finance' } })
  })

  it('has one fund, and members of whom neither name nor country is known', async () => {
    fund = await make('Fund', { code: 'SALT', title: { en: 'Salt fund' } })
    await make('FundBudget', { fundId: fund, amount: 1000000 })
    leading = await make('Partner', { position: 1, role: 'LEAD_PARTNER', name: 'Chamber of Salt', country: 'SI', fundId: fund })
    leaving = await make('Partner', { position: 2, role: 'PARTNER', name: 'Old Agency', acronym: 'OA', country: 'XK', formerNames: 'Office of Roads' })
    await make('Partner', { position: 3, role: 'ASSOCIATED_PARTNER' })
    await make('Partner', { position: 4, role: 'ASSOCIATED_PARTNER', country: 'AL' })
    expect(await partnersOn('2021-01-01')).toEqual(['Chamber of Salt', 'OA', 'Associated member 3, name not known', 'Associated member 4, name not known'])
    expect(await partnersOn('2021-01-01', ', role: {in: [LEAD_PARTNER, PARTNER]}')).toHaveLength(2)
    const invented = await lead.ask('mutation ($input: CreatePartnerInput!) { createPartner(input: $input) { id } }', {
      input: { projectId, position: 5, role: 'PARTNER', country: 'XX' },
    })
    expect(codeOf(invented)).toBe('FICTIONAL_COUNTRY')
  })

  it('has stages that overlap, and a pilot in two themes by two partners that starts without targets, for a reason', async () => {
    const workPackageId = await make('WorkPackage', { number: 1, title: 'Trials', leadingPartnerId: leaving })
    await make('Activity', { workPackageId, number: '1.1', title: 'Stage one', plannedStart: '2020-01-01', plannedEnd: '2021-06-30' })
    await make('Activity', { workPackageId, number: '1.2', title: 'Stage two', plannedStart: '2020-10-01', plannedEnd: '2022-03-31' })
    await make('Deliverable', { workPackageId, title: 'Report on roads', partnerId: leaving, dueOn: '2023-01-31' })
    pilot = await make('Pilot', { title: 'Salt vouchers', thematicAreaId: theme, phaseId: field, partnerId: leaving, workPackageId })
    await make('PilotArea', { pilotId: pilot, thematicAreaId: otherTheme })
    await make('PilotPartner', { pilotId: pilot, partnerId: leading })
    await make('Pilot', { title: 'Whose it is nobody knows', thematicAreaId: theme, workPackageId })
    const { pilots } = await read(
      'query ($id: ID!) { pilots(filter: {project: {id: {eq: $id}}}) { nodes { title partner { shortName } phase { id } furtherAreas(first: 5) { nodes { thematicArea { title } } } furtherPartners(first: 5) { nodes { partner { shortName } } } } } }',
    )
    const further = {
      furtherAreas: { nodes: [{ thematicArea: { title: 'Wood' } }] },
      furtherPartners: { nodes: [{ partner: { shortName: 'Chamber of Salt' } }] },
    }
    expect(pilots.nodes).toEqual([
      { title: 'Salt vouchers', partner: { shortName: 'OA' }, phase: { id: field }, ...further },
      { title: 'Whose it is nobody knows', partner: null, phase: null, furtherAreas: { nodes: [] }, furtherPartners: { nodes: [] } },
    ])
  })

  const start = () =>
    lead.ask('mutation ($id: ID!, $version: Int!) { transitionPilot(id: $id, version: $version, key: "START", input: {startedOn: "2020-03-01"}) { status } }', {
      id: pilot,
      version: versionOfPilot,
    })
  let versionOfPilot = 1

  it('starts a pilot without targets only where it says why, and leaves it out of progress', async () => {
    const planned = await lead.ask('mutation ($id: ID!) { replanPilot(id: $id, version: 1, startsOn: "2020-03-01", endsOn: "2023-03-31") { version } }', {
      id: pilot,
    })
    versionOfPilot = planned.data.replanPilot.version
    expect(codeOf(await start())).toBe('NO_TARGET')
    const said = await lead.ask(
      'mutation ($id: ID!, $version: Int!) { updatePilot(id: $id, version: $version, input: {withoutTargets: "The ministry sets them later"}) { version } }',
      { id: pilot, version: versionOfPilot },
    )
    versionOfPilot = said.data.updatePilot.version
    expect((await start()).data.transitionPilot).toEqual({ status: 'RUNNING' })
    const { programmeProgress } = await read(
      'query ($id: ID!) { programmeProgress(projectIds: [$id], by: [CELL]) { nodes { thematicAreaId pilots leftOut achieved } } }',
    )
    const here = programmeProgress.nodes.filter(({ leftOut }: { leftOut: number }) => leftOut > 0)
    expect(here).toEqual([{ thematicAreaId: theme, pilots: 0, leftOut: 1, achieved: null }])
  })

  it('keeps figures of the whole project as they are known: more than, about', async () => {
    await make('ProjectFigure', {
      title: 'Participants of trainings',
      value: 280,
      exactness: 'MORE_THAN',
      onDay: '2022-01-01',
      onDayPrecision: 'YEAR',
      target: 400,
    })
    await make('ProjectFigure', { title: 'Firms advised', value: 120, exactness: 'ABOUT' })
    const { projectFigures } = await read(
      'query ($id: ID!) { projectFigures(filter: {project: {id: {eq: $id}}}) { nodes { title exactness value target onDay } } }',
    )
    expect(projectFigures.nodes).toEqual([
      { title: 'Firms advised', exactness: 'ABOUT', value: 120, target: null, onDay: null },
      { title: 'Participants of trainings', exactness: 'MORE_THAN', value: 280, target: 400, onDay: '2022-01-01' },
    ])
  })

  it('lets sources that contradict each other stand side by side, of which one holds, for a reason', async () => {
    const [site, report] = [await make('Source', { key: 'site', title: 'Web site' }), await make('Source', { key: 'report', title: 'Final report' })]
    const cited = { recordType: 'Project', recordId: projectId, field: 'endsOn', basis: 'SOURCE' }
    await make('Citation', { ...cited, sourceId: site, says: '30 June 2022', verdict: 'OVERRULED', reason: 'Written before the project was prolonged' })
    await make('Citation', { ...cited, sourceId: report, says: '30 June 2023', verdict: 'HOLDS', reason: 'The newest, and it names the amendment' })
    const refused = async (input: object) =>
      codeOf(await lead.ask('mutation ($input: CreateCitationInput!) { createCitation(input: $input) { id } }', { input: { projectId, ...cited, ...input } }))
    expect(await refused({ says: '2024', verdict: 'HOLDS', reason: 'Another' })).toBe('ONE_HOLDS')
    expect(await refused({ says: '2024', verdict: 'OVERRULED' })).toBe('VERDICT_NEEDS_REASON')
    const { citations } = await read(
      'query ($id: ID!, $cited: String!) { citations(filter: {recordId: {eq: $cited}, project: {id: {eq: $id}}}) { nodes { says verdict } } }',
      {
        cited: projectId,
      },
    )
    expect(citations.nodes).toEqual(
      expect.arrayContaining([
        { says: '30 June 2022', verdict: 'OVERRULED' },
        { says: '30 June 2023', verdict: 'HOLDS' },
      ]),
    )
  })

  it.each(['startsOn', null])('lets one of two verdicts that are given at once hold, of %j', async (field) => {
    const cited = { projectId, recordType: 'Project', recordId: projectId, field, basis: 'EDITORIAL', verdict: 'HOLDS', reason: 'At once' }
    const give = (says: string) =>
      lead.ask('mutation ($input: CreateCitationInput!) { createCitation(input: $input) { id } }', { input: { ...cited, says } }).then(codeOf)
    const told = await Promise.all(['2019', '2020', '2021', '2022'].map(give))
    expect(told.filter((code) => code === 'done')).toHaveLength(1)
    expect(told.filter((code) => code !== 'done' && code !== 'ONE_HOLDS' && code !== 'ALREADY_THERE')).toEqual([])
  })

  it('counts a figure of a pilot that is more than what is known as it stands, and says so until it is corrected', async () => {
    const indicatorId = await make('Indicator', {
      pilotId: pilot,
      title: 'Trained people',
      direction: 'MORE',
      unit: 'people',
      measure: 'NUMBER',
      aggregation: 'SUM',
      combination: 'SUM',
    })
    const contributorId = await make('Contributor', { indicatorId, partnerId: leading })
    const record = (exactness: string, onDay: string) =>
      lead.ask('mutation ($input: [MeasurementInput!]!) { recordMeasurements(input: $input) { ids } }', {
        input: [{ contributorId, onDay, value: 280, exactness }],
      })
    const [id] = (await record('MORE_THAN', '2021-03-31')).data.recordMeasurements.ids
    expect(codeOf(await record('ROUGHLY', '2021-04-30'))).not.toBe('done')
    const figures = () =>
      read(
        'query ($id: ID!, $indicator: ID!) { project(id: $id) { id } indicator(id: $indicator) { level(asOf: "2021-12-31") measurements(first: 5) { nodes { value exactness } } all: measurements(first: 5, history: true) { nodes { exactness } } } }',
        { indicator: indicatorId },
      )
    expect((await figures()).indicator).toMatchObject({ level: 280, measurements: { nodes: [{ value: 280, exactness: 'MORE_THAN' }] } })
    const answer = await lead.ask('mutation ($id: ID!) { correctMeasurement(id: $id, value: 291, reason: "Counted again") { exactness } }', { id })
    expect(answer.data.correctMeasurement).toEqual({ exactness: null })
    expect((await figures()).indicator).toMatchObject({ level: 291, all: { nodes: [{ exactness: 'MORE_THAN' }, { exactness: null }] } })
  })

  it('has a partner replaced in month 31: one seat once, open work goes over, its people read on and write no more', async () => {
    const invited = await lead.ask(
      'mutation ($id: ID!, $partner: ID!) { invite(projectId: $id, email: "otto@example.net", displayName: "Otto Old", role: PARTNER, partnerId: $partner) { link } }',
      { id: projectId, partner: leaving },
    )
    await joinBy(invited.data.invite.link)
    const otto = await of('otto@example.net')
    const rename = (version: number) =>
      otto.ask('mutation ($id: ID!, $version: Int!) { updatePilot(id: $id, version: $version, input: {implementer: "Otto"}) { version } }', {
        id: pilot,
        version,
      })
    const { data } = await lead.ask('query ($id: ID!) { pilot(id: $id) { version } }', { id: pilot })
    const before = await rename(data.pilot.version)
    expect(codeOf(before)).toBe('done')
    const replaced = await lead.ask(
      'mutation ($id: ID!, $from: Date!) { replacePartner(id: $id, version: 1, from: $from, name: "New Agency", country: "XK") { id position role replaces { shortName } } }',
      { id: leaving, from: MONTH_31 },
    )
    expect(replaced.data.replacePartner).toMatchObject({ position: 2, role: 'PARTNER', replaces: { shortName: 'OA' } })
    expect((await partnersOn('2022-06-30')).slice(0, 2)).toEqual(['Chamber of Salt', 'OA'])
    expect((await partnersOn(MONTH_31)).slice(0, 2)).toEqual(['Chamber of Salt', 'New Agency'])
    const work = await read(
      'query ($id: ID!, $pilot: ID!) { pilot(id: $pilot) { version partner { shortName } } project(id: $id) { workPackages(first: 5) { nodes { leadingPartner { shortName } deliverables(first: 5) { nodes { partner { shortName } } } } } } }',
      { pilot },
    )
    const successor = { shortName: 'New Agency' }
    expect(work.pilot.partner).toEqual(successor)
    expect(work.project.workPackages.nodes).toEqual([{ leadingPartner: successor, deliverables: { nodes: [{ partner: successor }] } }])
    expect(codeOf(await rename(work.pilot.version))).toBe('FORBIDDEN')
    expect((await read('query ($id: ID!) { project(id: $id) { acronym } }', {}, otto)).project).toEqual({ acronym: 'SaltRoad' })
  })

  it('finds a partner by the name that it had before', async () => {
    const { partners } = await read(
      'query ($id: ID!) { partners(first: 5, filter: {project: {id: {eq: $id}}}, search: "office of roads") { nodes { shortName replaced: successors(first: 5) { nodes { shortName } } } } }',
    )
    expect(partners.nodes).toEqual([{ shortName: 'OA', replaced: { nodes: [{ shortName: 'New Agency' }] } }])
  })

  it('may have one axis only', async () => {
    const { project } = await read('query ($id: ID!) { project(id: $id) { version } }')
    const saved = await lead.ask('mutation ($id: ID!, $version: Int!) { updateProject(id: $id, version: $version, input: {axes: ROWS}) { axes } }', {
      id: projectId,
      version: project.version,
    })
    expect(saved.data.updateProject).toEqual({ axes: 'ROWS' })
  })
})
