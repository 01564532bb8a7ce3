// PostGraphile 5 with its usual (Amber) preset over node:http. Runs under the newer Node of the bench's cache folder.
// A cookie becomes settings of the transaction; policies of the tables let a member see the rows of its projects.
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { Sessions } from './session.mjs'

const load = createRequire(`${process.env.BENCH_PACKAGES}/`)
const { postgraphile } = load('postgraphile')
const { PostGraphileAmberPreset } = load('postgraphile/presets/amber')
const { makePgService } = load('postgraphile/adaptors/pg')
const { grafserv } = load('postgraphile/grafserv/node')
const { Pool } = load('pg')

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: Number(process.env.BENCH_POOL) })
const sessions = new Sessions(pool)
const ids = (list) => `{${list.join(',')}}`

/** Who asks, as settings that the policies read. */
async function contextOf({ node }) {
  const person = await sessions.find(node?.req.headers.cookie)
  if (!person) return { pgSettings: { role: 'bench_reader' } }
  return {
    pgSettings: {
      role: 'bench_reader',
      'bench.person': ids([person.user]),
      'bench.visible': ids(person.visible),
      'bench.members': ids(person.members),
      'bench.partners': ids(person.partners),
    },
  }
}

const preset = {
  extends: [PostGraphileAmberPreset],
  // Otherwise only what an index begins with may be asked by `condition` and `orderBy`.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [makePgService({ pool, schemas: ['public'], pubsub: false })],
  grafserv: { graphiql: false, watch: false },
  grafast: { context: contextOf, explain: false },
}

const pgl = postgraphile(preset)
const served = pgl.createServ(grafserv)
const server = createServer()
server.on('error', (error) => console.error(error.message))
await served.addTo(server)
await served.ready?.()
server.listen(0, '127.0.0.1', () => console.log(`at http://127.0.0.1:${server.address().port}/graphql`))
process.on('SIGTERM', () => process.exit(0))
