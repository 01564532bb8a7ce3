import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { serverPrograms, serverUser } from './server-programs.js'

const READY = 'database system is ready to accept connections'
const AGAIN_AFTER = 300
/** Milliseconds that the server may take to stop; then it is killed, and recovers at its next start. */
const STOP_WITHIN = 10_000

/** How to run the server. */
interface ServerOptions {
  readonly folder: string
  readonly port: number
  readonly flags: readonly string[]
  /** Hears of a death of the server, and that it is there again. */
  readonly tell: (sentence: string) => void
}

/**
 * PostgreSQL as a process beside ours, started again whenever it dies. It is in a group of its own: Ctrl-C of a terminal
 * must not stop it while requests are still answered.
 */
export class ServerProcess {
  private child: ChildProcess | null = null
  private stopping = false
  private lastWords: string[] = []
  private readonly leave = () => this.child?.kill('SIGINT')

  constructor(private readonly options: ServerOptions) {}

  /** Starts it, and waits until it takes connections. An Error with its last words when it ends instead. */
  async start(): Promise<void> {
    process.once('exit', this.leave)
    await this.run()
  }

  /** Stops it within ten seconds. */
  async stop(): Promise<void> {
    this.stopping = true
    process.off('exit', this.leave)
    const { child } = this
    if (!child) return
    const kill = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN)
    await new Promise((resolve) => child.once('exit', resolve).kill('SIGINT'))
    clearTimeout(kill)
  }

  private async run(): Promise<void> {
    const { folder, port, flags } = this.options
    const { postgres } = await serverPrograms()
    const child = spawn(postgres, ['-D', folder, '-p', String(port), '-c', 'lc_messages=C', ...flags], {
      ...serverUser(),
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    this.child = child
    await new Promise<void>((resolve, reject) => {
      child.stderr.on('data', (text: Buffer) => {
        this.lastWords = [...this.lastWords, text.toString()].slice(-3)
        if (text.includes(READY)) resolve()
      })
      child.once('error', reject)
      child.once('exit', () => {
        this.child = null
        reject(new Error(this.lastWords.join(' ').trim()))
      })
    })
    child.once('exit', () => void this.again())
  }

  /** Until it runs, or is to stop: what is left of the former one may still hold its memory for a moment. */
  private async again(): Promise<void> {
    if (this.stopping) return
    this.options.tell('the embedded PostgreSQL has died; it is started again')
    for (;;) {
      if (this.stopping) return
      try {
        await this.run()
        break
      } catch {
        await wait(AGAIN_AFTER)
      }
    }
    if (this.stopping) this.child?.kill('SIGINT')
    else this.options.tell('the embedded PostgreSQL is there again')
  }
}
