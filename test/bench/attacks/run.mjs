// `npm run bench -- attacks [size]`: what others feel of what a stranger can send; size is the part of each attack, above 0 up to 1.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '../servers/start.mjs'
import { attacks } from './attacks.mjs'
import { furtherAttacks } from './further-attacks.mjs'
import { measureAttack } from './measure-attack.mjs'

const root = join(import.meta.dirname, '../../..')
const MB = 1_000_000

/** Resident memory of a process, in bytes; 0 when it has ended. */
function resident(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}

/** What PostgreSQL's processes hold by themselves, without what they share. */
function privateMemory(postmaster) {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === postmaster)
  return children.reduce((sum, pid) => sum + anonymous(pid), 0)
}

function parentOf(pid) {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[1])
  } catch {
    return 0
  }
}

function anonymous(pid) {
  try {
    return Number(/RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}

/** An edition that a stranger can read and one of its indicators; the session of a lead partner and their project. */
async function readFacts(url) {
  const headers = { 'content-type': 'application/json' }
  const ask = async (query) => {
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) })
    return { data: (await response.json()).data, cookie: response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]) }
  }
  const { data } = await ask('{ benchmarkEditions(first: 1) { nodes { id benchmark { indicators(first: 1) { nodes { id } } } } } }')
  const [edition] = data?.benchmarkEditions.nodes ?? []
  headers.cookie = (await ask('mutation { signIn(email: "lead@example.org", password: "demonstration-1") { id } }')).cookie.join('; ')
  const projects = (await ask('{ projects(filter: {demonstration: {eq: true}}) { nodes { id } } }')).data.projects.nodes
  return { editionId: edition?.id, indicatorId: edition?.benchmark?.indicators.nodes[0]?.id, cookie: headers.cookie, projectId: projects[0].id }
}

const size = Number(process.argv[3] ?? 1)
const folder = mkdtempSync(join(tmpdir(), 'clusterpolisee-attacks-'))
const environment = { DATA_DIR: folder, PORT: '0', SAMPLE_DATA: 'clusterpolisee', SAMPLE_PASSWORD: 'demonstration-1', LOG_LEVEL: 'silent' }
const server = await startServer({ name: 'gateway', file: join(root, 'apps/gateway/dist/main.js'), environment })
try {
  const url = server.url.replace('/graphql', '')
  const postmaster = Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
  const memory = () => ({ gateway: resident(server.pid), postgres: privateMemory(postmaster) })
  const facts = await readFacts(url)
  console.log('| attack | took (s) | longest wait of another (ms) | gateway (MB) | PostgreSQL (MB) | answers |\n| --- | ---: | ---: | ---: | ---: | --- |')
  for (const { name, bodies, act } of [...attacks, ...furtherAttacks]) {
    const { seconds, delay, gateway, postgres, answers } = await measureAttack({ url, memory }, (bodies ?? act)(size, facts))
    const told = Object.entries(answers).map(([answer, many]) => `${answer} × ${many}`)
    console.log(`| ${name} | ${seconds.toFixed(1)} | ${delay.toFixed(0)} | ${(gateway / MB).toFixed(0)} | ${(postgres / MB).toFixed(0)} | ${told.join(', ')} |`)
  }
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
