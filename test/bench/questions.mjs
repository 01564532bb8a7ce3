import pg from 'pg'
import { SECRET } from './data/prepare.mjs'

export const headers = { cookie: `clusterpolisee_session=${SECRET}` }

/** Rows before page 50. */
const SKIPPED = 49 * 25

/** What the scenarios ask for by identity: a pilot, a project, a past day, the seats that the person measures from, and rows to skip. */
export async function readFacts(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const column = async (sql) => (await client.query({ text: sql, rowMode: 'array' })).rows.map(([value]) => value)
  try {
    const [project] = await column('SELECT id FROM project ORDER BY id OFFSET (SELECT count(*) / 2 FROM project)::int LIMIT 1')
    const [pilot] = await column("SELECT id FROM pilot WHERE audience = 'PROJECT' ORDER BY id LIMIT 1")
    const [day] = await column('SELECT ((min(on_day) + (max(on_day) - min(on_day)) / 2))::text FROM measurement')
    const seats = await column('SELECT c.id FROM contributor c JOIN membership m ON m.partner_id = c.partner_id ORDER BY c.id')
    const [half] = await column("SELECT (count(*) / 2)::int FROM pilot WHERE status = 'RUNNING'")
    return { project, pilot, day, seats, skipped: Math.min(SKIPPED, half) }
  } finally {
    await client.end()
  }
}

/** Asks once; answers the body's text. */
export async function ask(url, body) {
  const response = await fetch(url, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body })
  return response.text()
}

/** What a scenario sends to a server: `body(n)` is the n-th request's. Pages are reached with the server's own cursors. */
export async function questionOf(scenario, server, gateway, facts) {
  const after = scenario.pageOf ? await cursorOf(scenario, server.name === 'postgraphile' ? server : gateway, facts) : undefined
  const send = (n) => ({ ...variablesOf(scenario, server, facts, n), ...(after ? { after } : {}) })
  if (server.name === 'limit') return { body: (n) => JSON.stringify({ scenario: scenario.writes ? 'record' : scenario.name, variables: send(n) }) }
  const query = documentOf(scenario, server)
  return { body: (n) => JSON.stringify({ query, variables: send(n) }) }
}

const isTheirs = (server) => server.name === 'postgraphile'
const documentOf = (scenario, server) => (isTheirs(server) ? scenario.postgraphile : scenario.document)
const variablesOf = (scenario, server, facts, n) => ((isTheirs(server) && scenario.theirVariables) || scenario.variables)?.(facts, n) ?? {}

/** Walks to the end of page 49, in large steps; in a smaller data set to the middle of its pilots. */
async function cursorOf(scenario, server, facts) {
  let after = null
  for (let left = facts.skipped; left > 0; left -= 500) {
    const query = documentOf(scenario, server).replace('first: 25', `first: ${Math.min(left, 500)}`)
    const text = await ask(server.url, JSON.stringify({ query, variables: { ...variablesOf(scenario, server, facts, 0), ...(after ? { after } : {}) } }))
    const { data } = JSON.parse(text)
    if (!data) throw new Error(`${server.name} does not answer ${scenario.name}: ${text.slice(0, 500)}`)
    after = data[scenario.pageOf].pageInfo.endCursor
  }
  return after
}
