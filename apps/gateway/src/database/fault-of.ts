import { GraphQLError } from 'graphql'
import pg from 'pg'
import { databaseAway } from '../kernel/errors.js'
import { mapDatabaseError } from '../kernel/map-database-error.js'

/** What a call of the driver failed by, for whoever asked. Where it is nothing that PostgreSQL said, the connection is lost. */
export function faultOf(error: unknown): unknown {
  if (error instanceof pg.DatabaseError) return mapDatabaseError(error)
  // A value that cannot be sent is a mistake of ours.
  return error instanceof TypeError || error instanceof GraphQLError ? error : databaseAway()
}

/** Whether that is a lost connection. */
export const isAway = (fault: unknown): boolean => fault instanceof GraphQLError && fault.extensions.code === 'DATABASE_AWAY'

/** The driver's sentences for a connection that is no more, PostgreSQL's code for an end that it was told to make, and the network's. */
const ENDS: ReadonlySet<unknown> = new Set(['Connection terminated', 'Connection terminated unexpectedly', '57P01', 'ECONNRESET', 'EPIPE'])

/** Whether a connection had ended, as against one that keeps silent, or cannot be made. */
export const isEnded = (error: unknown): boolean => error instanceof Error && (ENDS.has((error as { code?: unknown }).code) || ENDS.has(error.message))
