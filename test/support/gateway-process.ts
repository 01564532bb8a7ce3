import { type ChildProcess, spawn } from 'node:child_process'
import { Client, PASSWORD } from './product.js'

/** A gateway as a process of its own, so that it can be killed. */
export interface GatewayProcess {
  readonly client: Client
  readonly child: ChildProcess
}

/** Starts one on a data folder, and answers when it says where it is; `settings` beside what every test needs, built in this house or in a copy. */
export function startGatewayProcess(folder: string, settings: NodeJS.ProcessEnv = {}, house = '.'): Promise<GatewayProcess> {
  const child = spawn(process.execPath, ['apps/gateway/dist/main.js'], {
    cwd: house,
    // In a group of its own, as in a terminal.
    detached: true,
    env: { ...process.env, DATA_DIR: folder, PORT: '0', SAMPLE_PASSWORD: PASSWORD, ...settings },
  })
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      const url = /is at (http:\S+) /.exec(text.toString())?.[1]
      if (url) resolve({ child, client: new Client(url) })
    })
    child.once('exit', () => reject(new Error('The gateway ended.')))
  })
}

/** Ends it with a signal, and waits until it has ended. */
export async function stopGatewayProcess({ child }: GatewayProcess, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  await new Promise((resolve) => child.once('exit', resolve).kill(signal))
}
