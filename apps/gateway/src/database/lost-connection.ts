import type { Logger } from 'pino'

/** Writes a lost connection to the log by its reason alone: the driver hangs the whole connection on its error, statements and all. */
export const noteLost = (logger: Logger, error: Error & { readonly code?: string }, what: string): void =>
  logger.warn({ code: error.code, reason: error.message }, what)
