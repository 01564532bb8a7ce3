import type { Database } from '../database/database.js'
import { readPerson, Viewers } from './viewers.js'

const membership = (project: string, role: string, partner: string | null = null) => ({ project, role, partner })
const person = (more: object = {}) => ({ id: 'ann', name: 'Ann', administrator: false, memberships: [], granted: [], ...more })
const session = { published: [], session_id: 's1', token_id: null, with_money: true, project_ids: null, seen: null }
const token = { ...session, session_id: null, token_id: 't1' }

/** Viewers over a database that answers these rows; how often it was asked. */
function over(rows: readonly object[]) {
  const asked: unknown[][] = []
  const database = {
    runRead: async (_: string, values: unknown[] = []) => {
      asked.push(values)
      return rows
    },
  } as unknown as Database
  return { viewers: new Viewers(database), database, asked }
}

const ofSession = async (row: object) => over([{ ...session, ...row }]).viewers.ofSession('secret')

describe('whoever is signed in', () => {
  it('has its projects, by role, once each', async () => {
    const memberships = [
      membership('p1', 'LEAD_PARTNER'),
      membership('p1', 'PARTNER', 'inn'),
      membership('p2', 'PARTNER', 'lab'),
      membership('p2', 'PARTNER', 'lab'),
    ]
    const { values, userId, sessionId } = await ofSession({ person: person({ memberships }) })
    expect({ userId, sessionId }).toEqual({ userId: 'ann', sessionId: 's1' })
    expect(values).toMatchObject({ user: ['ann'], members: ['p1', 'p2'], leadPartner: ['p1'], partner: ['p1', 'p2'], partners: ['inn', 'lab'], observer: [] })
  })

  it('speaks for a partner in the role of one only', async () => {
    const { values } = await ofSession({ person: person({ memberships: [membership('p1', 'OBSERVER', 'inn'), membership('p1', 'PARTNER')] }) })
    expect(values.partners).toEqual([])
  })

  it('sees its projects and those that are public; the very list of its own where no other is', async () => {
    const memberships = [membership('p1', 'PARTNER')]
    const more = await ofSession({ person: person({ memberships }), published: ['p1', 'p2'] })
    expect(more.values).toMatchObject({ members: ['p1'], published: ['p1', 'p2'], inSight: ['p1', 'p2'] })
    const own = await ofSession({ person: person({ memberships }), published: ['p1'] })
    expect(own.values.inSight).toBe(own.values.members)
    expect([more.shape.includes('ownOnly'), own.shape.includes('ownOnly')]).toEqual([false, true])
  })

  it('has what records give, each under its own name', async () => {
    const granted = [
      { project: 'p1', value: 'workPackages', id: 'wp1' },
      { project: 'p1', value: 'evaluations', id: 'plan' },
      { project: 'p1', value: 'workPackages', id: 'wp1' },
    ]
    const { values } = await ofSession({ person: person({ granted }) })
    expect(values).toMatchObject({ workPackages: ['wp1'], evaluations: ['plan'] })
  })

  it('writes, and administers where it may', async () => {
    expect(await ofSession({ person: person() })).toMatchObject({ readOnly: false, administrator: false, values: { readOnly: false, administrator: false } })
    expect(await ofSession({ person: person({ administrator: true }) })).toMatchObject({ administrator: true, values: { administrator: true } })
  })
})

describe('whoever carries a token', () => {
  const memberships = [membership('p1', 'LEAD_PARTNER'), membership('p2', 'PARTNER', 'lab')]
  const granted = [{ project: 'p2', value: 'workPackages', id: 'wp2' }]
  const ofToken = async (row: object) => over([{ ...token, ...row }]).viewers.ofToken('secret')

  it('reads only, and administers nothing', async () => {
    const viewer = await ofToken({ person: person({ administrator: true }) })
    expect(viewer).toMatchObject({ readOnly: true, administrator: false, sessionId: null, values: { readOnly: true, administrator: false } })
  })

  it('reaches the projects of the token', async () => {
    const viewer = await ofToken({ person: person({ memberships, granted }), project_ids: ['p1'] })
    expect(viewer?.values).toMatchObject({ members: ['p1'], leadPartner: ['p1'], partner: [], partners: [], workPackages: [] })
    const wide = await ofToken({ person: person({ memberships, granted }) })
    expect(wide?.values).toMatchObject({ members: ['p1', 'p2'], partners: ['lab'], workPackages: ['wp2'] })
  })

  it('sees money where the token says so', async () => {
    expect((await ofToken({ person: person(), with_money: false }))?.values.money).toBe(false)
    expect((await ofToken({ person: person() }))?.values.money).toBe(true)
  })

  it('is nobody when the token does not hold', async () => {
    const { database } = over([])
    expect(await new Viewers(database).ofToken('secret')).toBeNull()
  })
})

