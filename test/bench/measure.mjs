import { fork } from 'node:child_process'
import { join } from 'node:path'
import { cpuTime, familyTime } from './cpu-time.mjs'
import { headers } from './questions.mjs'
import { shuffled } from './statistics.mjs'

/** The process that makes the load; `run(job)` answers what it measured. */
export function startLoad() {
  const child = fork(join(import.meta.dirname, 'load/client.mjs'), { serialization: 'advanced' })
  return {
    run: (job) =>
      new Promise((resolve, reject) => {
        child.once('message', (answer) => (answer.error || answer.fault ? reject(new Error(answer.error ?? answer.fault)) : resolve(answer)))
        child.send({ ...job, headers })
      }),
    stop: () => child.kill(),
  }
}

/** Most recordings in a measurement: their bodies are made beforehand. */
const MOST_PER_SECOND = 1500

/**
 * One round of one scenario: every server in turn, in an order by chance; `settle` ends what one leaves behind in the database,
 * `postmaster` is PostgreSQL's first process. Answers what was measured by server; `cpu`: ms for each request of the server, of
 * PostgreSQL and of the load.
 */
export async function measureRound({ load, scenario, servers, questions, connections, seconds, take, settle, postmaster }) {
  const round = new Map()
  const warmUp = Math.max(0.2, seconds / 4)
  for (const server of shuffled(servers)) {
    const { body } = questions.get(server)
    const many = scenario.writes ? Math.ceil((seconds + warmUp) * MOST_PER_SECOND) : 1
    const from = take(many)
    const bodies = Array.from({ length: many }, (_, n) => body(from + n))
    const used = () => ({ server: cpuTime(server.pid), postgres: familyTime(postmaster) })
    const before = used()
    const measured = await load.run({ url: server.url, bodies, once: scenario.writes === true, byKey: scenario.byKey === true, connections, seconds, warmUp })
    const after = used()
    await settle()
    const each = (milliseconds) => milliseconds / measured.asked
    const cpu = { server: each(after.server - before.server), postgres: each(after.postgres - before.postgres), load: each(measured.cpu) }
    round.set(server.name, { ...measured, cpu, memory: server.memory() })
  }
  return round
}
