import { readFileSync } from 'node:fs'
import { Engine } from '@clusterpolisee/graph-sql'
import { productModel } from '@clusterpolisee/schema'
import { buildSchema, parse } from 'graphql'
import pg from 'pg'
import { SECRET } from './data/prepare.mjs'
import { readFacts } from './questions.mjs'
import { Sessions } from './servers/session.mjs'

const scoped = new Set(['list', 'tree', 'node', 'pilots', 'projectMeasurements'])

/** A model in which everyone sees everything. */
function withoutScopes(model) {
  const open = ({ visibleTo: _, ...part }) => part
  const records = model.records.map((record) => ({ ...record, scope: () => true, fields: record.fields.map(open), relations: record.relations.map(open) }))
  return { ...model, records }
}

/**
 * What row scopes cost: the same documents compiled with them, for a member of all projects, and without, and both
 * statements run in turn on one connection. The gateway has no switch for it, rightly.
 */
export async function measureScopes(databaseUrl, scenarios, { rounds, seconds }) {
  const schema = buildSchema(readFileSync(new URL('../../packages/contract/schema.graphql', import.meta.url), 'utf8'))
  const [on, off] = [productModel(), withoutScopes(productModel())].map((model) => new Engine(model, schema))
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1, options: '-c TimeZone=UTC' })
  try {
    const { user, members, partners, visible } = await new Sessions(pool).find(`clusterpolisee_session=${SECRET}`)
    const viewer = {
      shape: 'member',
      wide: visible.length >= 20,
      values: { user: [user], members, partners, partner: members, inSight: visible.length === members.length ? members : visible, money: true },
    }
    const facts = await readFacts(databaseUrl)
    const results = []
    for (const { name, title, document, variables } of scenarios.filter((scenario) => scoped.has(scenario.name))) {
      const compiled = [on, off].map((engine) => engine.compile({ document: parse(document), variables: variables?.(facts) ?? {}, viewer }))
      results.push({ name, title, rounds: await inTurn(pool, compiled, rounds, seconds) })
    }
    return results
  } finally {
    await pool.end()
  }
}

/** Rounds of `[with, without]`, statements per second. */
async function inTurn(pool, compiled, rounds, seconds) {
  const [one, other] = await Promise.all(compiled.map((statement) => run(pool, statement)))
  if (one !== other) throw new Error('With scopes and without them the rows are not the same: this measures something else.')
  const found = []
  for (let round = 0; round < rounds; round += 1) {
    const rates = [0, 0]
    for (const index of round % 2 ? [1, 0] : [0, 1]) rates[index] = await rateOf(pool, compiled[index], seconds)
    found.push(rates)
  }
  return found
}

async function run(pool, { name, text, values }) {
  const { rows } = await pool.query({ name, text, values: [...values], rowMode: 'array' })
  return rows[0][0]
}

async function rateOf(pool, statement, seconds) {
  for (let warm = 0; warm < 8; warm += 1) await run(pool, statement)
  const begin = performance.now()
  let count = 0
  for (; performance.now() - begin < seconds * 1000; count += 1) await run(pool, statement)
  return count / ((performance.now() - begin) / 1000)
}
