import { once } from 'node:events'
import { request } from 'node:http'
import { Worker } from 'node:worker_threads'

/** Asks over a connection of its own; answers the status and the first letters, or null when there was no answer. */
function ask(url, body) {
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json' }
    const asking = request(url, { method: 'POST', headers, agent: false }, (response) => {
      let text = ''
      response.on('data', (chunk) => {
        if (text.length < 3000) text += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode, text }))
      response.on('error', () => resolve(null))
    })
    asking.on('error', () => resolve(null))
    asking.end(body)
  })
}

/** Requests that are on their way at the same time. */
const AT_ONCE = 8

/** The longest that somebody else waits for /healthz meanwhile, in ms; `stop` ends the asking and answers it. */
function startOther(url) {
  const other = new Worker(new URL('./other.mjs', import.meta.url), { workerData: url })
  return {
    stop: async () => {
      other.postMessage('stop')
      const [worst] = await once(other, 'message')
      return worst
    },
  }
}

/** What was answered: `200`, or the status with the code of the refusal. */
async function send(url, body) {
  const answer = await ask(`${url}/graphql`, body)
  if (!answer) return 'no answer'
  const code = /"code":"([A-Z_]+)"/.exec(answer.text)?.[1]
  return code ? `${answer.status} ${code}` : String(answer.status)
}

/** Sends bodies, some at the same time; answers how often what was answered. */
async function sendAll(url, bodies) {
  const answers = {}
  const left = [...bodies]
  const work = async () => {
    for (let body = left.pop(); body !== undefined; body = left.pop()) {
      const answer = await send(url, body)
      answers[answer] = (answers[answer] ?? 0) + 1
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return answers
}

/**
 * Carries out an attack, which is bodies to send or does what it does itself, and answers what others felt of it: how long it
 * took, the longest wait for /healthz (ms), how much memory grew at most (bytes; `memory` reads both processes'), and how
 * often what was answered.
 */
export async function measureAttack({ url, memory }, attack) {
  const before = memory()
  const most = { gateway: before.gateway, postgres: before.postgres }
  const look = setInterval(() => {
    const now = memory()
    for (const name of ['gateway', 'postgres']) most[name] = Math.max(most[name], now[name])
  }, 50)
  const other = startOther(url)
  const started = performance.now()
  const answers = typeof attack === 'function' ? await attack(url) : await sendAll(url, attack)
  const seconds = (performance.now() - started) / 1000
  const delay = await other.stop()
  clearInterval(look)
  return { seconds, delay, gateway: most.gateway - before.gateway, postgres: most.postgres - before.postgres, answers }
}
