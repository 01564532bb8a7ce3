import { type Answer, type Client, type Product, startProduct } from '../support/product.js'

let product: Product
let leader: Client
let pilotId: string
let actors: Map<string, string>

const faultsOf = (answer: Answer) => answer.errors?.[0]?.extensions.faults?.map(({ path, code }) => [path.join('.'), code])

beforeAll(async () => {
  product = await startProduct()
  leader = await product.client.as('wp-leader')
  const { data } = await leader.ask('{ collaborationActors(first: 20) { nodes { id name pilot { id } } } }')
  pilotId = data.collaborationActors.nodes[0].pilot.id
  actors = new Map(data.collaborationActors.nodes.map(({ id, name }: { id: string; name: string }) => [name.split(' ')[0], id]))
})

afterAll(() => product.stop())

const idOf = (name: string) => actors.get(name) ?? ''

const record = (client: Client, input: readonly Record<string, unknown>[]) =>
  client.ask('mutation ($pilotId: ID!, $input: [CollaborationInput!]!) { recordCollaborations(pilotId: $pilotId, input: $input) { id } }', { pilotId, input })

const change = `query ($pilotId: ID!, $from: CollaborationLevel! = CONTACT) { collaborationChange(pilotId: $pilotId, from: $from) {
  actors pairs kept gained lost stronger weaker unknown stability before { ties density isolates eiIndex } after { ties density isolates eiIndex } } }`

describe('who works with whom', () => {
  it('says what changed between before and after, from any level on', async () => {
    const { data } = await leader.ask(change, { pilotId })
    expect(data.collaborationChange).toMatchObject({ actors: 9, pairs: 36, kept: 9, gained: 4, lost: 1, stronger: 4, weaker: 1, unknown: 2 })
    expect(data.collaborationChange.before).toMatchObject({ ties: 11, density: 11 / 35, isolates: 1 })
    expect(data.collaborationChange.after).toMatchObject({ ties: 14, density: 14 / 35, isolates: 1 })
    const joint = await leader.ask(change, { pilotId, from: 'JOINT_WORK' })
    expect(joint.data.collaborationChange).toMatchObject({ before: { ties: 1 }, after: { ties: 4 }, kept: 1, gained: 3 })
    expect(faultsOf(await leader.ask(change, { pilotId, from: 'NONE' }))).toEqual([['from', 'NOT_A_TIE']])
  })

  it('takes many pairs at once, all or none, each fault at its place', async () => {
    const pairs = [
      { actorId: idOf('Dogwood'), otherId: idOf('Elm'), before: 'NONE', after: 'CONTACT' },
      { actorId: idOf('Elm'), otherId: idOf('Dogwood'), before: 'NONE', after: 'NONE' },
      { actorId: idOf('Elm'), otherId: idOf('Elm') },
      { actorId: idOf('Elm'), otherId: pilotId },
    ]
    expect(faultsOf(await record(leader, pairs))).toEqual([
      ['input.1', 'DUPLICATE_KEY'],
      ['input.2.otherId', 'SAME_ACTOR'],
      ['input.3.otherId', 'UNKNOWN_REFERENCE'],
    ])
    const before = await leader.ask('{ collaborations { totalCount } }')
    expect(before.data.collaborations.totalCount).toBe(16)
    expect((await record(leader, pairs.slice(0, 1))).errors).toBeUndefined()
    const { data } = await leader.ask(change, { pilotId })
    expect(data.collaborationChange).toMatchObject({ gained: 5, after: { ties: 15 } })
  })

  it('changes a pair by its version, whichever actor comes first, and never over what another saved', async () => {
    const found = await leader.ask('query ($id: ID!) { collaborations(filter: {actor: {id: {eq: $id}}}) { nodes { version other { name } } } }', {
      id: idOf('Hazel'),
    })
    const [{ version }] = found.data.collaborations.nodes
    const pair = { actorId: idOf('Ivy'), otherId: idOf('Hazel'), before: 'CONTACT', after: 'EXCHANGE' }
    expect((await record(leader, [pair])).errors?.[0]?.extensions.code).toBe('CONFLICT')
    expect((await record(leader, [{ ...pair, version: version + 1 }])).errors?.[0]?.extensions.code).toBe('CONFLICT')
    expect((await record(leader, [{ ...pair, version }])).errors).toBeUndefined()
    const after = await leader.ask('query ($id: ID!) { collaborations(filter: {actor: {id: {eq: $id}}}) { nodes { version before after } } }', {
      id: idOf('Hazel'),
    })
    expect(after.data.collaborations.nodes).toEqual([{ version: version + 1, before: 'CONTACT', after: 'EXCHANGE' }])
    const form = await leader.ask('mutation ($input: CreateCollaborationInput!) { createCollaboration(input: $input) { id } }', {
      input: {
        projectId: (await leader.ask('query ($id: ID!) { pilot(id: $id) { project { id } } }', { id: pilotId })).data.pilot.project.id,
        pilotId,
        actorId: idOf('Ivy'),
        otherId: idOf('Hazel'),
      },
    })
    expect(faultsOf(form)).toEqual([['otherId', 'PAIR_EXISTS']])
  })

  it('is written by who writes the pilot, and read by who reads it', async () => {
    const pair = [{ actorId: idOf('Gorse'), otherId: idOf('Ivy'), after: 'CONTACT' }]
    const other = await product.client.as('partner-a')
    expect((await record(other, pair)).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    expect((await other.ask(change, { pilotId })).data.collaborationChange.actors).toBe(9)
    expect((await record(product.client, pair)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
    expect((await product.client.ask(change, { pilotId })).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    expect((await product.client.ask('{ collaborations { totalCount } collaborationActors { totalCount } }')).data).toEqual({
      collaborations: { totalCount: 0 },
      collaborationActors: { totalCount: 0 },
    })
  })
})
