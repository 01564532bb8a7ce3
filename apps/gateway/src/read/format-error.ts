import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { isUnavailable } from '../kernel/errors.js'
import { refusalOf, UNEXPECTED } from '../kernel/told-error.js'

/** What GraphQL answers of an error: a refusal as it is, with its place in the document, and of all else only that it happened. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const refusal = refusalOf(error)
  if (!refusal) return UNEXPECTED
  if (refusal === error) return formatted
  return { message: refusal.message, extensions: refusal.extensions, ...(formatted.path ? { path: formatted.path } : {}) }
}

/** {@link formatError} for an error that did not go through Apollo. */
export const toldOf = (error: unknown): GraphQLFormattedError => formatError(error instanceof GraphQLError ? error.toJSON() : UNEXPECTED, error)

/** Codes of what is wrong with a document or its variables, in a request that is in order. */
const ofDocument = new Set<unknown>(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'OPERATION_RESOLUTION_FAILURE', 'BAD_USER_INPUT'])

/** True where only the document or its variables are at fault: in plain JSON such a request is answered with 200, as GraphQL over HTTP asks. */
export const isOfDocument = ({ extensions }: Pick<GraphQLFormattedError, 'extensions'>): boolean => ofDocument.has(extensions?.code)

/** Status of a read that is answered with this error alone, in plain JSON. */
export function statusOfRead(error: unknown): number {
  const refusal = refusalOf(error)
  if (!refusal) return 500
  if (isUnavailable(refusal)) return 503
  if (isOfDocument(refusal)) return 200
  return refusal.extensions.code === 'UNAUTHENTICATED' ? 401 : 400
}
