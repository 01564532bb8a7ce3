import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { connectEmbedded } from '../support/embedded-database.js'
import { type Client, type Product, startProduct } from '../support/product.js'

let product: Product
let lead: Client
let leader: Client
let demonstration: string

beforeAll(async () => {
  product = await startProduct()
  lead = await product.client.as('lead')
  leader = await product.client.as('wp-leader')
  demonstration = (await lead.ask('{ projects(filter: {demonstration: {eq: true}}) { nodes { id } } }')).data.projects.nodes[0].id
})

afterAll(() => product.stop())

const createPartner = 'mutation ($input: CreatePartnerInput!) { createPartner(input: $input) { id version name history { totalCount } } }'

describe('plain writes', () => {
  it('create a partner, write the audit trail, and answer the same record for the same id', async () => {
    const input = {
      id: '01890000-0000-7000-8000-000000000001',
      projectId: demonstration,
      position: 13,
      name: 'Council of Farness (fictional)',
      role: 'PARTNER',
      country: 'XX',
    }
    const first = await lead.ask(createPartner, { input })
    expect(first.data.createPartner).toMatchObject({ version: 1, name: input.name })
    expect(first.data.createPartner.history.totalCount).toBeGreaterThan(3)
    expect((await lead.ask(createPartner, { input })).data.createPartner.id).toBe(input.id)
    expect((await lead.ask(createPartner, { input: { ...input, name: 'Other' } })).errors?.[0]?.extensions.code).toBe('CONFLICT')
  })

  it('name every fault at once', async () => {
    const { errors } = await lead.ask(createPartner, { input: { projectId: demonstration, country: 'Narnia', position: 0 } })
    expect(errors?.[0]?.extensions.faults?.map(({ path, code }) => [path[0], code]).sort()).toEqual([
      ['country', 'TOO_LONG'],
      ['position', 'TOO_SMALL'],
      ['role', 'REQUIRED'],
    ])
  })

  it('take days that can be meant, and time zones by names that the database knows too', async () => {
    const update = 'mutation ($id: ID!, $version: Int!, $input: UpdateProjectInput!) { updateProject(id: $id, version: $version, input: $input) { version } }'
    const { version } = (await lead.ask('query ($id: ID!) { project(id: $id) { version } }', { id: demonstration })).data.project
    const codesOf = async (input: Record<string, unknown>) =>
      (await lead.ask(update, { id: demonstration, version, input })).errors?.[0]?.extensions.faults?.map(({ path, code }) => [path[0], code])
    expect(await codesOf({ startsOn: '0213-06-01', endsOn: '2999-01-01', timeZone: '+02:00' })).toEqual([
      ['startsOn', 'DAY_TOO_EARLY'],
      ['endsOn', 'DAY_TOO_LATE'],
      ['timeZone', 'NOT_A_TIME_ZONE'],
    ])
    expect(await codesOf({ timeZone: 'Europe/Atlantis' })).toEqual([['timeZone', 'NOT_A_TIME_ZONE']])
    const database = await connectEmbedded(product.folder)
    const { rows } = await database.query('SELECT zone FROM unnest($1::text[]) zone WHERE zone NOT IN (SELECT name FROM pg_timezone_names)', [
      ['UTC', ...Intl.supportedValuesOf('timeZone')],
    ])
    await database.end()
    expect(rows).toEqual([])
  })

  it('keep texts composed, without what nobody sees, and numbers to the digit or not at all', async () => {
    const make = (input: Record<string, unknown>) =>
      lead.ask('mutation ($input: CreateWorkPackageInput!) { createWorkPackage(input: $input) { title objective } }', {
        input: { projectId: demonstration, ...input },
      })
    const made = await make({ number: 71, title: 'Re\u0301gions\r\nof\u00a0the\u200b North', objective: 'One\r\ntwo\u2028three\u00ad' })
    expect(made.data.createWorkPackage).toEqual({ title: 'Régions of the North', objective: 'One\ntwo\nthree' })
    expect((await make({ number: 72, title: '\u200b\u2800' })).errors?.[0]?.extensions.faults).toMatchObject([{ path: ['title'], code: 'REQUIRED' }])
    const { data } = await lead.ask('query ($words: String) { workPackages(search: $words) { nodes { title } } }', { words: 're\u0301gions of the' })
    expect(data.workPackages.nodes).toEqual([{ title: 'Régions of the North' }])
    const update = 'mutation ($id: ID!, $version: Int!, $input: UpdateProjectInput!) { updateProject(id: $id, version: $version, input: $input) { version } }'
    const { version } = (await lead.ask('query ($id: ID!) { project(id: $id) { version } }', { id: demonstration })).data.project
    const { errors } = await lead.ask(update, { id: demonstration, version, input: { behindThreshold: 0.1 + 0.2, totalBudget: 0.005 } })
    expect(errors?.[0]?.extensions.faults?.map(({ path, code }) => [path[0], code]).sort()).toEqual([
      ['behindThreshold', 'TOO_MANY_DIGITS'],
      ['totalBudget', 'TOO_MANY_PLACES'],
    ])
  })

  it('are done once by one key, however often and however fast they come', async () => {
    const make = (key: string, number: number) =>
      lead.ask(
        'mutation ($input: CreateWorkPackageInput!) { createWorkPackage(input: $input) { id } }',
        { input: { projectId: demonstration, number, title: 'Once' } },
        key,
      )
    const key = randomUUID()
    const answers = [...(await Promise.all([make(key, 73), make(key, 73)])), await make(key, 73)]
    expect(new Set(answers.map(({ data }) => data.createWorkPackage.id)).size).toBe(1)
    expect((await make(key, 74)).errors?.[0]?.extensions.faults).toMatchObject([{ code: 'KEY_USED' }])
    expect((await make('x'.repeat(201), 74)).errors?.[0]?.extensions.faults).toMatchObject([{ code: 'TOO_LONG' }])
    const { data } = await lead.ask('{ workPackages(filter: {title: {eq: "Once"}}) { totalCount } }')
    expect(data.workPackages.totalCount).toBe(1)
  })

  it('read on days that can be meant only', async () => {
    const codesOf = async (asOf: string) =>
      (await lead.ask('query ($asOf: Date) { programmeProgress(asOf: $asOf, by: [PROJECT]) { totalCount } }', { asOf })).errors?.[0]?.extensions.faults?.map(
        ({ path, code }) => [path[0], code],
      )
    expect(await codesOf('0025-01-15')).toEqual([['asOf', 'DAY_TOO_EARLY']])
    expect(await codesOf('9999-12-31')).toEqual([['asOf', 'DAY_TOO_LATE']])
    expect(await codesOf('2199-12-31')).toBeUndefined()
  })

  it('tell the second of two writers what differs', async () => {
    const { data } = await lead.ask('{ workPackages(filter: {title: {eq: "Management"}}) { nodes { id version } } }')
    const [{ id, version }] = data.workPackages.nodes
    const update =
      'mutation ($id: ID!, $version: Int!, $title: String) { updateWorkPackage(id: $id, version: $version, input: {title: $title}) { version title } }'
    expect((await lead.ask(update, { id, version, title: 'Coordination' })).data.updateWorkPackage).toEqual({ version: version + 1, title: 'Coordination' })
    const second = await lead.ask(update, { id, version, title: 'Steering' })
    expect(second.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', fields: ['title'], by: 'Lena Lead', current: { title: 'Coordination' } })
  })

  it("are refused with who may, where the record is another's", async () => {
    const partner = await product.client.as('partner-b')
    const { data } = await partner.ask('{ pilots(filter: {title: {eq: "Energy scans"}}) { nodes { id version can { update { allowed by } } } } }')
    const [pilot] = data.pilots.nodes
    expect(pilot.can.update).toEqual({ allowed: false, by: 'LEAD_PARTNER,WORK_PACKAGE_LEADER,OWN_PARTNER' })
    const { errors } = await partner.ask('mutation ($id: ID!, $version: Int!) { updatePilot(id: $id, version: $version, input: {title: "Mine"}) { id } }', {
      id: pilot.id,
      version: pilot.version,
    })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', by: 'LEAD_PARTNER,WORK_PACKAGE_LEADER,OWN_PARTNER' })
  })
})

describe('a pilot from plan to progress', () => {
  it('is created, planned, measured and moves the figures of its cell', async () => {
    const found = await leader.ask(`{ partners(filter: {acronym: {eq: "Highbrook"}}) { nodes { id } } workPackages(filter: {number: {eq: 4}}) { nodes { id } }
      thematicAreas(filter: {number: {eq: 5}}) { nodes { id } } phases(filter: {number: {eq: 2}}) { nodes { id } } }`)
    const [partnerId, workPackageId, thematicAreaId, phaseId] = ['partners', 'workPackages', 'thematicAreas', 'phases'].map(
      (name) => found.data[name].nodes[0].id,
    )
    const made = await leader.ask('mutation ($input: CreatePilotInput!) { createPilot(input: $input) { id version status } }', {
      input: { projectId: demonstration, title: 'Specialisation diary', partnerId, workPackageId, thematicAreaId, phaseId },
    })
    const { id, status } = made.data.createPilot
    expect(status).toBe('PLANNED')
    const refused = await leader.ask('mutation ($id: ID!) { transitionPilot(id: $id, version: 1, key: "START", input: {startedOn: "2014-01-01"}) { id } }', {
      id,
    })
    expect(refused.errors?.[0]?.extensions.faults?.[0]?.code).toBe('NO_PLAN')
    await leader.ask('mutation ($id: ID!) { replanPilot(id: $id, version: 1, startsOn: "2014-01-01", endsOn: "2014-12-01") { version } }', { id })
    const indicator = await leader.ask('mutation ($input: CreateIndicatorInput!) { createIndicator(input: $input) { id } }', {
      input: { projectId: demonstration, pilotId: id, title: 'Entries', measure: 'NUMBER', aggregation: 'SUM', combination: 'SUM', direction: 'MORE' },
    })
    const indicatorId = indicator.data.createIndicator.id
    const seat = await leader.ask('mutation ($input: CreateContributorInput!) { createContributor(input: $input) { id } }', {
      input: { projectId: demonstration, indicatorId, partnerId },
    })
    const contributorId = seat.data.createContributor.id
    await leader.ask(
      'mutation ($id: ID!) { a: setTarget(indicatorId: $id, dueOn: "2014-03-31", value: 40) { id } b: setTarget(indicatorId: $id, dueOn: "2014-12-01", value: 100) { id } }',
      { id: indicatorId },
    )
    const started = await leader.ask(
      'mutation ($id: ID!) { transitionPilot(id: $id, version: 2, key: "START", input: {startedOn: "2014-01-02"}) { status startedOn } }',
      { id },
    )
    expect(started.data.transitionPilot).toEqual({ status: 'RUNNING', startedOn: '2014-01-02' })
    const input = Array.from({ length: 12 }, (_, index) => ({ contributorId, onDay: `2014-03-${String(index + 10)}`, value: 5 }))
    const record =
      'mutation ($input: [MeasurementInput!]!, $dryRun: Boolean!) { recordMeasurements(input: $input, dryRun: $dryRun) { recorded changes { before after } } }'
    expect((await leader.ask(record, { input, dryRun: true })).data.recordMeasurements).toEqual({ recorded: 12, changes: [{ before: 0, after: 0.6 }] })
    const progress = async () =>
      (
        await lead.ask(
          `{ programmeProgress(projectIds: ["${demonstration}"], by: [CELL], first: 50) { nodes { thematicAreaId phaseId achieved planned pilots standing } } }`,
        )
      ).data.programmeProgress.nodes.find(
        (node: { thematicAreaId: string; phaseId: string }) => node.thematicAreaId === thematicAreaId && node.phaseId === phaseId,
      )
    expect(await progress()).toMatchObject({ achieved: 0, planned: 0.4, pilots: 1, standing: 'BEHIND' })
    await leader.ask(record, { input, dryRun: false })
    expect(await progress()).toMatchObject({ achieved: 0.6, planned: 0.4, standing: 'ON_PLAN' })
    const twice = await leader.ask(record, { input: input.slice(0, 1), dryRun: false })
    expect(twice.errors?.[0]?.extensions.faults?.[0]).toMatchObject({ path: ['input', 0, 'onDay'], code: 'ALREADY_MEASURED' })
    await leader.ask(record, { input: [{ contributorId, onDay: '2014-03-22', value: 30 }], dryRun: false })
    expect(await progress()).toMatchObject({ achieved: 0.9, planned: 0.4, standing: 'AHEAD' })
  })

  it('keeps a corrected measurement in the history', async () => {
    const owner = await product.client.as('partner-b')
    const { data } = await owner.ask(
      '{ measurements(first: 1, filter: {indicator: {title: {eq: "Firms reached"}, pilot: {title: {eq: "Skills scan with employers"}}}}) { nodes { id value } } }',
    )
    const [{ id, value }] = data.measurements.nodes
    const corrected = await owner.ask(
      'mutation ($id: ID!) { correctMeasurement(id: $id, value: 7, reason: "Three were counted twice") { value reason corrects { id value supersededAt } history { id value } } }',
      { id },
    )
    expect(corrected.data.correctMeasurement).toMatchObject({
      value: 7,
      reason: 'Three were counted twice',
      corrects: { id, value, supersededAt: expect.any(String) },
      history: [
        { id, value },
        { id: expect.any(String), value: 7 },
      ],
    })
    const again = await owner.ask('mutation ($id: ID!) { correctMeasurement(id: $id, value: 8, reason: "x") { id } }', { id })
    expect(again.errors?.[0]?.extensions.code).toBe('CONFLICT')
  })
})

it('a write that met another in a deadlock, and was the one that PostgreSQL ended, is done again', async () => {
  const lead = await product.client.as('lead')
  const [{ id, version }] = (await lead.ask('{ partners(first: 1, filter: {acronym: {eq: "Stillwater"}}) { nodes { id version } } }')).data.partners.nodes
  const [other, watcher] = [await connectEmbedded(product.folder), await connectEmbedded(product.folder)]
  await other.query("SET deadlock_timeout = '60s'; BEGIN; LOCK TABLE audit_entry IN EXCLUSIVE MODE")
  const writing = lead.ask('mutation ($id: ID!, $version: Int!) { updatePartner(id: $id, version: $version, input: {note: "Again"}) { note } }', {
    id,
    version,
  })
  const waits = async () => (await watcher.query('SELECT 1 FROM pg_locks WHERE NOT granted')).rows.length > 0
  while (!(await waits())) await wait(20)
  await other.query('UPDATE partner SET note = note WHERE id = $1', [id])
  await other.query('ROLLBACK')
  expect((await writing).data?.updatePartner).toEqual({ note: 'Again' })
  await Promise.all([other.end(), watcher.end()])
})
