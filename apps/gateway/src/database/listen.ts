import pg from 'pg'
import type { Logger } from 'pino'
import type { LostConnections } from './lost-connections.js'

const RETRY_AFTER = 2000

export interface ListenOptions {
  /** Direct connection, past a pooler. */
  readonly url: string
  /** What to do with the payload of each channel. */
  readonly channels: Readonly<Record<string, (payload: string) => void>>
  /** Called when notices may have been missed: the connection was lost. */
  readonly onLost: () => void
  readonly logger: Logger
  readonly lost: LostConnections
}

/** Listens to PostgreSQL's notices, and again after the connection was lost. Answers what stops it. */
export async function listenTo({ url, channels, onLost, logger, lost }: ListenOptions): Promise<() => Promise<void>> {
  let stopped = false
  let client = await open()
  let retry: NodeJS.Timeout | undefined

  async function open(): Promise<pg.Client> {
    const made = new pg.Client({ connectionString: url, application_name: 'clusterpolisee-listen' })
    made.on('notification', ({ channel, payload }) => channels[channel]?.(payload ?? ''))
    made.on('error', (error) => {
      lost.note(error, 'the connection that hears of changes is lost')
      onLost()
    })
    made.on('end', again)
    await made.connect()
    for (const channel of Object.keys(channels)) await made.query(`LISTEN ${channel}`)
    return made
  }

  function again(): void {
    if (stopped) return
    onLost()
    clearTimeout(retry)
    retry = setTimeout(() => {
      open().then(
        (made) => {
          client = made
          logger.info('changes are heard of again')
        },
        (error) => {
          lost.note(error, 'changes are not heard of')
          again()
        },
      )
    }, RETRY_AFTER)
  }

  return async () => {
    stopped = true
    clearTimeout(retry)
    await client.end()
  }
}
