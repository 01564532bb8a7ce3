import { clusterpoliseeId, demonstrationId, samplePeople } from '@clusterpolisee/schema'
import { type Client, type Product, startProduct } from '../support/product.js'

// Their types are the dashboard's own affair; here only addresses are read.
const lateList: string = '../../apps/dashboard/src/kit/late-list'
const groupsOf: string = '../../apps/dashboard/src/reporting/groups'
const { lateAddress, lateFilter } = (await import(lateList)) as { lateAddress(place?: object): string; lateFilter(params: URLSearchParams): object }
const { groupings, latePlaceOf } = (await import(groupsOf)) as { groupings: readonly string[]; latePlaceOf(group: object, by: string, asOf: string): object }
const documents: string = '../../apps/dashboard/src/api/record-documents'
const facts: string = '../../apps/dashboard/src/api/contract'
const house: string = '../../apps/dashboard/src/rooms'
const { countsDocument, pageDocument } = (await import(documents)) as {
  countsDocument(lists: readonly string[]): string
  pageDocument(record: object, language: string): string
}
const { recordOf } = (await import(facts)) as { recordOf(list: string): object }
const { rooms } = (await import(house)) as { rooms: readonly { readonly rail?: { readonly pages: readonly string[]; readonly counts?: string } }[] }

let product: Product

beforeAll(async () => {
  product = await startProduct()
})

afterAll(() => product.stop())

interface Counted {
  readonly thematicAreaId: string | null
  readonly phaseId: string | null
  readonly late: number
}

const people = samplePeople.filter(({ role }) => role)
const days = ['2014-02-01', '2014-04-15', '2014-12-31']
const ofReal = ['2024-06-30', '2026-03-31', '2027-12-31']
const cases = people.flatMap(({ key, both }) => [[key, demonstrationId, days] as const, ...(both ? [[key, clusterpoliseeId, ofReal] as const] : [])])

/** How many items each list has that one of these addresses opens. */
async function lengths(client: Client, project: string, asOf: string, addresses: readonly string[]): Promise<number[]> {
  const found: number[] = []
  for (let from = 0; from < addresses.length; from += 10) {
    const part = addresses.slice(from, from + 10).map((address) => new URLSearchParams(address.split('?')[1]))
    const lists = part.map((params, index) => `l${index}: lateItems(projectIds: $ids, asOf: "${params.get('day') ?? asOf}", filter: $f${index}) { totalCount }`)
    const filters = Object.fromEntries(part.map((params, index) => [`f${index}`, lateFilter(params)]))
    const { data, errors } = await client.ask(`query ($ids: [ID!]${part.map((_, index) => `, $f${index}: LateItemFilter`).join('')}) { ${lists.join(' ')} }`, {
      ids: [project],
      ...filters,
    })
    if (errors) throw new Error(errors[0]?.message)
    found.push(...part.map((_, index) => data[`l${index}`].totalCount))
  }
  return found
}

const groups = (by: string) => `programmeProgress(projectIds: $ids, asOf: $asOf, by: [${by}], first: 500) {
  nodes { month thematicAreaId phaseId workPackageId partnerId pilotId late } }`

const cellOf = ({ thematicAreaId, phaseId }: Counted) => ({ ...(thematicAreaId ? { area: thematicAreaId } : {}), ...(phaseId ? { phase: phaseId } : {}) })

describe('every number of late items is the length of the list that it opens', () => {
  it.each(cases)('for %s', async (person, project, onDays) => {
    const client = await product.client.as(person)
    let sum = 0
    for (const asOf of onDays) {
      const asked = ['PROJECT', 'CELL', ...groupings].map((by, index) => `g${index}: ${groups(by)}`)
      const { data } = await client.ask(`query ($ids: [ID!], $asOf: Date) { ${asked.join(' ')} }`, { ids: [project], asOf })
      const [whole, cells, ...rest] = Object.keys(data)
        .sort((one, other) => Number(one.slice(1)) - Number(other.slice(1)))
        .map((key) => data[key].nodes as Counted[])
      const shown = [
        ...(whole ?? []).map((group) => [group.late, lateAddress()] as const),
        ...(cells ?? []).map((group) => [group.late, lateAddress(cellOf(group))] as const),
        ...rest.flatMap((list, index) => list.map((group) => [group.late, lateAddress(latePlaceOf(group, groupings[index] ?? '', asOf))] as const)),
      ]
      const long = await lengths(
        client,
        project,
        asOf,
        shown.map(([, address]) => address),
      )
      expect(shown.map(([, address], index) => [asOf, address, long[index]])).toEqual(shown.map(([late, address]) => [asOf, address, late]))
      sum += whole?.[0]?.late ?? 0
    }
    expect(sum).toBeGreaterThan(project === demonstrationId ? 0 : -1)
  })
})

/** The rows of a list, page by page, as its page asks for them. */
async function rowsOf(client: Client, list: string, project: string): Promise<number> {
  let [rows, after]: [number, string | null] = [0, null]
  do {
    const given = { filter: { project: { id: { eq: project } } }, orderBy: [{ id: 'ASC' }], first: 50, after }
    const { data, errors } = await client.ask(pageDocument(recordOf(list), 'en'), given)
    if (errors) throw new Error(errors[0]?.message)
    rows += data.rows.nodes.length
    after = data.rows.pageInfo.hasNextPage ? data.rows.pageInfo.endCursor : null
  } while (after)
  return rows
}

describe('every number beside a room in the rail is the length of the list that it opens', () => {
  const counted = rooms.flatMap(({ rail }) => (rail?.counts ? [[rail.counts, rail.pages[0]] as const] : []))

  it('which is the first page of the room', () => {
    expect(counted.length).toBeGreaterThan(2)
    expect(counted.filter(([list, page]) => list !== page)).toEqual([])
  })

  it.each(cases)('for %s', async (person, project) => {
    const client = await product.client.as(person)
    const { data } = await client.ask(countsDocument(counted.map(([list]) => list)), { id: project })
    for (const [list] of counted) expect([list, await rowsOf(client, list, project)]).toEqual([list, data[list].totalCount])
  })
})

describe('how much waits for oneself is the length of what is shown when all is asked for', () => {
  it.each(cases)('for %s', async (person, project, onDays) => {
    const client = await product.client.as(person)
    const filter = lateFilter(new URLSearchParams({ mine: 'yes' }))
    for (const asOf of onDays) {
      const query = `query ($ids: [ID!], $asOf: Date, $filter: LateItemFilter) {
        home: lateItems(projectIds: $ids, asOf: $asOf, first: 8, filter: {mine: {eq: true}}) { totalCount }
        all: lateItems(projectIds: $ids, asOf: $asOf, first: 500, filter: {mine: {eq: true}}) { nodes { key } }
        list: lateItems(projectIds: $ids, asOf: $asOf, first: 500, filter: $filter) { nodes { key } } }`
      const { data } = await client.ask(query, { ids: [project], asOf, filter })
      expect([asOf, data.all.nodes.length, data.list.nodes.length]).toEqual([asOf, data.home.totalCount, data.home.totalCount])
    }
  })
})
