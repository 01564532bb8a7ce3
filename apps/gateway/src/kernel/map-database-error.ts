import { GraphQLError } from 'graphql'
import { badInput, conflict, databaseAway, databaseBusy, diskFull, tooComplex } from './errors.js'

interface DriverError extends Error {
  readonly code: string
  readonly constraint?: string
  readonly column?: string
  readonly detail?: string
}

const isDriverError = (error: unknown): error is DriverError =>
  error instanceof Error && typeof (error as DriverError).code === 'string' && /^[0-9A-Z]{5}$/.test((error as DriverError).code)

/** What is wrong with the server and not with what was asked, by codes of PostgreSQL. */
const troubles: readonly (readonly [code: RegExp, refusal: () => GraphQLError])[] = [
  [/^(08|57P|58)/, databaseAway],
  [/^53100/, diskFull],
  [/^53/, databaseBusy],
]

const relied = ['IN_USE_OR_UNKNOWN', 'Other records rely on this one, or it refers to one that is not there.'] as const

const sentences: Record<string, readonly [code: string, message: string]> = {
  '23001': relied,
  '23502': ['REQUIRED', 'Something that is needed is missing.'],
  '23503': relied,
  '23505': ['ALREADY_THERE', 'There is one like this already.'],
  '23514': ['NOT_ALLOWED', 'This value is not allowed here.'],
  '22003': ['TOO_LARGE', 'A number is too large.'],
  '22021': ['BAD_TEXT', 'A text holds a character that cannot be stored.'],
}

/** The one place where what the database says becomes words of ours; nothing of the driver's text leaves. */
export function mapDatabaseError(error: unknown): unknown {
  if (error instanceof GraphQLError || !isDriverError(error)) return error
  if (error.code === '40001' || error.code === '40P01') return conflict()
  if (error.code === '57014') return tooComplex('time', 'This took too long and was stopped. Ask for less at a time, or take a feed.')
  if (error.code === 'CP001') {
    return tooComplex(
      'the number of rows to order',
      `More than ${error.detail} rows would be ordered without an index. Narrow the filter, or choose another order.`,
    )
  }
  const [, trouble] = troubles.find(([code]) => code.test(error.code)) ?? []
  if (trouble) return trouble()
  if (!error.code.startsWith('22') && !error.code.startsWith('23')) return error
  const [code, message] = sentences[error.code] ?? ['NOT_ALLOWED', 'This value is not allowed here.']
  return badInput([{ path: error.column ? [error.column] : [], code, message, ...(error.constraint ? { params: { rule: error.constraint } } : {}) }])
}
