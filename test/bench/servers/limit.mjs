// The limit: node:http, one hand-written statement for each question, the answer as text. Nothing general about it.
import pg from 'pg'
import { readBody, serve, signInFirst } from './http.mjs'
import { limitOptions, preparedOf } from './limit-statement.mjs'
import { Sessions } from './session.mjs'

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.BENCH_POOL),
  options: limitOptions,
})
const sessions = new Sessions(pool)

serve(async (request) => {
  const [body, person] = await Promise.all([readBody(request), sessions.find(request.headers.cookie)])
  if (!person) throw signInFirst()
  const { scenario, variables } = JSON.parse(body)
  return scenario === 'record' ? record(person, variables) : read(scenario, person, variables)
})

async function read(scenario, person, variables) {
  const result = await pool.query({ name: scenario, ...preparedOf(scenario, variables, person), rowMode: 'array' })
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
