// Somebody else, in a thread and a network of their own: asks for /healthz again and again, and tells the longest wait (ms) when told to stop.
import { request } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

/** Connections are bounded for each network. Elsewhere than on Linux this computer has one address only. */
const localAddress = process.platform === 'linux' ? '127.0.0.2' : undefined

let stopped = false
parentPort.once('message', () => {
  stopped = true
})

const ask = () =>
  new Promise((resolve) => {
    const asking = request(`${workerData}/healthz`, { agent: false, localAddress }, (response) => response.resume().on('close', resolve))
    asking.on('error', resolve)
    asking.end()
  })

let worst = 0
while (!stopped) {
  const started = performance.now()
  await ask()
  worst = Math.max(worst, performance.now() - started)
  await new Promise((resolve) => setTimeout(resolve, 5))
}
parentPort.postMessage(worst)