describe('whoever sees as another', () => {
  const mine = [membership('p1', 'LEAD_PARTNER')]
  const theirs = [membership('p1', 'PARTNER', 'inn'), membership('p2', 'PARTNER', 'lab')]
  const granted = [
    { project: 'p1', value: 'workPackages', id: 'wp1' },
    { project: 'p2', value: 'workPackages', id: 'wp2' },
  ]

  it('has of that person what stands in its own projects, reads only, and stays itself beside', async () => {
    const seen = person({ id: 'bob', name: 'Bob', administrator: true, memberships: theirs, granted })
    const viewer = await ofSession({ person: person({ memberships: mine, administrator: true }), seen })
    expect(viewer).toMatchObject({ userId: 'bob', readOnly: true, administrator: false, seeing: { personId: 'bob', personName: 'Bob', byName: 'Ann' } })
    expect(viewer.values).toMatchObject({ user: ['bob'], members: ['p1'], partners: ['inn'], leadPartner: [], workPackages: ['wp1'], readOnly: true })
    expect(viewer.also).toMatchObject({ userId: 'ann', readOnly: false, administrator: true, values: { members: ['p1'], leadPartner: ['p1'] } })
  })
})

describe('nobody', () => {
  it('reads what is public', async () => {
    const viewer = await over([{ published: ['p1'] }]).viewers.ofStranger()
    expect(viewer).toMatchObject({ userId: null, readOnly: true, administrator: false, values: { readOnly: true, published: ['p1'], inSight: ['p1'] } })
    expect(await over([]).viewers.ofStranger()).toMatchObject({ values: { published: [], inSight: [] } })
  })

  it('is whose session does not hold', async () => {
    expect(await over([]).viewers.ofSession('secret')).toMatchObject({ userId: null, readOnly: true })
  })

  it('is no person of that address', async () => {
    expect(await readPerson(over([]).database, 'ann@example.org')).toBeNull()
    expect(await readPerson(over([{ ...session, person: person() }]).database, 'ann@example.org')).toMatchObject({ userId: 'ann', readOnly: false })
  })
})

describe('the shape of a viewer', () => {
  const shapeOf = async (memberships: object[], published: string[] = []) => (await ofSession({ person: person({ memberships }), published })).shape.split(' ')

  it('says of which values there are none, one, or several', async () => {
    expect(await shapeOf([])).not.toContain('members')
    expect(await shapeOf([membership('p1', 'PARTNER')])).toContain('members:1')
    expect(await shapeOf([membership('p1', 'PARTNER'), membership('p2', 'PARTNER')])).toEqual(expect.arrayContaining(['members', 'user:1', 'money']))
  })

  it('says who sees many projects', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => membership(`p${index}`, 'PARTNER'))
    expect(await shapeOf(many(19))).not.toContain('wide')
    expect(await shapeOf(many(20))).toContain('wide')
    expect((await ofSession({ person: person({ memberships: many(20) }) })).wide).toBe(true)
  })
})

describe('viewers are kept', () => {
  it('so that PostgreSQL is asked once, with the hash of what was given, until rights change', async () => {
    const { viewers, asked } = over([{ ...session, person: person() }])
    const first = await viewers.ofSession('secret')
    expect(viewers.ofSession('secret')).toBe(first)
    expect(asked).toEqual([[expect.stringMatching(/^[0-9a-f]{64}$/)]])
    viewers.forget()
    await viewers.ofSession('secret')
    expect(asked).toHaveLength(2)
  })

  it('each under its own secret and kind', async () => {
    const { viewers, asked } = over([{ ...session, person: person() }])
    await viewers.ofSession('one')
    await viewers.ofSession('other')
    await viewers.ofToken('one')
    expect(asked).toHaveLength(3)
  })

  it('not when rights changed while they were read', async () => {
    const { viewers, asked } = over([{ ...session, person: person() }])
    const reading = viewers.ofSession('secret')
    viewers.forget()
    await reading
    await viewers.ofSession('secret')
    expect(asked).toHaveLength(2)
  })
})

it('is kept for five seconds, also when the clock on the wall is put back meanwhile', async () => {
  const { viewers, asked } = over([{ ...session, person: person() }])
  await viewers.ofSession('secret')
  await viewers.ofSession('secret')
  expect(asked).toHaveLength(1)
  const { now } = Date
  const passed = performance.now() + 5001
  Date.now = () => now() - 3_600_000
  performance.now = () => passed
  await viewers.ofSession('secret')
  Date.now = now
  Reflect.deleteProperty(performance, 'now')
  expect(asked).toHaveLength(2)
})
