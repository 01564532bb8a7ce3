import type { Logger } from 'pino'
import type { Database } from '../database/database.js'

/** Milliseconds within which one session or token is written once. */
const EVERY = 60_000
const MOST_KEPT = 5000

/** By kind: its own row is passed by where somebody else holds it, and where another gateway wrote it just now. */
const statements = {
  session: writing('session', 'seen_at'),
  token: writing('api_token', 'used_at'),
} as const

/** Writes down when a session or token was last used, beside the request: that neither waits for it nor fails by it. */
export class LastUse {
  private readonly noted = new Map<string, number>()

  constructor(
    private readonly database: Database,
    private readonly logger: Logger,
  ) {}

  /** `request`: by which it was used. */
  note(kind: keyof typeof statements, id: string, request?: string): void {
    // Not by the clock on the wall, which may be put back.
    const now = performance.now()
    if (now - (this.noted.get(id) ?? Number.NEGATIVE_INFINITY) < EVERY) return
    if (this.noted.size >= MOST_KEPT) this.noted.clear()
    this.noted.set(id, now)
    this.database.run(statements[kind], [id]).catch((error) => this.logger.warn({ err: error, request }, 'a last use was not written down'))
  }
}

function writing(table: string, column: string): string {
  return `UPDATE ${table} SET ${column} = moment_of_write() WHERE id =
    (SELECT t.id FROM ${table} t WHERE t.id = $1 AND (t.${column} IS NULL OR t.${column} < moment_of_write() - interval '1 minute') FOR NO KEY UPDATE SKIP LOCKED)`
}
