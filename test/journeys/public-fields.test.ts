import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { allRecords, clusterpoliseeId, demonstrationId, isOpen, publicFields, type RecordMeta, recordMeta } from '@clusterpolisee/schema'
import { buildSchema, type FieldNode, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql'
import { dashboardDocuments } from '../support/dashboard-documents.js'
import { type Client, type Product, startProduct } from '../support/product.js'

let product: Product
let lead: Client
let stranger: Client

beforeAll(async () => {
  product = await startProduct()
  lead = await product.client.as('lead')
  stranger = product.client
  for (const id of [demonstrationId, clusterpoliseeId]) await publish(id)
})

afterAll(() => product.stop())

const publish = async (id: string): Promise<void> => {
  const { version } = (await lead.ask('query ($id: ID!) { project(id: $id) { version } }', { id })).data.project
  await lead.ask('mutation ($id: ID!, $version: Int!) { updateProject(id: $id, version: $version, input: {published: true}) { id } }', { id, version })
}

/** Records of a project; outside of projects nothing is published. */
const ofProjects = allRecords().filter(({ name, isProject, fields }) => name !== 'Job' && (isProject || fields.some((field) => field.name === 'project')))
const open = ofProjects.filter(isOpen)
const closed = ofProjects.filter((record) => !isOpen(record))

/** The fields of a record with one value each, as they are asked for: JSON with members of its own is left out. */
const plain = ({ fields, computed }: RecordMeta): string[] =>
  [...fields.filter(({ kind, holds }) => kind !== 'belongsTo' && !holds), ...computed.filter(({ holds }) => !holds)].map(({ name }) => name)

/** What somebody reads of a record in one project: which of its fields have a value in some row. */
async function filledFields(client: Client, record: RecordMeta, project: string): Promise<Set<string>> {
  const filter = record.isProject ? '{id: {eq: $project}}' : '{project: {id: {eq: $project}}}'
  const { data, errors } = await client.ask(
    `query ($project: ID!) { ${record.plural}(first: 100, filter: ${filter}) { nodes { ${plain(record).join(' ')} } } }`,
    { project },
  )
  if (errors) throw new Error(errors[0]?.message)
  const rows = data[record.plural].nodes as Record<string, unknown>[]
  return new Set(rows.flatMap((row) => Object.entries(row).flatMap(([name, value]) => (value === null ? [] : [name]))))
}

/** Fields that documents ask for, as `Project.title`. */
function askedFields(documents: readonly string[]): string[] {
  const info = new TypeInfo(buildSchema(readFileSync(join(import.meta.dirname, '../../packages/contract/schema.graphql'), 'utf8'), { assumeValid: true }))
  const asked: string[] = []
  const enter = (node: FieldNode) => void asked.push(`${info.getParentType()?.name}.${node.name.value}`)
  for (const document of documents) visit(parse(document), visitWithTypeInfo(info, { Field: { enter } }))
  return asked
}

const common = ['createdAt', 'updatedAt']

describe('of a published project', () => {
  it.each(open.map(({ name }) => name))('strangers read of %s what is declared public, and no other field', async (name) => {
    const record = recordMeta(name)
    const seen = await filledFields(stranger, record, demonstrationId)
    expect([...seen].filter((field) => !publicFields(record).includes(field) && !common.includes(field))).toEqual([])
  })

  it('its public pages show nothing else', async () => {
    const documents = (await dashboardDocuments()).filter((text) => text.startsWith('query Public'))
    expect(documents.length).toBe(5)
    const hidden = ofProjects.flatMap((record) => {
      const names = new Set([...record.fields, ...record.computed].map(({ name }) => name))
      const shown = new Set([...publicFields(record), 'project'])
      return [...names].filter((name) => !shown.has(name)).map((name) => `${record.name}.${name}`)
    })
    expect(askedFields(documents).filter((field) => hidden.includes(field))).toEqual([])
  })

  it('there is something that strangers do not read', async () => {
    for (const [name, field] of Object.entries({ Pilot: 'implementer', Event: 'note', Partner: 'unit', Project: 'method' }))
      expect([field, publicFields(recordMeta(name)).includes(field)]).toEqual([field, false])
    const ofLead = await filledFields(lead, recordMeta('Project'), clusterpoliseeId)
    const ofStranger = await filledFields(stranger, recordMeta('Project'), clusterpoliseeId)
    expect([ofLead.has('totalBudget'), ofStranger.has('totalBudget'), ofStranger.has('title')]).toEqual([true, false, true])
  })

  it('strangers read no row of any other record, by no way to it', async () => {
    const counts = (records: readonly RecordMeta[]) => records.map(({ plural }) => `${plural} { totalCount }`).join(' ')
    const half = Math.ceil(closed.length / 2)
    for (const part of [closed.slice(0, half), closed.slice(half)]) {
      const { data } = await stranger.ask(`{ ${counts(part)} }`)
      expect(Object.entries(data as Record<string, { totalCount: number }>).filter(([, { totalCount }]) => totalCount > 0)).toEqual([])
    }
    for (const record of open) {
      const ways = record.many.filter(({ target }) => !isOpen(recordMeta(target()))).map(({ name }) => name)
      const toOne = record.fields.filter(({ target }) => target && !isOpen(recordMeta(target()))).map(({ name }) => name)
      if (ways.length + toOne.length === 0) continue
      const asked = [...ways.map((name) => `${name}(first: 1) { nodes { id } }`), ...toOne.map((name) => `${name} { id }`)]
      const { data } = await stranger.ask(`{ ${record.plural}(first: 20) { nodes { ${asked.join(' ')} } } }`)
      for (const row of data[record.plural].nodes) {
        expect([record.name, ways.filter((name) => row[name].nodes.length > 0), toOne.filter((name) => row[name] !== null)]).toEqual([record.name, [], []])
      }
    }
  })

  it('what is for members is found by no filter, and told by no history', async () => {
    const found = await stranger.ask(
      '{ projects(filter: {totalBudget: {gt: 0}}) { totalCount } pilots(first: 50) { nodes { hidden history(first: 5) { nodes { id } } } } }',
    )
    expect(found.data.projects.totalCount).toBe(0)
    expect(found.data.pilots.nodes.length).toBeGreaterThan(0)
    for (const pilot of found.data.pilots.nodes) {
      expect(pilot.history.nodes).toEqual([])
      expect(pilot.hidden).toEqual(['implementer', 'budget', 'withoutTargets', 'note'])
    }
  })

  it('members of another project read what strangers read, and members all of theirs', async () => {
    const other = await product.client.as('partner-a')
    expect(await filledFields(other, recordMeta('Project'), clusterpoliseeId)).toEqual(await filledFields(stranger, recordMeta('Project'), clusterpoliseeId))
    const counts =
      'query ($id: ID!) { projectNotes(filter: {project: {id: {eq: $id}}}) { totalCount } workPackages(filter: {project: {id: {eq: $id}}}) { totalCount } }'
    expect((await other.ask(counts, { id: clusterpoliseeId })).data).toEqual({ projectNotes: { totalCount: 0 }, workPackages: { totalCount: 0 } })
    expect((await other.ask(counts, { id: demonstrationId })).data.workPackages.totalCount).toBeGreaterThan(0)
    const mine = await other.ask('query ($id: ID!) { project(id: $id) { workPackages { nodes { id } } } }', { id: demonstrationId })
    expect(mine.data.project.workPackages.nodes.length).toBeGreaterThan(0)
    expect(
      (await other.ask('query ($id: ID!) { project(id: $id) { workPackages { nodes { id } } } }', { id: clusterpoliseeId })).data.project.workPackages.nodes,
    ).toEqual([])
  })
})

describe('the progress of a published project', () => {
  const asked = 'query ($id: ID!) { project(id: $id) { version progress { areaId achieved planned } thematicAreas { nodes { id title } } } }'
  const read = async (client: Client, id = demonstrationId) => (await client.ask(asked, { id })).data.project
  const change = async (input: string): Promise<void> => {
    const { version } = await read(lead)
    const update = `mutation ($id: ID!, $version: Int!) { updateProject(id: $id, version: $version, input: ${input}) { id } }`
    expect((await lead.ask(update, { id: demonstrationId, version })).errors).toBeUndefined()
  }

  it('is not told to strangers, nor to members of another project, until its lead partner is asked; members read it', async () => {
    expect((await read(stranger)).progress).toBeNull()
    expect((await read(await product.client.as('partner-a'), clusterpoliseeId)).progress).toBeNull()
    expect((await read(await product.client.as('observer'))).progress).toContainEqual({
      areaId: null,
      achieved: expect.any(Number),
      planned: expect.any(Number),
    })
  })

  it('is told once it is published, as members read it of the whole and of areas, and of no other project', async () => {
    await change('{progressPublic: true}')
    const { progress } = await read(stranger)
    const programme = `query ($ids: [ID!]) { whole: programmeProgress(projectIds: $ids, by: [PROJECT]) { nodes { thematicAreaId achieved planned } }
      areas: programmeProgress(projectIds: $ids, by: [AREA]) { nodes { thematicAreaId achieved planned } } }`
    const { whole, areas } = (await lead.ask(programme, { ids: [demonstrationId] })).data
    const known = [...whole.nodes, ...areas.nodes].map(({ thematicAreaId: areaId, achieved, planned }) => ({ areaId, achieved, planned }))
    expect(progress.length).toBeGreaterThan(1)
    for (const figure of progress) expect(known).toContainEqual(figure)
    expect((await read(stranger, clusterpoliseeId)).progress).toBeNull()
  })

  it('is that of two partners at least: the figure of one is neither told nor follows from the others', async () => {
    const told = async (): Promise<string[]> => (await read(stranger)).progress.flatMap(({ areaId }: { areaId: string | null }) => areaId ?? [])
    const before = await told()
    const [area] = before
    const ofArea = 'query ($area: ID!) { pilots(first: 50, filter: {thematicArea: {id: {eq: $area}}}) { nodes { id version partner { id } } } }'
    const pilots = (await lead.ask(ofArea, { area })).data.pilots.nodes as { id: string; version: number; partner: { id: string } }[]
    const input = { partnerId: pilots[0]?.partner.id }
    for (const { id, version } of pilots)
      await lead.ask('mutation ($id: ID!, $version: Int!, $input: UpdatePilotInput!) { updatePilot(id: $id, version: $version, input: $input) { id } }', {
        id,
        version,
        input,
      })
    // Outside of the areas one partner's pilot counts: of five areas that several partners share, the smallest is left out for it.
    expect(before.length).toBe(4)
    expect(await told()).not.toContain(area)
  })

  it('goes with the page when that is withdrawn', async () => {
    await change('{published: false}')
    expect(await read(stranger)).toBeNull()
  })
})
