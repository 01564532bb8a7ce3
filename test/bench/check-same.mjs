import pg from 'pg'
import { difference, normalised, withoutMade } from './compare.mjs'
import { ask } from './questions.mjs'

/**
 * Before anything is measured: every server answers a scenario with the same data as the limit, and the limit with the
 * gateway's very bytes. A recording must have written its row. Answers the bytes of an answer by server.
 */
export async function checkSame(scenario, servers, questions, databaseUrl, take) {
  const answers = new Map()
  for (const server of servers) {
    const text = await ask(server.url, questions.get(server).body(take(1)))
    const { data, errors } = JSON.parse(text)
    if (errors || !data) throw new Error(`${server.name} does not answer ${scenario.name}: ${text.slice(0, 500)}`)
    const same = scenario.same && server.name === 'postgraphile' ? scenario.same(data) : data
    answers.set(server, { text, data: normalised(same) })
    if (scenario.writes) await checkWritten(databaseUrl, same.recordMeasurements.ids, server)
  }
  const [first, ...others] = servers
  const expected = answers.get(first)
  for (const other of others) {
    const found = answers.get(other)
    const differs = scenario.writes ? difference(shapeOf(expected.data), shapeOf(found.data)) : difference(expected.data, found.data)
    if (differs) throw new Error(`${scenario.name}: ${first.name} and ${other.name} answer other data at ${differs}`)
    if (other.name === 'limit' && !scenario.writes && found.text.trim() !== expected.text.trim())
      throw new Error(`${scenario.name}: the limit's bytes are not ${first.name}'s`)
  }
  return new Map([...answers].map(([server, { text }]) => [server, Buffer.byteLength(text)]))
}

/** Each recording is of another seat: only the form can be the same. */
function shapeOf(data) {
  const { recordMeasurements } = withoutMade(data)
  const changes = recordMeasurements.changes.map((change) => Object.fromEntries(Object.entries(change).map(([key, value]) => [key, typeof value])))
  return { ...recordMeasurements, changes }
}

async function checkWritten(databaseUrl, ids, server) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const { rowCount } = await client.query('SELECT 1 FROM measurement WHERE id = ANY ($1)', [ids])
  await client.end()
  if (rowCount !== 1) throw new Error(`${server.name} says that it recorded ${ids}, and did not`)
}
