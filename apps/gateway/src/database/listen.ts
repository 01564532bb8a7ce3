import type pg from 'pg'
import type { Logger } from 'pino'
import { type Connections, PATIENCE } from './connections.js'

const BEAT_EVERY = 500
/** Beats, so that silence is known before others have waited {@link PATIENCE}. */
const MOST_SILENT = PATIENCE / BEAT_EVERY - 1

export interface ListenOptions {
  /** Direct connection, past a pooler. */
  readonly url: string
  /** What to do with the payload of each channel. */
  readonly channels: Readonly<Record<string, (payload: string) => void>>
  /** Called when notices may be missed from now on, and when they are heard again: what was kept or opened meanwhile may be stale. */
  readonly onMissed: () => void
  /** Called when PostgreSQL has kept silent for five seconds, neither answering nor closing. */
  readonly onSilent: () => void
  /** Called whenever it gives a sign of life. */
  readonly onAlive: () => void
  readonly logger: Logger
  readonly connections: Connections
}

/**
 * Listens to PostgreSQL's notices, and again after the connection was lost. Over the same connection it is asked twice a
 * second whether it lives.
 */
export class Listener {
  private client: pg.Client | null = null
  private isAsking = false
  /** Beats for which it was waited for in vain. Counted and not timed: while this process was busy itself, it heard nothing. */
  private silent = 0
  private isLost = false
  private timer: NodeJS.Timeout | undefined

  constructor(private readonly options: ListenOptions) {}

  /** Rejects when PostgreSQL cannot be reached at once. */
  async start(): Promise<void> {
    await this.connect()
    this.timer = setInterval(() => this.beat(), BEAT_EVERY)
  }

  async stop(): Promise<void> {
    clearInterval(this.timer)
    await this.client?.end()
  }

  private beat(): void {
    if (!this.isAsking) return void this.ask()
    this.silent += 1
    if (this.silent >= MOST_SILENT) this.options.onSilent()
  }

  private async ask(): Promise<void> {
    this.isAsking = true
    try {
      if (this.client) await this.client.query('SELECT 1')
      else await this.connect()
      this.silent = 0
      this.options.onAlive()
      if (this.isLost) this.hearAgain()
    } catch (error) {
      // Whoever refuses is not silent; to have waited too long has no code.
      if ((error as { code?: string }).code) this.silent = 0
      else if (this.silent > 0) this.options.onSilent()
      this.lose()
    } finally {
      this.isAsking = false
    }
  }

  private async connect(): Promise<void> {
    const { url, channels, connections } = this.options
    const client = connections.client(url, 'clusterpolisee-listen')
    client.on('notification', ({ channel, payload }) => channels[channel]?.(payload ?? ''))
    await client.connect()
    for (const channel of Object.keys(channels)) await client.query(`LISTEN ${channel}`)
    client.once('end', () => {
      if (this.client === client) this.lose()
    })
    this.client = client
  }

  private hearAgain(): void {
    if (!this.client) return
    this.isLost = false
    this.options.logger.info('changes are heard of again')
    this.options.onMissed()
  }

  /** Told once for each time that it is away. */
  private lose(): void {
    this.client = null
    if (this.isLost) return
    this.isLost = true
    this.options.onMissed()
  }
}
