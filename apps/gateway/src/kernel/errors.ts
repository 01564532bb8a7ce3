import type { Fault } from '@clusterpolisee/schema'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'

/** A refusal: its code for programs, its sentence for people. */
export const refusal = (code: string, message: string) => new GraphQLError(message, { extensions: { code } })

/** Nobody is signed in, or the session has ended. */
export const unauthenticated = (message = 'Sign in first.') => refusal('UNAUTHENTICATED', message)

/** Readable, not writable: with the reason as a code and who may. */
export const forbidden = (reason: string, by: string, message = 'You may read this, but not change it.') =>
  new GraphQLError(message, { extensions: { code: 'FORBIDDEN', reason, by } })

/** Not there, or not readable: the two are never told apart. */
export const notFound = () => refusal('NOT_FOUND', 'There is no such record, or you may not read it.')

/** The input's faults, all at once, each with its path. */
export const badInput = (faults: readonly Fault[]) =>
  new GraphQLError(faults.map((fault) => fault.message).join(' '), { extensions: { code: 'BAD_USER_INPUT', faults } })

/** Someone else wrote first; `details` holds the current record and the fields that differ. */
export const conflict = (details: Readonly<Record<string, unknown>> = {}) =>
  new GraphQLError('Someone else saved this record while you were editing.', { extensions: { code: 'CONFLICT', ...details } })

/** Too many tries; `retryAfter` in seconds. */
export const rateLimited = (retryAfter: number) => new GraphQLError('Too many tries. Wait a little.', { extensions: { code: 'RATE_LIMITED', retryAfter } })

/** PostgreSQL does not answer; `retryAfter` in seconds. */
export const databaseAway = () =>
  new GraphQLError('The database does not answer just now. Try again in a few seconds.', { extensions: { code: 'DATABASE_AWAY', retryAfter: 5 } })

/** PostgreSQL has no memory or no connection left. */
export const databaseBusy = () =>
  new GraphQLError('The database has more to do than it can. Try again in a few seconds.', { extensions: { code: 'DATABASE_BUSY', retryAfter: 5 } })

/** PostgreSQL's disk has no room. */
export const diskFull = () =>
  new GraphQLError('The disk of the database is full. What is there can be read; nothing can be saved until whoever runs this server has made room.', {
    extensions: { code: 'DISK_FULL', retryAfter: 60 },
  })

/** PostgreSQL went away while it was asked to keep what had been written. */
export const savedOrNot = () =>
  new GraphQLError('It is not known whether this was saved: the database went away meanwhile. Send it again as it is; it is not saved twice.', {
    extensions: { code: 'SAVED_OR_NOT', retryAfter: 5 },
  })

const unavailable = new Set(['DATABASE_AWAY', 'DATABASE_BUSY', 'DISK_FULL', 'SAVED_OR_NOT'])

/** True when nothing is wrong with what was asked, and it can be asked again later. */
export const isUnavailable = ({ extensions }: Pick<GraphQLFormattedError, 'extensions'>): boolean => unavailable.has(String(extensions?.code))

/** More than this server does for one question: which limit, and how to ask for less. */
export const tooComplex = (limit: string, message: string) => new GraphQLError(message, { extensions: { code: 'TOO_COMPLEX', limit } })
