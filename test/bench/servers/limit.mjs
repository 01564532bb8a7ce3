// The limit: node:http, one hand-written statement for each question, the answer as text. Nothing general about it.
import { compact, uuidArray } from '@clusterpolisee/graph-sql'
import pg from 'pg'
import { readBody, serve, signInFirst } from './http.mjs'
import { statements } from './limit-sql.mjs'
import { Sessions } from './session.mjs'

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.BENCH_POOL),
  options: '-c TimeZone=UTC -c plan_cache_mode=force_generic_plan',
})
const sessions = new Sessions(pool)

/** Placeholders that a statement does not use are left out of it; `uses` says what the others stand for. */
const prepared = Object.fromEntries(
  Object.entries(statements).map(([name, { text }]) => {
    const { text: compacted, values: uses } = compact(text, ['visible', 'members', 'partners', 0, 1, 2])
    return [name, { text: compacted, uses }]
  }),
)

serve(async (request) => {
  const [body, person] = await Promise.all([readBody(request), sessions.find(request.headers.cookie)])
  if (!person) throw signInFirst()
  const { scenario, variables } = JSON.parse(body)
  return scenario === 'record' ? record(person, variables) : read(scenario, person, variables)
})

async function read(scenario, person, variables) {
  const { text, uses } = prepared[scenario]
  const own = statements[scenario].values(variables)
  const values = uses.map((use) => (typeof use === 'number' ? own[use] : uuidArray(person[use])))
  const result = await pool.query({ name: scenario, text, values, rowMode: 'array' })
  return result.rows[0][0]
}

async function record({ user }, { contributorId, onDay, value }) {
  const result = await pool.query({
    name: 'record',
    text: 'SELECT bench_record($1, $2, $3, $4)::text',
    values: [user, contributorId, onDay, value],
    rowMode: 'array',
  })
  return `{"data":{"recordMeasurements":${result.rows[0][0]}}}`
}
