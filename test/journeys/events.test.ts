import { clusterpoliseeId, demonstrationId, sampleId } from '@clusterpolisee/schema'
import { type Client, type Product, startProduct } from '../support/product.js'

let product: Product
let lead: Client
let northern: Client
let observer: Client

beforeAll(async () => {
  product = await startProduct()
  ;[lead, northern, observer] = await Promise.all([product.client.as('lead'), product.client.as('partner-a'), product.client.as('observer')])
})

afterAll(() => product.stop())

const event = (key: string, project = 'demonstration') => sampleId(project, 'Event', key)
const partner = (number: number) => sampleId('demonstration', 'Partner', number)

const create = async (client: Client, record: string, input: Record<string, unknown>) => {
  const answer = await client.ask(`mutation ($input: Create${record}Input!) { create${record}(input: $input) { id version } }`, {
    input: { projectId: demonstrationId, ...input },
  })
  return { ...answer, made: answer.data?.[`create${record}`] as { id: string; version: number } }
}

const publish = async (published: boolean) => {
  const { data } = await lead.ask('query ($id: ID!) { project(id: $id) { version } }', { id: demonstrationId })
  await lead.ask('mutation ($id: ID!, $version: Int!, $input: UpdateProjectInput!) { updateProject(id: $id, version: $version, input: $input) { id } }', {
    ...{ id: demonstrationId, version: data.project.version, input: { published } },
  })
}

describe('an event', () => {
  it('is held by its host, attended by partners who say so themselves, and decides what comes into the work of others', async () => {
    const held = await create(northern, 'Event', {
      ...{ title: 'Round table of laboratories', kind: 'ROUND_TABLE', startsOn: '2014-04-02', startsOnPrecision: 'DAY' },
      ...{ hostPartnerId: partner(8), minutes: 'We **agreed**.' },
    })
    const southern = await product.client.as('partner-b')
    const { errors } = await create(southern, 'Attendance', { eventId: held.made.id, partnerId: partner(8), people: 9 })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'NOT_YOURS' })
    expect((await create(southern, 'Attendance', { eventId: held.made.id, partnerId: partner(10), people: 2 })).errors).toBeUndefined()
    const decided = await create(northern, 'EventDecision', {
      eventId: held.made.id,
      title: 'Share the price list',
      partnerId: partner(10),
      dueOn: '2014-04-10',
    })
    const waiting = async (client: Client) => {
      const { data } = await client.ask(
        'query ($ids: [ID!]!) { lateItems(projectIds: $ids, first: 200, filter: {kind: {eq: DECISION}, mine: {eq: true}}) { nodes { title state daysLate recordId } } }',
        { ids: [demonstrationId] },
      )
      return data.lateItems.nodes as readonly Record<string, unknown>[]
    }
    const item = { title: 'Share the price list', state: 'LATE', daysLate: 4, recordId: decided.made.id }
    expect(await waiting(southern)).toContainEqual(item)
    expect(await waiting(northern)).not.toContainEqual(item)
    const done = await southern.ask('mutation ($id: ID!) { finishDecision(id: $id, version: 1, on: "2014-04-09") { doneOn } }', { id: decided.made.id })
    expect(done.data.finishDecision).toEqual({ doneOn: '2014-04-09' })
    expect(await waiting(southern)).not.toContainEqual(item)
  })

  it('that is kept to its host puts nothing into anybody’s work, and none that is archived', async () => {
    const decisionOf = async (input: Record<string, unknown>) => {
      const { made } = await create(lead, 'Event', { title: 'Quiet', kind: 'OTHER', ...input })
      const { made: decision } = await create(lead, 'EventDecision', { eventId: made.id, title: 'Quiet', partnerId: partner(8), dueOn: '2014-04-01' })
      return { event: made, decision: decision.id }
    }
    const [kept, open] = [await decisionOf({ audience: 'OWN' }), await decisionOf({})]
    const waiting = async () => {
      const { data } = await northern.ask('{ lateItems(first: 200, filter: {kind: {eq: DECISION}}) { nodes { recordId } } }')
      return data.lateItems.nodes.map(({ recordId }: { recordId: string }) => recordId) as string[]
    }
    expect(await waiting()).toContain(open.decision)
    expect(await waiting()).not.toContain(kept.decision)
    await lead.ask('mutation ($id: ID!, $version: Int!) { archiveEvent(id: $id, version: $version) { id } }', { ...open.event })
    expect(await waiting()).not.toContain(open.decision)
  })

  it('shows strangers what is public of it while its project is published, never minutes, attendance or decisions', async () => {
    const ask = () =>
      product.client.ask('{ events(first: 50) { nodes { title audience minutes hidden } } attendances { totalCount } eventDecisions { totalCount } }')
    expect((await ask()).data).toEqual({ events: { nodes: [] }, attendances: { totalCount: 0 }, eventDecisions: { totalCount: 0 } })
    await publish(true)
    const { data } = await ask()
    expect(data.events.nodes.length).toBeGreaterThan(1)
    for (const node of data.events.nodes) expect(node).toMatchObject({ audience: 'PUBLIC', minutes: null, hidden: expect.arrayContaining(['minutes']) })
    expect([data.attendances.totalCount, data.eventDecisions.totalCount]).toEqual([0, 0])
    const members = await observer.ask('query ($id: ID!) { event(id: $id) { minutes attendances { totalCount } } }', { id: event('launch') })
    expect(members.data.event).toEqual({ minutes: expect.stringContaining('**by the tenth**'), attendances: { totalCount: 5 } })
    const feed = await (await fetch(`${product.client.url}/feeds/events.json?public=true`)).json()
    expect(new Set(feed.map(({ minutes }: { minutes: unknown }) => minutes))).toEqual(new Set([null]))
    await publish(false)
  })
})

