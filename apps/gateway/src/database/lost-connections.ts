import type { Logger } from 'pino'

/**
 * Tells the log of lost connections by their reason alone: the driver hangs the whole connection on its error, statements and
 * all. While the gateway stops, its database may stop before its connections do, which is no news.
 */
export class LostConnections {
  stopping = false

  constructor(private readonly logger: Logger) {}

  note(error: Error & { readonly code?: string }, what: string): void {
    if (!this.stopping) this.logger.warn({ code: error.code, reason: error.message }, what)
  }
}
