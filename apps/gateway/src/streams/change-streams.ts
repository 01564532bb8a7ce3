import type { ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import type { Database } from '../database/database.js'
import type { ContextViewer } from '../request/context.js'
import { noteUnexpected } from '../request/refuse.js'
import { type Change, readableChanges } from './readable-changes.js'

const HEARTBEAT_EVERY = 25_000
const GATHER_FOR = 100
const MOST_WAITING = 500

/** Streams of one person. */
export const MOST_STREAMS = 6

interface Stream {
  readonly response: ServerResponse
  /** Asked anew for each batch: rights end, and sessions do. */
  readonly viewer: () => Promise<ContextViewer>
  readonly userId: string
}

/** Open `GET /changes` streams: they are told which records changed, of those that their viewer may read, and no content. */
export class ChangeStreams {
  private readonly streams = new Set<Stream>()
  private waiting = new Map<string, Change>()
  private gathering: NodeJS.Timeout | null = null
  private readonly heartbeat = setInterval(() => this.beat(), HEARTBEAT_EVERY)

  constructor(
    private readonly database: Database,
    private readonly logger: Logger,
  ) {}

  /** Adds a stream, and keeps it until its client goes. False: the person has as many as are allowed. */
  open(response: ServerResponse, userId: string, viewer: Stream['viewer']): boolean {
    if ([...this.streams].filter((stream) => stream.userId === userId).length >= MOST_STREAMS) return false
    const stream: Stream = { response, userId, viewer }
    this.streams.add(stream)
    response.on('close', () => this.streams.delete(stream))
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
    response.write('retry: 3000\n\n')
    return true
  }

  /** Takes a notice of PostgreSQL. Changes are gathered a little, so that one check of rights serves many. */
  tell(change: Change): void {
    if (this.streams.size === 0) return
    const key = `${change.record} ${change.id}`
    this.waiting.delete(key)
    this.waiting.set(key, change)
    this.gathering ??= setTimeout(() => void this.flush(), GATHER_FOR)
  }

  /** Rights changed somewhere: ends the streams of whoever is signed in no more. */
  async endOver(): Promise<void> {
    await Promise.all([...this.streams].map((stream) => this.send(stream, []).catch((error) => this.end(stream, error))))
  }

  /** Ends all streams: what they would have told may have been missed. Their pages ask for new ones. */
  endAll(): void {
    for (const { response } of this.streams) response.end()
  }

  /** Ends all streams, for good. */
  stop(): void {
    clearInterval(this.heartbeat)
    if (this.gathering) clearTimeout(this.gathering)
    this.endAll()
  }

  private async flush(): Promise<void> {
    const changes = [...this.waiting.values()].slice(-MOST_WAITING)
    this.waiting = new Map()
    this.gathering = null
    await Promise.all([...this.streams].map((stream) => this.send(stream, changes).catch((error) => this.end(stream, error))))
  }

  /** Its page asks for a new one; a right that has ended is no fault of ours. */
  private end({ response }: Stream, error: unknown): void {
    noteUnexpected(this.logger, error, response)
    response.end()
  }

  private async send({ response, viewer }: Stream, changes: readonly Change[]): Promise<void> {
    const who = await viewer()
    if (who.userId === null) {
      response.end()
      return
    }
    for (const { record, id, version } of await readableChanges(this.database, who, changes)) {
      response.write(`data: ${JSON.stringify({ record, id, version })}\n\n`)
    }
  }

  private beat(): void {
    for (const { response } of this.streams) response.write(': still here\n\n')
  }
}
