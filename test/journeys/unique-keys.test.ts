import { allRecords, fieldOf, type RecordMeta } from '@clusterpolisee/schema'
import type { Row } from '../support/verbs/deeds.js'
import { documentOf } from '../support/verbs/documents.js'
import { OTHER_PARTNER, type Person, people, userId } from '../support/verbs/people.js'
import { outcomeOf } from '../support/verbs/verb-rows.js'
import { World } from '../support/verbs/world.js'

let world: World

beforeAll(async () => {
  world = await World.make()
}, 300_000)
afterAll(() => world?.stop())

const others = ['otherLeader', 'evaluator'] as const
let leaders = 0

/** What a row needs beside its sample, so that its key is whole and the time to write it has come. */
const parents: Readonly<Record<string, () => Promise<Row>>> = {
  Score: async () => {
    const plan_id = await world.put('evaluation_plan', { status: 'SCORING' })
    return { plan_id, criterion_id: await world.put('criterion', { plan_id }), evaluator_id: await world.put('evaluator', { plan_id }) }
  },
  Leadership: async () => ({ user_id: userId(others[leaders++ % 2] as Person) }),
  ConsensusNote: async () => {
    const plan_id = await world.put('evaluation_plan', { status: 'OPENED' })
    return { plan_id, criterion_id: await world.put('criterion', { plan_id }) }
  },
  Contributor: async () => {
    const indicator_id = await world.put('indicator')
    return { indicator_id, partner_id: OTHER_PARTNER, continues_id: await world.put('contributor', { indicator_id }) }
  },
  BenchmarkValue: async () => {
    const benchmark_id = await world.put('benchmark')
    return { entry_id: await world.put('benchmark_entry', { benchmark_id }), indicator_id: await world.put('benchmark_indicator', { benchmark_id }) }
  },
  Collaboration: async () => {
    const pilot_id = await world.put('pilot')
    const actor = () => world.put('collaboration_actor', { pilot_id })
    return { pilot_id, actor_id: await actor(), other_id: await actor() }
  },
}

const isWritten = (record: RecordMeta, name: string) => fieldOf(record, name)?.input !== 'none'

/** Records that plain writes create, with keys that whoever writes them chooses. */
const keyed = allRecords().filter(
  (record) => record.verbs.includes('create') && record.unique.some((key) => key.every((name) => name === 'project' || isWritten(record, name))),
)

/** The input that creates a row like this one. */
async function inputOf(record: RecordMeta, id: string): Promise<Row> {
  const { rows } = await world.db.query(`SELECT to_jsonb(t) AS row FROM ${record.table} t WHERE id = $1`, [id])
  const given = record.fields.filter(({ input, column }) => input !== 'none' && rows[0].row[column] !== null)
  return Object.fromEntries(given.map((field) => [field.kind === 'belongsTo' ? `${field.name}Id` : field.name, rows[0].row[field.column]]))
}

/** What each person is told who creates such a row; whatever came of it is taken away again. */
async function answersTo(record: RecordMeta, input: Row): Promise<Record<Person, string>> {
  const answers: [string, string][] = []
  for (const person of people) {
    const answer = await world.clients[person].ask(documentOf(`create${record.name}`), { input })
    answers.push([person, outcomeOf(answer)])
    const made = answer.data?.[`create${record.name}`]?.id
    if (made) await world.db.query(`DELETE FROM ${record.table} WHERE id = $1`, [made])
  }
  return Object.fromEntries(answers) as Record<Person, string>
}

const put = async (record: RecordMeta) => world.put(record.table, (await parents[record.name]?.()) ?? {})

/** Whoever may create one is told that there is one already; everybody else the same as when there is none. */
it.each(keyed.map((record) => [record.name, record] as const))('a key of %s that is taken is told only to whoever may create one', async (_, record) => {
  const taken = await inputOf(record, await put(record))
  const gone = await put(record)
  const free = await inputOf(record, gone)
  await world.db.query(`DELETE FROM ${record.table} WHERE id = $1`, [gone])
  await world.ready()
  const told = await answersTo(record, free)
  const wanted = Object.fromEntries(Object.entries(told).map(([person, answer]) => [person, answer === 'done' ? 'ALREADY_THERE' : answer]))
  expect(Object.values(told)).toContain('done')
  expect(await answersTo(record, taken)).toEqual(wanted)
})
