import { clusterpoliseeId, demonstrationId, samplePeople } from '@clusterpolisee/schema'
import type { Client } from '../support/product.js'
import { OTHER_PARTNER, PARTNER, userId } from '../support/verbs/people.js'
import { World } from '../support/verbs/world.js'

let world: World

beforeAll(async () => {
  world = await World.make()
  const scored = await world.put('evaluation_plan', { status: 'SCORING', scoring_until: '2014-05-10' })
  for (const person of ['evaluator', 'otherEvaluator'] as const) await world.put('evaluator', { plan_id: scored, user_id: userId(person) })
  const concluded = await world.put('evaluation_plan', { status: 'CONCLUDED' })
  for (const partner_id of [PARTNER, OTHER_PARTNER]) {
    await world.put('recommendation', { plan_id: concluded, partner_id })
    const accepted = { response: 'ACCEPT', response_due_on: '2014-06-10', answered_at: '2014-03-01T12:00:00Z' }
    await world.put('recommendation', { plan_id: concluded, partner_id, ...accepted })
  }
})

afterAll(() => world?.stop())

interface Item {
  readonly key: string
  readonly kind: string
  readonly recordId: string
  readonly pilotId: string | null
}

/** What the page of an item asks, to know whether the person may do it. */
const asked: Readonly<Record<string, (item: Item) => string>> = {
  DELIVERABLE: ({ recordId }) => `deliverable(id: "${recordId}") { can { deed: handIn { allowed } } }`,
  MILESTONE: ({ recordId }) => `milestone(id: "${recordId}") { can { deed: update { allowed } } }`,
  MEASUREMENT: ({ recordId }) => `contributor(id: "${recordId}") { can { deed: measure { allowed } } }`,
  PILOT_START: ({ pilotId }) => `pilot(id: "${pilotId}") { endedOn cancelledOn can { deed: update { allowed } } availableTransitions { key reason } }`,
  PILOT_END: ({ pilotId }) => `pilot(id: "${pilotId}") { endedOn cancelledOn can { deed: update { allowed } } availableTransitions { key reason } }`,
  DECISION: ({ recordId }) => `eventDecision(id: "${recordId}") { can { deed: finish { allowed } } }`,
  MARKS: ({ recordId }) => `evaluator(id: "${recordId}") { can { deed: handIn { allowed } } }`,
  ANSWER: ({ recordId }) => `recommendation(id: "${recordId}") { can { deed: respond { allowed } } }`,
  RECOMMENDATION: ({ recordId }) => `recommendation(id: "${recordId}") { can { deed: respond { allowed } } }`,
}

interface Asked {
  readonly can: { readonly deed: { readonly allowed: boolean } }
  readonly endedOn?: string | null
  readonly cancelledOn?: string | null
  readonly availableTransitions?: readonly { readonly key: string; readonly reason: string | null }[]
}

/** Moves that a pilot's start or end is decided by. */
const decides = ['START', 'SUSPEND', 'RESUME', 'COMPLETE']

/** True: the deed is the person's; that something else must be done first is said on the page. What waited on a past day may be done by now. */
const mayDo = ({ can, endedOn, cancelledOn, availableTransitions }: Asked): boolean =>
  can.deed.allowed &&
  (Boolean(endedOn ?? cancelledOn) ||
    (availableTransitions?.some(({ key, reason }) => decides.includes(key) && reason !== 'NOT_YOURS' && reason !== 'NOT_OFFERED') ?? true))

async function itemsOf(client: Client, project: string, asOf: string, filter = '{mine: {eq: true}}'): Promise<Item[]> {
  const query = `query ($ids: [ID!], $asOf: Date) { lateItems(projectIds: $ids, asOf: $asOf, first: 500, filter: ${filter}) { nodes { key kind recordId pilotId } } }`
  return (await client.ask(query, { ids: [project], asOf })).data.lateItems.nodes
}

/** Items that lead a person to a page where they may not do it. */
async function deadEnds(client: Client, items: readonly Item[]): Promise<string[]> {
  const found: string[] = []
  for (let from = 0; from < items.length; from += 20) {
    const part = items.slice(from, from + 20)
    const { data, errors } = await client.ask(`{ ${part.map((item, at) => `i${at}: ${asked[item.kind]?.(item)}`).join(' ')} }`)
    if (errors) throw new Error(errors[0]?.message)
    found.push(...part.filter((_, at) => !data[`i${at}`] || !mayDo(data[`i${at}`])).map(({ key }) => key))
  }
  return found
}

const days = ['2014-02-01', '2014-04-15', '2014-12-31']
const ofReal = ['2024-06-30', '2026-03-31', '2027-12-31']
const cases = samplePeople
  .filter(({ role }) => role)
  .flatMap(({ key, both }) => [[key, demonstrationId, days] as const, ...(both ? [[key, clusterpoliseeId, ofReal] as const] : [])])

it.each(cases)('all that waits for %s can be done by them where it leads', async (person, project, onDays) => {
  const client = await world.product.client.as(person)
  for (const asOf of onDays) expect([asOf, await deadEnds(client, await itemsOf(client, project, asOf))]).toEqual([asOf, []])
})

/** Only people of the partner that it is addressed to may answer: where it has none, it waits for nobody. */
const mayWait = ({ kind }: Item): boolean => kind === 'ANSWER' || kind === 'RECOMMENDATION'

it('each item waits for somebody, and for the lead partner only where it waits for nobody before', async () => {
  const lead = await world.product.client.as('lead')
  const all = await itemsOf(lead, demonstrationId, '2014-04-15', '{}')
  const mine = new Map<string, string[]>()
  const others = ['wp-leader', 'wp-leader-b', 'partner-a', 'partner-b', 'evaluator', 'evaluator-b', 'evaluator-c']
  for (const person of ['lead', ...others]) {
    const items = await itemsOf(await world.product.client.as(person), demonstrationId, '2014-04-15')
    for (const { key } of items) mine.set(key, [...(mine.get(key) ?? []), person])
  }
  expect(all.length).toBeGreaterThan(10)
  expect(all.filter((item) => !mine.has(item.key) && !mayWait(item))).toEqual([])
  expect([...mine.values()].filter((people) => people.includes('lead') && people.length > 1)).toEqual([])
  expect([...mine.values()].some((people) => people.includes('partner-a'))).toBe(true)
  expect([...new Set(all.map(({ kind }) => kind))]).toEqual(expect.arrayContaining(['MARKS', 'ANSWER', 'RECOMMENDATION']))
})
