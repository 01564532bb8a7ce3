import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { mapDatabaseError } from './map-database-error.js'

/** Codes of refusals, whose words are meant for whoever asks. */
const refusals = new Set([
  'UNAUTHENTICATED',
  'PROVE_AGAIN',
  'ALREADY_DONE',
  'FORBIDDEN',
  'FOREIGN_PAGE',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'CONFLICT',
  'TOO_COMPLEX',
  'DATABASE_AWAY',
  'DATABASE_BUSY',
  'DISK_FULL',
  'SAVED_OR_NOT',
  'RATE_LIMITED',
  'UNREADABLE_FILE',
  'UNREADABLE_BODY',
  'FILE_TOO_LARGE',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
])

/** What is told of an error that is none of ours; the error itself is for the log. */
export const UNEXPECTED: GraphQLFormattedError = {
  message: 'Something went wrong here. It has been written down.',
  extensions: { code: 'INTERNAL_SERVER_ERROR' },
}

/** The refusal that an error is, or becomes when the database spoke it; null for any other error, of which nothing is told. */
export function refusalOf(error: unknown): GraphQLError | null {
  if (isRefusal(error)) return error
  const mapped = mapDatabaseError(causeOf(error))
  return isRefusal(mapped) ? mapped : null
}

const isRefusal = (error: unknown): error is GraphQLError => error instanceof GraphQLError && refusals.has(String(error.extensions.code))

/** The error that graphql-js wrapped, else the error. */
export const causeOf = (error: unknown): unknown => (error instanceof GraphQLError && error.originalError ? error.originalError : error)
