import { readFileSync } from 'node:fs'
import { Engine } from '@clusterpolisee/graph-sql'
import { productModel } from '@clusterpolisee/schema'
import { buildSchema, parse } from 'graphql'
import pg from 'pg'
import { SECRET } from './data/prepare.mjs'
import { limitOptions, preparedOf } from './servers/limit-statement.mjs'
import { Sessions } from './servers/session.mjs'
import { spread } from './statistics.mjs'

/** Documents of which everything that scopes leave is the same without them. */
const scoped = new Set(['list', 'tree', 'node', 'pilots', 'projectMeasurements'])

/** A model in which everyone sees everything. */
function withoutScopes(model) {
  const open = ({ visibleTo: _, ...part }) => part
  const records = model.records.map((record) => ({ ...record, scope: () => true, fields: record.fields.map(open), relations: record.relations.map(open) }))
  return { ...model, records }
}

const contract = new URL('../../packages/contract/schema.graphql', import.meta.url)

/**
 * What a scenario's statement takes by itself, without HTTP and JavaScript around it: the gateway's with row scopes, without
 * them (the gateway has no switch for it, rightly), and the hand-written one. They take turns one by one. Answers for each
 * round the median ms: `{on, off, limit}`, of which `off` and `limit` may be missing.
 */
export async function measureStatements(databaseUrl, { scenario, asked }, { rounds, seconds }) {
  const options = '-c TimeZone=UTC'
  const [ours, theirs] = [options, limitOptions].map((given) => new pg.Pool({ connectionString: databaseUrl, max: 1, options: given }))
  try {
    const person = await new Sessions(ours).find(`clusterpolisee_session=${SECRET}`)
    const runs = { on: runnerOf(ours, compiled(productModel(), scenario, asked.gateway, person)) }
    if (scoped.has(scenario.name)) runs.off = runnerOf(ours, compiled(withoutScopes(productModel()), scenario, asked.gateway, person))
    if (asked.limit) runs.limit = runnerOf(theirs, handWritten(scenario, asked.limit, person))
    if (runs.off && (await runs.on()) !== (await runs.off())) throw new Error('With scopes and without them the rows are not the same.')
    return await inTurn(runs, rounds, seconds)
  } finally {
    await Promise.all([ours.end(), theirs.end()])
  }
}

function compiled(model, { document, name }, variables, { user, members, partners, visible }) {
  const engine = new Engine(model, buildSchema(readFileSync(contract, 'utf8')))
  const inSight = visible.length === members.length ? members : visible
  const values = { user: [user], members, partners, partner: members, inSight, money: true }
  return engine.compile({ document: parse(document), variables, viewer: { shape: name, wide: visible.length >= 20, values } })
}

function handWritten({ name }, variables, person) {
  return { name: `limit ${name}`, ...preparedOf(name, variables, person) }
}

const runnerOf =
  (pool, { name, text, values }) =>
  async () =>
    (await pool.query({ name, text, values: [...values], rowMode: 'array' })).rows[0][0]

/** A statement's plan settles after five times. */
const WARM = 8

async function inTurn(runs, rounds, seconds) {
  const names = Object.keys(runs)
  for (let warm = 0; warm < WARM; warm += 1) for (const name of names) await runs[name]()
  const found = []
  for (let round = 0; round < rounds; round += 1) {
    const taken = new Map(names.map((name) => [name, []]))
    const until = performance.now() + seconds * names.length * 1000
    for (let turn = 0; performance.now() < until; turn += 1) {
      for (const name of turn % 2 ? names.toReversed() : names) {
        const begin = performance.now()
        await runs[name]()
        taken.get(name).push(performance.now() - begin)
      }
    }
    found.push(Object.fromEntries(names.map((name) => [name, spread(taken.get(name)).median])))
  }
  return found
}
