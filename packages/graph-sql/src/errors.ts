import { GraphQLError } from 'graphql'

/** An input that GraphQL accepts and the records do not: which path, what (a code), why, with the figures of the sentence. */
export function badInput(path: readonly (string | number)[], code: string, message: string, params?: Readonly<Record<string, string>>): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', faults: [{ path, code, message, ...(params ? { params } : {}) }] } })
}

/** Refused before any SQL runs: which limit, what is allowed, how to ask for less, and in which argument where it is one. */
export function tooComplex(limit: string, allowed: number, asked: number, hint: string, path?: readonly (string | number)[]): GraphQLError {
  const place = path ? ` in ${path.join('.')}` : ''
  const message = `This asks for too much: ${limit}${place} is ${asked}, at most ${allowed} is allowed. ${hint}`
  return new GraphQLError(message, { extensions: { code: 'TOO_COMPLEX', limit, allowed, asked, hint, ...(path ? { path } : {}) } })
}
