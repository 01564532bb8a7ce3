import type { SecurityEventKindName } from '@clusterpolisee/schema'
import type { GraphQLError } from 'graphql'
import type { Logger } from 'pino'
import type { Database } from '../database/database.js'

/** Milliseconds until what was counted is written down. */
const EVERY = 5000
const HOUR = 3_600_000
const MOST_KEPT = 5000
/** In place of a network, where there are too many. */
const MANY = 'many'

/** What was refused to whom. */
export interface Refusal {
  readonly kind: SecurityEventKindName
  /** Whose account or right it was about, where that is known. */
  readonly about: string | null
  /** Who is signed in. */
  readonly by: string | null
  readonly network: string
  readonly detail: string | null
}

/**
 * Counts what is refused, by what, whom, who, whence and hour, beside the request: a flood of refusals is a few rows. Written down every
 * five seconds and when the gateway stops; of more askers than it can tell apart within these, it counts the further ones together.
 */
export class Refusals {
  private counts = new Map<string, { readonly refusal: Refusal; times: number }>()
  private readonly timer: NodeJS.Timeout
  private told = Number.NEGATIVE_INFINITY

  constructor(
    private readonly database: Database,
    private readonly logger: Logger,
  ) {
    this.timer = setInterval(() => void this.write(), EVERY).unref()
  }

  count(refusal: Refusal): void {
    const key = JSON.stringify(refusal)
    const known = this.counts.get(key)
    if (known) known.times += 1
    else if (this.counts.size < MOST_KEPT || refusal.network === MANY) this.counts.set(key, { refusal, times: 1 })
    else this.count({ kind: refusal.kind, about: null, by: null, network: MANY, detail: null })
  }

  /** Writes down what was counted since, and tells the log of hours that are over. */
  async write(): Promise<void> {
    const counted = [...this.counts.values()]
    this.counts = new Map()
    try {
      if (counted.length > 0) await this.database.run('SELECT count_refusals($1, $2, $3, $4, $5, $6)', columnsOf(counted))
      await this.tellHours()
    } catch (error) {
      this.logger.warn({ err: error }, 'refusals were not written down')
    }
  }

  private async tellHours(): Promise<void> {
    const hour = Math.floor(Date.now() / HOUR)
    if (hour === this.told) return
    await this.database.run('SELECT tell_refusals()')
    this.told = hour
  }

  async stop(): Promise<void> {
    clearInterval(this.timer)
    await this.write()
  }
}

const columnsOf = (counted: readonly { refusal: Refusal; times: number }[]): unknown[] => [
  ...(['kind', 'about', 'by', 'network', 'detail'] as const).map((name) => counted.map(({ refusal }) => refusal[name])),
  counted.map(({ times }) => times),
]

/** Codes of refusals by which somebody may be looking for a way in, and those that an honest mistake meets every day. */
const kinds: Readonly<Record<string, SecurityEventKindName>> = {
  UNAUTHENTICATED: 'REFUSED',
  FORBIDDEN: 'REFUSED',
  FOREIGN_PAGE: 'REFUSED',
  TOO_COMPLEX: 'REFUSED',
  RATE_LIMITED: 'TRIED_TOO_OFTEN',
}

/** What is told of a refusal, whoever met it. */
export type LoggedRefusal = Pick<Refusal, 'kind' | 'detail'>

/** Which kind of event a refusal is, and its code; null for what the log need not know. */
export function loggedRefusal({ extensions }: GraphQLError): LoggedRefusal | null {
  const code = String(extensions.code)
  const kind = kinds[code]
  return kind ? { kind, detail: String(extensions.reason ?? code) } : null
}
