// `npm run bench`: this gateway beside a hand-written server, graphql-js with DataLoader, and PostGraphile, on one database.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DataDirectory, startEmbeddedServer } from '@clusterpolisee/gateway'
import { checkSame } from './check-same.mjs'
import { cacheFolder, cancelStatements, prepareDatabase } from './data/prepare.mjs'
import { measureRound, startLoad } from './measure.mjs'
import { readOptions } from './options.mjs'
import { questionOf, readFacts } from './questions.mjs'
import { report } from './report.mjs'
import { postgraphileServer } from './servers/install-postgraphile.mjs'
import { dataLoaderServer, gatewayServer, limitServer, startServer } from './servers/start.mjs'
import { measureStatements } from './statements.mjs'
import { writeReport } from './write-report.mjs'

const root = join(import.meta.dirname, '../..')
const options = readOptions(process.argv.slice(2))
const makers = { gateway: gatewayServer, limit: limitServer, dataloader: dataLoaderServer, postgraphile: null }
for (const name of options.without) delete makers[name]
if ('postgraphile' in makers) makers.postgraphile = postgraphileServer(root)

/** Measures all scenarios of a data set; what was found goes into `results`. */
async function runSize(postgres, size, results) {
  const scenarios = options.scenarios.filter((scenario) => scenario.size === size)
  if (scenarios.length === 0) return
  console.error(`Preparing the database "${size}".`)
  const databaseUrl = await prepareDatabase(postgres, size, size === 'programme' ? options.scale : 1)
  const facts = await readFacts(databaseUrl)
  const servers = []
  const load = startLoad()
  try {
    for (const make of Object.values(makers)) if (make) servers.push(await startServer(make(databaseUrl)))
    for (const scenario of scenarios) {
      await runScenario({ scenario, servers, load, facts, databaseUrl }).then(
        (result) => results.scenarios.push(result),
        (error) => results.failures.push(`${scenario.name}: ${error.message}`),
      )
    }
    const read = results.scenarios.filter(({ scenario }) => scenario.size === size && !scenario.writes)
    for (const result of read) result.statements = await measureStatements(databaseUrl, result, options)
  } finally {
    load.stop()
    for (const server of servers) await server.stop()
  }
}

async function runScenario({ scenario, servers, load, facts, databaseUrl }) {
  let taken = 0
  const take = (many) => {
    taken += many
    return taken - many
  }
  const questions = new Map()
  for (const server of servers) questions.set(server, await questionOf(scenario, server, servers[0], facts))
  const bytes = await checkSame(scenario, servers, questions, databaseUrl, take)
  const rounds = []
  for (let round = 0; round < options.rounds; round += 1) {
    for (const connections of options.connections) {
      const measured = await measureRound({
        load,
        scenario,
        servers,
        questions,
        connections,
        seconds: options.seconds,
        take,
        settle: () => cancelStatements(databaseUrl),
        postmaster,
      })
      rounds.push({ round, connections, measured })
      console.error(
        `${scenario.name}, round ${round + 1}, ${connections}: ${[...measured].map(([name, { rate, p50 }]) => `${name} ${rate.toFixed(0)}/s ${p50.toFixed(1)} ms`).join(', ')}`,
      )
    }
  }
  const variablesOf = (name) => {
    const server = servers.find((candidate) => candidate.name === name)
    return server ? JSON.parse(questions.get(server).body(0)).variables : null
  }
  const asked = { gateway: variablesOf('gateway'), limit: variablesOf('limit') }
  return { scenario, asked, bytes: new Map([...bytes].map(([server, size]) => [server.name, size])), rounds }
}

const directory = new DataDirectory(cacheFolder(root))
directory.hold()
const postgres = await startEmbeddedServer(directory)
const postmaster = Number(readFileSync(join(cacheFolder(root), 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
const results = { scenarios: [], failures: [] }
try {
  for (const size of options.sizes) await runSize(postgres, size, results)
} finally {
  await postgres.stop()
  directory.release()
}
const text = report(results, options)
console.log(text)
for (const failure of results.failures) console.error(`Not measured: ${failure}`)
if (results.failures.length > 0) process.exitCode = 1
else if (options.write) writeReport(root, text)
