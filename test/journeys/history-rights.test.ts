import type { Client } from '../support/product.js'
import { CLERK, DEMONSTRATION, OTHER_PARTNER, PARTNER, type Person, userId } from '../support/verbs/people.js'
import { World } from '../support/verbs/world.js'

let world: World

beforeAll(async () => {
  world = await World.make()
}, 300_000)
afterAll(() => world?.stop())

type Line = readonly [field: string, before: unknown, after: unknown]

const document = `query ($id: ID!) { node(id: $id) { ... on Pilot { ...H } ... on Risk { risk: history(first: 50) { totalCount nodes { field before after byName byUser { id } } } } } }
  fragment H on Pilot { history(first: 50) { totalCount nodes { field before after byName byUser { id } } } }`

/** What a person reads of a record's past: field, before, after; null where the record is not there for them. */
async function pastOf(client: Client, id: string): Promise<Line[] | null> {
  const { data } = await client.ask(document, { id })
  const found = data.node?.history ?? data.node?.risk
  if (!found) return null
  expect(found.totalCount).toBe(found.nodes.length)
  return found.nodes.map(({ field, before, after }: { field: string; before: unknown; after: unknown }) => [field, before, after])
}

const summaries = async (person: Person, id: string) =>
  (await pastOf(world.clients[person], id))?.filter(([field]) => field === 'summary').map(([, , after]) => after)

/** A pilot that was written in one audience, and is in another. */
async function pilotThatWas(first: 'OWN' | 'PROJECT' | 'PUBLIC', then: 'OWN' | 'PROJECT' | 'PUBLIC') {
  const id = await world.put('pilot', { audience: first, summary: 'begun' })
  await world.set('pilot', id, { summary: `as ${first}` })
  await world.set('pilot', id, { audience: then, summary: 'between' })
  await world.set('pilot', id, { summary: `as ${then}` })
  return id
}

describe('the past of a record', () => {
  it('that was its own and is for all tells others nothing of that time, by no path', async () => {
    const id = await pilotThatWas('OWN', 'PROJECT')
    const risk = await world.put('risk', { pilot_id: id })
    expect(await summaries('leadPartner', id)).toEqual(['as PROJECT', 'between', 'as OWN', 'begun'])
    expect(await summaries('ownPartner', id)).toEqual(['as PROJECT', 'between', 'as OWN', 'begun'])
    for (const person of ['otherPartner', 'evaluator', 'controller', 'observer'] as const)
      expect(await pastOf(world.clients[person], id)).toEqual([['summary', 'between', 'as PROJECT']])
    const found = await world.clients.otherPartner.ask(
      `query ($id: ID!) { sought: pilots(filter: {id: {eq: $id}, history: {some: {action: {eq: CREATED}}}}) { totalCount }
        none: pilots(filter: {id: {eq: $id}, history: {none: {field: {eq: "audience"}}}}) { totalCount } risks(filter: {pilot: {id: {eq: $id}, history: {some: {field: {eq: "audience"}}}}}) { totalCount }
        auditTrail(filter: {recordId: {eq: "${id}"}}) { totalCount } }`,
      { id },
    )
    expect(found.data).toEqual({ sought: { totalCount: 0 }, none: { totalCount: 1 }, risks: { totalCount: 0 }, auditTrail: { totalCount: 0 } })
    expect((await pastOf(world.clients.otherPartner, risk))?.length).toBeGreaterThan(0)
  })

  it('of what belongs to such a record is judged by that record, as it was', async () => {
    const pilot_id = await world.put('pilot', { audience: 'OWN' })
    const risk = await world.put('risk', { pilot_id, title: 'kept' })
    await world.set('pilot', pilot_id, { audience: 'PROJECT' })
    await world.set('risk', risk, { title: 'told' })
    expect(await pastOf(world.clients.otherPartner, risk)).toEqual([['title', 'kept', 'told']])
    expect((await pastOf(world.clients.ownPartner, risk))?.length).toBeGreaterThan(2)
  })

  it('that was for all and is its own is for its own only', async () => {
    const id = await pilotThatWas('PUBLIC', 'OWN')
    expect(await pastOf(world.clients.otherPartner, id)).toBeNull()
    expect(await summaries('ownPartner', id)).toEqual(['as OWN', 'between', 'as PUBLIC', 'begun'])
  })

  it('of one partner is not told to the next one who takes it over', async () => {
    const id = await pilotThatWas('OWN', 'OWN')
    await world.set('pilot', id, { partner_id: OTHER_PARTNER })
    await world.set('pilot', id, { summary: 'of the next' })
    expect(await summaries('otherPartner', id)).toEqual(['of the next'])
    expect(await pastOf(world.clients.ownPartner, id)).toBeNull()
    expect((await summaries('leadPartner', id))?.length).toBe(5)
  })

  it('is not told to strangers, however public the record is', async () => {
    const id = await pilotThatWas('PUBLIC', 'PUBLIC')
    await world.set('project', DEMONSTRATION, { published: true })
    await world.ready()
    expect(await pastOf(world.clients.stranger, id)).toEqual([])
    expect(await pastOf(world.clients.elsewhere, id)).toEqual([])
    await world.set('project', DEMONSTRATION, { published: false })
    await world.ready()
  })

  it('from before it was kept how records were, counts as its own', async () => {
    const id = await pilotThatWas('PROJECT', 'PROJECT')
    await world.db.query('UPDATE audit_entry SET judged_before = NULL, judged_after = NULL WHERE record_id = $1', [id])
    expect(await pastOf(world.clients.otherPartner, id)).toEqual([])
    expect((await summaries('ownPartner', id))?.length).toBe(4)
    expect((await summaries('leadPartner', id))?.length).toBe(4)
  })
})