describe('the calendar of events', () => {
  const file = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${product.client.url}/events/${path}`, { headers })
    const text = await response.text()
    return { response, text, uids: [...text.matchAll(/^UID:(.+)@clusterpolisee\r$/gm)].map(([, id]) => id) }
  }
  const whole = `${demonstrationId}/calendar.ics`

  it('has the events whose day is known, and none that is known to the month or not at all', async () => {
    const { response, uids, text } = await file(whole, lead.cookie())
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(uids).toEqual(expect.arrayContaining([event('launch'), event('steering-2013'), event('study-visit')]))
    for (const key of ['working-groups', 'final-conference', 'training']) expect(uids).not.toContain(event(key))
    expect(text).toContain('X-WR-CALNAME:Demonstration\r\n')
    expect(text).toMatch(/DTSTART;VALUE=DATE:20131210\r\nDTEND;VALUE=DATE:20131212\r\n/)
    expect(text).not.toContain('by the tenth')
    const real = await file(`${clusterpoliseeId}/calendar.ics`, lead.cookie())
    expect(real.uids).toHaveLength(7)
    const vague = await file(`${event('final-conference')}.ics`, lead.cookie())
    expect([vague.response.status, JSON.parse(vague.text).code]).toEqual([404, 'NOT_FOUND'])
  })

  it('is read by a token, as Bearer and as a password', async () => {
    const made = await lead.ask('mutation ($ids: [ID!]!) { createApiToken(name: "Calendar", projectIds: $ids) { token } }', { ids: [demonstrationId] })
    const { token } = made.data.createApiToken
    const basic = `Basic ${Buffer.from(`calendar:${token}`).toString('base64')}`
    for (const authorization of [`Bearer ${token}`, basic]) expect((await file(whole, { authorization })).uids).toContain(event('steering-2013'))
    expect((await file(`${clusterpoliseeId}/calendar.ics`, { authorization: basic })).response.status).toBe(404)
    expect((await file(whole, { authorization: 'Bearer wrong' })).response.status).toBe(401)
  })

  it('shows each only what they may read', async () => {
    const { made } = await create(lead, 'Event', { title: 'Kept', kind: 'OTHER', startsOn: '2014-04-03', audience: 'OWN' })
    expect((await file(whole, lead.cookie())).uids).toContain(made.id)
    const ofObserver = await file(whole, observer.cookie())
    expect(ofObserver.uids).toContain(event('launch'))
    expect(ofObserver.uids).not.toContain(made.id)
    expect((await file(`${made.id}.ics`, observer.cookie())).response.status).toBe(404)
    expect((await file(`${made.id}.ics`, lead.cookie())).uids).toEqual([made.id])
    await lead.ask('mutation ($id: ID!, $version: Int!) { archiveEvent(id: $id, version: $version) { id } }', { ...made })
    expect((await file(`${made.id}.ics`, lead.cookie())).response.status).toBe(404)
  })

  it('is open to strangers for what is public of a published project, and asks them to sign in else', async () => {
    const closed = await file(whole)
    expect([closed.response.status, closed.response.headers.get('www-authenticate')]).toEqual([401, expect.stringMatching(/^Basic /)])
    await publish(true)
    const open = await file(whole)
    expect(open.uids).toEqual([event('launch'), event('study-visit')])
    expect((await file(`${event('launch')}.ics`)).uids).toEqual([event('launch')])
    expect((await file(`${event('steering-2013')}.ics`)).response.status).toBe(401)
    await publish(false)
    expect((await file(`${event('launch')}.ics`)).response.status).toBe(401)
  })

  it('leaves the pages of the dashboard under its address alone', async () => {
    for (const path of ['', '/create', `/${event('launch')}/show`]) {
      const response = await fetch(`${product.client.url}/events${path}`, { headers: { accept: 'text/html' } })
      expect([path, response.status, response.headers.get('content-type')]).toEqual([path, 200, expect.stringContaining('text/html')])
    }
  })
})