describe('names in the past', () => {
  it('are told of whom the reader knows', async () => {
    const id = await world.put('pilot')
    const authors = async (person: Person) =>
      (await world.clients[person].ask(document, { id })).data.node.history.nodes as { byName: string | null; byUser: unknown }[]
    await world.db.query('UPDATE audit_entry SET by_user_id = $2 WHERE record_id = $1', [id, CLERK])
    for (const { byName, byUser } of [...(await authors('leadPartner')), ...(await authors('otherPartner'))]) expect([byName, byUser]).toEqual([null, null])
    await world.db.query('UPDATE audit_entry SET by_user_id = $2 WHERE record_id = $1', [id, userId('ownPartner')])
    for (const { byName, byUser } of await authors('otherPartner')) expect([byName, byUser]).toEqual([expect.any(String), { id: userId('ownPartner') }])
  })

  it('of persons and records that the reader may not read are not there as identities either', async () => {
    const id = await world.put('evaluator')
    const ask =
      'query ($id: ID!) { evaluator(id: $id) { history(filter: {field: {eq: "user"}}) { nodes { after } } } auditTrail(filter: {recordType: {eq: "Evaluator"}, field: {eq: "user"}, recordId: {eq: "ID"}}) { totalCount } }'
    const read = async (person: Person) => (await world.clients[person].ask(ask.replace('"ID"', `"${id}"`), { id })).data
    expect(await read('leadPartner')).toEqual({ evaluator: { history: { nodes: [{ after: userId('evaluator') }] } }, auditTrail: { totalCount: 1 } })
    await world.db.query(`UPDATE audit_entry SET after = to_jsonb($2::text) WHERE record_id = $1 AND field = 'user'`, [id, CLERK])
    expect(await read('leadPartner')).toEqual({ evaluator: { history: { nodes: [] } }, auditTrail: { totalCount: 0 } })
    expect((await read('otherPartner')).evaluator).toEqual({ history: { nodes: [] } })
  })

  it('of accounts and regions are for whoever may write them', async () => {
    const id = userId('ownPartner')
    await world.db.query(`UPDATE app_user SET display_name = display_name || ' of old' WHERE id = $1`, [id])
    const read = async (person: Person) =>
      (await world.clients[person].ask('query ($id: ID!) { user(id: $id) { history { totalCount } } }', { id })).data.user.history.totalCount
    expect(await read('ownPartner')).toBeGreaterThan(0)
    expect(await read('administrator')).toBeGreaterThan(0)
    expect(await read('otherPartner')).toBe(0)
    expect(await read('leadPartner')).toBe(0)
  })
})

describe('a token without money', () => {
  it('reads no contact, no budget and no invited address in the trail', async () => {
    const contact = await world.put('contact', { email: 'kept@example.org', phone: '+39 1' })
    await world.put('budget_share', { partner_id: PARTNER })
    await world.put('invitation')
    const pilot = await world.put('pilot', { budget: 1000 })
    const token = async (withMoney: boolean) => {
      const made = await world.clients.leadPartner.ask(
        'mutation ($projectIds: [ID!]!, $withMoney: Boolean) { createApiToken(name: "Trail", projectIds: $projectIds, withMoney: $withMoney) { token } }',
        { projectIds: [DEMONSTRATION], withMoney },
      )
      return world.clients.stranger.withToken(made.data.createApiToken.token)
    }
    const read = async (client: Client) => {
      const { data } = await client.ask(
        `query ($contact: ID!, $pilot: ID!) { auditTrail(first: 500, filter: {field: {in: ["email", "phone", "budget", "amount"]}}) { totalCount nodes { recordType } }
          contact(id: $contact) { history(filter: {field: {eq: "email"}}) { totalCount } } pilot(id: $pilot) { history(filter: {field: {eq: "budget"}}) { totalCount } }
          invitations(first: 50) { nodes { email hidden } } other: auditTrail { totalCount } }`,
        { contact, pilot },
      )
      const kinds = [...new Set(data.auditTrail.nodes.map(({ recordType }: { recordType: string }) => recordType))].sort()
      return {
        kinds,
        invitations: data.invitations.nodes,
        ofContact: data.contact.history.totalCount,
        ofPilot: data.pilot.history.totalCount,
        other: data.other.totalCount > 0,
      }
    }
    expect(await read(await token(false))).toEqual({ kinds: [], invitations: [{ email: null, hidden: ['email'] }], ofContact: 0, ofPilot: 0, other: true })
    const rich = await read(await token(true))
    expect(rich).toMatchObject({ kinds: ['BudgetShare', 'Contact', 'Invitation', 'Pilot'], ofContact: 1, ofPilot: 1, other: true })
  })
})
